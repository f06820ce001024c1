"""Silk: folds that lie between two smooth lines, each lit along its length, with a gold hem."""

from __future__ import annotations

import math
from collections.abc import Sequence

from tools.draw_art.canvas import Canvas
from tools.draw_art.geometry import Point, between, strip_between
from tools.draw_art.inks import Axial, Ink, Stops, mix


def silk(canvas: Canvas, upper: Sequence[Point], lower: Sequence[Point], folds: int, inks: tuple[Ink, Ink, Ink]) -> None:
    """Draw folds from ``upper`` to ``lower``; ``inks`` are the shade, the cloth and the light."""
    start, end = upper[0], upper[-1]
    for index in range(folds):
        # each fold reaches a hair under the next, or the paper shows between them
        top, foot = between(upper, lower, index / folds), between(upper, lower, min(1.0, (index + 1.25) / folds))
        canvas.shade(strip_between(top, foot), Axial((start[0], 0), (end[0], 0), _light(index, folds, inks)))


def _light(index: int, folds: int, inks: tuple[Ink, Ink, Ink]) -> Stops:
    shade, cloth, light = inks
    stops: Stops = []
    for step in range(13):
        place = step / 12
        wave = math.sin(2 * math.pi * (place * 1.6 + index / folds * 1.1)) * math.cos(index * math.pi * 0.5 + place)
        stops.append((place, mix(cloth, light if wave > 0 else shade, abs(wave))))
    return stops


def hem(canvas: Canvas, line: Sequence[Point], width: float, gold: Sequence[Ink]) -> None:
    """Draw a band of gold along a smooth line, swelling in its middle and thin at both ends."""
    count = len(line) - 1
    # a hair above the cloth, or its edge shows as a dark thread
    upper = [(x, y + 0.07) for x, y in line]
    lower = [(x, y - width * (0.25 + 0.75 * math.sin(math.pi * index / count))) for index, (x, y) in enumerate(line)]
    stops: Stops = [(index / (len(gold) - 1), ink) for index, ink in enumerate(gold)]
    canvas.shade(strip_between(upper, lower), Axial((line[0][0], 0), (line[-1][0], 0), stops))
