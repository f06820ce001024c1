"""Snapping: what an element that is moved or resized catches on, and the lines that say so. Pure geometry in mm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from itertools import pairwise
from typing import Literal

from coverkit.geometry import Rect
from coverkit.records import dataclass

Axis = Literal["x", "y"]
Kind = Literal["page", "safe", "bleed", "guide", "object"]

_SAME = 0.005
"""Mm within which two places are one."""
_RANK: dict[Kind, int] = {"guide": 0, "page": 1, "safe": 2, "object": 3, "bleed": 4}


@dataclass(frozen=True, slots=True)
class Target:
    """A line to catch on: across the page at x, or down it at y; `start` and `end` are its reach along the other axis."""

    axis: Axis
    at: float
    kind: Kind
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be drawn: it was caught on; `gap` mm lie between the element and what it is in line with (0: none)."""

    axis: Axis
    at: float
    start: float
    end: float
    kind: Kind
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class Gap:
    """A distance to be drawn: from `start` to `end` along an axis, at a place on the other; equal ones come together."""

    axis: Axis
    start: float
    end: float
    at: float

    @property
    def length(self) -> float:
        """The distance in mm."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Snapped:
    """By how much the element is to be moved further, and what is to be drawn."""

    dx: float = 0.0
    dy: float = 0.0
    lines: tuple[Line, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What there is to catch on: lines, and the boxes of other elements for equal spaces."""

    targets: tuple[Target, ...]
    boxes: tuple[Rect, ...] = field(default=())

    @classmethod
    def of(
        cls,
        page: Rect,
        safe: float,
        bleed: Rect,
        guides: Iterable[tuple[Axis, float]] = (),
        boxes: Sequence[Rect] = (),
    ) -> Surroundings:
        """Gather what is on a page.

        Args:
            page: the trim.
            safe: mm inside the trim that are kept free.
            bleed: the bleed box.
            guides: lines a person drew.
            boxes: upright bounds of the other elements.
        """
        targets = [*_frame(page, "page", middle=True), *_frame(bleed, "bleed")]
        if safe > 0:
            targets += _frame(page.inset(safe), "safe")
        for axis, at in guides:
            reach = (bleed.y, bleed.bottom) if axis == "x" else (bleed.x, bleed.right)
            targets.append(Target(axis, at, "guide", *reach))
        for box in boxes:
            targets += _frame(box, "object", middle=True)
        return cls(tuple(targets), tuple(boxes))

    def move(self, box: Rect, tolerance: float) -> Snapped:
        """Return what a moved box (upright bounds) catches on within a tolerance in mm."""
        dx = self._nearest("x", (box.x, box.centre.x, box.right), tolerance)
        dy = self._nearest("y", (box.y, box.centre.y, box.bottom), tolerance)
        even_x = self._even("x", box, tolerance) if dx is None else None
        even_y = self._even("y", box, tolerance) if dy is None else None
        shift_x = dx if dx is not None else even_x or 0.0
        shift_y = dy if dy is not None else even_y or 0.0
        there = box.moved(shift_x, shift_y)
        lines = (*self._lines("x", there, dx is not None), *self._lines("y", there, dy is not None))
        return Snapped(shift_x, shift_y, lines, (*_gaps("x", there, self.boxes), *_gaps("y", there, self.boxes)))

    def edges(self, box: Rect, moving: tuple[int, int], tolerance: float) -> Snapped:
        """Return what the moving edges of a resized box catch on.

        Args:
            box: as it is now.
            moving: -1 for the left or upper edge, 1 for the right or lower one, 0 for none; across and down.
            tolerance: mm.
        """
        x = {-1: box.x, 1: box.right}.get(moving[0])
        y = {-1: box.y, 1: box.bottom}.get(moving[1])
        dx = None if x is None else self._nearest("x", (x,), tolerance)
        dy = None if y is None else self._nearest("y", (y,), tolerance)
        there = _stretched(box, moving, dx or 0.0, dy or 0.0)
        lines: list[Line] = []
        if x is not None and dx is not None:
            lines += self._at("x", x + dx, there)
        if y is not None and dy is not None:
            lines += self._at("y", y + dy, there)
        return Snapped(dx or 0.0, dy or 0.0, tuple(lines))

    def point(self, axis: Axis, at: float, tolerance: float) -> float:
        """Return the place that a guide being drawn catches on, or the place itself."""
        return at + (self._nearest(axis, (at,), tolerance) or 0.0)

    def _nearest(self, axis: Axis, places: Sequence[float], tolerance: float) -> float | None:
        found = [
            (round(abs(target.at - place), 6), _RANK[target.kind], target.at - place)
            for target in self.targets
            if target.axis == axis
            for place in places
            if abs(target.at - place) <= tolerance
        ]
        return min(found)[2] if found else None

    def _lines(self, axis: Axis, box: Rect, caught: bool) -> list[Line]:
        if not caught:
            return []
        places = (box.x, box.centre.x, box.right) if axis == "x" else (box.y, box.centre.y, box.bottom)
        found: list[Line] = []
        for place in places:
            found += self._at(axis, place, box)
        return found

    def _at(self, axis: Axis, place: float, box: Rect) -> list[Line]:
        """Return one line for all targets at a place, reaching over them and the box."""
        here = [target for target in self.targets if target.axis == axis and abs(target.at - place) <= _SAME]
        if not here:
            return []
        own = (box.y, box.bottom) if axis == "x" else (box.x, box.right)
        start = min(own[0], *(target.start for target in here))
        end = max(own[1], *(target.end for target in here))
        kind = min((target.kind for target in here), key=lambda one: _RANK[one])
        objects = [target for target in here if target.kind == "object"]
        gaps = [max(target.start - own[1], own[0] - target.end) for target in objects]
        nearest = min((gap for gap in gaps if gap > 0), default=0.0)
        return [Line(axis, place, start, end, kind, nearest)]

    def _even(self, axis: Axis, box: Rect, tolerance: float) -> float | None:
        """Return the move that makes equal spaces to neighbours in the same row or column."""
        size = box.width if axis == "x" else box.height
        start = box.x if axis == "x" else box.y
        row = _row(axis, box, self.boxes)
        wanted: list[float] = []
        for (_, first_end), (second_start, second_end) in _pairs(row):
            gap = second_start - first_end
            wanted.append((first_end + second_start - size) / 2 if gap > size else second_end + gap)
            wanted.append(second_end + gap)
        for (first_start, first_end), (second_start, _) in _pairs(row):
            wanted.append(first_start - (second_start - first_end) - size)
        moves = [place - start for place in wanted if abs(place - start) <= tolerance]
        return min(moves, key=abs) if moves else None


def _frame(box: Rect, kind: Kind, middle: bool = False) -> list[Target]:
    xs, ys = [box.x, box.right], [box.y, box.bottom]
    if middle:
        xs.append(box.centre.x)
        ys.append(box.centre.y)
    return [Target("x", x, kind, box.y, box.bottom) for x in xs] + [Target("y", y, kind, box.x, box.right) for y in ys]


def _stretched(box: Rect, moving: tuple[int, int], dx: float, dy: float) -> Rect:
    return Rect.from_edges(
        box.x + (dx if moving[0] < 0 else 0.0),
        box.y + (dy if moving[1] < 0 else 0.0),
        box.right + (dx if moving[0] > 0 else 0.0),
        box.bottom + (dy if moving[1] > 0 else 0.0),
    )


def _row(axis: Axis, box: Rect, boxes: Sequence[Rect]) -> list[tuple[float, float]]:
    """Return the spans of the boxes that stand in the same row (for x) or column (for y), from start to end."""
    if axis == "x":
        spans = [(one.x, one.right) for one in boxes if one.y < box.bottom and one.bottom > box.y]
    else:
        spans = [(one.y, one.bottom) for one in boxes if one.x < box.right and one.right > box.x]
    return sorted(spans)


def _pairs(row: Sequence[tuple[float, float]]) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    return [(one, other) for one, other in pairwise(row) if other[0] - one[1] > _SAME]


def _gaps(axis: Axis, box: Rect, boxes: Sequence[Rect]) -> list[Gap]:
    """Return the spaces beside the box that are equal to another space in its row, with those others."""
    own = (box.x, box.right) if axis == "x" else (box.y, box.bottom)
    at = box.centre.y if axis == "x" else box.centre.x
    row = sorted([*_row(axis, box, boxes), own])
    spaces = [Gap(axis, one[1], other[0], at) for one, other in _pairs(row)]
    beside = [one for one in spaces if abs(one.end - own[0]) <= _SAME or abs(one.start - own[1]) <= _SAME]
    found: list[Gap] = []
    for one in beside:
        alike = [other for other in spaces if abs(other.length - one.length) <= 2 * _SAME]
        if len(alike) > 1:
            found += [other for other in alike if other not in found]
    return found
