"""Where an operation really puts ink: its outline, not only its bounds.

A frame drawn around the page has the whole page as its bounds, yet covers nothing of what stands inside it.
"""

from __future__ import annotations

import itertools
from typing import assert_never

from coverkit.geometry import Point, Rect, turn
from coverkit.scene.operations import Art, Fill, GlyphRun, Gradient, Operation, Picture, Stroke
from coverkit.scene.path import Path

Contour = tuple[Point, ...]

_STEPS = 8
"""Straight pieces that stand for one curve: at cover sizes less than 0.1 mm off."""

POINT = 25.4 / 72
"""A point in mm."""


def meets(operation: Operation, box: Rect) -> bool:
    """Tell whether an operation puts ink into a box."""
    bounds = operation.bounds
    if bounds.intersection(box) is None:
        return False
    if box.contains(bounds):
        return True
    match operation:
        case Fill() | Gradient():
            even_odd = isinstance(operation, Fill) and operation.even_odd
            return _fills(contours(operation.path), box, even_odd)
        case Stroke():
            return any(crosses(line, box.outset(operation.width * POINT / 2)) for line in contours(operation.path))
        case Picture() | Art():
            return _fills((corners(operation.box, operation.angle),), box, False)
        case GlyphRun():
            return True
        case _:
            assert_never(operation)


def holds(operation: Operation, point: Point) -> bool:
    """Tell whether a point lies on what an operation paints over its area; lines and type hold none."""
    bounds = operation.bounds
    if not (bounds.x <= point.x <= bounds.right and bounds.y <= point.y <= bounds.bottom):
        return False
    match operation:
        case Fill() | Gradient():
            return inside(contours(operation.path), point, isinstance(operation, Fill) and operation.even_odd)
        case Picture():
            shape = (corners(operation.box, operation.angle),)
            return inside(shape, point) and (operation.clip is None or inside(contours(operation.clip), point))
        case Art():
            return inside((corners(operation.box, operation.angle),), point)
        case Stroke() | GlyphRun():
            return False
        case _:
            assert_never(operation)


def corners(box: Rect, angle: float) -> Contour:
    """Return the corners of a box turned about its centre."""
    plain = (Point(box.x, box.y), Point(box.right, box.y), Point(box.right, box.bottom), Point(box.x, box.bottom))
    return plain if angle % 360 == 0 else tuple(turn(point, box.centre, angle) for point in plain)


def contours(path: Path) -> tuple[Contour, ...]:
    """Return the contours of an outline as straight pieces, closed ones with their first point at the end again."""
    found: list[list[Point]] = []
    for step in path.segments:
        if step.verb == "M":
            found.append([step.points[0]])
        elif step.verb == "Z":
            found[-1].append(found[-1][0])
        elif step.verb == "L":
            found[-1].append(step.points[0])
        else:
            found[-1].extend(_curve(found[-1][-1], *step.points))
    return tuple(tuple(line) for line in found)


def inside(lines: tuple[Contour, ...], point: Point, even_odd: bool = False) -> bool:
    """Tell whether a point lies inside contours, by winding number or by even and odd."""
    winding = sum(_turns(line, point) for line in lines)
    return winding % 2 != 0 if even_odd else winding != 0


def crosses(line: Contour, box: Rect) -> bool:
    """Tell whether some piece of a contour enters a box."""
    return any(_enters(a, b, box) for a, b in itertools.pairwise(line))


def _fills(lines: tuple[Contour, ...], box: Rect, even_odd: bool) -> bool:
    closed = tuple((*line, line[0]) for line in lines)
    return any(crosses(line, box) for line in closed) or inside(closed, box.centre, even_odd)


def _turns(line: Contour, point: Point) -> int:
    total = 0
    for a, b in zip(line, (*line[1:], line[0]), strict=True):
        if (a.y <= point.y) != (b.y <= point.y):
            at = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
            if at > point.x:
                total += 1 if b.y > a.y else -1
    return total


def _enters(a: Point, b: Point, box: Rect) -> bool:
    """Clip a straight piece against a box (Liang and Barsky)."""
    low, high = 0.0, 1.0
    for start, step, least, most in ((a.x, b.x - a.x, box.x, box.right), (a.y, b.y - a.y, box.y, box.bottom)):
        if step == 0:
            if not least < start < most:
                return False
            continue
        first, last = sorted(((least - start) / step, (most - start) / step))
        low, high = max(low, first), min(high, last)
    return low < high


def _curve(start: Point, first: Point, second: Point, end: Point) -> list[Point]:
    points = []
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        a, b, c, d = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3
        points.append(
            Point(
                a * start.x + b * first.x + c * second.x + d * end.x,
                a * start.y + b * first.y + c * second.y + d * end.y,
            )
        )
    return points
