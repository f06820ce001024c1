"""campaign.slogan-*: present, exact, current, in its days, legible."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coverkit.campaigns.campaign import Period
from tests.rules.covers import (
    AFTER,
    CAMPAIGN,
    MOTTO,
    REPLACED,
    WELCOME,
    banner,
    branded,
    codes,
    cover,
    masthead,
    only,
    slogan,
    text,
)

PRESENT, EXACT, CURRENT = "campaign.slogan-present", "campaign.slogan-exact", "campaign.slogan-current"
DATES, LEGIBLE = "campaign.slogan-dates", "campaign.slogan-legible"
NOVEMBER = dt.date(2020, 11, 10)


def test_slogan_present_fires_without_one() -> None:
    problem = only(PRESENT, cover(*masthead(), banner()))
    assert (problem.code, problem.measured, problem.limit) == ("missing", 0.0, 1.0)


def test_slogan_present_fires_when_two_are_ordered() -> None:
    required = tuple(replace(one, count=2) for one in CAMPAIGN.required)
    assert codes(PRESENT, branded(campaign=replace(CAMPAIGN, required=required))) == [("missing", "error")]


def test_slogan_present_stays_quiet_for_a_slogan_in_a_free_text() -> None:
    assert codes(PRESENT, branded()) == []
    assert codes(PRESENT, cover(text("headline", MOTTO.upper()))) == []
    assert codes(PRESENT, cover(*masthead(), date=dt.date(2021, 1, 1))) == []


def test_slogan_exact_fires_for_one_wrong_letter() -> None:
    problem = only(EXACT, cover(slogan(WELCOME.replace("chào mừng", "chào mưng"))))
    assert problem.code == "wrong-words"
    assert "[mưng → mừng]" in problem.message


def test_slogan_exact_fires_for_a_slogan_mistyped_in_a_free_text() -> None:
    assert codes(EXACT, cover(text("headline", MOTTO.replace("Kỷ", "Kỳ")))) == [("wrong-words", "error")]


def test_slogan_exact_fires_for_what_is_no_slogan_and_names_the_nearest() -> None:
    problem = only(EXACT, cover(slogan("Đoàn kết là sức mạnh")))
    assert problem.code == "unknown"
    assert MOTTO in problem.message


def test_slogan_exact_only_notes_another_way_of_writing() -> None:
    subject = cover(slogan(WELCOME.replace(" – ", "-").replace("!", " !")))
    assert codes(EXACT, subject) == [("written-differently", "note")]
    assert WELCOME in only(EXACT, subject).message


def test_slogan_exact_fires_for_capitals_that_the_campaign_forbids() -> None:
    plain = replace(CAMPAIGN, slogan_rules=replace(CAMPAIGN.slogan_rules, cases=("as-is",)))
    assert codes(EXACT, cover(slogan(upper=True), campaign=plain)) == [("capitals", "error")]
    assert codes(EXACT, cover(slogan(upper=True))) == []


def test_slogan_exact_stays_quiet_for_exact_slogans_and_other_texts() -> None:
    assert codes(EXACT, branded()) == []
    assert codes(EXACT, cover(slogan(MOTTO), text("headline", "Đại hội Đảng bộ tỉnh Đắk Nông khai mạc"))) == []
    assert codes(EXACT, cover(slogan("Gì cũng được"), campaign=None)) == []


def test_slogan_current_fires_and_names_the_successor() -> None:
    problem = only(CURRENT, cover(slogan(REPLACED)))
    assert problem.code == "replaced"
    assert WELCOME in problem.message
    assert codes(EXACT, cover(slogan(REPLACED))) == []


def test_slogan_current_stays_quiet_for_the_list() -> None:
    assert codes(CURRENT, branded()) == []


def test_slogan_dates_fires_after_its_own_last_day() -> None:
    problem = only(DATES, cover(slogan(), date=NOVEMBER))
    assert problem.code == "not-valid"
    assert "31/10/2020" in problem.message
    assert codes(DATES, cover(slogan(), date=NOVEMBER)) == [("not-valid", "warning")]


@pytest.mark.parametrize(
    ("valid", "words"),
    [
        (Period(dt.date(2020, 11, 1), None), "from 01/11/2020"),
        (Period(None, dt.date(2020, 10, 1)), "until 01/10/2020"),
        (Period(dt.date(2020, 9, 1), dt.date(2020, 9, 30)), "from 01/09/2020 to 30/09/2020"),
    ],
)
def test_slogan_dates_fires_and_says_when_it_is_valid(valid: Period, words: str) -> None:
    first, *others = CAMPAIGN.slogans
    campaign = replace(CAMPAIGN, slogans=(replace(first, valid=valid), *others))
    assert only(DATES, cover(slogan(), campaign=campaign)).limit == words


def test_slogan_dates_fires_in_the_wrong_phase() -> None:
    assert codes(DATES, cover(slogan(AFTER), date=dt.date(2020, 10, 5))) == [("wrong-phase", "warning")]
    problem = only(DATES, cover(slogan(AFTER), date=dt.date(2020, 10, 15)))
    assert (problem.measured, problem.limit) == ("during the event", "after the event")


def test_slogan_dates_stays_quiet_about_phases_where_the_event_has_no_dates() -> None:
    undated = replace(CAMPAIGN, event=Period())
    assert codes(DATES, cover(slogan(AFTER), date=dt.date(2020, 10, 5), campaign=undated)) == []


def test_slogan_dates_stays_quiet_on_its_days() -> None:
    assert codes(DATES, cover(slogan())) == []
    assert codes(DATES, cover(slogan(AFTER), date=NOVEMBER)) == []
    assert codes(DATES, cover(slogan(MOTTO), date=NOVEMBER)) == []


def test_slogan_legible_fires_below_the_campaigns_size() -> None:
    problem = only(LEGIBLE, cover(slogan(size=7.5)))
    assert (problem.measured, problem.limit, problem.unit) == (7.5, 8.0, "pt")


def test_slogan_legible_stays_quiet_at_the_least_size() -> None:
    assert codes(LEGIBLE, cover(slogan(size=8.0))) == []


def test_slogan_legible_option_is_a_floor_below_no_campaign_may_go() -> None:
    tiny = replace(CAMPAIGN, slogan_rules=replace(CAMPAIGN.slogan_rules, least_size=4.0))
    assert codes(LEGIBLE, cover(slogan(size=5.0), campaign=tiny)) == [("too-small", "error")]
    assert codes(LEGIBLE, cover(slogan(size=5.0), campaign=tiny), least_pt=4.5) == []
