"""Rule gwg.r0023: no ink comes under two names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.gwg.spots import active_spots


@rule(
    id="gwg.r0023",
    title=mark("No spot colour comes under two names"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("Two spot colours that are defined alike look like one ink and are printed from two plates."),
    remedy=mark("Give the colour one name everywhere and export again; if two inks are meant, define them differently."),
    source=mark("GWG 2022, R0023"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Compare the alternate spaces and tint transforms of the spot colours that something uses."""
    yield from judged("r0023", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for one, other in combinations(active_spots(asked.pages).values(), 2):
        if one.definitions & other.definitions:
            yield Problem(
                "identical",
                tr("The spot colours “{one}” and “{other}” are defined alike.", one=one.name, other=other.name),
                element=other.name,
                page=other.page,
                box=other.box,
                measured=other.name,
                limit=one.name,
            )
