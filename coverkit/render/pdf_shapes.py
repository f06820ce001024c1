"""Numbers, places and outlines in the words of a PDF page. Pure; knows neither inks nor objects."""

from __future__ import annotations

import math
from typing import assert_never

from coverkit.geometry import MM, Point, Rect
from coverkit.records import dataclass
from coverkit.scene.path import Path, Segment
from coverkit.scene.scene import Scene

DIGITS = 4
"""Decimals of a point that are written: 0.0001 pt are 35 nm."""


def number(value: float) -> str:
    """Write a number as PDF wants it: no exponent, no needless zeros."""
    text = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Write numbers side by side."""
    return " ".join(map(number, values))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of a page: maps the scene's millimetres (y downwards) to points (y upwards).

    Attributes:
        trim, bleed, media: the page boxes in the scene's mm.
    """

    trim: Rect
    bleed: Rect
    media: Rect

    @classmethod
    def around(cls, scene: Scene, margin: float = 0.0) -> Sheet:
        """Return the sheet of a scene with a margin (mm) around the bleed."""
        return cls(scene.trim, scene.bleed_box, scene.bleed_box.outset(margin))

    @classmethod
    def trimmed(cls, scene: Scene, strip: float = 0.0) -> Sheet:
        """Return the sheet of a trimmed scene, with a strip (mm) of paper added below."""
        return cls(scene.trim, scene.trim, scene.trim.inset(0, 0, 0, -strip))

    def x(self, x: float) -> float:
        """Return a horizontal place in points."""
        return (x - self.media.x) * MM

    def y(self, y: float) -> float:
        """Return a vertical place in points."""
        return (self.media.bottom - y) * MM

    def at(self, point: Point) -> str:
        """Write a point."""
        return f"{number((point.x - self.media.x) * MM)} {number((self.media.bottom - point.y) * MM)}"

    def box(self, box: Rect) -> tuple[float, float, float, float]:
        """Return a page box in points; all are rounded alike, so none sticks out of another."""
        return (
            round(self.x(box.x), DIGITS),
            round(self.y(box.bottom), DIGITS),
            round(self.x(box.right), DIGITS),
            round(self.y(box.y), DIGITS),
        )

    def outline(self, path: Path) -> str:
        """Write the operators that build an outline."""
        return " ".join([self._step(segment) for segment in path.segments])

    def _step(self, segment: Segment) -> str:
        match segment.verb:
            case "M":
                return f"{self.at(segment.points[0])} m"
            case "L":
                return f"{self.at(segment.points[0])} l"
            case "C":
                return f"{' '.join([self.at(point) for point in segment.points])} c"
            case "Z":
                return "h"
            case _:
                assert_never(segment.verb)

    def placing(self, box: Rect, degrees: float, unit: tuple[float, float] = (1.0, 1.0), mirrored: bool = False) -> str:
        """Write the matrix that lays a thing of a size (the unit square by default) into a box turned about its centre.

        Args:
            box: where, in mm.
            degrees: clockwise.
            unit: the thing's width and height in its own space.
            mirrored: turn left and right about.
        """
        angle = math.radians(-degrees)
        cos, sin = _exact(math.cos(angle)), _exact(math.sin(angle))
        width, height = box.width * MM, box.height * MM
        across = -width / unit[0] if mirrored else width / unit[0]
        up = height / unit[1]
        a, b, c, d = across * cos, across * sin, -up * sin, up * cos
        middle = box.centre
        e = self.x(middle.x) - (a * unit[0] + c * unit[1]) / 2
        f = self.y(middle.y) - (b * unit[0] + d * unit[1]) / 2
        return " ".join([fine(a), fine(b), fine(c), fine(d), number(e), number(f), "cm"])


def _exact(value: float) -> float:
    """Make the sine and cosine of right angles exact."""
    return float(round(value)) if abs(value - round(value)) < 1e-12 else value


def fine(value: float) -> str:
    """Write a factor: it is multiplied with lengths, so it needs more decimals than they do."""
    text = f"{value:.8f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
