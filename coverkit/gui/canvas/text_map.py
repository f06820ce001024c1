"""Where every position of a written text is in the lines that print: for caret, selection and clicks. Pure; in mm, unturned.

What is written and what prints differ: names in braces are filled in, spaces at line ends are gone, letters may be capitals.
So the letters of both are matched in order; what prints nowhere keeps to the letter before it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cached_property

from coverkit.geometry import MM, Point, Rect
from coverkit.records import dataclass
from coverkit.typography.block import Align
from coverkit.typography.fitting import FittedText, Line

_NAME = re.compile(r"\{([a-z_]+)\}")
_ASCENT, _DESCENT = 0.92, 0.26
_SPACE = 0.26
"""Of a caret, and of a space that prints nowhere, in em."""


@dataclass(frozen=True, slots=True)
class Caret:
    """A place between two letters: the line's number, x and baseline."""

    line: int
    x: float
    baseline: float


@dataclass(frozen=True, slots=True)
class Unit:
    """What the caret passes in one step: a letter with its marks, or a name in braces; and what it prints."""

    start: int
    end: int
    shown: str


@dataclass(frozen=True, slots=True)
class Empty:
    """Where a text stands that has no letters yet: its alignment and size in points."""

    align: Align = "left"
    size: float = 12.0


def units(raw: str, variables: Mapping[str, str]) -> tuple[Unit, ...]:
    """Return what a written text is made of."""
    found: list[Unit] = []
    at = 0
    while at < len(raw):
        name = _NAME.match(raw, at)
        if name is not None and name[1] in variables:
            found.append(Unit(at, name.end(), variables[name[1]]))
            at = name.end()
            continue
        end = at + 1
        while end < len(raw) and unicodedata.combining(raw[end]):
            end += 1
        found.append(Unit(at, end, raw[at:end]))
        at = end
    return tuple(found)


class TextMap:
    """The positions of one written text in its printed lines. Made anew after every change."""

    def __init__(
        self, raw: str, variables: Mapping[str, str], fitted: FittedText | None, box: Rect, empty: Empty | None = None
    ) -> None:
        """Match a text with its lines.

        Args:
            raw: as it is written.
            variables: what names in braces stand for.
            fitted: its lines; None where nothing prints.
            box: its frame.
            empty: how it would stand.
        """
        self.units = units(raw, variables)
        self._length = len(raw)
        self._box = box
        self._empty = empty or Empty()
        self._lines: tuple[Line, ...] = fitted.lines if fitted is not None else ()
        self.size = (fitted.size if self._lines and fitted is not None else self._empty.size) / MM
        self._leading = fitted.leading_mm if fitted is not None else self.size * 1.2
        self._stops = [_stops(line) for line in self._lines]

    @cached_property
    def carets(self) -> Mapping[int, Caret]:
        """Every position where the caret may stand, by its place in the written text."""
        return dict(self._matched())

    def caret(self, position: int) -> Caret:
        """Return where the caret of a position is."""
        known = self.carets
        return known[position] if position in known else known[max(at for at in known if at <= position)]

    def box_of(self, caret: Caret) -> Rect:
        """Return the caret's line as a box without width."""
        return Rect(caret.x, caret.baseline - _ASCENT * self.size, 0.0, (_ASCENT + _DESCENT) * self.size)

    def position(self, point: Point) -> int:
        """Return the position that is nearest to a point."""
        middle = (_ASCENT - _DESCENT) / 2 * self.size
        line = min(self.carets.values(), key=lambda one: abs(one.baseline - middle - point.y)).line
        return self._nearest(line, point.x)

    def above(self, position: int, x: float) -> int:
        """Return the position one line higher at an x; the first one from the first line."""
        return self._beyond(position, x, -1, 0)

    def below(self, position: int, x: float) -> int:
        """Return the position one line lower at an x; the last one from the last line."""
        return self._beyond(position, x, 1, self._length)

    def line_start(self, position: int) -> int:
        """Return the first position of a position's line."""
        line = self.caret(position).line
        return min(at for at, caret in self.carets.items() if caret.line == line)

    def line_end(self, position: int) -> int:
        """Return the last position of a position's line."""
        line = self.caret(position).line
        return max(at for at, caret in self.carets.items() if caret.line == line)

    def before(self, position: int) -> int:
        """Return the position before."""
        return max((unit.start for unit in self.units if unit.start < position), default=0)

    def after(self, position: int) -> int:
        """Return the position after."""
        return min((unit.end for unit in self.units if unit.end > position), default=self._length)

    def spans(self, start: int, end: int) -> tuple[Rect, ...]:
        """Return what a selection covers, one box for each line."""
        rows: dict[int, list[Caret]] = {}
        for at, caret in self.carets.items():
            if start <= at <= end:
                rows.setdefault(caret.line, []).append(caret)
        boxes = []
        for row in rows.values():
            left, right = min(caret.x for caret in row), max(caret.x for caret in row)
            line = self.box_of(row[0])
            boxes.append(Rect(left, line.y, max(right - left, 0.15 * self.size), line.height))
        return tuple(boxes)

    def _nearest(self, line: int, x: float) -> int:
        row = [(abs(caret.x - x), at) for at, caret in self.carets.items() if caret.line == line]
        return min(row)[1]

    def _beyond(self, position: int, x: float, step: int, otherwise: int) -> int:
        here = self.caret(position).line
        others = {caret.line for caret in self.carets.values() if (caret.line - here) * step > 0}
        return self._nearest(min(others, key=lambda line: abs(line - here)), x) if others else otherwise

    def _matched(self) -> list[tuple[int, Caret]]:
        letters = [
            (number, index)
            for number, line in enumerate(self._lines)
            for index, letter in enumerate(line.shaped.text)
            if not letter.isspace()
        ]
        found: list[tuple[int, Caret]] = []
        taken, spaces, breaks = 0, 0, 0
        last: tuple[int, int] | None = None
        for unit in self.units:
            first, taken_now = self._take(unit.shown, letters, taken)
            if first is not None:
                found.append((unit.start, self._caret(*letters[first])))
                number, index = letters[taken_now - 1]
                last, taken, spaces, breaks = (number, index + 1), taken_now, 0, 0
                continue
            found.append((unit.start, self._after(last, spaces, breaks)))
            breaks, spaces = (breaks + 1, 0) if unit.shown == "\n" else (breaks, spaces + (1 if unit.shown.isspace() else 0))
        found.append((self._length, self._after(last, spaces, breaks)))
        return found

    def _take(self, shown: str, letters: Sequence[tuple[int, int]], taken: int) -> tuple[int | None, int]:
        """Match what a unit prints with the next letters; return the index of its first and the count taken by then."""
        first: int | None = None
        for letter in shown:
            if letter.isspace() or taken >= len(letters):
                continue
            number, index = letters[taken]
            if _alike(letter, self._lines[number].shaped.text[index]):
                first = taken if first is None else first
                taken += 1
        return first, taken

    def _caret(self, number: int, index: int) -> Caret:
        line = self._lines[number]
        return Caret(number, line.x + self._stops[number][index], line.baseline)

    def _after(self, last: tuple[int, int] | None, spaces: int, breaks: int) -> Caret:
        """Return the caret after the last letter matched, with so many spaces and line ends between."""
        push = spaces * _SPACE * self.size
        if not self._lines:
            first = self._box.y + _ASCENT * self.size
            return Caret(breaks, self._start() + push, first + breaks * self._leading)
        number, index = last or (0, 0)
        caret = self._caret(number, index)
        if not breaks:
            return Caret(number, caret.x + push, caret.baseline)
        return Caret(number + breaks, self._lines[number].x + push, caret.baseline + breaks * self._leading)

    def _start(self) -> float:
        match self._empty.align:
            case "left":
                return self._box.x
            case "center":
                return self._box.centre.x
            case "right":
                return self._box.right


def _alike(written: str, printed: str) -> bool:
    return written == printed or written.casefold() == printed.casefold()


def _stops(line: Line) -> list[float]:
    """Return x of the caret before each letter of a line and after the last; a ligature is divided evenly."""
    stops: list[float] = []
    glyphs = [glyph for glyph in line.shaped.glyphs if glyph.text]
    for index, glyph in enumerate(glyphs):
        end = glyphs[index + 1].x if index + 1 < len(glyphs) else line.shaped.width
        count = len(glyph.text)
        stops += [glyph.x + (end - glyph.x) * part / count for part in range(count)]
    stops.append(line.shaped.width)
    return stops
