"""Outlines in mm: moves, lines and cubic curves."""

from __future__ import annotations

import math
from typing import Literal

from coverkit.geometry import Point, Rect, turn
from coverkit.records import dataclass

_KAPPA = 4.0 / 3.0 * (math.sqrt(2.0) - 1.0)

Verb = Literal["M", "L", "C", "Z"]


@dataclass(frozen=True, slots=True)
class Segment:
    """One step of an outline: M and L have one point, C has three, Z none."""

    verb: Verb
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """An outline of one or more contours, in mm."""

    segments: tuple[Segment, ...]

    @classmethod
    def rectangle(cls, box: Rect) -> Path:
        """Return the outline of a rectangle."""
        return cls.polygon(
            (Point(box.x, box.y), Point(box.right, box.y), Point(box.right, box.bottom), Point(box.x, box.bottom))
        )

    @classmethod
    def polygon(cls, points: tuple[Point, ...]) -> Path:
        """Return a closed outline through points."""
        steps = [Segment("M", (points[0],)), *(Segment("L", (point,)) for point in points[1:]), Segment("Z")]
        return cls(tuple(steps))

    @classmethod
    def line(cls, start: Point, end: Point) -> Path:
        """Return an open line."""
        return cls((Segment("M", (start,)), Segment("L", (end,))))

    @classmethod
    def rounded(cls, box: Rect, radius: float) -> Path:
        """Return a rectangle with round corners of a radius in mm."""
        r = max(0.0, min(radius, box.width / 2, box.height / 2))
        if r == 0:
            return cls.rectangle(box)
        k = r * (1 - _KAPPA)
        x0, y0, x1, y1 = box.x, box.y, box.right, box.bottom
        return cls(
            (
                Segment("M", (Point(x0 + r, y0),)),
                Segment("L", (Point(x1 - r, y0),)),
                Segment("C", (Point(x1 - k, y0), Point(x1, y0 + k), Point(x1, y0 + r))),
                Segment("L", (Point(x1, y1 - r),)),
                Segment("C", (Point(x1, y1 - k), Point(x1 - k, y1), Point(x1 - r, y1))),
                Segment("L", (Point(x0 + r, y1),)),
                Segment("C", (Point(x0 + k, y1), Point(x0, y1 - k), Point(x0, y1 - r))),
                Segment("L", (Point(x0, y0 + r),)),
                Segment("C", (Point(x0, y0 + k), Point(x0 + k, y0), Point(x0 + r, y0))),
                Segment("Z"),
            )
        )

    @classmethod
    def circle(cls, centre: Point, radius: float) -> Path:
        """Return a circle."""
        return cls.rounded(Rect(centre.x - radius, centre.y - radius, 2 * radius, 2 * radius), radius)

    def bounds(self) -> Rect:
        """Return upright bounds of all points, control points included (never too small)."""
        points = [point for segment in self.segments for point in segment.points]
        xs, ys = [point.x for point in points], [point.y for point in points]
        return Rect.from_edges(min(xs), min(ys), max(xs), max(ys))

    def turned(self, about: Point, degrees: float) -> Path:
        """Return the outline turned clockwise about a point."""
        if degrees % 360 == 0:
            return self
        return Path(
            tuple(Segment(step.verb, tuple(turn(point, about, degrees) for point in step.points)) for step in self.segments)
        )
