"""The campaign's CMYK palette and gradients, in per cent of ink."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

Ink = tuple[float, float, float, float]
Stops = list[tuple[float, Ink]]

MAX_INK = 280.0

RED: Ink = (0, 100, 100, 0)
CRIMSON: Ink = (5, 100, 100, 12)
DEEP: Ink = (10, 100, 100, 28)
BASALT: Ink = (15, 100, 100, 45)
NIGHT: Ink = (20, 100, 95, 60)
EMBER: Ink = (0, 82, 100, 0)
ORANGE: Ink = (0, 55, 100, 0)
AMBER: Ink = (0, 32, 100, 0)
YELLOW: Ink = (0, 10, 100, 0)
STRAW: Ink = (0, 6, 70, 0)
PALE: Ink = (0, 3, 38, 0)
CREAM: Ink = (0, 1, 18, 0)
BRONZE: Ink = (5, 50, 100, 15)
UMBER: Ink = (10, 75, 100, 45)
LEAF: Ink = (60, 15, 100, 15)
SHADE: Ink = (75, 35, 100, 45)


@dataclass(frozen=True)
class Axial:
    """A gradient along the line from ``start`` to ``end``, in millimetres."""

    start: tuple[float, float]
    end: tuple[float, float]
    stops: Stops

    def coords(self) -> list[float]:
        """The Coords array of the shading, in millimetres."""
        return [*self.start, *self.end]


@dataclass(frozen=True)
class Radial:
    """A gradient from a circle of radius ``inner`` round ``focus`` to one of radius ``outer``."""

    centre: tuple[float, float]
    outer: float
    stops: Stops
    inner: float = 0.0
    focus: tuple[float, float] | None = None

    def coords(self) -> list[float]:
        """The Coords array of the shading, in millimetres."""
        return [*(self.focus or self.centre), self.inner, *self.centre, self.outer]


Gradient = Axial | Radial


def mix(first: Ink, second: Ink, share: float) -> Ink:
    """``share`` of ``second`` in ``first``."""
    c, m, y, k = (a + (b - a) * share for a, b in zip(first, second, strict=True))
    return c, m, y, k


def at(stops: Stops, position: float) -> Ink:
    """The colour of a gradient at ``position``."""
    for (left, first), (right, second) in pairwise(stops):
        if position <= right:
            return mix(first, second, (position - left) / (right - left))
    return stops[-1][1]


def total(ink: Ink) -> float:
    """The sum of the four inks."""
    return sum(ink)
