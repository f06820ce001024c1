"""Every shipped campaign reads; its official lists stand the spellings that official copies use, and no wrong word."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest

from coverkit.campaigns.campaign import Campaign, Slogan
from coverkit.campaigns.library import shipped
from coverkit.campaigns.slogans import compare
from coverkit.resources import assets

CAMPAIGNS = [shipped(path.name) for path in sorted((assets() / "templates" / "campaigns").iterdir()) if path.is_dir()]
CONGRESSES, ELECTION = shipped("dai-hoi-dang-cac-cap-2025-2030"), shipped("bau-cu-2016")
BIRTHDAY, DAK_NONG = shipped("130-nam-ngay-sinh-bac-lam-dong-2020"), shipped("dak-nong-dai-hoi-xii-2020")
OLD = "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân là quyền và nghĩa vụ của mỗi công dân!"
FEBRUARY, APRIL = dt.date(2016, 2, 15), dt.date(2016, 4, 15)
EACH = [pytest.param(one, slogan, id=f"{one.id}:{slogan.id}") for one in CAMPAIGNS for slogan in one.slogans]


def in_its_days(slogan: Slogan) -> dt.date | None:
    return slogan.valid.first or slogan.valid.last


def spellings(text: str) -> list[str]:
    """Return a text as official copies have it: capitals, dashes, the final mark, tone marks, dates, spaces, NFD."""
    bare = text.rstrip("! ")
    dates = text.replace("19/5/", "19-5-").replace("22-5-2016", "22/5/2016")
    tones = text.replace("khóa", "khoá").replace("hòa", "hoà").replace("ủy", "uỷ").replace("hóa", "hoá")
    return [
        text,
        text.upper(),
        text.replace(" - ", " – "),
        text.replace(" – ", "-"),
        text.replace("2016-2021", "2016 - 2021").replace("2025 - 2030", "2025-2030"),
        bare,
        f"{bare} !",
        f"{bare}!",
        tones,
        tones.replace("oá", "óa"),
        dates,
        text.replace(" ", "  ", 3),
        unicodedata.normalize("NFD", text),
        text.replace("“", '"').replace("”", '"'),
    ]


@pytest.mark.parametrize("campaign", CAMPAIGNS, ids=lambda one: one.id)
def test_texts_are_nfc_and_the_package_says_that_it_is_a_sample(campaign: Campaign) -> None:
    for name in ("campaign.toml", "slogans.toml"):
        text = campaign.files[name].decode()
        assert unicodedata.is_normalized("NFC", text)
        assert "MẪU" in text or name == "slogans.toml"
    assert campaign.standing == "sample"
    assert {entry.name for entry in campaign.art} == {"band", "column", "square"}
    assert {size.art for size in campaign.web.sizes} == {"band", "column", "square"}
    assert campaign.web.link.startswith("https://")
    assert campaign.web.alternative.endswith(")")
    assert "hình mẫu" in campaign.web.alternative
    assert set(campaign.kinds) == {"ban-tin", "tai-lieu"}


def test_known_lists_have_their_length_and_are_official() -> None:
    counts = {one.id: len(one.slogans) for one in (CONGRESSES, ELECTION, BIRTHDAY)}
    assert counts == {CONGRESSES.id: 9, ELECTION.id: 6, BIRTHDAY.id: 8}  # five and the corrected text of no. 4
    assert all(slogan.standing == "official" for one in (CONGRESSES, ELECTION, BIRTHDAY) for slogan in one.slogans)
    assert "13 câu còn lại chưa biết" in CONGRESSES.files["slogans.toml"].decode()


@pytest.mark.parametrize("campaign", CAMPAIGNS, ids=lambda one: one.id)
def test_every_issue_that_is_bound_has_a_slogan(campaign: Campaign) -> None:
    first, last = campaign.issues.first, campaign.issues.last
    assert first is not None
    assert last is not None
    days = [first + dt.timedelta(days) for days in range((last - first).days + 1)]
    assert all(campaign.slogans_for(day) for day in days)


@pytest.mark.parametrize(("campaign", "slogan"), EACH)
def test_official_texts_in_their_spellings_are_never_called_different(campaign: Campaign, slogan: Slogan) -> None:
    day = in_its_days(slogan)
    assert compare(slogan.text, campaign, day).kind == "exact"
    for text in spellings(slogan.text):
        match = compare(text, campaign, day)
        assert match.kind in ("exact", "variant"), text
        assert match.slogan == slogan, text


@pytest.mark.parametrize(
    ("campaign", "right", "wrong"),
    [
        (CONGRESSES, "XIV", "XIII"),
        (CONGRESSES, "XIV", "VIII"),
        (CONGRESSES, "2025 - 2030", "2020 - 2025"),
        (CONGRESSES, "xã hội chủ nghĩa", "xã hội"),
        (CONGRESSES, "của", "cảa"),
        (ELECTION, "XIV", "XIII"),
        (ELECTION, "2016 - 2021", "2011 - 2016"),
        (ELECTION, "22-5-2016", "22-5-2011"),
        (BIRTHDAY, "130", "120"),
        (BIRTHDAY, "19/5/1890", "15/9/1890"),
        (BIRTHDAY, "Xã hội chủ nghĩa", "Xã hội"),
        (BIRTHDAY, "vĩ đại", "vỉ đại"),
        (DAK_NONG, "XII,", "XIII,"),
    ],
)
def test_a_wrong_word_is_different_and_marked(campaign: Campaign, right: str, wrong: str) -> None:
    touched = [slogan for slogan in campaign.slogans if right in slogan.text]
    assert touched
    for slogan in touched:
        match = compare(slogan.text.replace(right, wrong), campaign, in_its_days(slogan))
        assert match.kind == "different"
        assert match.slogan == slogan
        assert "→" in match.marked


def test_the_old_text_of_the_election_is_right_until_it_was_corrected() -> None:
    match = compare(OLD, ELECTION, FEBRUARY)
    assert match.kind == "exact"
    assert match.slogan is not None
    assert match.slogan.valid.holds(FEBRUARY)
    assert compare(OLD.upper(), ELECTION, dt.date(2016, 3, 13)).kind == "exact"


@pytest.mark.parametrize("day", [dt.date(2016, 3, 14), APRIL, None], ids=str)
@pytest.mark.parametrize("text", [OLD, OLD.upper(), OLD.replace("!", " !")])
def test_the_old_text_of_the_election_is_replaced_since(text: str, day: dt.date | None) -> None:
    match = compare(text, ELECTION, day)
    assert match.kind == "replaced"
    assert match.slogan is not None
    assert match.slogan.text == "Bầu cử đại biểu Quốc hội và đại biểu Hội đồng nhân dân là quyền lợi của mỗi công dân !"
    assert "137-CV/BTGTW" in match.slogan.source


def test_each_day_of_the_election_offers_one_of_the_two_texts() -> None:
    both = {"quyen-loi", "quyen-va-nghia-vu"}
    assert both & {slogan.id for slogan in ELECTION.slogans_for(FEBRUARY)} == {"quyen-va-nghia-vu"}
    assert both & {slogan.id for slogan in ELECTION.slogans_for(APRIL)} == {"quyen-loi"}


def test_after_election_day_nobody_is_called_to_the_poll() -> None:
    assert {slogan.id for slogan in ELECTION.slogans_for(dt.date(2016, 5, 25))} == {"quyen-loi", "ngay-hoi"}


def test_a_dispatch_whose_date_no_source_gives_is_cited_without_one() -> None:
    assert BIRTHDAY.dispatch.date is None
    assert BIRTHDAY.dispatch.citation == BIRTHDAY.dispatch.number
    assert CONGRESSES.dispatch.citation == "Công văn 9743-CV/BTGTW, 16/10/2024"
