"""What a page paints along an edge of its trim: where art reaches the knife, and where it goes on through the bleed.

Boxes stand for shapes, so a shape that is no rectangle counts with all of its box. No verdicts here.
"""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.facts.marks import Colour, ImageMark, Mark, PathMark, ShadingMark
from coverkit.facts.page import PageFacts
from coverkit.geometry import Rect
from coverkit.i18n import mark
from coverkit.records import dataclass

Span = tuple[float, float]
EDGES = {"left": mark("left"), "top": mark("top"), "right": mark("right"), "bottom": mark("bottom")}


@dataclass(frozen=True, slots=True)
class Bare:
    """A stretch of an edge where art reaches the trim and ends before the bleed does.

    Attributes:
        start, end: in mm along the edge, from the top or the left.
        reach: how far the art goes beyond the trim there at most, in mm.
    """

    start: float
    end: float
    reach: float

    @property
    def length(self) -> float:
        """In mm."""
        return self.end - self.start


Ground = tuple[Rect, bool]
"""What covers paper, as a box, and whether it is white and hides what lies below."""


def bare_stretches(grounds: list[Ground], trim: Rect, edge: str, bleed: float, tolerance: float) -> list[Bare]:
    """Return where art at an edge lacks bleed, from what is painted last.

    Args:
        grounds: what reaches the edges, in the order of painting.
        trim: of the page, in mm.
        edge: left, top, right or bottom.
        bleed: how far art has to go on, in mm.
        tolerance: so much short of it, or inside the trim, is rounding.
    """
    at_trim: list[Span] = []
    filled: list[Span] = []
    reaches: list[tuple[Span, float]] = []
    for box, hides in grounds:
        beyond, inside, span = _seen_from(box, trim, edge)
        if beyond < -tolerance or inside <= tolerance or span[1] <= span[0]:
            continue
        if hides:
            at_trim, filled = _without(at_trim, span), _without(filled, span)
            continue
        at_trim.append(span)
        reaches.append((span, beyond))
        if beyond >= bleed - tolerance:
            filled.append(span)
    bare = _joined(at_trim)
    for span in filled:
        bare = _without(bare, span)
    return [Bare(*span, _reach(span, reaches)) for span in bare]


def grounds(page: PageFacts, trim: Rect, tolerance: float) -> Iterator[Ground]:
    """Yield what covers paper and reaches an edge of the trim."""
    within = trim.inset(tolerance)
    for one in page.marks:
        if one.seen is None or one.layer or within.contains(one.seen):
            continue
        colour = _covering(one)
        if colour is not None and "All" not in colour.colorants:
            white = isinstance(one, PathMark) and colour.is_white
            # White that is no rectangle, or lets something through, hides nothing for sure.
            if not white or (isinstance(one, PathMark) and one.sides is not None and _hides(one)):
                yield one.seen, white


def _hides(one: PathMark) -> bool:
    return one.state.is_opaque and not one.state.fill_overprint


def _covering(one: Mark) -> Colour | None:
    match one:
        case PathMark():
            return one.fill
        case ImageMark() | ShadingMark():
            return one.colour
        case _:
            return None


def _seen_from(box: Rect, trim: Rect, edge: str) -> tuple[float, float, Span]:
    """Return how far a box goes beyond an edge, how far inside, and its stretch along the edge."""
    down = max(box.y, trim.y), min(box.bottom, trim.bottom)
    across = max(box.x, trim.x), min(box.right, trim.right)
    match edge:
        case "left":
            return trim.x - box.x, box.right - trim.x, down
        case "right":
            return box.right - trim.right, trim.right - box.x, down
        case "top":
            return trim.y - box.y, box.bottom - trim.y, across
        case _:
            return box.bottom - trim.bottom, trim.bottom - box.y, across


def _joined(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(joined[-1][1], end)
        else:
            joined.append((start, end))
    return joined


def _without(spans: list[Span], hole: Span) -> list[Span]:
    parts = [part for start, end in spans for part in ((start, min(end, hole[0])), (max(start, hole[1]), end))]
    return [part for part in parts if part[1] > part[0]]


def _reach(span: Span, reaches: list[tuple[Span, float]]) -> float:
    found = [reach for (start, end), reach in reaches if start < span[1] and end > span[0]]
    return max(0.0, max(found, default=0.0))
