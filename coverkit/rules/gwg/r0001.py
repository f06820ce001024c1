"""Rule gwg.r0001: the file says that it is a PDF/X-4."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem, Remark, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.press.reading import is_own

_STANDARD = "PDF/X-4"


@rule(
    id="gwg.r0001",
    title=mark("The file says that it is a PDF/X-4"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "All other rules rest on PDF/X-4. Printers' workflows are set up for it; what another standard, or none, leaves "
        "open they decide themselves."
    ),
    remedy=mark("Export the file again from the program that made it, as PDF/X-4."),
    source=mark("GWG 2022, R0001"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look at what the file claims to be; whether it keeps what it claims is said by the rules of the press file."""
    yield from judged("r0001", subject, options, _breaches, of="document")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    subject = asked.subject
    if subject.claim == _STANDARD:
        yield Remark(tr("The file claims {standard}; whether it keeps it is told by the rules “press.…”.", standard=_STANDARD))
    elif subject.claim == (subject.standard if is_own(subject) else subject.printer.standard):
        yield NotChecked(tr("The file is meant as {standard}, which these rules do not know.", standard=subject.claim))
    else:
        yield Problem(
            "not-claimed",
            tr("The file does not claim to be {standard}: it claims {claim}.", standard=_STANDARD, claim=subject.claim or "–"),
            measured=subject.claim,
            limit=_STANDARD,
        )
