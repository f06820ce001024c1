"""Rule colour.small-text-inks: small text is printed with one ink, and black text with black alone."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.model.edits import Edit
from coverkit.model.values import BLACK, Cmyk
from coverkit.records import dataclass
from coverkit.rules.subject.branding import name_of
from coverkit.rules.subject.ink import runs
from coverkit.rules.subject.mending import set_to


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        least_pt: smaller text in several inks is a finding.
        black_pt: smaller text in a mixed black is a finding.
        black_share: so much black (0 to 1) makes an ink a black.
    """

    least_pt: float = 8.0
    black_pt: float = 12.0
    black_share: float = 0.85


def _black_alone(cover: Cover, problem: Problem, options: Options) -> Edit | None:
    """Set a mixed black to black ink alone."""
    name = tr("Set {name} in black alone", name=name_of(cover, problem.element))
    return set_to(cover, problem.element, {"colour": BLACK}, name)


@rule(
    id="colour.small-text-inks",
    title=mark("Small text is printed with one ink"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "Each ink is printed by a plate of its own, and plates never meet exactly. "
        "Small letters in several inks get coloured rims and their marks blur."
    ),
    remedy=mark("Use a pure ink, black alone for black text, or set the text larger."),
    source=mark("GWG 2022 R0017 (8 pt) and R0015 (mixed black); house policy for black below 12 pt"),
    options=Options,
    certainty="medium",
    fix=_black_alone,
    fixes=frozenset({"mixed-black"}),
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Count the inks of each line; one finding for each text."""
    seen: set[str] = set()
    for run in runs(cover):
        inks = _count(run.ink)
        if inks < 2 or run.source in seen:
            continue
        black = run.ink.k >= options.black_share
        limit = max(options.black_pt, options.least_pt) if black else options.least_pt
        if run.size >= limit:
            continue
        seen.add(run.source)
        names = {"name": name_of(cover, run.source), "size": number(run.size), "limit": number(limit)}
        yield Problem(
            "mixed-black" if black else "several-inks",
            tr("{name} ({size} pt) is set in a mixed black; below {limit} pt black alone is wanted.", **names)
            if black
            else tr("{name} ({size} pt) is set in {inks} inks; below {limit} pt one ink is wanted.", inks=inks, **names),
            element=run.source,
            box=run.bounds,
            measured=round(run.size, 2),
            limit=limit,
            unit="pt",
        )


def _count(ink: Cmyk) -> int:
    return sum(part > 0 for part in (ink.c, ink.m, ink.y, ink.k))
