"""Publishing a campaign from a form: what is typed in is what units read."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from coverkit.app.covers import Changes, new_cover
from coverkit.app.pipeline import check_cover
from coverkit.app.publishing import Draft, DraftArt, DraftSlogan, campaign_files, draft_of, gaps, publish, suggested_id, tried
from coverkit.app.sealing import make_key
from coverkit.campaigns import library
from coverkit.campaigns.campaign import Period
from coverkit.errors import InputError

DAY = dt.date(2026, 11, 24)
SHIPPED = library.shipped("dak-nong-dai-hoi-xii-2020")
PERIOD = Period(dt.date(2026, 12, 1), dt.date(2026, 12, 31))
BAND = DraftArt("band", SHIPPED.files["art/band.pdf"], b"", 200, 40, 90, 0.55)
DRAFT = Draft(
    title_vi='Ngày "Chuyển đổi số" tỉnh Đắk Nông',
    number="Công văn 12/STTTT",
    date=dt.date(2026, 11, 20),
    issuer="Sở Thông tin và Truyền thông",
    clause="In băng-rôn và khẩu hiệu\ntrên Bìa 1.",
    issues=PERIOD,
    banner_clause="Băng-rôn trên Bìa 1",
    slogan_clause="Khẩu hiệu trên Bìa 1",
    art=(BAND,),
    slogans=(
        DraftSlogan("Chuyển đổi số vì nhân dân!", replaces="Câu cũ\n\nCâu cũ hơn"),
        DraftSlogan("Dữ liệu mở, tương lai mở"),
    ),
)


def test_what_is_typed_in_is_what_is_read() -> None:
    read = tried(DRAFT)
    assert read.title_vi == DRAFT.title_vi
    assert read.title_en == DRAFT.title_vi
    assert read.dispatch.clause == DRAFT.clause
    assert (read.issues, read.standing, read.seal) == (PERIOD, "official", "unsigned")
    assert [one.text for one in read.slogans] == [one.text for one in DRAFT.slogans]
    assert read.slogans[0].replaces == ("Câu cũ", "Câu cũ hơn")
    assert read.slogans[1].valid == Period(None, None)
    assert read.banner.least_width == {"band": 90}
    assert [one.element for one in read.required] == ["banner", "slogan"]


def test_the_draft_of_a_campaign_makes_its_next_version() -> None:
    again = draft_of(SHIPPED)
    read = tried(again)
    assert (read.id, read.version) == (SHIPPED.id, SHIPPED.version + 1)
    assert read.art == SHIPPED.art
    assert read.banner.least_share == SHIPPED.banner.least_share
    assert [(one.text, one.valid, one.phase) for one in read.slogans] == [
        (one.text, one.valid, one.phase) for one in SHIPPED.slogans
    ]


def test_a_published_campaign_is_sealed_and_composes_covers(tmp_path: Path) -> None:
    key = make_key(tmp_path / "so.pem", "Sở Thông tin và Truyền thông", DAY, None)
    sealed = publish(DRAFT, key.private, DAY, tmp_path / "gui.campaign")
    assert sealed.campaign.seal == "unknown-issuer"
    loaded = library.load(str(sealed.package))
    assert loaded.sha256 == sealed.campaign.sha256
    cover = new_cover(Changes(campaign=str(sealed.package), issue_date=dt.date(2026, 12, 5)), DAY)
    assert check_cover(cover).cover.with_role("banner") is not None


@pytest.mark.parametrize(
    ("change", "step"),
    [
        ({"title_vi": " "}, "dispatch"),
        ({"id": "Có dấu"}, "dispatch"),
        ({"date": None}, "dispatch"),
        ({"issues": Period(DAY, None)}, "period"),
        ({"event": Period(DAY, DAY - dt.timedelta(1))}, "period"),
        ({"newsletters": False, "documents": False}, "period"),
        ({"art": ()}, "art"),
        ({"art": (BAND, BAND)}, "art"),
        ({"slogans": ()}, "slogans"),
        ({"slogans": (DraftSlogan(" "),)}, "slogans"),
        ({"banner_clause": "", "slogan_clause": ""}, "rules"),
        ({"zones": ()}, "rules"),
    ],
)
def test_what_is_missing_is_told_where_it_is_filled_in(change: dict[str, object], step: str) -> None:
    draft = replace(DRAFT, **change)  # type: ignore[arg-type] # fields by name
    assert {one.step for one in gaps(draft)} == {step}
    with pytest.raises(InputError):
        campaign_files(draft)


def test_ids_are_made_of_titles() -> None:
    assert suggested_id("Đại hội Đảng bộ tỉnh lần thứ XII", DAY) == "dai-hoi-dang-bo-tinh-lan-thu-xii-2026"
    assert suggested_id("Ngày 30/4/2026", DAY) == "ngay-30-4-2026"
    assert suggested_id("  ", DAY) == ""
    assert len(suggested_id("khẩu hiệu " * 30, DAY)) <= 60


def test_control_characters_do_not_reach_the_files() -> None:
    assert tried(replace(DRAFT, title_vi="Ngày\x7f\x00 hội")).title_vi == "Ngày hội"
