"""Rule press.one-page: a front cover is one page."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.press.reading import softened


@rule(
    id="press.one-page",
    title=mark("The file is one page"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("The front cover goes to press by itself. A second page would be imposed, or printed, as something else."),
    remedy=mark("Export the cover by itself."),
    source=mark("House policy; GWG 2022, R0006"),
    certainty="policy",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Count the pages."""
    count = subject.pdf.page_count
    if count != 1:
        yield Problem(
            "pages",
            tr("The file has {count} pages; a front cover is one.", count=count),
            measured=float(count),
            limit=1.0,
            severity=softened(subject),
        )
