"""Rule gwg.r0021: one spot colour does not come under two suffixes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.gwg.spots import active_spots

_SUFFIXES = frozenset(
    ("C", "CP", "E", "K", "M", "N", "U", "UP", "Z", "CV", "CVU", "CVC", "HC", "PC", "TC", "TCX", "TP", "TPX", "XGC", "EC")
)


@rule(
    id="gwg.r0021",
    title=mark("No spot colour comes with two suffixes"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark(
        "Two names that differ in the suffix of the colour book alone are mostly one ink, and would be printed from two plates."
    ),
    remedy=mark("Give the colour one name everywhere and export again."),
    source=mark("GWG 2022, R0021"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Compare the names of the spot colours that something uses."""
    yield from judged("r0021", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for one, other in combinations(active_spots(asked.pages).values(), 2):
        first, second = _parted(one.name), _parted(other.name)
        if first and second and first[0] == second[0] and first[1] != second[1]:
            yield Problem(
                "suffix",
                tr("The spot colours “{one}” and “{other}” differ in their suffix alone.", one=one.name, other=other.name),
                element=other.name,
                page=other.page,
                box=other.box,
                measured=other.name,
                limit=one.name,
            )


def _parted(name: str) -> tuple[str, str] | None:
    """Return what stands before the suffix, without regard to letter case, and the suffix; None without one."""
    stem, space, suffix = name.rpartition(" ")
    return (stem.lower(), suffix) if space and suffix in _SUFFIXES else None
