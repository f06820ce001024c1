"""Rule layout.bleed-filled: what reaches an edge of the trim goes on through the bleed. White paper at an edge is fine."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.geometry import Rect
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.model.edits import Edit
from coverkit.records import dataclass
from coverkit.rules.layout.safe_area import EDGES
from coverkit.rules.subject.branding import name_of
from coverkit.rules.subject.ink import edge_distances
from coverkit.rules.subject.mending import moved, own, placed
from coverkit.scene.operations import Fill, GlyphRun, Gradient, Operation, Picture, Stroke
from coverkit.scene.path import Path

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        near_mm: what ends so far inside the trim, or less, was meant to reach it: the knife is off by about as much.
        tolerance_mm: so much short of the bleed is rounding.
        least_mm: shorter stretches along an edge do not count, but for lines.
    """

    near_mm: float = 1.0
    tolerance_mm: float = 0.05
    least_mm: float = 0.5


def _extended(cover: Cover, problem: Problem, options: Options) -> Edit | None:
    """Extend a picture or a panel that a person placed to the end of the bleed."""
    one, edge = placed(cover, problem.element), problem.code.removeprefix("short-")
    if one is None or one.kind not in ("picture", "panel") or one.angle % 360 or own(cover, one.id) is None:
        return None
    bleed = cover.scene.bleed_box

    def change(box: Rect) -> Rect:
        return Rect.from_edges(
            bleed.x if edge == "left" else box.x,
            bleed.y if edge == "top" else box.y,
            bleed.right if edge == "right" else box.right,
            bleed.bottom if edge == "bottom" else box.bottom,
        )

    return moved(one.id, change, tr("Extend {name} through the bleed", name=one.name))


@rule(
    id="layout.bleed-filled",
    title=mark("Grounds that reach the edge run on through the bleed"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The knife may cut a little outside the trim. If a picture or a coloured ground ends there, "
        "a white sliver shows along the edge, so it must run on to the end of the bleed."
    ),
    remedy=mark("Enlarge it until it reaches the end of the bleed, or move its edge well inside the page."),
    source=mark("House policy; the printer's profile (3 or 5 mm)"),
    options=Options,
    certainty="medium",
    fix=_extended,
    fixes=frozenset(f"short-{edge}" for edge in EDGES),
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """For each edge, look at what reaches the trim there and how far it goes on, where later grounds do not hide it."""
    bleed = cover.scene.bleed
    amounts = {"left": bleed.left, "top": bleed.top, "right": bleed.right, "bottom": bleed.bottom}
    seen: set[tuple[str, str]] = set()
    for index, operation in enumerate(cover.scene.operations):
        if not _is_ground(operation) or cover.scene.trim.intersection(operation.bounds) is None:
            continue
        inside = edge_distances(operation.bounds, cover.scene.trim)
        for edge, amount in amounts.items():
            short = amount + inside[edge]
            if inside[edge] > options.near_mm or short <= options.tolerance_mm or (operation.source, edge) in seen:
                continue
            start, end = _span(operation.bounds, edge, cover.scene.trim)
            if _shown(cover, index, edge, options) > min(options.least_mm, (end - start) / 2):
                seen.add((operation.source, edge))
                yield _problem(cover, operation, edge, (amount, short))


def _problem(cover: Cover, operation: Operation, edge: str, lengths: tuple[float, float]) -> Problem:
    amount, short = lengths
    return Problem(
        f"short-{edge}",
        tr(
            "{name} ends {short} mm short of the bleed at {edge}: {over} mm of {amount} mm.",
            name=name_of(cover, operation.source),
            short=number(short, 1),
            edge=tr(EDGES[edge]),
            over=number(max(0.0, amount - short), 1),
            amount=number(amount),
        ),
        element=operation.source,
        box=operation.bounds,
        measured=round(amount - short, 2),
        limit=amount,
        unit="mm",
    )


def _is_ground(operation: Operation) -> bool:
    match operation:
        case GlyphRun():
            return False
        case Fill() | Stroke():
            return not operation.ink.is_white
        case _:
            return True


def _shown(cover: Cover, index: int, edge: str, options: Options) -> float:
    """Return how much of an operation's stretch along an edge no later ground hides that goes through the bleed, in mm."""
    trim = cover.scene.trim
    open_spans = [_span(cover.scene.operations[index].bounds, edge, trim)]
    for later in cover.scene.operations[index + 1 :]:
        if not _is_upright(later):
            continue
        box = later.bounds
        inside = edge_distances(box, trim)
        through = edge_distances(box, cover.scene.bleed_box)[edge] <= options.tolerance_mm
        depth = {"left": box.right, "top": box.bottom, "right": trim.right - box.x, "bottom": trim.bottom - box.y}[edge]
        if through and inside[edge] <= 0 and depth > options.near_mm:
            open_spans = [rest for span in open_spans for rest in _cut(span, _span(box, edge, trim))]
    return max((end - start for start, end in open_spans), default=0.0)


def _is_upright(operation: Operation) -> bool:
    match operation:
        case Fill() | Gradient():
            return operation.path == Path.rectangle(operation.bounds)
        case Picture():
            return operation.angle % 360 == 0 and operation.clip is None
        case _:
            return False


def _span(box: Rect, edge: str, trim: Rect) -> Span:
    if edge in ("left", "right"):
        return max(box.y, trim.y), min(box.bottom, trim.bottom)
    return max(box.x, trim.x), min(box.right, trim.right)


def _cut(span: Span, hole: Span) -> list[Span]:
    parts = [(span[0], min(span[1], hole[0])), (max(span[0], hole[1]), span[1])]
    return [part for part in parts if part[1] > part[0]]
