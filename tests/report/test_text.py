"""Reports for a terminal, and the words that all reports share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coverkit import i18n
from coverkit.checks.finding import RuleResult, Severity, Status
from coverkit.report import wording
from coverkit.report.html_report import html_report
from coverkit.report.text_report import text_report
from tests.report.samples import CAMPAIGN, finding, full_report, report, result, subject


def test_findings_stand_under_their_severity_with_place_numbers_remedy_and_source() -> None:
    text = text_report(full_report())
    assert text.index("Errors (2)") < text.index("Notes (1)") < text.index("Accepted, with reason and name (1)")
    for part in (
        "Printer profile: Offset on coated paper (3 mm bleed) [offset-coated]",
        "  1. Ảnh bìa có 143 ppi",
        "hero: 10 mm from the left, 20 mm from the top, 100 × 50 mm",
        "measured: 143.23\N{NO-BREAK SPACE}ppi · limit: 225\N{NO-BREAK SPACE}ppi",
        "Remedy: Chọn ảnh lớn hơn.",
        "Source: House policy",
        "[images.resolution/below-limit]",
        "Accepted: Giấy phép cho A4 (Bình, 01/10/2020)",
        "[press.boxes]: No file yet.",
    ):
        assert part in text, part


def test_no_line_is_wider_than_asked() -> None:
    assert max(len(line) for line in text_report(full_report(), width=60).splitlines()[5:-1]) <= 60


@pytest.mark.parametrize(
    ("rules", "last"),
    [
        ((RuleResult("a.b", Status.PASS),), "No violation found by these 1 rules; 0 not checked."),
        (
            (RuleResult("a.b", Status.PASS), RuleResult("a.c", Status.NOT_CHECKED)),
            "No violation found by these 1 rules; 1 not checked.",
        ),
        ((RuleResult("a.c", Status.NOT_CHECKED),), "Nothing was checked."),
        ((), "Nothing was checked."),
        (
            (result(finding(severity=Severity.NOTE)),),
            "No error and no warning found by these 1 rules; notes: 1; not checked: 0.",
        ),
        ((result(finding()),), "Found by 1 rules – errors: 1, warnings: 0, notes: 0; not checked: 0."),
        ((RuleResult("a.b", Status.CRASH),), "Rules that failed to run: 1. This is not a result to rely on."),
        (
            (result(finding(waiver="why"), status=Status.PASS),),
            "No violation found by these 1 rules; 0 not checked. Accepted, with reason and name: 1.",
        ),
    ],
)
def test_the_last_line_claims_no_more_than_was_done(rules: tuple[RuleResult, ...], last: str) -> None:
    assert text_report(report(*rules)).splitlines()[-1] == last


def test_lines_keep_the_width_but_for_the_name_of_the_file() -> None:
    text = text_report(report(*full_report().rules, of=subject(replace(CAMPAIGN, title="Đại hội " * 20))), width=60)
    assert max(len(line) for line in text.splitlines()[1:]) <= 60


def test_reports_never_certify() -> None:
    for made in (full_report(), report(RuleResult("a.b", Status.PASS))):
        text = (text_report(made) + html_report(made)).lower()
        assert "certified" not in text
        assert "legal" not in text


def test_a_sample_campaign_says_so_and_an_official_one_does_not() -> None:
    assert "This campaign is a sample" in text_report(full_report())
    official = report(RuleResult("a.b", Status.PASS), of=subject(replace(CAMPAIGN, sample=False)))
    assert "sample" not in text_report(official)
    assert "none; campaign rules do not apply" in text_report(report(of=subject(None)))


def test_pages_are_named_only_where_there_are_several() -> None:
    one = result(finding(page=2))
    assert "page 2" not in text_report(report(one))
    assert "page 2: 10 mm" in text_report(report(one, of=subject(pages=4)))


def test_numbers_are_written_as_the_reader_writes_them() -> None:
    assert [i18n.number(value) for value in (1.5, 2.0, -0.001, 0.126)] == ["1.5", "2", "0", "0.13"]
    i18n.activate("vi")
    assert i18n.number(1.5) == "1,5"
    assert wording.quantity("A4", "") == "A4"


@pytest.mark.parametrize(
    ("measured", "limit", "unit", "wanted"),
    [
        (90.0, 149.0, "ppi", "measured: 90\N{NO-BREAK SPACE}ppi · limit: 149\N{NO-BREAK SPACE}ppi"),
        ("DeviceRGB", "DeviceCMYK", "", "measured: DeviceRGB · wanted: DeviceCMYK"),
        ("", "PDF/X-4", "", "wanted: PDF/X-4"),
        ("", None, "", ""),
    ],
)
def test_numbers_have_limits_and_words_what_is_wanted(
    measured: float | str | None, limit: float | str | None, unit: str, wanted: str
) -> None:
    one = finding()
    problem = replace(one.problem, measured=measured, limit=limit, unit=unit)
    assert wording.comparison(replace(one, problem=problem)) == wanted
