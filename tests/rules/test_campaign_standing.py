"""campaign: issue date, sample, seal, kind, locks, and numbers that agree."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coverkit.campaigns.campaign import Campaign
from coverkit.geometry import Rect
from coverkit.model.document import Element
from coverkit.model.locks import Locks, Permissions
from tests.rules.covers import CAMPAIGN, branded, codes, cover, masthead, only, result, slogan, text

TERMS = "campaign.terms-consistent"


def test_issue_date_fires_outside_the_period() -> None:
    subject = branded(date=dt.date(2020, 12, 1))
    assert codes("campaign.issue-date", subject) == [("outside-period", "warning")]
    assert "30/11/2020" in only("campaign.issue-date", subject).message


def test_issue_date_stays_quiet_in_the_period_and_without_branding() -> None:
    assert codes("campaign.issue-date", branded(date=dt.date(2020, 11, 30))) == []
    assert codes("campaign.issue-date", cover(*masthead(), date=dt.date(2020, 12, 1))) == []


def test_sample_fires_for_art_and_slogans() -> None:
    sample = replace(CAMPAIGN, standing="sample", slogans=tuple(replace(one, standing="sample") for one in CAMPAIGN.slogans))
    assert codes("campaign.sample", branded(campaign=sample)) == [("sample-art", "note"), ("sample-slogan", "note")]


def test_sample_stays_quiet_for_official_material() -> None:
    assert codes("campaign.sample", branded()) == []


@pytest.mark.parametrize(
    ("campaign", "expected"),
    [
        (replace(CAMPAIGN, seal="invalid", seal_note="art/band.pdf"), [("invalid", "error")]),
        (replace(CAMPAIGN, seal="unknown-issuer"), [("unknown-issuer", "warning")]),
        (replace(CAMPAIGN, seal="unsigned"), [("unsigned", "note")]),
    ],
)
def test_seal_fires(campaign: Campaign, expected: list[tuple[str, str]]) -> None:
    assert codes("campaign.seal", branded(campaign=campaign)) == expected


def test_seal_stays_quiet_when_valid_or_for_an_unsigned_sample() -> None:
    assert codes("campaign.seal", branded()) == []
    assert codes("campaign.seal", branded(campaign=replace(CAMPAIGN, seal="unsigned", standing="sample"))) == []


def test_newest_fires_when_a_newer_version_is_at_hand() -> None:
    subject = replace(branded(), newest_campaign_version=3)
    assert codes("campaign.newest", subject) == [("newer-there", "note")]
    assert (only("campaign.newest", subject).measured, only("campaign.newest", subject).limit) == (1.0, 3.0)


@pytest.mark.parametrize("newest", [None, 1])
def test_newest_stays_quiet_for_the_newest_and_where_none_is_known(newest: int | None) -> None:
    assert codes("campaign.newest", replace(branded(), newest_campaign_version=newest)) == []


def test_kind_fires_for_a_publication_that_is_not_meant() -> None:
    newsletters = replace(CAMPAIGN, kinds=("ban-tin",))
    subject = branded(campaign=newsletters, kind="tai-lieu")
    assert codes("campaign.kind", subject) == [("not-meant", "warning")]
    assert only("campaign.kind", subject).limit == "bản tin"


def test_kind_stays_quiet_for_one_that_is() -> None:
    assert codes("campaign.kind", branded(kind="tai-lieu")) == []


def test_locks_fires_for_each_closed_lock_that_was_passed() -> None:
    closed = Permissions({"banner": Locks(reason="Locked by Công văn 1011")}, frozenset({"mirrored"}))
    moved = Element("banner", values={"mirrored": True}, box=Rect(20, 230, 150, 30))
    subject = branded(permissions=closed, elements=(moved,))
    assert codes("campaign.locks", subject) == [("place", "error"), ("style", "error")]
    for one in result("campaign.locks", subject).findings:
        assert one.problem.message.endswith("which is not allowed. Locked by Công văn 1011.")


def test_locks_stays_quiet_for_open_ones() -> None:
    opened = Permissions({"banner": Locks(place_open=True)})
    assert codes("campaign.locks", branded(permissions=opened, elements=(Element("banner", box=Rect(20, 230, 150, 30)),))) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Chào mừng Đại hội đại biểu Đảng bộ tỉnh lần thứ XIII", [("ordinal", "error")]),
        ("CHÀO MỪNG ĐẠI HỘI ĐẢNG BỘ TỈNH ĐẮK NÔNG LẦN THỨ VIII", [("ordinal", "error")]),
        ("Đại hội lần thứ XIII thành công", [("ordinal", "warning")]),
        ("Đại hội đại biểu Đảng bộ tỉnh lần thứ XIIX", [("no-numeral", "error")]),
        ("Đại hội Đảng bộ tỉnh lần thứ XII, nhiệm kỳ 2015 – 2020", [("term", "error")]),
        ("Nhiệm kỳ 2020-2026", [("term", "warning")]),
    ],
)
def test_terms_consistent_fires(words: str, expected: list[tuple[str, str]]) -> None:
    assert codes(TERMS, cover(text("headline", words))) == expected


@pytest.mark.parametrize(
    "words",
    [
        "Chào mừng Đại hội đại biểu Đảng bộ tỉnh lần thứ 12, nhiệm kỳ 2020-2025",
        "Tiến tới Đại hội đại biểu toàn quốc lần thứ XIII của Đảng",
        "Đại hội lần thứ XIII của Đảng",
        "Đại hội Đảng bộ huyện Đắk Mil lần thứ VIII, nhiệm kỳ 2020 – 2025",
        "Hội đồng nhân dân tỉnh nhiệm kỳ 2016 – 2021",
        "Đại hội thi đua yêu nước lần thứ nhất",
        "Đại hội Công đoàn tỉnh Đắk Nông lần thứ X, nhiệm kỳ 2018 – 2023",
        "Đại hội thi đua yêu nước tỉnh Đắk Nông lần thứ IV",
        "HĐND tỉnh Đắk Nông khóa III, nhiệm kỳ 2016 – 2021",
        "Hướng tới Đại hội đại biểu toàn quốc lần thứ XIII",
    ],
)
def test_terms_consistent_stays_quiet(words: str) -> None:
    assert codes(TERMS, cover(text("headline", words), slogan())) == []


@pytest.mark.parametrize("module", ["banner-present", "banner-aspect", "banner-size", "banner-zone", "banner-clear-space"])
def test_banner_rules_are_quiet_without_a_campaign(module: str) -> None:
    assert codes(f"campaign.{module}", branded(campaign=None)) == []


@pytest.mark.parametrize("module", ["slogan-dates", "slogan-legible", "seal", "sample", "terms-consistent", "banner-uncovered"])
def test_other_campaign_rules_are_quiet_without_a_campaign(module: str) -> None:
    assert codes(f"campaign.{module}", branded(campaign=None)) == []
