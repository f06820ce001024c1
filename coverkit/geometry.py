"""Lengths, points and rectangles on the page.

One convention for the whole program: millimetres, origin at the top left corner of the trim, x to the right, y downwards.
Type sizes are in points. Only the painter turns these into PDF units.
"""

from __future__ import annotations

import math

from coverkit.records import dataclass

MM = 72.0 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the page, in mm."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Rect:
    """An upright rectangle in mm: top left corner and size."""

    x: float
    y: float
    width: float
    height: float

    @classmethod
    def from_edges(cls, left: float, top: float, right: float, bottom: float) -> Rect:
        """Build a rectangle from its four edges."""
        return cls(left, top, right - left, bottom - top)

    @property
    def right(self) -> float:
        """The right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.y + self.height

    @property
    def centre(self) -> Point:
        """The middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)

    @property
    def area(self) -> float:
        """Area in mm²; 0 for an empty or inverted rectangle."""
        return max(0.0, self.width) * max(0.0, self.height)

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height

    def inset(self, left: float, top: float | None = None, right: float | None = None, bottom: float | None = None) -> Rect:
        """Move the edges inwards; one number moves all four."""
        top = left if top is None else top
        right = left if right is None else right
        bottom = left if bottom is None else bottom
        return Rect.from_edges(self.x + left, self.y + top, self.right - right, self.bottom - bottom)

    def outset(self, margin: float) -> Rect:
        """Move all four edges outwards."""
        return self.inset(-margin)

    def union(self, other: Rect) -> Rect:
        """Return the smallest rectangle around both."""
        return Rect.from_edges(
            min(self.x, other.x), min(self.y, other.y), max(self.right, other.right), max(self.bottom, other.bottom)
        )

    def intersection(self, other: Rect) -> Rect | None:
        """Return the common part, or None where they only touch or miss."""
        left, top = max(self.x, other.x), max(self.y, other.y)
        right, bottom = min(self.right, other.right), min(self.bottom, other.bottom)
        if right - left <= 0 or bottom - top <= 0:
            return None
        return Rect.from_edges(left, top, right, bottom)

    def contains(self, other: Rect, tolerance: float = 0.0) -> bool:
        """Tell whether the other lies inside, up to a tolerance in mm."""
        return self.overshoot(other) <= tolerance

    def overshoot(self, other: Rect) -> float:
        """Return by how many mm the other sticks out at most; 0 or less when it lies inside."""
        return max(self.x - other.x, self.y - other.y, other.right - self.right, other.bottom - self.bottom)

    def moved(self, dx: float, dy: float) -> Rect:
        """Return the rectangle moved by dx, dy."""
        return Rect(self.x + dx, self.y + dy, self.width, self.height)

    def rotated_bounds(self, degrees: float) -> Rect:
        """Return the upright bounds of this rectangle turned about its centre."""
        if degrees % 360 == 0:
            return self
        angle = math.radians(degrees)
        cos, sin = abs(math.cos(angle)), abs(math.sin(angle))
        width = self.width * cos + self.height * sin
        height = self.width * sin + self.height * cos
        middle = self.centre
        return Rect(middle.x - width / 2, middle.y - height / 2, width, height)


def turn(point: Point, about: Point, degrees: float) -> Point:
    """Turn a point clockwise (as seen on the page) about another."""
    angle = math.radians(degrees)
    cos, sin = math.cos(angle), math.sin(angle)
    dx, dy = point.x - about.x, point.y - about.y
    return Point(about.x + dx * cos - dy * sin, about.y + dx * sin + dy * cos)


def union_all(rects: list[Rect]) -> Rect | None:
    """Return the smallest rectangle around all, or None for none."""
    if not rects:
        return None
    return Rect.from_edges(
        min(one.x for one in rects),
        min(one.y for one in rects),
        max(one.x + one.width for one in rects),
        max(one.y + one.height for one in rects),
    )
