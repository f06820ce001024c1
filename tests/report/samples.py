"""Reports made by hand: every severity, an acceptance, a rule not checked, one that broke."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from coverkit.checks.finding import Finding, Outcome, Problem, RuleResult, Severity, Status
from coverkit.checks.rule import NoOptions, Rule
from coverkit.checks.runner import CheckResult
from coverkit.geometry import Rect
from coverkit.report.data import CampaignRecord, Report, ReportSubject

CAMPAIGN = CampaignRecord(
    id="mau",
    version=3,
    sha256="c" * 64,
    seal="unsigned",
    title="Đại hội <mẫu>",
    sample=True,
    dispatch="Công văn 1/X, 02/10/2020",
)

PLACE = Rect(10.004, 20.0, 100.0, 50.0)


def finding(
    rule: str = "images.resolution",
    severity: Severity = Severity.ERROR,
    *,
    box: Rect | None = PLACE,
    page: int = 1,
    waiver: str = "",
    override: str = "",
    **problem: Any,
) -> Finding:
    """Return a finding; `problem` sets fields of its problem."""
    fields: dict[str, Any] = {
        "code": "below-limit",
        "message": "Ảnh bìa có 143 ppi",
        "element": "hero",
        "measured": 143.23456,
        "limit": 225.0,
        "unit": "ppi",
        **problem,
    }
    return Finding(
        rule=rule,
        problem=Problem(box=box, page=page, **fields),
        severity=severity,
        remedy="Chọn ảnh lớn hơn.",
        source="House policy",
        status="waived" if waiver else "open",
        waiver=waiver,
        override_reason=override,
    )


def result(*findings: Finding, status: Status | None = None, reason: str = "") -> RuleResult:
    """Return the result of the rule of some findings."""
    worst = status or Status(findings[0].severity.value)
    return RuleResult(findings[0].rule if findings else "law.quiet", worst, reason, findings)


def subject(campaign: CampaignRecord | None = CAMPAIGN, pages: int = 1) -> ReportSubject:
    """Return what was checked."""
    return ReportSubject("covers/thang-10.cover", "cover", "a" * 64, pages, (190.0, 270.00001), "offset-coated", campaign)


def report(*rules: RuleResult, of: ReportSubject | None = None) -> Report:
    """Return a report."""
    return Report(of or subject(), CheckResult(rules), (book_rule("images.resolution", "Pictures are sharp <enough>"),), 7)


def full_report() -> Report:
    """Return a report that holds everything there is."""
    return report(
        result(finding("text.overset", Severity.NOTE, code="overset", box=None)),
        result(finding(), finding(box=Rect(5.0, 5.0, 10.0, 10.0), code="other")),
        result(finding("law.size", Severity.WARNING, waiver="Giấy phép cho A4 (Bình, 01/10/2020)"), status=Status.PASS),
        RuleResult("press.boxes", Status.NOT_CHECKED, "No file yet."),
        RuleResult("gwg.r0001", Status.CRASH, "The rule failed to run: KeyError."),
        RuleResult("law.quiet", Status.PASS),
    )


def book_rule(rule_id: str, title: str) -> Rule:
    """Return a rule of the book."""
    return Rule(rule_id, title, object, Severity.ERROR, "why", "remedy", "source", NoOptions, _silent, "high")


def _silent(subject: Any, options: Any) -> Iterator[Outcome]:
    return iter(())
