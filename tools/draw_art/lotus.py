"""The lotus: an open flower from the side, a bud, and the round leaf."""

from __future__ import annotations

import math

from tools.draw_art.canvas import Canvas
from tools.draw_art.geometry import Path, Point, ellipse, polar
from tools.draw_art.inks import Axial, Ink, Radial, Stops, mix

ROSE: Ink = (2, 78, 22, 0)
PINK: Ink = (0, 50, 10, 0)
BLUSH: Ink = (0, 24, 5, 0)
MILK: Ink = (0, 5, 6, 0)
MAGENTA: Ink = (8, 92, 34, 4)
STEM: Ink = (58, 22, 80, 14)
LEAF_LIGHT: Ink = (55, 8, 60, 2)
LEAF_DEEP: Ink = (82, 32, 74, 28)
VEIN: Ink = (40, 2, 50, 0)

# row by row from behind: the turn from upright, the length, the breadth and how deep its colour is
PETALS = (
    ((0, 1.0, 0.36, 0.8), (-24, 0.98, 0.36, 0.75), (24, 0.98, 0.36, 0.75), (-46, 0.95, 0.34, 0.75), (46, 0.95, 0.34, 0.75)),
    ((-70, 0.98, 0.3, 0.9), (70, 0.98, 0.3, 0.9), (-34, 0.9, 0.38, 0.5), (34, 0.9, 0.38, 0.5),
     (-12, 0.9, 0.4, 0.45), (12, 0.9, 0.4, 0.45)),
    ((-86, 0.86, 0.27, 0.65), (86, 0.86, 0.27, 0.65), (-55, 0.8, 0.36, 0.3), (55, 0.8, 0.36, 0.3),
     (-26, 0.74, 0.4, 0.2), (26, 0.74, 0.4, 0.2), (0, 0.7, 0.42, 0.1)),
)  # fmt: skip


def flower(canvas: Canvas, base: Point, size: float, lean: float = 0.0) -> None:
    """An open flower whose petals rise from ``base``; ``size`` is the longest petal."""
    for row in PETALS:
        for turn, length, breadth, depth in row:
            petal(canvas, base, 90 - turn + lean, size * length, breadth, depth)


def bud(canvas: Canvas, base: Point, size: float, lean: float = 0.0) -> None:
    """A closed bud."""
    for turn, breadth, depth in ((-13, 0.4, 0.9), (13, 0.4, 0.9), (0, 0.46, 0.5)):
        petal(canvas, base, 90 - turn + lean, size, breadth, depth)


def petal(canvas: Canvas, base: Point, degrees: float, length: float, breadth: float, depth: float) -> None:
    """One petal: milk at its base, rose at its tip, with fine veins and a light edge."""

    def placed(path: Path) -> Path:
        return path.scaled(length).turned(degrees).moved(*base)

    shape = Path().move(0, 0).curve((0.16, breadth * 1.0), (0.66, breadth * 0.92), (1, 0))
    shape.curve((0.66, -breadth * 0.92), (0.16, -breadth * 1.0), (0, 0)).close()
    stops: Stops = [
        (0, MILK), (0.3, mix(MILK, BLUSH, 0.4 + 0.6 * depth)), (0.68, mix(BLUSH, PINK, 0.35 + 0.65 * depth)),
        (1, mix(PINK, ROSE, 0.55 + 0.45 * depth)),
    ]  # fmt: skip
    canvas.shade(placed(shape), Axial(base, polar(base, length, degrees), stops))
    veins = Path()
    for side in (-0.42, -0.21, 0, 0.21, 0.42):
        swell = breadth * side * 1.3
        veins.move(0.16, swell * 0.55).curve((0.36, swell), (0.66, swell * 0.92), (0.93 - abs(side) * 0.2, swell * 0.34))
    canvas.stroke(placed(veins), mix(PINK, ROSE, 0.25 + 0.5 * depth), max(0.05, length * 0.0055))
    canvas.stroke(placed(shape), mix(BLUSH, MILK, 0.7), max(0.07, length * 0.011))


def leaf(canvas: Canvas, centre: Point, radius: float, flat: float = 0.34, lean: float = 0.0) -> None:
    """A round leaf on the water seen from the side, its veins running to a notch."""

    def placed(path: Path) -> Path:
        return path.scaled(1.0, flat).turned(lean).moved(*centre)

    rim = Path()
    for index in range(72):
        turn = 5 * index
        reach = radius * (1 + 0.022 * math.sin(math.radians(turn) * 9))
        point = polar((0.0, 0.0), reach, turn)
        rim.move(*point) if index == 0 else rim.line(*point)
    light = (centre[0] - radius * 0.3, centre[1] + radius * flat * 0.4)
    shade = Radial(light, radius * 1.3, [(0, LEAF_LIGHT), (0.5, mix(LEAF_LIGHT, LEAF_DEEP, 0.45)), (1, LEAF_DEEP)])
    canvas.shade(placed(rim.close()), shade)
    veins = Path()
    hub: Point = (0.0, radius * 0.12)
    for index in range(15):
        veins.move(*hub).line(*polar((0.0, 0.0), radius * 0.9, 24 * index + 8))
    canvas.stroke(placed(veins), VEIN, max(0.1, radius * 0.012))
    canvas.fill(placed(ellipse(hub, radius * 0.06)), VEIN)


def stem(canvas: Canvas, foot: Point, top: Point, bend: float, width: float) -> None:
    """A stem from the water up to a flower, leaning by ``bend``."""
    path = Path().move(*foot)
    path.curve(
        (foot[0] + bend, foot[1] + (top[1] - foot[1]) * 0.4), (top[0] + bend * 0.4, top[1] - (top[1] - foot[1]) * 0.3), top
    )
    canvas.stroke(path, STEM, width, round_ends=True)
