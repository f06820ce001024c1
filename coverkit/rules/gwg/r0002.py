"""Rule gwg.r0002: pages are not scaled by UserUnit."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, number, tr
from coverkit.rules.gwg.asking import Asked, Options, judged


@rule(
    id="gwg.r0002",
    title=mark("Pages have no UserUnit"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "UserUnit changes the size of everything on the page. Programs that do not know it print the page in another size."
    ),
    remedy=mark("Export the file again in its true size, without UserUnit."),
    source=mark("GWG 2022, R0002"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look for UserUnit on every page."""
    yield from judged("r0002", subject, options, _breaches, of="document")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for page in asked.pages:
        if page.has_user_unit:
            yield Problem(
                "user-unit",
                tr("Page {page} has a UserUnit of {unit}.", page=page.number, unit=number(page.user_unit, 4)),
                page=page.number,
                measured=page.user_unit,
            )
