"""Rule gwg.r0022: every spot colour is spelled in one way."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from unicodedata import normalize

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.gwg.spots import active_spots


@rule(
    id="gwg.r0022",
    title=mark("Every spot colour is spelled in one way"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("Two spellings of one name are two plates: what should be one ink is printed twice, or half of it is missing."),
    remedy=mark("Give the colour one name everywhere and export again."),
    source=mark("GWG 2022, R0022"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Compare the names of the spot colours that something uses, without regard to letter case and composition."""
    yield from judged("r0022", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for one, other in combinations(active_spots(asked.pages).values(), 2):
        if _plain(one.name) == _plain(other.name):
            yield Problem(
                "spelling",
                tr("The spot colours “{one}” and “{other}” differ in spelling alone.", one=one.name, other=other.name),
                element=other.name,
                page=other.page,
                box=other.box,
                measured=other.name,
                limit=one.name,
            )


def _plain(name: str) -> str:
    return normalize("NFC", normalize("NFC", name).lower())
