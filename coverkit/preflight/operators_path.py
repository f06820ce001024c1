"""Operators that build, paint and clip by paths."""

from __future__ import annotations

import math
from collections.abc import Callable

from coverkit.facts.marks import PathMark
from coverkit.geometry import MM
from coverkit.preflight.canvas import Canvas
from coverkit.preflight.lexer import EXTENT, OUTLINE
from coverkit.preflight.state import NOWHERE, bounds, inside, points
from coverkit.preflight.values import Matrix

Numbers = list[float]
_MOST_CORNERS = 5
_SQUARE = 0.01
"""Cosine of the greatest deviation from a right angle: half a degree."""
_NEAR = 0.001
"""mm by which the fourth corner may miss."""


def _outline(canvas: Canvas, numbers: Numbers) -> None:
    """Do one operator of path construction, or a run of them: all coordinates are points, in pairs."""
    if len(numbers) % 2:
        raise ValueError("an odd number of coordinates")
    if canvas.xs:
        canvas.xs += numbers[::2]
        canvas.ys += numbers[1::2]
    else:
        canvas.xs = numbers[::2]
        canvas.ys = numbers[1::2]
    canvas.only_rectangle = canvas.only_rectangle and len(numbers) <= 2


def _extent(canvas: Canvas, numbers: Numbers) -> None:
    """Take the extent of a run that is no rectangle for all its points."""
    left, low, right, high = numbers
    canvas.xs += (left, right)
    canvas.ys += (low, high)
    canvas.only_rectangle = False
    canvas.many_corners = True


def _rectangle(canvas: Canvas, numbers: Numbers) -> None:
    x, y, width, height = numbers[-4:]
    canvas.only_rectangle = canvas.only_rectangle and not canvas.xs
    canvas.xs += (x, x + width)
    canvas.ys += (y, y + height)


def _paint(canvas: Canvas, fills: bool, strokes: bool) -> None:
    try:
        if canvas.xs:
            canvas.add(_mark(canvas, fills, strokes))
    finally:
        _end(canvas)


def _mark(canvas: Canvas, fills: bool, strokes: bool) -> PathMark:
    state = canvas.state
    ctm = state.ctm
    box = bounds(ctm, min(canvas.xs), min(canvas.ys), max(canvas.xs), max(canvas.ys))
    # By place, not by name: there are thousands of them.
    return PathMark(
        canvas.order,
        box,
        inside(box, state.clip),
        state.fill if fills else None,
        state.stroke if strokes else None,
        points(state.line_width, ctm) if strokes else None,
        None if canvas.many_corners or len(canvas.xs) > _MOST_CORNERS else _sides(canvas, ctm),
        state.look,
        canvas.level,
        canvas.layer,
    )


def _sides(canvas: Canvas, ctm: Matrix) -> tuple[float, float] | None:
    """Return the longer and the shorter side of a rectangle in pt, None for another shape.

    A rectangle is one `re`, or four corners with right angles on the page, whichever operators went through them.
    """
    a, b, c, d, _, _ = ctm
    xs, ys = canvas.xs, canvas.ys
    if canvas.only_rectangle:
        if len(xs) != 2 or abs(a * c + b * d) > _SQUARE * (math.hypot(a, b) * math.hypot(c, d)):
            return None
        one, other = abs(xs[1] - xs[0]) * math.hypot(a, b), abs(ys[1] - ys[0]) * math.hypot(c, d)
    else:
        corners = [(a * x + c * y, b * x + d * y) for x, y in zip(xs, ys, strict=True)]
        found = _rectangle_of(corners[:4]) if len(corners) == 4 or corners[4:] == corners[:1] else None
        if found is None:
            return None
        one, other = found
    return max(one, other) * MM, min(one, other) * MM


def _rectangle_of(corners: list[tuple[float, float]]) -> tuple[float, float] | None:
    """Return two sides of a quadrilateral whose angles are right, in mm, None for another one."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    ux, uy, vx, vy = bx - ax, by - ay, dx - ax, dy - ay
    one, other = math.hypot(ux, uy), math.hypot(vx, vy)
    closes = math.hypot(bx + vx - cx, by + vy - cy) <= _NEAR
    return (one, other) if closes and abs(ux * vx + uy * vy) <= _SQUARE * one * other else None


def _end(canvas: Canvas) -> None:
    xs, ys, clips = canvas.xs, canvas.ys, canvas.clipping
    canvas.clipping = False
    canvas.only_rectangle = True
    canvas.many_corners = False
    canvas.xs = []
    canvas.ys = []
    if clips and xs:
        state = canvas.state
        box = bounds(state.ctm, min(xs), min(ys), max(xs), max(ys))
        # An empty clip hides everything; a box far outside, where nothing is, stands for it.
        state.clip = inside(box, state.clip) or NOWHERE


def _painter(fills: bool, strokes: bool) -> Callable[[Canvas, Numbers], None]:
    return lambda canvas, _: _paint(canvas, fills, strokes)


def _clip(canvas: Canvas, _: Numbers) -> None:
    canvas.clipping = True


def _nothing(_: Canvas, __: Numbers) -> None:
    pass


TABLE: dict[bytes, Callable[[Canvas, Numbers], None]] = {
    OUTLINE: _outline,
    EXTENT: _extent,
    b"m": _outline,
    b"l": _outline,
    b"c": _outline,
    b"v": _outline,
    b"y": _outline,
    b"h": _nothing,
    b"re": _rectangle,
    b"S": _painter(False, True),
    b"s": _painter(False, True),
    b"f": _painter(True, False),
    b"F": _painter(True, False),
    b"f*": _painter(True, False),
    b"B": _painter(True, True),
    b"B*": _painter(True, True),
    b"b": _painter(True, True),
    b"b*": _painter(True, True),
    b"n": lambda canvas, _: _end(canvas),
    b"W": _clip,
    b"W*": _clip,
}
