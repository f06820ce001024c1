"""Operators that set and show text."""

from __future__ import annotations

import math
from collections.abc import Callable

from coverkit.facts.marks import TextMark
from coverkit.geometry import MM
from coverkit.preflight import values
from coverkit.preflight.canvas import Aside, Canvas, UsedFont
from coverkit.preflight.fonts import UNKNOWN, Font
from coverkit.preflight.lexer import Operand
from coverkit.preflight.operators_state import floats, walk_aside
from coverkit.preflight.state import IDENTITY, bounds, inside, times

Operands = list[Operand]
_INVISIBLE = 3
"""The rendering mode of text that paints nothing."""


def _begin(canvas: Canvas, _: Operands) -> None:
    canvas.text_matrix = canvas.line_matrix = IDENTITY


def _font(canvas: Canvas, operands: Operands) -> None:
    called, size = operands[-2:]
    if isinstance(called, str) and isinstance(size, float):
        canvas.state.font = canvas.resources.font(called)
        canvas.state.font_size = size


def _number(attribute: str, scale: float = 1.0) -> Callable[[Canvas, Operands], None]:
    def operator(canvas: Canvas, operands: Operands) -> None:
        setattr(canvas.state, attribute, floats(operands)[-1] * scale)

    return operator


def _mode(canvas: Canvas, operands: Operands) -> None:
    canvas.state.mode = int(floats(operands)[-1])


def _place(canvas: Canvas, operands: Operands) -> None:
    a, b, c, d, e, f = floats(operands)[-6:]
    canvas.text_matrix = canvas.line_matrix = (a, b, c, d, e, f)


def _move(canvas: Canvas, operands: Operands) -> None:
    x, y = floats(operands)[-2:]
    canvas.text_matrix = canvas.line_matrix = times((1.0, 0.0, 0.0, 1.0, x, y), canvas.line_matrix)


def _move_and_lead(canvas: Canvas, operands: Operands) -> None:
    canvas.state.leading = -floats(operands)[-1]
    _move(canvas, operands)


def _next_line(canvas: Canvas, _: Operands) -> None:
    _move(canvas, [0.0, -canvas.state.leading])


def _show(canvas: Canvas, operands: Operands) -> None:
    if operands and isinstance(operands[-1], bytes):
        _shown(canvas, [operands[-1]])


def _show_adjusted(canvas: Canvas, operands: Operands) -> None:
    if operands and isinstance(operands[-1], list):
        _shown(canvas, operands[-1])


def _show_on_next(canvas: Canvas, operands: Operands) -> None:
    _next_line(canvas, operands)
    _show(canvas, operands)


def _show_spaced(canvas: Canvas, operands: Operands) -> None:
    word, char = floats(operands)[:2]
    canvas.state.word_space, canvas.state.char_space = word, char
    _show_on_next(canvas, operands)


def _shown(canvas: Canvas, items: Operands) -> None:
    state = canvas.state
    font = state.font
    if font is None:
        canvas.record.unread["text without a font"] = None
        return
    advance, text = _measure(canvas, font, items)
    low, high = state.rise + font.descent * state.font_size, state.rise + font.ascent * state.font_size
    matrix = times(canvas.text_matrix, state.ctm)
    box = bounds(matrix, min(0.0, advance), min(low, high), max(0.0, advance), max(low, high))
    if font.drawings and state.mode != _INVISIBLE:
        _draw(canvas, font, items)
    canvas.text_matrix = times((1.0, 0.0, 0.0, 1.0, advance, 0.0), canvas.text_matrix)
    used = canvas.record.used_fonts.get(id(font))
    if used is None:
        used = canvas.record.used_fonts[id(font)] = UsedFont(font)
    if state.mode != _INVISIBLE:
        used.shown = True
        for item in items:
            if isinstance(item, bytes):
                used.codes.update(font.codes(item))
    canvas.add(
        TextMark(
            order=canvas.order,
            box=box,
            seen=inside(box, state.clip),
            font=font.facts.name,
            size=abs(state.font_size) * math.hypot(matrix[2], matrix[3]) * MM,
            mode=state.mode,
            text=text,
            fill=state.fill,
            stroke=state.stroke,
            state=state.look,
            level=canvas.level,
            layer=canvas.layer,
        )
    )


def _draw(canvas: Canvas, font: Font, items: Operands) -> None:
    """Walk the glyph procedures of a Type 3 font, each once, as if the text began with it."""
    state = canvas.state
    size = (state.font_size * state.scale, 0.0, 0.0, state.font_size, 0.0, state.rise)
    matrix = times(times(font.shape, size), times(canvas.text_matrix, state.ctm))
    for code in {code for item in items if isinstance(item, bytes) for code in font.codes(item)}:
        if code in font.drawings:
            inner = state.copy()
            inner.ctm = matrix
            aside = Aside(inner, values.get(font.native, "/Resources"))
            walk_aside(canvas, font.drawings[code], f"glyph {code}", aside)


def _measure(canvas: Canvas, font: Font, items: Operands) -> tuple[float, str]:
    """Return how far the pen moves, in text space, and the text."""
    state = canvas.state
    widths, default, texts = font.widths, font.default_width, font.texts
    units = moved = 0.0
    count = spaces = 0
    text: list[str] = []
    for item in items:
        if isinstance(item, bytes):
            for code in font.codes(item):
                units += widths.get(code, default)
                text.append(texts.get(code, UNKNOWN))
                count += 1
            spaces += 0 if font.two_bytes else item.count(b" ")
        elif isinstance(item, float):
            moved -= item
    spread = units * font.unit * state.font_size + moved / 1000 * state.font_size
    return (spread + count * state.char_space + spaces * state.word_space) * state.scale, "".join(text)


TABLE: dict[bytes, Callable[[Canvas, Operands], None]] = {
    b"BT": _begin,
    b"ET": lambda _, __: None,
    b"Tf": _font,
    b"Tc": _number("char_space"),
    b"Tw": _number("word_space"),
    b"Tz": _number("scale", 0.01),
    b"TL": _number("leading"),
    b"Ts": _number("rise"),
    b"Tr": _mode,
    b"Tm": _place,
    b"Td": _move,
    b"TD": _move_and_lead,
    b"T*": _next_line,
    b"Tj": _show,
    b"TJ": _show_adjusted,
    b"'": _show_on_next,
    b'"': _show_spaced,
}
