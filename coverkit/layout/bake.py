"""Resolve tints: what is translucent becomes flat ink, a gradient, or part of a picture. Nothing live leaves here.

A tint over a picture is baked into the picture's pixels; over flat ink it is mixed; over bare paper it is mixed with white.
Type, art and curved shapes are never laid under a tint: the rule book reports what is covered.
"""

from __future__ import annotations

from collections.abc import Iterable

from coverkit.elements.context import Layer, Tint
from coverkit.geometry import Point, Rect
from coverkit.model.values import WHITE, Cmyk
from coverkit.records import replace
from coverkit.scene.gradients import STEPS, gradient_line
from coverkit.scene.operations import Fill, Gradient, Operation, Picture, Stop, Veil
from coverkit.scene.path import Path


def bake(layers: Iterable[Layer]) -> tuple[Operation, ...]:
    """Return opaque operations in painting order."""
    operations: list[Operation] = []
    for layer in layers:
        if isinstance(layer, Tint):
            _lay_over(operations, layer)
        else:
            operations.append(layer)
    return tuple(operations)


def _lay_over(operations: list[Operation], tint: Tint) -> None:
    """Lay a tint over what is there: veils into pictures, flat mixes on top for the rest of its area."""
    open_parts = [tint.box if tint.blur == 0 else tint.box.outset(2.5 * tint.blur)]
    mixes: list[Operation] = []
    for index in range(len(operations) - 1, -1, -1):
        below = operations[index]
        area = _flat_area(below)
        if area is None or not any(part.intersection(area) for part in open_parts):
            continue
        if isinstance(below, Picture):
            operations[index] = replace(below, veils=(*below.veils, _veil(tint)))
        elif isinstance(below, Fill) and tint.blur == 0:
            mixes += [_mixed(tint, below.ink, common) for part in open_parts if (common := part.intersection(area))]
        open_parts = [rest for part in open_parts for rest in _without(part, area)]
        if not open_parts:
            break
    if tint.blur == 0:
        mixes += [_mixed(tint, WHITE, part) for part in open_parts]
    operations.extend(mixes)


def _flat_area(operation: Operation) -> Rect | None:
    """Return the upright rectangle that an operation covers wholly; None for anything else."""
    match operation:
        case Picture(angle=angle, clip=None) if angle % 360 == 0:
            return operation.box
        case Fill(path=path) if _is_rectangle(path):
            return path.bounds()
        case _:
            return None


def _is_rectangle(path: Path) -> bool:
    return path == Path.rectangle(path.bounds())


def _veil(tint: Tint) -> Veil:
    return Veil(tint.box, tint.ink, tint.opacity_start, tint.opacity_end, tint.angle, tint.radius, tint.blur, tint.multiply)


def _mixed(tint: Tint, below: Cmyk, part: Rect) -> Operation:
    whole = part == tint.box
    path = Path.rounded(part, tint.radius) if whole else Path.rectangle(part)
    if tint.opacity_start == tint.opacity_end:
        return Fill(tint.source, path, _mix(tint, below, tint.opacity_start))
    start, end = gradient_line(tint.box, tint.angle)
    stops = tuple(Stop(step / STEPS, _mix(tint, below, _opacity(tint, step / STEPS))) for step in range(STEPS + 1))
    return Gradient(tint.source, path, Point(start.x, start.y), Point(end.x, end.y), stops)


def _opacity(tint: Tint, at: float) -> float:
    return tint.opacity_start + (tint.opacity_end - tint.opacity_start) * at


def _mix(tint: Tint, below: Cmyk, opacity: float) -> Cmyk:
    if not tint.multiply:
        return tint.ink.mixed_over(below, opacity)

    def darker(base: float, ink: float) -> float:
        return base + ink * opacity * (1.0 - base)

    ink = tint.ink
    return Cmyk(darker(below.c, ink.c), darker(below.m, ink.m), darker(below.y, ink.y), darker(below.k, ink.k))


def _without(part: Rect, hole: Rect) -> list[Rect]:
    """Return what is left of a rectangle when another is cut out: at most four rectangles."""
    common = part.intersection(hole)
    if common is None:
        return [part]
    rest = [
        Rect.from_edges(part.x, part.y, part.right, common.y),
        Rect.from_edges(part.x, common.bottom, part.right, part.bottom),
        Rect.from_edges(part.x, common.y, common.x, common.bottom),
        Rect.from_edges(common.right, common.y, part.right, common.bottom),
    ]
    return [piece for piece in rest if piece.width > 1e-6 and piece.height > 1e-6]
