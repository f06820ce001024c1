"""Rule gwg.r0024: the registration colour stays outside the page."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.facts.page import painted_with
from coverkit.i18n import mark, tr
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.gwg.elements import reach
from coverkit.rules.gwg.painted import painted_pages
from coverkit.rules.gwg.telling import called


@rule(
    id="gwg.r0024",
    title=mark("Nothing on the page is in the registration colour"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark("The registration colour prints on every plate at full strength. On the page it is far too much ink."),
    remedy=mark("Set what is in the registration colour in black, and export again."),
    source=mark("GWG 2022, R0024"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look for the colorant All in page elements; marks outside the trim may use it."""
    yield from judged("r0024", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for page in painted_pages(asked.pages):
        for element in page.elements:
            if any("All" in colour.colorants for colour, _ in painted_with(element)):
                yield Problem(
                    "registration-colour",
                    tr("Something is in the registration colour: {what}.", what=called(element)),
                    element=called(element),
                    page=page.page.number,
                    box=reach(element),
                )
