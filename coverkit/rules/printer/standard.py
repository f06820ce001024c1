"""Rule printer.standard: the file is of the standard that the printer asks for, made for the press that prints it."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.colour.profile import bundled_condition, bundled_conditions
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr

_ALSO_TAKEN = {
    "PDF/X-4": ("PDF/X-1a:2003", "PDF/X-1a:2001", "PDF/X-3:2003", "PDF/X-3:2002"),
    "PDF/X-1a:2003": ("PDF/X-1a:2001",),
}
"""Standards that hold less than the one asked for: whoever prints that one can print them."""


@rule(
    id="printer.standard",
    title=mark("The file is of the standard and for the press that the printer asks for"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "A machine that is set up for one standard stops at, or converts, files of another; colours are made for one press."
    ),
    remedy=mark("Export the file again with the standard and the output profile of this printer."),
    source=mark("The printer's profile"),
    certainty="high",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Compare what the file names with what the printer asks for."""
    wanted, claim = subject.printer.standard, subject.claim
    if claim != wanted:
        taken = claim in _ALSO_TAKEN.get(wanted, ())
        message = (
            tr("The file is {found}; the printer asks for {wanted}.", found=claim, wanted=wanted)
            if claim
            else tr("The file names no standard; the printer asks for {wanted}.", wanted=wanted)
        )
        yield Problem(
            "older-standard" if taken else "other-standard",
            message,
            measured=claim or None,
            limit=wanted,
            severity=Severity.NOTE if taken else None,
        )
    yield from _condition(subject)


def _condition(subject: FileSubject) -> Iterator[Outcome]:
    intent, wanted = subject.pdf.intent, subject.printer.condition
    if intent is None or wanted in (intent.identifier, intent.condition, intent.info):
        return
    profile = intent.profile
    if profile is not None and wanted in bundled_conditions() and profile.sha256 == bundled_condition(wanted).sha256:
        return
    found = intent.identifier or intent.info or "–"
    yield Problem(
        "other-condition",
        tr("The output intent is “{found}”; the printer prints by {wanted}.", found=found, wanted=wanted),
        measured=found,
        limit=wanted,
        severity=Severity.WARNING,
    )
