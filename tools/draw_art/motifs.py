"""Motifs of Đắk Nông: the gong, the longhouse, trees, the coffee branch."""

from __future__ import annotations

import math

from tools.draw_art.canvas import Canvas
from tools.draw_art.geometry import (
    Path,
    Point,
    arc,
    ellipse,
    polar,
    polygon,
    rectangle,
)
from tools.draw_art.inks import (
    AMBER,
    BRONZE,
    CREAM,
    CRIMSON,
    EMBER,
    LEAF,
    ORANGE,
    PALE,
    RED,
    SHADE,
    STRAW,
    UMBER,
    YELLOW,
    Axial,
    Ink,
    Radial,
    Stops,
)

LEAF_INKS = (LEAF, SHADE, STRAW)
FINEST = 0.14  # the thinnest line, in millimetres
METAL: Stops = [(0, CREAM), (0.22, STRAW), (0.5, AMBER), (0.78, BRONZE), (1, UMBER)]


def _lit(centre: Point, radius: float, stops: Stops, *, turned: bool = False) -> Axial:
    start, end = polar(centre, radius, 125), polar(centre, radius, 305)
    return Axial(end, start, stops) if turned else Axial(start, end, stops)


def gong(canvas: Canvas, centre: Point, radius: float) -> None:
    """A bossed gong seen from the front, lit from the upper left."""
    soft: Stops = [(0, STRAW), (0.45, YELLOW), (0.8, AMBER), (1, ORANGE)]
    canvas.shade(ellipse(centre, radius), _lit(centre, radius, METAL))
    canvas.shade(ellipse(centre, radius * 0.93), _lit(centre, radius * 0.93, METAL, turned=True))
    face = radius * 0.885
    canvas.shade(ellipse(centre, face), _lit(centre, face, soft))
    for share in (0.78, 0.56):
        ring = radius * share
        canvas.stroke(ellipse(centre, ring), BRONZE, radius * 0.022)
        canvas.stroke(ellipse((centre[0] + 0.02 * radius, centre[1] - 0.02 * radius), ring),
                      PALE, radius * 0.016)  # fmt: skip
    _beads(canvas, centre, radius * 0.67, radius * 0.035, 24)
    canvas.shade(ellipse(centre, radius * 0.38), _lit(centre, radius * 0.38, METAL, turned=True))
    canvas.shade(ellipse(centre, radius * 0.345), _lit(centre, radius * 0.345, soft))
    light = (centre[0] - radius * 0.07, centre[1] + radius * 0.09)
    boss = Radial(centre, radius * 0.22, [(0, CREAM), (0.35, STRAW), (0.75, AMBER), (1, BRONZE)],
                  focus=light)  # fmt: skip
    canvas.shade(ellipse(centre, radius * 0.22), boss)


def _beads(canvas: Canvas, centre: Point, ring: float, size: float, count: int) -> None:
    beads = Path()
    for index in range(count):
        beads.add(ellipse(polar(centre, ring, 360 / count * (index + 0.5)), size))
    canvas.fill(beads, BRONZE)


def echoes(canvas: Canvas, centre: Point, radii: list[float], inks: list[Ink], width: float,
           span: tuple[float, float] = (0.0, 360.0)) -> None:  # fmt: skip
    """The gong's sound: rings that spread and fade."""
    for radius, ink in zip(radii, inks, strict=True):
        canvas.stroke(arc(centre, radius, *span), ink, width)


def longhouse(canvas: Canvas, x: float, y: float, width: float, dark: Ink, light: Ink,
              glow: Ink) -> None:  # fmt: skip
    """A longhouse on stilts, roof flaring towards the gables; ``x`` is its middle, ``y`` the ground."""

    def placed(path: Path) -> Path:
        return path.scaled(width).moved(x, y)

    stilts = Path()
    for index in range(9):
        stilts.add(rectangle(-0.4 + index * 0.1 - 0.006, -0.02, 0.012, 0.1))
    canvas.fill(placed(stilts), dark)
    ladder = polygon([(-0.47, -0.02), (-0.455, -0.02), (-0.405, 0.085), (-0.42, 0.085)])
    canvas.fill(placed(ladder), dark)
    canvas.fill(placed(rectangle(-0.445, 0.07, 0.89, 0.022)), dark)
    canvas.fill(placed(rectangle(-0.405, 0.09, 0.81, 0.09)), dark)
    windows = Path()
    for index in range(7):
        windows.add(rectangle(-0.345 + index * 0.1, 0.108, 0.036, 0.042))
    canvas.fill(placed(windows), glow)
    roof = Path().move(-0.455, 0.15).line(0.455, 0.15).line(0.53, 0.385)
    roof.curve((0.2, 0.345), (-0.2, 0.345), (-0.53, 0.385)).close()
    shade = Axial((x, y + 0.385 * width), (x, y + 0.15 * width), [(0, light), (1, dark)])
    canvas.shade(placed(roof), shade)
    horns = Path()
    for side in (-1, 1):
        horns.add(polygon([(side * 0.53, 0.385), (side * 0.5, 0.36), (side * 0.555, 0.435)]))
    canvas.fill(placed(horns), light)


def tree(canvas: Canvas, x: float, y: float, height: float, dark: Ink, light: Ink) -> None:
    """A kơ-nia tree: a slender forked trunk under a broad, dense crown."""

    def placed(path: Path) -> Path:
        return path.scaled(height).moved(x, y)

    trunk = [(-0.06, -0.04), (0.06, -0.04), (0.026, 0.12), (0.022, 0.3), (0.12, 0.5), (0.07, 0.52),
             (0.0, 0.38), (-0.07, 0.52), (-0.12, 0.5), (-0.024, 0.3), (-0.028, 0.12)]  # fmt: skip
    canvas.fill(placed(polygon(trunk)), dark)
    crown = ellipse((0.0, 0.68), 0.34, 0.2)
    for index in range(13):
        turn = 360 / 13 * index
        swell = 0.085 + 0.04 * math.sin(index * 2.4)
        reach = 1.0 if math.sin(math.radians(turn)) > -0.4 else 0.8
        here = (0.32 * reach * math.cos(math.radians(turn)),
                0.68 + 0.22 * reach * math.sin(math.radians(turn)))  # fmt: skip
        crown.add(ellipse(here, swell * 1.15, swell))
    shade = Axial((x, y + height), (x, y + height * 0.45), [(0, light), (1, dark)])
    canvas.shade(placed(crown), shade)


def leaf(canvas: Canvas, base: Point, degrees: float, length: float, lit: Ink, dim: Ink,
         vein: Ink) -> None:  # fmt: skip
    """A coffee leaf: wavy edge, drawn-out tip, one half in the light."""
    waves = 5
    upper = [(0.0, 0.0)]
    for step in range(1, waves * 2):
        t = step / (waves * 2)
        swell = 0.21 * math.sin(math.pi * t**0.85) * (1 - 0.25 * t)
        upper.append((t, swell + (0.007 if step % 2 else -0.005)))
    tip = (1.08, 0.0)
    middle = [(t, 0.03 * math.sin(math.pi * t)) for t in (0.75, 0.5, 0.25)]

    def half(sign: int) -> Path:
        outline = [*[(x, y * sign) for x, y in upper], tip, *middle]
        return _edged(outline).scaled(length).turned(degrees).moved(*base)

    canvas.fill(half(1), lit)
    canvas.fill(half(-1), dim)
    line = Path().move(0.0, 0.0).curve((0.3, 0.04), (0.7, 0.035), (0.98, 0.005))
    canvas.stroke(line.scaled(length).turned(degrees).moved(*base), vein, max(FINEST, length * 0.022))


def _edged(points: list[Point]) -> Path:
    """A closed curve through ``points`` that keeps its first point and its tip sharp."""
    tip = max(range(len(points)), key=lambda i: points[i][0])
    path = Path().move(*points[0])
    for part in (points[: tip + 1], [*points[tip:], points[0]]):
        padded = [part[0], *part, part[-1]]
        for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:],
                                             strict=False):  # fmt: skip
            first = start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6
            path.curve(first, (end[0] - (after[0] - start[0]) / 6,
                               end[1] - (after[1] - start[1]) / 6), end)  # fmt: skip
    return path.close()


def berry(canvas: Canvas, centre: Point, radius: float) -> None:
    """A ripe coffee cherry with a light rim."""
    light = (centre[0] - radius * 0.35, centre[1] + radius * 0.35)
    ripe: Stops = [(0, AMBER), (0.3, EMBER), (0.7, RED), (1, CRIMSON)]
    canvas.fill(ellipse(centre, radius * 1.14), STRAW)
    canvas.shade(ellipse(centre, radius), Radial(centre, radius, ripe, focus=light))


def coffee(canvas: Canvas, base: Point, degrees: float, length: float) -> None:
    """A coffee branch with paired leaves and ripe cherries, growing from ``base``."""
    end = polar(base, length, degrees)
    bend = polar(polar(base, length * 0.5, degrees), length * 0.06, degrees + 90)
    twig = Path().move(*base).curve(bend, bend, end)
    canvas.stroke(twig, BRONZE, length * 0.022, round_ends=True)
    for share, size in ((0.2, 0.5), (0.52, 0.46), (0.82, 0.38)):
        here = polar(polar(base, length * share, degrees), length * 0.035, degrees + 90)
        for side in (-1, 1):
            turn = degrees + side * (52 - 18 * share)
            leaf(canvas, here, turn, length * size, *LEAF_INKS)
    leaf(canvas, end, degrees, length * 0.36, *LEAF_INKS)
    for share in (0.24, 0.55):
        here = polar(polar(base, length * share, degrees), length * 0.03, degrees + 90)
        for turn, reach in ((200, 0.055), (80, 0.06), (-20, 0.062), (140, 0.02), (280, 0.05)):
            berry(canvas, polar(here, length * reach, degrees + turn), length * 0.042)
