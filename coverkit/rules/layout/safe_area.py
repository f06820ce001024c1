"""Rule layout.safe-area: what must be read stays away from the trim. What lies outside the trim is layout.inside-page's."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.model.edits import Edit
from coverkit.records import dataclass
from coverkit.rules.subject.ink import edge_distances, live
from coverkit.rules.subject.mending import moved, own

EDGES = {
    "left": mark("the left edge"),
    "top": mark("the upper edge"),
    "right": mark("the right edge"),
    "bottom": mark("the lower edge"),
}


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        margin_mm: live matter stays so far inside the trim.
        hard_mm: nearer than this it is an error; never more than the margin.
    """

    margin_mm: float = 5.0
    hard_mm: float = 3.0


def _inside(cover: Cover, problem: Problem, options: Options) -> Edit | None:
    """Move what a person placed inside, where it fits."""
    found = next((one for one in live(cover) if one.placed.id == problem.element), None)
    room = cover.scene.trim.inset(options.margin_mm)
    if own(cover, problem.element) is None or found is None:
        return None
    ink = found.bounds
    if ink.width > room.width or ink.height > room.height:
        return None
    across = max(room.x - ink.x, 0.0) + min(room.right - ink.right, 0.0)
    down = max(room.y - ink.y, 0.0) + min(room.bottom - ink.bottom, 0.0)
    return moved(problem.element, lambda box: box.moved(across, down), tr("Move {name} inside", name=found.placed.name))


@rule(
    id="layout.safe-area",
    title=mark("Texts and banner keep away from the edge"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "A pile of paper is never cut exactly: the knife may be off by some millimetres. "
        "What stands close to the edge then looks crooked, or is cut."
    ),
    remedy=mark("Move it further inside."),
    source=mark(
        "House policy, after what printers in Đà Nẵng (5 mm) and Bình Dương (2.5 to 3 mm) ask for; the printer's profile"
    ),
    options=Options,
    certainty="medium",
    fix=_inside,
    fixes=frozenset({"too-near", "close"}),
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Measure from real ink to each edge of the trim; the nearest counts."""
    hard = min(options.hard_mm, options.margin_mm)
    for one in live(cover):
        nearest = min(one.parts, key=lambda part: min(edge_distances(part, cover.scene.trim).values()))
        distances = edge_distances(nearest, cover.scene.trim)
        edge = min(distances, key=lambda name: distances[name])
        distance = distances[edge]
        if distance < -0.05 or distance >= options.margin_mm - 0.05:
            continue
        near = distance < hard - 0.05
        yield Problem(
            "too-near" if near else "close",
            tr(
                "{name} is {distance} mm from {edge}; {margin} mm are wanted.",
                name=one.placed.name,
                distance=number(max(0.0, distance), 1),
                edge=tr(EDGES[edge]),
                margin=number(options.margin_mm),
            ),
            element=one.placed.id,
            box=nearest,
            measured=round(distance, 2),
            limit=hard if near else options.margin_mm,
            unit="mm",
            severity=None if near else Severity.WARNING,
        )
