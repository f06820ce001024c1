"""Rule gwg.r0006: the file is one page."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.gwg.asking import Asked, Options, judged


@rule(
    id="gwg.r0006",
    title=mark("The file has exactly one page"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("An advertisement is placed as one page. Of a file with more pages nobody knows which is meant."),
    remedy=mark("Export each page as a file of its own."),
    source=mark("GWG 2022, R0006"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Count the pages."""
    yield from judged("r0006", subject, options, _breaches, of="document")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    count = asked.subject.pdf.page_count
    if count != 1:
        yield Problem(
            "pages", tr("The file has {count} pages; it may have one.", count=count), measured=float(count), limit=1.0
        )
