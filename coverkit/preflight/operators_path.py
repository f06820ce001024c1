"""Operators that build, paint and clip by paths."""

from __future__ import annotations

from collections.abc import Callable

from coverkit.facts.marks import PathMark
from coverkit.geometry import MM
from coverkit.preflight.canvas import Canvas
from coverkit.preflight.lexer import OUTLINE
from coverkit.preflight.state import NOWHERE, bounds, inside, points

Numbers = list[float]


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
    return PathMark(
        order=canvas.order,
        box=box,
        seen=inside(box, state.clip),
        fill=state.fill if fills else None,
        stroke=state.stroke if strokes else None,
        line_width=points(state.line_width, ctm) if strokes else None,
        thin=min(box.width, box.height) * MM if fills and canvas.only_rectangle else None,
        state=state.look,
        level=canvas.level,
    )


def _end(canvas: Canvas) -> None:
    xs, ys, clips = canvas.xs, canvas.ys, canvas.clipping
    canvas.clipping = False
    canvas.only_rectangle = True
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
