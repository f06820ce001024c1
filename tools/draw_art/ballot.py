"""Motifs of an election: the ballot box, ballots in the air, the seats of an assembly."""

from __future__ import annotations

from tools.draw_art.canvas import Canvas
from tools.draw_art.flags import star
from tools.draw_art.geometry import Path, Point, ellipse, polar, polygon, rectangle
from tools.draw_art.inks import CRIMSON, DEEP, NIGHT, RED, YELLOW, Axial, Ink, Stops, at

PAPER: Ink = (2, 1, 3, 0)
PAPER_SHADE: Ink = (16, 8, 6, 4)
LINES: Ink = (40, 22, 12, 6)


def box(canvas: Canvas, x: float, y: float, width: float) -> None:
    """A red ballot box with a gold star, seen a little from above; ``x`` is its middle, ``y`` its foot."""

    def placed(path: Path) -> Path:
        return path.scaled(width).moved(x, y)

    front = polygon([(-0.47, 0), (0.47, 0), (0.5, 0.66), (-0.5, 0.66)])
    canvas.shade(placed(front), Axial((x, y + width * 0.66), (x, y), [(0, RED), (0.6, CRIMSON), (1, DEEP)]))
    lid = polygon([(-0.54, 0.66), (0.54, 0.66), (0.42, 0.86), (-0.42, 0.86)])
    canvas.shade(placed(lid), Axial((x, y + width * 0.86), (x, y + width * 0.66), [(0, CRIMSON), (1, RED)]))
    canvas.fill(placed(rectangle(-0.54, 0.6, 1.08, 0.06)), DEEP)
    canvas.fill(placed(polygon([(-0.25, 0.735), (0.25, 0.735), (0.23, 0.785), (-0.23, 0.785)])), NIGHT)
    canvas.fill(placed(rectangle(-0.49, 0, 0.98, 0.03)), NIGHT)
    canvas.fill(star((x, y + width * 0.3), width * 0.19), YELLOW, places=4)


def ballot(canvas: Canvas, centre: Point, width: float, degrees: float, *, half: bool = False) -> None:
    """A ballot: a sheet with a head and lines, turned; or only its upper half, the rest in the box."""
    foot = -0.1 if half else -0.68

    def placed(path: Path) -> Path:
        return path.scaled(width).turned(degrees).moved(*centre)

    sheet = polygon([(-0.5, foot), (0.5, foot), (0.5, 0.68), (-0.5, 0.68)])
    canvas.fill(placed(sheet.moved(0.05, -0.05) if not half else sheet), PAPER_SHADE)
    top, low = polar(centre, width * 0.7, degrees + 90), polar(centre, width * 0.7, degrees - 90)
    canvas.shade(placed(sheet), Axial(top, low, [(0, PAPER), (0.7, PAPER), (1, PAPER_SHADE)]))
    canvas.fill(placed(star((0.0, 0.46), 0.13)), RED)
    lines = Path()
    for index in range(2 if half else 5):
        reach = 0.66 if index % 2 == 0 else 0.5
        lines.add(rectangle(-0.33, 0.2 - index * 0.16, reach, 0.055))
    canvas.fill(placed(lines), LINES)


def seats(canvas: Canvas, centre: Point, inner: float, step: float, stops: Stops, *,
          rows: int, size: float, span: tuple[float, float] = (0.0, 180.0)) -> None:  # fmt: skip
    """Rows of round seats round a point, larger and paler outwards, row by row through ``stops``."""
    for row in range(rows):
        ring = inner + step * row
        dot = size * (1 + 0.09 * row)
        count = max(2, int(ring * 3.14159 * (span[1] - span[0]) / 180 / (dot * 2.9)))
        path = Path()
        for index in range(count + 1):
            path.add(ellipse(polar(centre, ring, span[0] + (span[1] - span[0]) * index / count), dot))
        canvas.fill(path, at(stops, row / max(1, rows - 1)))
