"""Sky, rays, plateau layers and flags on poles."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tools.draw_art.canvas import Canvas
from tools.draw_art.flags import FLAG_RATIO, draw_flag
from tools.draw_art.geometry import Path, Point, polar, polygon, rectangle, ridge
from tools.draw_art.inks import (
    AMBER,
    BRONZE,
    CREAM,
    CRIMSON,
    DEEP,
    EMBER,
    ORANGE,
    PALE,
    RED,
    STRAW,
    UMBER,
    YELLOW,
    Axial,
    Radial,
    Stops,
    at,
)

DAWN: Stops = [
    (0, CREAM), (0.07, PALE), (0.15, STRAW), (0.22, YELLOW), (0.29, AMBER), (0.36, ORANGE),
    (0.43, EMBER), (0.52, RED), (0.7, CRIMSON), (1, DEEP),
]  # fmt: skip


def sky(canvas: Canvas, sun: Point, reach: float, rays: int, *, turn: float = 0.0) -> None:
    """A dawn sky over the whole page, with rays that stay bright further out."""
    page = rectangle(0, 0, canvas.width, canvas.height)
    canvas.shade(page, Radial(sun, reach, DAWN))
    far = math.hypot(canvas.width, canvas.height)
    beams = Path()
    for index in range(rays):
        middle = turn + 360 / rays * index
        half = 360 / rays * 0.22
        beams.add(polygon([sun, polar(sun, far, middle - half), polar(sun, far, middle + half)]))
    bright: Stops = [(place, at(DAWN, place * 0.88)) for place, _ in DAWN]
    canvas.shade(beams, Radial(sun, reach, bright))


def layer(canvas: Canvas, points: Sequence[Point], light: Axial) -> None:
    """A plateau layer down to the page's foot."""
    canvas.shade(ridge(points, -1.0), light)


def flag_on_pole(canvas: Canvas, x: float, foot: float, y: float, length: float, *,
                 party: bool) -> None:  # fmt: skip
    """A flat flag with its lower left corner at ``x``, ``y`` on a pole rising from ``foot``."""
    height = length / FLAG_RATIO
    thick = length * 0.035
    top = y + height + length * 0.075
    stops: Stops = [(0, STRAW), (0.45, AMBER), (1, UMBER)]
    pole = rectangle(x - thick, foot, thick, top - foot)
    canvas.shade(pole, Axial((x - thick, 0), (x, 0), stops))
    middle = x - thick / 2
    tip = polygon([(middle - thick * 1.1, top + thick), (middle, top),
                   (middle + thick * 1.1, top + thick), (middle, top + thick * 4)])  # fmt: skip
    canvas.shade(tip, Axial((middle - thick, 0), (middle + thick, 0), [(0, STRAW), (0.5, AMBER), (1, BRONZE)]))
    draw_flag(canvas, x, y, length, party=party)
