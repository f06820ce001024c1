"""The text operators of a page: each letter becomes an outline."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf

from coverkit.artwork.drawing import IDENTITY, Matrix, moved, scale_of, times
from coverkit.artwork.refusal import not_simple
from coverkit.i18n import tr
from coverkit.preflight import values
from coverkit.preflight.drawing.glyphs import GlyphSource

if TYPE_CHECKING:
    from coverkit.preflight.drawing.stream import Stream

_SPACE = 32
_INVISIBLE = 3


class Lettering:
    """The text state of one content stream."""

    def __init__(self, stream: Stream) -> None:
        self._stream = stream
        self._matrix: Matrix = IDENTITY
        self._line: Matrix = IDENTITY
        self._fonts: dict[str, GlyphSource] = {}

    def does(self, operator: str, operands: list[object]) -> bool:
        """Do a text operator; tell whether it was one."""
        numbers = [found for one in operands if (found := values.number(one)) is not None]
        match operator:
            case "BT":
                self._matrix = self._line = IDENTITY
            case "ET":
                pass
            case "Tf":
                self._choose(operands, numbers)
            case "Td" | "TD":
                if operator == "TD":
                    self._stream.state.leading = -numbers[1]
                self._advance_line(numbers[0], numbers[1])
            case "Tm":
                a, b, c, d, e, f = numbers
                self._matrix = self._line = (a, b, c, d, e, f)
            case "T*":
                self._advance_line(0.0, -self._stream.state.leading)
            case "Tj" | "TJ" | "'" | '"':
                self._shown(operator, operands, numbers)
            case "Tc" | "Tw" | "TL" | "Ts" | "Tz" | "Tr":
                self._set(operator, numbers[0])
            case _:
                return False
        return True

    def _set(self, operator: str, number: float) -> None:
        state = self._stream.state
        match operator:
            case "Tc":
                state.char_space = number
            case "Tw":
                state.word_space = number
            case "TL":
                state.leading = number
            case "Ts":
                state.rise = number
            case "Tz":
                state.stretch = number / 100
            case _:
                state.mode = int(number)

    def _choose(self, operands: list[object], numbers: list[float]) -> None:
        called = str(operands[0])
        self._stream.state.font_size = numbers[-1]
        # Read when a letter is shown: programs name fonts that they then do not use.
        self._stream.state.font = self._stream.find("/Font", operands[:1]), called

    def _source(self) -> GlyphSource:
        native, called = self._stream.state.font if isinstance(self._stream.state.font, tuple) else (None, "")
        if called not in self._fonts:
            self._fonts[called] = GlyphSource(native, self._stream.name)
        return self._fonts[called]

    def _advance_line(self, x: float, y: float) -> None:
        self._line = times((1.0, 0.0, 0.0, 1.0, x, y), self._line)
        self._matrix = self._line

    def _shown(self, operator: str, operands: list[object], numbers: list[float]) -> None:
        state = self._stream.state
        if operator in ("'", '"'):
            if operator == '"':
                state.word_space, state.char_space = numbers[0], numbers[1]
            self._advance_line(0.0, -state.leading)
        parts = values.items(operands[0]) if operator == "TJ" else operands[-1:]
        for part in parts:
            if isinstance(part, pikepdf.String):
                self._string(bytes(part))
            elif (number := values.number(part)) is not None:
                self._move(-number / 1000 * state.font_size * state.stretch)

    def _move(self, x: float) -> None:
        self._matrix = times((1.0, 0.0, 0.0, 1.0, x, 0.0), self._matrix)

    def _string(self, shown: bytes) -> None:
        state, source = self._stream.state, self._source()
        metrics = source.metrics
        self._stream.painter.words += 1
        for code in metrics.codes(shown):
            if state.mode != _INVISIBLE and self._stream.shows:
                self._letter(source, code)
            width = metrics.widths.get(code, metrics.default_width) * metrics.unit * state.font_size
            space = state.word_space if code == _SPACE and not metrics.two_bytes else 0.0
            self._move((width + state.char_space + space) * state.stretch)

    def _letter(self, source: GlyphSource, code: int) -> None:
        state = self._stream.state
        if state.mode > _INVISIBLE:
            raise not_simple(self._stream.name, tr("text that is used as a clip"))
        outline = source.outline(code)
        if not outline:
            return
        own = times((state.font_size * state.stretch, 0.0, 0.0, state.font_size, 0.0, state.rise), self._matrix)
        glyph = times(source.shape, own)
        placed = times(glyph, state.ctm)
        if state.mode in (0, 2):
            self._stream.fill(moved(outline, placed))
        if state.mode in (1, 2):
            scale = scale_of(glyph)
            if scale > 0:
                self._stream.stroke(moved(outline, glyph), state.ctm)
