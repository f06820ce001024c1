"""Rule press.encryption: the file is not protected."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr


@rule(
    id="press.encryption",
    title=mark("The file is not protected"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("Printers' machines cannot place or trap a protected file, even one that opens without a password."),
    remedy=mark("Export the file again without password and permissions."),
    source=mark("ISO 15930-7:2010, 6.15; ISO 15930-4:2003, 6.11"),
    certainty="high",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Look for encryption."""
    if subject.pdf.encrypted:
        yield Problem("encrypted", tr("The file is encrypted."))
