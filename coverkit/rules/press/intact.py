"""Rule press.intact: the file can be read as it lies there; nothing had to be guessed or mended."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr


@rule(
    id="press.intact",
    title=mark("The file is not damaged"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("Each program mends a damaged file in its own way, so what was proofed need not be what is printed."),
    remedy=mark("Export the file again, and send it in a way that does not change it, such as in a zip archive."),
    source=mark("ISO 15930-7:2010, 6.1; ISO 15930-4:2003, 5"),
    certainty="high",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Tell what the parser had to mend."""
    damage = subject.pdf.damage
    if damage:
        yield Problem(
            "damaged",
            tr("The file is damaged (technical detail: {reason}).", reason=damage[0].rstrip(".")),
            measured=float(len(damage)),
            limit=0.0,
        )
