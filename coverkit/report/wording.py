"""The words and numbers of reports, in the reader's language. Says what rules found; never that something is lawful."""

from __future__ import annotations

import datetime as dt

from coverkit.checks.finding import Finding, Severity, Status
from coverkit.formats.printers import printer_profiles
from coverkit.geometry import Rect
from coverkit.i18n import language, mark, number, tr
from coverkit.report.data import CampaignRecord, Decision, Report, ReportSubject

_STATUS = {
    Status.PASS: mark("no violation"),
    Status.NOTE: mark("note"),
    Status.WARNING: mark("warning"),
    Status.ERROR: mark("error"),
    Status.NOT_CHECKED: mark("not checked"),
    Status.CRASH: mark("rule failed to run"),
}
_GROUPS = {Severity.ERROR: mark("Errors"), Severity.WARNING: mark("Warnings"), Severity.NOTE: mark("Notes")}
_SEALS = {
    "valid": mark("seal valid"),
    "unsigned": mark("not signed"),
    "invalid": mark("seal broken"),
    "unknown-issuer": mark("signed by an issuer that is not known"),
}
_PRESS_INKS = {"Cyan": mark("Cyan"), "Magenta": mark("Magenta"), "Yellow": mark("Yellow"), "Black": mark("Black")}
_KINDS = {"cover": mark("cover"), "pdf": mark("PDF file"), "picture": mark("picture of a cover")}


def ink_word(name: str) -> str:
    """Return what an ink is called: those of the press have words, a spot colour keeps its name."""
    return tr(_PRESS_INKS[name]) if name in _PRESS_INKS else name


def status_word(status: Status) -> str:
    """Return a status in one or two words."""
    return tr(_STATUS[status])


def group_title(severity: Severity) -> str:
    """Return the heading over all findings of a severity."""
    return tr(_GROUPS[severity])


def seal_words(state: str) -> str:
    """Return what a campaign's seal says."""
    return tr(_SEALS.get(state, state))


def kind_word(kind: str) -> str:
    """Return what was checked: a cover, a PDF or a picture."""
    return tr(_KINDS.get(kind, kind))


def quantity(value: float | str, unit: str) -> str:
    """Return a measured value or a limit with its unit."""
    shown = value if isinstance(value, str) else number(value)
    if not unit:
        return shown
    return f"{shown}{unit}" if unit in ("°", "″") else f"{shown}\N{NO-BREAK SPACE}{unit}"


def place(box: Rect, page: int, pages: int) -> str:
    """Return where something stands: from the trim's top left, in mm; the page only where there are several."""
    where = tr(
        "{x} mm from the left, {y} mm from the top, {width} × {height} mm",
        x=number(box.x, 1),
        y=number(box.y, 1),
        width=number(box.width, 1),
        height=number(box.height, 1),
    )
    return where if pages <= 1 else tr("page {page}: {where}", page=page, where=where)


def size(trim: tuple[float, float]) -> str:
    """Return a trim size."""
    return tr("{width} × {height} mm", width=number(trim[0]), height=number(trim[1]))


def moment(when: dt.datetime) -> str:
    """Return a date with the time of day."""
    return f"{when:%d/%m/%Y %H:%M}" if language() == "vi" else f"{when:%Y-%m-%d %H:%M}"


def comparison(finding: Finding) -> str:
    """Return what was measured and what is allowed; empty where a rule gave no numbers."""
    problem = finding.problem
    parts = []
    if problem.measured not in (None, ""):
        parts.append(tr("measured: {value}", value=quantity(problem.measured, problem.unit)))
    if problem.limit is not None:
        # A number is a limit; a word is what should have stood there.
        words = mark("wanted: {value}") if isinstance(problem.limit, str) else mark("limit: {value}")
        parts.append(tr(words, value=quantity(problem.limit, problem.unit)))
    return " · ".join(parts)


def small_print(finding: Finding, subject: ReportSubject) -> tuple[str, ...]:
    """Return the lines under a finding: its place, its source, who changed its weight, who accepted it."""
    problem = finding.problem
    where = "" if problem.box is None else place(problem.box, problem.page, subject.pages)
    called = subject.elements.get(problem.element, problem.element)
    lines = (
        ": ".join(part for part in (called, where) if part),
        tr("Source: {source}", source=finding.source),
        tr("Set by: {reason}", reason=finding.override_reason) if finding.override_reason else "",
        tr("Accepted: {reason}", reason=finding.waiver) if finding.waiver else "",
    )
    return tuple(line for line in lines if line)


def verdict(report: Report) -> str:
    """Return the result in one sentence that claims no more than what was done."""
    counts = report.result.counts()
    found = counts["error"] + counts["warning"] + counts["note"]
    if counts["crash"]:
        return tr("Rules that failed to run: {count}. This is not a result to rely on.", count=counts["crash"])
    if not report.judged:
        return tr("Nothing was checked.")
    return " ".join(part for part in (_outcome(report, found), _accepted(report)) if part)


def _outcome(report: Report, found: int) -> str:
    counts = report.result.counts()
    unchecked = counts["not_checked"]
    if not found:
        return tr("No violation found by these {count} rules; {open} not checked.", count=report.judged, open=unchecked)
    if not counts["error"] and not counts["warning"]:
        return tr(
            "No error and no warning found by these {count} rules; notes: {notes}; not checked: {open}.",
            count=report.judged,
            notes=counts["note"],
            open=unchecked,
        )
    return tr(
        "Found by {count} rules – errors: {errors}, warnings: {warnings}, notes: {notes}; not checked: {open}.",
        count=report.judged,
        errors=counts["error"],
        warnings=counts["warning"],
        notes=counts["note"],
        open=unchecked,
    )


def _accepted(report: Report) -> str:
    count = sum(finding.status == "waived" for finding in report.findings)
    return tr("Accepted, with reason and name: {count}.", count=count) if count else ""


def campaign_line(campaign: CampaignRecord | None) -> str:
    """Return which campaign was checked against."""
    if campaign is None:
        return tr("none; campaign rules do not apply")
    return tr(
        "{title} ({id}, version {version}; {seal})",
        title=campaign.title,
        id=campaign.id,
        version=campaign.version,
        seal=seal_words(campaign.seal),
    )


def standard_line(subject: ReportSubject) -> str:
    """Return the standard that a PDF was judged by, and why that one; empty for other subjects."""
    if not subject.standard:
        return ""
    if subject.claim == subject.standard:
        return tr("{standard}, as the file says", standard=subject.standard)
    if not subject.claim:
        return tr("{standard}; the file names none", standard=subject.standard)
    return tr("{standard}; the file names {claim}", standard=subject.standard, claim=subject.claim)


def printer_line(profile: str) -> str:
    """Return a printer profile's name and id; the id alone where no such profile is shipped."""
    name = next((one.name for one in printer_profiles() if one.id == profile), "")
    return f"{name} [{profile}]" if name else profile


def trim(subject: ReportSubject) -> str:
    """Return the size of what was checked, or that there is none."""
    if subject.trim_mm is None:
        return tr("size not stated") if subject.kind == "picture" else tr("no page")
    return size(subject.trim_mm)


def decision_line(decision: Decision) -> str:
    """Return who decided what, when and why."""
    values = {"name": decision.by, "time": moment(decision.time)}
    text = tr("approved by {name}, {time}", **values) if decision.approved else tr("returned by {name}, {time}", **values)
    signs = {True: tr("signed"), False: tr("its signature is false"), None: tr("not signed")}
    return "; ".join(part for part in (text, signs[decision.signed], decision.reasons) if part)


def facts(report: Report) -> tuple[tuple[str, str], ...]:
    """Return what was checked, by what and against what: names and values."""
    subject, campaign = report.subject, report.subject.campaign
    found = [
        (tr("Kind"), kind_word(subject.kind)),
        (tr("Trim"), trim(subject)),
        (tr("Pages"), str(subject.pages)),
        (tr("Printer profile"), printer_line(subject.profile)),
        *(((tr("Judged as"), standard_line(subject)),) if subject.standard else ()),
        (tr("Campaign"), campaign_line(campaign)),
    ]
    if campaign is not None:
        found.append((tr("By order of"), " – ".join(part for part in (campaign.dispatch, campaign.issuer) if part)))
    found += [(tr("File"), subject.path), ("SHA-256", subject.sha256)]
    if campaign is not None:
        found.append((tr("Campaign's SHA-256"), campaign.sha256))
    checker = tr("CoverKit {version}, rule set {rules}", version=report.coverkit, rules=report.rule_set)
    decided = () if report.decision is None else ((tr("Decision"), decision_line(report.decision)),)
    return (*found, (tr("Checked by"), checker), *decided)


def sample_warning(campaign: CampaignRecord | None) -> str:
    """Return the sentence that a sample campaign needs; empty for an official one."""
    if campaign is None or not campaign.sample:
        return ""
    return tr("This campaign is a sample: its art was drawn for trials and is not the issuer's own.")


def limits_of_report() -> str:
    """Return what a report is not."""
    return tr(
        "This report says what the rules listed here found by the named sources, house policy and measurements. "
        "It is neither a permission nor a lawyer's opinion, and it does not replace the eye of the person who signs the proof."
    )
