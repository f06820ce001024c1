"""law.*: what the press and publishing laws want of a front cover."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from coverkit.checks.finding import Status
from coverkit.model.document import Unit
from tests.rules.covers import UNIT, Part, branded, codes, cover, masthead, only, result, text

SIZE, LABEL, ORDER = "law.newsletter-size", "law.newsletter-label", "law.masthead-order"
NEW = dt.date(2026, 7, 1)


def test_newsletter_size_fires_for_a4() -> None:
    problem = only(SIZE, cover(width=210.0, height=297.0))
    assert (problem.code, problem.measured, problem.limit) == ("too-large", "210×297", "190×270")
    assert codes(SIZE, cover(width=190.0, height=271.0)) == [("too-large", "error")]


def test_newsletter_size_only_warns_under_the_new_law() -> None:
    assert codes(SIZE, cover(width=210.0, height=297.0, date=NEW)) == [("too-large-unconfirmed", "warning")]
    assert codes(SIZE, cover(width=210.0, height=297.0, date=NEW - dt.timedelta(days=1))) == [("too-large", "error")]


OLD_DAY = NEW - dt.timedelta(days=1)
UNCONFIRMED = "what holds since is to be confirmed."


@pytest.mark.parametrize(
    ("rule", "parts", "unit"),
    [
        (LABEL, (text("name", "Khuyến nông"),), UNIT),
        (ORDER, (text("label", "BẢN TIN"),), Unit()),
        ("law.full-date", (text("date", "Tháng 7/2026"),), UNIT),
        ("law.imprint-data", (), Unit()),
        ("law.pages", (), replace(UNIT, pages=68)),
    ],
)
def test_the_old_law_only_warns_once_the_new_one_holds(rule: str, parts: tuple[Part, ...], unit: Unit) -> None:
    before, after = (only(rule, cover(*parts, unit=unit, date=day)) for day in (OLD_DAY, NEW))
    assert UNCONFIRMED not in before.message
    assert after.message.endswith(UNCONFIRMED)
    ((_, severity),) = codes(rule, cover(*parts, unit=unit, date=NEW))
    assert severity == "warning"


def test_another_printed_date_than_the_issues_is_no_matter_of_law() -> None:
    subject = cover(text("date", "Ngày 2 tháng 7 năm 2026"), date=NEW)
    assert codes("law.full-date", subject) == [("differs", "warning")]
    assert UNCONFIRMED not in only("law.full-date", subject).message


def test_a_document_falls_under_the_publishing_law_only() -> None:
    assert UNCONFIRMED not in only("law.imprint-data", cover(kind="tai-lieu", unit=Unit(), date=NEW)).message


def test_newsletter_size_stays_quiet_up_to_the_limit_and_for_documents() -> None:
    assert codes(SIZE, cover()) == []
    assert codes(SIZE, cover(width=270.0, height=190.0)) == []
    assert codes(SIZE, cover(width=210.0, height=297.0, kind="tai-lieu")) == []


def test_newsletter_size_option_sets_the_limit() -> None:
    a4 = cover(width=210.0, height=297.0)
    assert codes(SIZE, a4, short_mm=210.0, long_mm=297.0) == []
    assert codes(SIZE, a4, unconfirmed_from=dt.date(2020, 1, 1)) == [("too-large-unconfirmed", "warning")]


def test_newsletter_label_fires_when_missing_small_or_low() -> None:
    assert codes(LABEL, cover(text("name", "Khuyến nông"))) == [("missing", "error")]
    assert codes(LABEL, cover(text("label", "Bản tin Khuyến nông"))) == [("not-capitals", "error")]
    problem = only(LABEL, cover(text("label", "BẢN TIN", y=150.0)))
    assert (problem.code, problem.limit) == ("too-low", 108.0)


def test_newsletter_label_stays_quiet_as_it_is_printed() -> None:
    assert codes(LABEL, branded()) == []
    assert codes(LABEL, cover(text("label", "Bản tin", y=20.0, upper=True))) == []
    assert codes(LABEL, cover(kind="tai-lieu")) == []
    assert codes(LABEL, cover(text("note", "BẢN TIN THÁNG 10", y=240.0), text("label", "BẢN TIN", y=20.0))) == []


def test_newsletter_label_option_sets_the_upper_part() -> None:
    low = cover(text("label", "BẢN TIN", y=150.0))
    assert codes(LABEL, low, upper_share=0.7) == []


def _masthead(**places: tuple[float, float]) -> tuple[Part, ...]:
    standard = {"label": (20.0, 12.0), "name": (20.0, 20.0), "body": (20.0, 36.0), "date": (20.0, 44.0)}
    words = {"label": "BẢN TIN", "name": "Khuyến nông", "body": "Trung tâm Khuyến nông", "date": "Ngày 15/10/2020"}
    sizes = {"label": 14.0, "name": 28.0, "body": 10.0, "date": 10.0}
    spots = {**standard, **places}
    return tuple(text(role, words[role], *spots[role], size=sizes[role], width=80.0) for role in words)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ({"label": (20.0, 60.0)}, "name-before-label"),
        ({"body": (20.0, 5.0)}, "body-not-under-name"),
        ({"date": (110.0, 12.0)}, "date-not-under-name"),
    ],
)
def test_masthead_order_fires(places: dict[str, tuple[float, float]], expected: str) -> None:
    assert codes(ORDER, cover(*_masthead(**places))) == [(expected, "error")]


def test_masthead_order_fires_for_missing_parts() -> None:
    bare = Unit()
    assert codes(ORDER, cover(text("label", "BẢN TIN"), unit=bare)) == [("name-missing", "error")]
    short = cover(*_masthead()[:2], unit=bare)
    assert codes(ORDER, short) == [("body-missing", "error"), ("date-missing", "error")]


def test_masthead_order_stays_quiet_under_and_after() -> None:
    assert codes(ORDER, branded()) == []
    assert codes(ORDER, cover(*_masthead(label=(20.0, 20.0), name=(50.0, 18.0)))) == []
    assert codes(ORDER, cover(kind="tai-lieu")) == []


def test_masthead_order_finds_parts_by_their_words() -> None:
    nameless = (
        text("a", "BẢN TIN", 20.0, 12.0),
        text("b", "KHUYẾN NÔNG ĐẮK NÔNG", 20.0, 20.0, size=20),
        text("c", UNIT.name, 20.0, 36.0, size=10),
        text("d", "15.10.2020", 20.0, 44.0, size=10),
    )
    assert codes(ORDER, cover(*nameless)) == []
    assert codes(ORDER, cover(*nameless[:3])) == [("date-missing", "error")]


def test_masthead_order_option_is_the_tolerance() -> None:
    tight = cover(*_masthead(date=(110.0, 25.0)))
    assert codes(ORDER, tight) == [("date-not-under-name", "error")]
    assert codes(ORDER, tight, tolerance_mm=5.0) == []


def test_full_date_fires_for_month_and_year_only() -> None:
    assert codes("law.full-date", cover(text("date", "Tháng 10/2020"))) == [("incomplete", "warning")]


def test_full_date_fires_for_another_day_than_the_issues() -> None:
    problem = only("law.full-date", cover(text("date", "Ngày 16 tháng 10 năm 2020")))
    assert (problem.code, problem.measured, problem.limit) == ("differs", "2020-10-16", "2020-10-15")


@pytest.mark.parametrize(
    "words", ["Ngày 15 tháng 10 năm 2020", "Số 3 – 15/10/2020", "15 - 10 - 2020", "NGÀY 15 THÁNG 10 NĂM 2020"]
)
def test_full_date_stays_quiet_for_full_dates(words: str) -> None:
    assert codes("law.full-date", cover(text("date", words))) == []


def test_full_date_option_sets_the_day_of_the_new_law() -> None:
    subject = cover(text("date", "Tháng 10/2020"))
    assert only("law.full-date", subject, unconfirmed_from=dt.date(2020, 1, 1)).message.endswith(UNCONFIRMED)


def test_full_date_stays_quiet_for_documents() -> None:
    assert codes("law.full-date", cover(text("date", "Tháng 10/2020"), kind="tai-lieu")) == []


def test_pages_fires_above_64_and_only_warns_under_the_new_law() -> None:
    thick = replace(UNIT, pages=68)
    assert codes("law.pages", cover(unit=thick)) == [("too-many", "error")]
    assert codes("law.pages", cover(unit=thick, date=NEW)) == [("too-many-unconfirmed", "warning")]


def test_pages_stays_quiet_up_to_64_and_says_when_it_does_not_know() -> None:
    assert codes("law.pages", cover(unit=replace(UNIT, pages=64))) == []
    assert result("law.pages", cover(unit=replace(UNIT, pages=0))).status is Status.NOT_CHECKED
    assert codes("law.pages", cover(unit=replace(UNIT, pages=200), kind="tai-lieu")) == []


def test_pages_option_sets_the_limit() -> None:
    assert codes("law.pages", cover(unit=replace(UNIT, pages=40)), most=32) == [("too-many", "error")]


def test_imprint_data_fires_with_a_list() -> None:
    problem = only("law.imprint-data", cover(unit=replace(UNIT, licence_number="", print_run=0)))
    assert problem.measured == 2.0
    assert "print run" in problem.message
    assert codes("law.imprint-data", cover(unit=Unit())) == [("incomplete", "warning")]


def test_imprint_data_option_sets_the_day_of_the_new_law() -> None:
    assert UNCONFIRMED in only("law.imprint-data", cover(unit=Unit()), unconfirmed_from=dt.date(2020, 1, 1)).message


def test_imprint_data_stays_quiet_when_complete() -> None:
    assert codes("law.imprint-data", cover()) == []
    assert codes("law.imprint-data", cover(unit=replace(UNIT, periodicity="", responsible=""), kind="tai-lieu")) == []


def test_document_title_fires_without_title_or_body() -> None:
    found = codes("law.document-title", cover(kind="tai-lieu"))
    assert found == [("title-missing", "error"), ("body-missing", "error")]


def test_document_title_stays_quiet_when_both_are_shown() -> None:
    assert codes("law.document-title", cover(*masthead(), kind="tai-lieu")) == []
    assert codes("law.document-title", cover()) == []


def test_other_text_on_book_cover_fires_for_branding_on_a_document() -> None:
    assert codes("law.other-text-on-book-cover", branded(kind="tai-lieu")) == [("branding", "note")]
    assert "Công văn 1011" in only("law.other-text-on-book-cover", branded(kind="tai-lieu")).message


def test_other_text_on_book_cover_stays_quiet_without_it() -> None:
    assert codes("law.other-text-on-book-cover", branded()) == []
    assert codes("law.other-text-on-book-cover", cover(*masthead(), kind="tai-lieu")) == []


def test_issue_number_fires_when_missing_or_not_shown() -> None:
    assert codes("law.issue-number", cover(*masthead(), number="")) == [("missing", "note")]
    assert codes("law.issue-number", cover(*masthead(), number="10")) == [("not-shown", "note")]


def test_issue_number_stays_quiet_when_shown() -> None:
    assert codes("law.issue-number", branded()) == []
    assert codes("law.issue-number", cover(kind="tai-lieu", number="")) == []
