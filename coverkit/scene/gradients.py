"""Straight gradients: their line through a box, and stops close enough for every policy."""

from __future__ import annotations

import math

from coverkit.geometry import Point, Rect
from coverkit.model.values import Cmyk
from coverkit.scene.operations import Stop

STEPS = 24
"""Stops of a gradient: between two of them, converting ends and interpolating stays within ΔE00 0.5 of converting all."""


def gradient_line(box: Rect, angle: float) -> tuple[Point, Point]:
    """Return start and end of a gradient of a direction (degrees; 0 to the right, 90 downwards) that spans a box."""
    radians = math.radians(angle)
    dx, dy = math.cos(radians), math.sin(radians)
    half = (abs(dx) * box.width + abs(dy) * box.height) / 2
    middle = box.centre
    return Point(middle.x - dx * half, middle.y - dy * half), Point(middle.x + dx * half, middle.y + dy * half)


def even_stops(start: Cmyk, end: Cmyk) -> tuple[Stop, ...]:
    """Return evenly spaced stops from one ink to another."""
    return tuple(Stop(step / STEPS, end.mixed_over(start, step / STEPS)) for step in range(STEPS + 1))
