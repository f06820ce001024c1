"""Where the ink of elements lies on the page, line by line, and how far apart two elements stand."""

from __future__ import annotations

import math
from collections.abc import Iterator

from coverkit.geometry import Rect, union_all
from coverkit.layout.cover import Cover, Placed
from coverkit.records import dataclass
from coverkit.scene.operations import GlyphRun
from coverkit.typography.runs import glyph_boxes


@dataclass(frozen=True, slots=True)
class Live:
    """An element that must be read or seen whole: a text, a slogan or the banner; with the boxes of its ink."""

    placed: Placed
    parts: tuple[Rect, ...]

    @property
    def bounds(self) -> Rect:
        """All its ink."""
        whole = union_all(list(self.parts))
        assert whole is not None
        return whole


def live(cover: Cover) -> tuple[Live, ...]:
    """Return every live element with the ink of its lines (texts) or its area (the banner)."""
    found = []
    for one in cover.placed:
        if one.used is None or not (one.text is not None or one.kind == "banner"):
            continue
        parts = tuple(box for operation in cover.scene.of(one.id) if (box := operation.bounds).area > 0)
        if parts:
            found.append(Live(one, parts))
    return tuple(found)


def written(cover: Cover) -> Iterator[Placed]:
    """Return every element that holds text, also where a font without its letters shows none of it."""
    return (one for one in cover.placed if one.text is not None)


def runs(cover: Cover, element: str = "") -> Iterator[GlyphRun]:
    """Return the lines of type on the page, or those of one element."""
    for operation in cover.scene.operations:
        if isinstance(operation, GlyphRun) and element in ("", operation.source):
            yield operation


def shown_text(one: Placed) -> str:
    """Return the text as it is printed: in its letter case, lines joined by spaces."""
    return " ".join(line.shaped.text for line in one.text.lines if line.shaped.text) if one.text is not None else ""


def bounds_of(cover: Cover, one: Placed) -> Rect | None:
    """Return what an element's ink covers, turned as it stands."""
    return union_all([operation.bounds for operation in cover.scene.of(one.id)]) if one.used is not None else None


def baseline_of(cover: Cover, one: Placed) -> float:
    """Return the lowest baseline of a text, in mm; for turned text the end of its ink."""
    lines = list(runs(cover, one.id))
    if not lines or any(line.angle % 360 for line in lines):
        box = bounds_of(cover, one)
        return box.bottom if box is not None else one.box.bottom
    return max(line.origin.y for line in lines)


def edge_distances(box: Rect, trim: Rect) -> dict[str, float]:
    """Return how far a box stays inside each edge of the trim, in mm; negative where it sticks out."""
    return {
        "left": box.x - trim.x,
        "top": box.y - trim.y,
        "right": trim.right - box.right,
        "bottom": trim.bottom - box.bottom,
    }


def gap(one: Rect, other: Rect) -> float:
    """Return the distance of two boxes in mm; 0 where they touch or overlap."""
    across = max(one.x - other.right, other.x - one.right, 0.0)
    down = max(one.y - other.bottom, other.y - one.bottom, 0.0)
    return math.hypot(across, down)


def overlap(cover: Cover, one: Live, other: Live, least: float) -> Rect | None:
    """Return where the ink of two elements lies on one another by more than `least` mm both ways; glyph by glyph for type."""
    if one.bounds.intersection(other.bounds) is None:
        return None
    found = [
        common
        for a in _fine(cover, one, other.bounds)
        for b in _fine(cover, other, one.bounds)
        if (common := a.intersection(b)) is not None and min(common.width, common.height) > least
    ]
    return max(found, key=lambda box: box.area, default=None)


def _fine(cover: Cover, one: Live, near: Rect) -> list[Rect]:
    """Return an element's ink as small boxes, where they come near another."""
    boxes: list[Rect] = []
    for operation in cover.scene.of(one.placed.id):
        if operation.bounds.intersection(near) is None:
            continue
        if isinstance(operation, GlyphRun) and operation.angle % 360 == 0:
            boxes += [box for box in glyph_boxes(operation, cover.library) if box.intersection(near) is not None]
        else:
            boxes.append(operation.bounds)
    return boxes
