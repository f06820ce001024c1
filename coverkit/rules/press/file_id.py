"""Rule press.file-id: the trailer carries the file's two identifiers."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr


@rule(
    id="press.file-id",
    title=mark("The file has its identifiers"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("The two identifiers tell one version of a file from another; workflows refuse files that have none."),
    remedy=mark("Export the file again as PDF/X; older tools that write no identifiers cannot make one."),
    source=mark("ISO 15930-7:2010, 6.11; ISO 15930-4:2003, 5"),
    certainty="high",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Look for two strings that are not empty."""
    if len(subject.pdf.id) != 2 or not all(subject.pdf.id):
        yield Problem("id-missing", tr("The trailer has no /ID of two strings."))
