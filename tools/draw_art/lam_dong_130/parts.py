"""What the three pieces share: morning, the mountain in its mist, the pond with lotus, the number."""

from __future__ import annotations

from tools.draw_art import lotus
from tools.draw_art.canvas import Canvas
from tools.draw_art.geometry import Point, ellipse, rectangle, ridge
from tools.draw_art.inks import Axial, Radial, mix
from tools.draw_art.lam_dong_130.palette import FAR, FOREST, GARNET, HAZE, IVORY, MIST, MORNING, RANGE, WATER
from tools.draw_art.pines import grove, langbiang
from tools.draw_art.setting import Faces, plain


def morning(canvas: Canvas, sun: Point, reach: float) -> None:
    """An ivory sky with a pale sun."""
    page = rectangle(0, 0, canvas.width, canvas.height)
    canvas.shade(page, Radial(sun, reach, [(0, IVORY), (0.35, IVORY), (0.7, MORNING), (1, mix(MORNING, HAZE, 0.5))]))


def sun_disc(canvas: Canvas, centre: Point, radius: float) -> None:
    """A soft morning sun."""
    canvas.shade(
        ellipse(centre, radius), Radial(centre, radius, [(0, (0, 14, 46, 0)), (0.8, (0, 18, 50, 0)), (1, (0, 13, 38, 0))])
    )


def mountain(canvas: Canvas, x: float, y: float, width: float, rise: float = 1.0) -> None:
    """Langbiang, its foot lost in mist."""
    line = langbiang(x, y, width, rise)
    top = max(py for _, py in line)
    canvas.shade(ridge(line, y), Axial((0, top), (0, y), [(0, FAR), (0.55, MIST), (1, HAZE)]))


def hills(canvas: Canvas, far: list[Point], near: list[Point]) -> None:
    """Two wooded ranges before the mountain, paler with distance."""
    for line, crest, foot in ((far, mix(MIST, RANGE, 0.55), mix(HAZE, MIST, 0.7)), (near, RANGE, mix(RANGE, FOREST, 0.6))):
        top, low = max(y for _, y in line), min(y for _, y in line)
        canvas.shade(ridge(line, -1.0), Axial((0, top), (0, low - (top - low) - 2), [(0, crest), (1, foot)]))


def pines(canvas: Canvas, places: list[tuple[float, float, float]]) -> None:
    """Pines that stand out dark before the ranges."""
    grove(canvas, places, FOREST, mix(RANGE, FOREST, 0.6))


def water(canvas: Canvas, line: list[Point]) -> None:
    """The pond's still water."""
    top = max(y for _, y in line)
    canvas.shade(ridge(line, -1.0), Axial((0, top), (0, 0), [(0, mix(WATER, IVORY, 0.35)), (1, mix(WATER, RANGE, 0.55))]))


def lotuses(canvas: Canvas, x: float, foot: float, size: float) -> None:
    """Leaves on the water, a bud, and one open flower; ``x`` is its middle."""
    lotus.leaf(canvas, (x - size * 0.85, foot + size * 0.12), size * 0.62, 0.3, 3)
    lotus.stem(canvas, (x + size * 1.0, foot), (x + size * 1.06, foot + size * 1.0), size * 0.1, size * 0.045)
    lotus.leaf(canvas, (x + size * 0.95, foot + size * 0.06), size * 0.56, 0.28, -3)
    lotus.bud(canvas, (x + size * 1.06, foot + size * 0.98), size * 0.52, -8)
    lotus.stem(canvas, (x, foot - size * 0.1), (x, foot + size * 0.5), -size * 0.05, size * 0.055)
    lotus.leaf(canvas, (x + size * 0.06, foot - size * 0.1), size * 0.66, 0.28, 1)
    lotus.flower(canvas, (x, foot + size * 0.42), size)


def number(canvas: Canvas, faces: Faces, x: float, y: float, cap_height: float) -> float:
    """The number 130 with its left edge at ``x``; returns its width."""
    line = faces.number.line("130", cap_height, 0)
    plain(canvas, line, x, y, GARNET)
    return line.width
