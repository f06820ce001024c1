"""Rule text.legible-size: no type is too small to read in print."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.branding import name_of
from coverkit.rules.subject.ink import runs


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        positive_pt: least size of type in ink.
        reversed_pt: least size of white type, which the ink around it eats into.
    """

    positive_pt: float = 6.0
    reversed_pt: float = 8.0


@rule(
    id="text.legible-size",
    title=mark("No type is too small to read in print"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "On paper, ink spreads a little: marks of small Vietnamese letters fill in, and thin white letters close up. "
        "On the screen, enlarged, nobody notices."
    ),
    remedy=mark("Give the text more room, or shorten it so that it is set larger."),
    source=mark("House policy, after common printers' tables (FIRST); GWG 2022 R0016 for white type"),
    options=Options,
    certainty="low",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare sizes; one finding for each text."""
    seen: set[str] = set()
    for run in runs(cover):
        white = run.ink.is_white
        least = options.reversed_pt if white else options.positive_pt
        if run.source in seen or run.size >= least - 1e-6:
            continue
        seen.add(run.source)
        names = {"name": name_of(cover, run.source), "size": number(run.size), "least": number(least)}
        yield Problem(
            "too-small-reversed" if white else "too-small",
            tr("{name} is white and set in {size} pt; white type wants at least {least} pt.", **names)
            if white
            else tr("{name} is set in {size} pt; at least {least} pt are wanted.", **names),
            element=run.source,
            box=run.bounds,
            measured=round(run.size, 2),
            limit=least,
            unit="pt",
        )
