"""Check one file of a hot folder in a process of its own, and make its reports."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coverkit.app.hot_folder.places import REPORTS, Claimed, Verdict
from coverkit.app.rulebook import VERSION, rules
from coverkit.checks.finding import Finding, Problem, RuleResult, Severity, Status
from coverkit.checks.rule import NoOptions, Rule
from coverkit.checks.runner import CheckResult
from coverkit.errors import InputError
from coverkit.i18n import mark, tr
from coverkit.model.storage.atomic import atomic_write
from coverkit.records import dataclass, replace
from coverkit.report.data import Report, ReportSubject, SubjectKind

if TYPE_CHECKING:
    from coverkit.app.proofs.verifying import Verification

_PIECE = 1 << 20


def _entry(name: str, title: str, why: str, remedy: str) -> Rule:
    """Return an entry of the rule book for what the hot folder itself looks at."""
    return Rule(name, title, object, Severity.ERROR, why, remedy, mark("House policy"), NoOptions, lambda *_: iter(()), "high")


READABLE = _entry(
    "file.readable",
    mark("The file can be read and checked"),
    mark("A file that cannot be read here may stop the printer's machines, too."),
    mark("Export the file again, or ask its sender for another one."),
)
UNCHANGED = _entry(
    "file.unchanged",
    mark("The file is as it was checked"),
    mark("Its sender had it checked; what was changed since then nobody has looked at."),
    mark("Ask for the file as it was exported, with its proof."),
)


@dataclass(frozen=True, slots=True)
class CheckSetup:
    """What all files of a hot folder are checked for, and how.

    Attributes:
        campaign, profile: "" for each file's own campaign and printer.
        pictures: HTML reports show the pages.
        ink: measure the ink of PDFs, where Ghostscript is installed.
    """

    campaign: str = ""
    profile: str = ""
    pictures: bool = True
    ink: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What is told of a file that was checked: where it belongs, and the numbers of its report."""

    verdict: Verdict
    status: str
    counts: dict[str, int]
    sha256: str
    message: str = ""


def prepare(setup: CheckSetup) -> Callable[[Claimed], Summary]:
    """Return what checks a file; called once in each process.

    Raises:
        UsageError: there is no such campaign or printer.
        InputError: the campaign cannot be read.
    """
    from coverkit.campaigns.library import load
    from coverkit.formats.printers import printer_profile

    if setup.campaign:
        load(setup.campaign)
    if setup.profile:
        printer_profile(setup.profile)
    return lambda claimed: check_claimed(claimed, setup)


def check_claimed(claimed: Claimed, setup: CheckSetup) -> Summary:
    """Check a file and write its reports into its folder.

    Raises:
        OutputError: a report cannot be written.
    """
    from coverkit.app.examining import examine
    from coverkit.report.html_page import PagePicture

    try:
        found = examine(claimed.path, setup.campaign or None, setup.profile or None, timed=True, ink=setup.ink)
    except InputError as error:
        return refused(claimed, "unreadable", error.message, error.remedy)
    report = replace(found.report, subject=replace(found.report.subject, path=claimed.path.name))
    extra: dict[str, Any] = {}
    if claimed.proof is not None:
        report, extra = _verified(claimed, claimed.proof, report)
    pictures: tuple[PagePicture, ...] = ()
    if setup.pictures:
        # A page that cannot be drawn has its findings all the same.
        try:
            pictures = tuple(found.pictures())
        except InputError:
            pictures = ()
    return _reported(claimed, report, extra, pictures)


def refused(claimed: Claimed, code: str, message: str, remedy: str) -> Summary:
    """Report a file that could not be checked.

    Raises:
        OutputError: a report cannot be written.
    """
    # People know the file by its name alone, not by where it is checked.
    message = message.replace(str(claimed.path), claimed.path.name)
    status = Status.CRASH if code == "crash" else Status.ERROR
    result = CheckResult((_result(READABLE, code, message, remedy, status),))
    kind: SubjectKind = "cover" if claimed.path.suffix.lower() == ".cover" else "pdf"
    subject = ReportSubject(claimed.path.name, kind, _sha256(claimed.path), 0, None, "")
    return _reported(claimed, Report(subject, result, (*rules(), READABLE), VERSION), {}, (), message)


def _verified(claimed: Claimed, proof: Path, report: Report) -> tuple[Report, dict[str, Any]]:
    """Add what the proof that came with a file says: one that was changed since its check has failed."""
    from coverkit.app.proofs.telling import verification_document
    from coverkit.app.proofs.verifying import verify

    found = verify(claimed.path, proof)
    ending = RuleResult(UNCHANGED.id, Status.PASS, found.signer.note)
    if found.state != "unchanged":
        message = " ".join((tr("The file is not as it was checked."), *_what(found)))
        ending = _result(UNCHANGED, found.state, message, tr(UNCHANGED.remedy), Status.ERROR)
    document = verification_document(replace(found, path=claimed.path.name, proof_path=proof.name))
    result = report.result.joined_with(CheckResult((ending,)))
    return replace(report, result=result, book=(*report.book, UNCHANGED)), {"verification": document}


def _what(found: Verification) -> list[str]:
    return [found.reason] if found.reason else [change.message for change in found.changes]


def _result(rule: Rule, code: str, message: str, remedy: str, status: Status) -> RuleResult:
    finding = Finding(rule.id, Problem(code, message, page=0), rule.severity, remedy, tr(rule.source))
    return RuleResult(rule.id, status, "", (finding,))


def _reported(claimed: Claimed, report: Report, extra: dict[str, Any], pictures: Any, message: str = "") -> Summary:
    from coverkit.report.html_report import html_report
    from coverkit.report.json_report import document

    data = json.dumps({**document(report), **extra}, ensure_ascii=False, indent=2, allow_nan=False) + "\n"
    for ending, text in zip(REPORTS, (data, html_report(report, pictures)), strict=True):
        atomic_write(claimed.report(ending), text.encode())
    result = report.result
    return Summary(_verdict(result), result.status.value, result.counts(), report.subject.sha256, message)


def _verdict(result: CheckResult) -> Verdict:
    if result.reaches(Severity.ERROR):
        return "failed"
    return "warnings" if result.reaches(Severity.WARNING) else "passed"


def _sha256(path: Path) -> str:
    """Return the hash of a file in pieces; "" for one that cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()
