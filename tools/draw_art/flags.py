"""The national flag and the Party flag, flat, with their exact geometry."""

from __future__ import annotations

import math

from tools.draw_art.canvas import Canvas
from tools.draw_art.geometry import Path, Point, arc_to, polar, polygon, rectangle
from tools.draw_art.inks import RED, YELLOW

STAR_RADIUS = 1 / 5  # of the flag's length
STAR_RATIO = (3 - math.sqrt(5)) / 2  # inner to outer radius of a regular pentagram: 0.381966
SYMBOL_DIAMETER = 4 / 10  # of the flag's length
FLAG_RATIO = 3 / 2

# The hammer and sickle are drawn in the unit circle, on axes turned by 45 degrees:
# u runs along the hammer towards its head, v along the sickle's handle away from its end.
HANDLE = 0.172
HEAD_TOP = math.sqrt(0.5)  # so that the top of the head runs into the sickle's tip at (0, 1)
HEAD_FOOT = 0.425
HEAD_LEFT, HEAD_RIGHT = -0.36, 0.27
OUTER_CENTRE, INNER_CENTRE = (0.0, 0.2), (-0.035, 0.325)


def star(centre: Point, radius: float) -> Path:
    """A regular five-pointed star, one arm straight up."""
    radii = (radius, radius * STAR_RATIO)
    return polygon([polar(centre, radii[i % 2], 90 + 36 * i) for i in range(10)])


def hammer_sickle(centre: Point, radius: float) -> Path:
    """Three sub-paths of one direction, for one non-zero fill: no line shows where they cross."""
    path = _hammer().add(_sickle_handle()).add(_blade())
    return path.scaled(radius).moved(*centre)


def _turned(u: float, v: float) -> Point:
    return (v - u) * math.sqrt(0.5), (u + v) * math.sqrt(0.5)


def _hammer() -> Path:
    half, end = HANDLE / 2, -math.sqrt(1 - (HANDLE / 2) ** 2)
    bevel = 0.11
    outline = [
        (end, -half), (end, half), (HEAD_FOOT, half), (HEAD_FOOT, HEAD_RIGHT - bevel),
        (HEAD_FOOT + bevel, HEAD_RIGHT), (HEAD_TOP, HEAD_RIGHT), (HEAD_TOP, HEAD_LEFT),
        (HEAD_FOOT, HEAD_LEFT), (HEAD_FOOT, -half),
    ]  # fmt: skip
    return polygon([_turned(u, v) for u, v in outline])


def _sickle_handle() -> Path:
    half, end = HANDLE / 2, -math.sqrt(1 - (HANDLE / 2) ** 2)
    corners = [(-half, end), (-half, -HEAD_FOOT), (half, -HEAD_FOOT), (half, end)]
    return polygon([_turned(u, v) for u, v in corners])


def _blade() -> Path:
    tip = (0.0, 1.0)
    outer = math.dist(tip, OUTER_CENTRE)
    inner = math.dist(tip, INNER_CENTRE)
    heel, throat = -109.0, -118.6
    tip_angle = math.degrees(math.atan2(tip[1] - INNER_CENTRE[1], tip[0] - INNER_CENTRE[0]))
    path = Path().move(*polar(INNER_CENTRE, inner, throat))
    neck = HANDLE / 2 * 0.7
    path.line(*_turned(neck, -HEAD_FOOT - 0.02)).line(*_turned(-neck, -HEAD_FOOT - 0.02))
    path.line(*polar(OUTER_CENTRE, outer, heel))
    arc_to(path, OUTER_CENTRE, outer, heel, 90.0)
    arc_to(path, INNER_CENTRE, inner, tip_angle, throat)
    return path.close()


def draw_flag(canvas: Canvas, x: float, y: float, length: float, *, party: bool) -> None:
    """A flag with its lower left corner at ``x``, ``y``."""
    height = length / FLAG_RATIO
    centre = (x + length / 2, y + height / 2)
    canvas.fill(rectangle(x, y, length, height), RED, places=4)
    if party:
        canvas.fill(hammer_sickle(centre, length * SYMBOL_DIAMETER / 2), YELLOW, places=4)
    else:
        canvas.fill(star(centre, length * STAR_RADIUS), YELLOW, places=4)
