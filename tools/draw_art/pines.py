"""The highland of Lâm Đồng: Langbiang's two peaks, ranges in the mist, three-needle pines."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tools.draw_art.canvas import Canvas
from tools.draw_art.geometry import Path, Point, polygon
from tools.draw_art.inks import Axial, Ink

# the mountain as seen from Đà Lạt, in a frame one wide: the man's peak, the saddle, the woman's peak
LANGBIANG: list[Point] = [
    (0.0, 0.0), (0.08, 0.028), (0.16, 0.075), (0.235, 0.15), (0.285, 0.21), (0.315, 0.232), (0.345, 0.222),
    (0.39, 0.172), (0.44, 0.13), (0.5, 0.118), (0.555, 0.142), (0.61, 0.192), (0.65, 0.222), (0.68, 0.226),
    (0.715, 0.2), (0.77, 0.142), (0.84, 0.08), (0.92, 0.034), (1.0, 0.0),
]  # fmt: skip


def langbiang(x: float, y: float, width: float, rise: float = 1.0) -> list[Point]:
    """The line of the mountain, ``width`` wide from ``x``, its foot at ``y``."""
    return [(x + px * width, y + py * width * rise) for px, py in LANGBIANG]


def pine(x: float, y: float, height: float) -> Path:
    """A pine: a bare trunk, then flat tiers of needles that narrow to a pointed top; one non-zero fill."""
    path = polygon([(x - height * 0.016, y), (x + height * 0.016, y), (x + height * 0.006, y + height * 0.92),
                    (x - height * 0.006, y + height * 0.92)])  # fmt: skip
    tiers = 8
    for tier in range(tiers):
        share = tier / (tiers - 1)
        level = y + height * (0.3 + 0.62 * share)
        half = height * (0.19 * (1 - share) + 0.035) * (1 + 0.16 * math.sin(tier * 2.3 + x))
        path.add(_tier(x + height * 0.02 * math.sin(tier * 4.1 + x), level, half, height * 0.125))
    return path


def _tier(x: float, y: float, half: float, thick: float) -> Path:
    """A tier, its ends drooping and ragged below."""
    points: list[Point] = [(x, y + thick)]
    teeth = 4
    for index in range(teeth + 1):
        place = 1 - 2 * index / teeth
        points.append((x + half * place, y - thick * 0.12 * (1 - abs(place)) - thick * 0.26 * abs(place)))
        if index < teeth:
            points.append((x + half * (place - 1 / teeth), y + thick * 0.1))
    return polygon([points[0], *points[:0:-1]])


def grove(canvas: Canvas, places: Sequence[tuple[float, float, float]], top: Ink, foot: Ink) -> None:
    """Pines at ``places`` (x, foot, height) as one silhouette that fades into the mist below."""
    path = Path()
    for x, y, height in places:
        path.add(pine(x, y, height))
    low = min(y for _, y, _ in places)
    high = max(y + height for _, y, height in places)
    canvas.shade(path, Axial((0, high), (0, low), [(0, top), (0.55, top), (1, foot)]))
