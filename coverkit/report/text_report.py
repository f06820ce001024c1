"""Reports for a terminal: grouped by severity, one place, number, remedy and source for each finding."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from coverkit.checks.finding import Finding, RuleResult, Severity, Status
from coverkit.i18n import tr
from coverkit.report import wording
from coverkit.report.data import Report, reasons

WIDTH = 100
_INDENT = "     "


def text_report(report: Report, width: int = WIDTH) -> str:
    """Return the report as plain text of lines up to a width, ending with a line break."""
    name, *others = _head(report)
    head = (name, *(line for text in others for line in _wrapped(text, width, first="")))
    verdict = _wrapped(wording.verdict(report), width, first="", then="")
    lines = [*head, *_findings(report, width), *_rules_without_verdict(report, width), "", *verdict]
    return "\n".join(lines) + "\n"


def _head(report: Report) -> Iterator[str]:
    subject = report.subject
    yield f"{subject.path}  ({wording.kind_word(subject.kind)}, {wording.trim(subject)})"
    yield tr("Campaign: {campaign}", campaign=wording.campaign_line(subject.campaign))
    if subject.campaign is not None:
        yield tr("By order of: {dispatch}", dispatch=subject.campaign.dispatch)
    sample = wording.sample_warning(subject.campaign)
    if sample:
        yield sample
    yield tr("Printer profile: {profile}", profile=wording.printer_line(subject.profile))
    if subject.standard:
        yield tr("Judged as: {standard}", standard=wording.standard_line(subject))
    if report.decision is not None:
        yield tr("Decision: {decision}", decision=wording.decision_line(report.decision))


def _findings(report: Report, width: int) -> Iterator[str]:
    numbered = list(enumerate(report.findings, 1))
    for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE):
        group = [(count, one) for count, one in numbered if one.status == "open" and one.severity is severity]
        yield from _group(wording.group_title(severity), group, report, width)
    waived = [(count, one) for count, one in numbered if one.status == "waived"]
    yield from _group(tr("Accepted, with reason and name"), waived, report, width)


def _group(title: str, group: list[tuple[int, Finding]], report: Report, width: int) -> Iterator[str]:
    if not group:
        return
    yield ""
    yield tr("{title} ({count})", title=title, count=len(group))
    for count, finding in group:
        yield from _finding(count, finding, report, width)


def _finding(count: int, finding: Finding, report: Report, width: int) -> Iterator[str]:
    yield from _wrapped(finding.problem.message, width, first=f"{count:3}. ")
    for text in (
        wording.comparison(finding),
        tr("Remedy: {remedy}", remedy=finding.remedy),
        *wording.small_print(finding, report.subject),
    ):
        yield from _wrapped(text, width)
    yield f"{_INDENT}[{finding.rule}/{finding.code}]"


def _rules_without_verdict(report: Report, width: int) -> Iterator[str]:
    for status in (Status.CRASH, Status.NOT_CHECKED):
        rules = [one for one in report.rules if one.status is status]
        if rules:
            yield ""
            yield tr("{title} ({count})", title=wording.status_word(status).capitalize(), count=len(rules))
        for one in rules:
            yield from _wrapped(_rule_line(one, report), width, first="  –  ")


def _rule_line(rule: RuleResult, report: Report) -> str:
    why = " ".join(reasons(rule))
    return f"{tr(report.title_of(rule.id))} [{rule.id}]" + (f": {why}" if why else "")


def _wrapped(text: str, width: int, first: str = _INDENT, then: str = _INDENT) -> list[str]:
    return textwrap.wrap(
        text, width, initial_indent=first, subsequent_indent=then, break_long_words=False, break_on_hyphens=False
    )
