"""Rule layout.no-collisions: texts, slogan and banner do not lie on one another, and nothing hides a text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.geometry import Rect
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.branding import name_of
from coverkit.rules.subject.ink import live, overlap
from coverkit.rules.subject.shapes import meets
from coverkit.scene.operations import Fill, GlyphRun, Gradient, Picture


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        least_mm: what overlaps by so much or less, in one direction, only touches.
    """

    least_mm: float = 0.1


@rule(
    id="layout.no-collisions",
    title=mark("No text lies on another, on the banner, or under something"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "Two texts on one another cannot be read, and a text on the banner spoils it. A text under a field of colour is lost."
    ),
    remedy=mark("Move one of the two, or make it smaller."),
    source=mark("House policy"),
    options=Options,
    certainty="policy",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare all pairs by the ink of their glyphs; then look at what is painted over each line."""
    for one, other in combinations(live(cover), 2):
        common = overlap(cover, one, other, options.least_mm)
        if common is not None:
            yield Problem(
                "overlap",
                tr(
                    "{one} and {other} lie on one another, by {width} × {height} mm.",
                    one=one.placed.name,
                    other=other.placed.name,
                    width=number(common.width, 1),
                    height=number(common.height, 1),
                ),
                element=other.placed.id,
                box=common,
                measured=round(min(common.width, common.height), 2),
                limit=options.least_mm,
                unit="mm",
            )
    yield from _hidden(cover)


def _hidden(cover: Cover) -> Iterator[Problem]:
    seen: set[tuple[str, str]] = set()
    for index, run in enumerate(cover.scene.operations):
        if not isinstance(run, GlyphRun) or run.ink_box.area == 0:
            continue
        core = _core(run.bounds)
        for later in cover.scene.operations[index + 1 :]:
            pair = (run.source, later.source)
            if isinstance(later, Fill | Gradient | Picture) and pair not in seen and meets(later, core):
                seen.add(pair)
                yield Problem(
                    "hidden",
                    tr(
                        "{name} (“{text}”) lies under {other}.",
                        name=name_of(cover, run.source),
                        text=run.text,
                        other=name_of(cover, later.source),
                    ),
                    element=run.source,
                    box=run.bounds,
                    remedy=tr("Bring the text to the front, or move what covers it."),
                )


def _core(box: Rect) -> Rect:
    """Return a line without the tenth at its borders, where marks and neighbours meet without harm."""
    margin = min(box.width, box.height) / 10
    return box.inset(margin)
