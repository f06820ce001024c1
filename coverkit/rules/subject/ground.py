"""What lies under type: which ink, or how light and how dark it may be under a veil on a picture."""

from __future__ import annotations

from typing import assert_never

from coverkit.geometry import Point
from coverkit.layout.cover import Cover
from coverkit.model.values import BLACK, WHITE, Cmyk
from coverkit.rules.subject.shapes import holds
from coverkit.scene.gradients import gradient_line
from coverkit.scene.operations import Art, Fill, GlyphRun, Gradient, Operation, Picture, Stop, Stroke, Veil

Ground = tuple[Cmyk, ...]
"""One ink where it is known; two, the lightest and the darkest that may be there, under a veil; none where it is not known."""


def ground_at(cover: Cover, below: int, point: Point) -> Ground:
    """Return what lies at a point below the operation of an index: bare paper where nothing does."""
    for operation in reversed(cover.scene.operations[:below]):
        if holds(operation, point):
            return _ground(operation, point)
    return (WHITE,)


def _ground(operation: Operation, point: Point) -> Ground:
    match operation:
        case Fill():
            return (operation.ink,)
        case Gradient():
            return (gradient_ink(operation, point),)
        case Picture():
            return _under_veils(operation.veils, point)
        case Art() | Stroke() | GlyphRun():
            return ()
        case _:
            assert_never(operation)


def gradient_ink(gradient: Gradient, point: Point) -> Cmyk:
    """Return the ink of a gradient at a point."""
    dx, dy = gradient.end.x - gradient.start.x, gradient.end.y - gradient.start.y
    length = dx * dx + dy * dy
    at = 0.0 if length == 0 else ((point.x - gradient.start.x) * dx + (point.y - gradient.start.y) * dy) / length
    return _between(gradient.stops, min(1.0, max(0.0, at)))


def _between(stops: tuple[Stop, ...], at: float) -> Cmyk:
    before = stops[0]
    for stop in stops:
        if stop.at >= at:
            span = stop.at - before.at
            return stop.ink if span <= 0 else stop.ink.mixed_over(before.ink, (at - before.at) / span)
        before = stop
    return before.ink


def _under_veils(veils: tuple[Veil, ...], point: Point) -> Ground:
    """Return the lightest and the darkest ink that a picture may have at a point under its veils; nothing without one."""
    light, dark, veiled = WHITE, BLACK, False
    for veil in veils:
        box = veil.box
        if veil.blur or veil.multiply or not (box.x <= point.x <= box.right and box.y <= point.y <= box.bottom):
            continue
        opacity = _opacity(veil, point)
        light, dark, veiled = veil.ink.mixed_over(light, opacity), veil.ink.mixed_over(dark, opacity), True
    return (light, dark) if veiled else ()


def _opacity(veil: Veil, point: Point) -> float:
    start, end = gradient_line(veil.box, veil.angle)
    dx, dy = end.x - start.x, end.y - start.y
    length = dx * dx + dy * dy
    at = 0.0 if length == 0 else ((point.x - start.x) * dx + (point.y - start.y) * dy) / length
    return veil.opacity_start + (veil.opacity_end - veil.opacity_start) * min(1.0, max(0.0, at))
