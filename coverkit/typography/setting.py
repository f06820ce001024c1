"""A text in pieces with widths, and the ways to set it in lines: the search for the greatest size that fits a box.

For each count of lines the narrowest way to break does not depend on the box, and a block's width and height grow with its
size. So the greatest size is a division, no trial; and a larger box never gives a smaller size.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from coverkit.records import dataclass
from coverkit.typography.block import Align, Block
from coverkit.typography.face import Face
from coverkit.typography.linebreak import Strength, break_lines, filled, narrowest, paragraphs, without_orphan, words
from coverkit.typography.shaping import Strip, strip
from coverkit.typography.vietnamese import upper

STEP = 0.1
"""Sizes are multiples of this, in points."""

SLACK = 1.05
"""A broken line may be narrower than its words' widths add up to, by kerning with spaces; never by so much."""

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Manner:
    """How lines of a text are set, whatever the size.

    Attributes:
        tracking: thousandths of an em.
        leading: least line distance in em.
        max_lines: 0 for any.
    """

    face: Face
    tracking: float
    capitals: bool
    align: Align
    leading: float
    balance: bool
    max_lines: int

    def strip(self, text: str) -> Strip:
        """Shape a line in this manner."""
        return strip(text, self.face, self.tracking)

    def block(self, lines: tuple[str, ...]) -> Block:
        """Set lines under one another."""
        return Block(tuple(self.strip(line) for line in lines), self.align, self.leading)


@dataclass(frozen=True, slots=True)
class Room:
    """A box's width and height in points, and the limits of size."""

    width: float
    height: float
    size_min: float
    size_max: float

    def size(self, block: Block) -> float:
        """Return the greatest size, in steps, at which a block fits; below `size_min` when none does."""
        width, height = block.width, block.height
        size = min(self.width / width if width else math.inf, self.height / height if height else math.inf, self.size_max)
        if size >= self.size_max:
            return self.size_max
        stepped = math.floor(size / STEP + _ROUNDING) * STEP
        return self.size_min if stepped < self.size_min <= size else round(stepped, 6)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The pieces of a paragraph as they are shown, with their widths in em."""

    pieces: tuple[str, ...]
    widths: tuple[float, ...]
    space: float

    def lines(self, starts: tuple[int, ...]) -> tuple[str, ...]:
        """Join the pieces into lines that start where told; an empty paragraph is one empty line."""
        return tuple(" ".join(self.pieces[start:end]) for start, end in self._spans(starts)) or ("",)

    def widest(self, starts: tuple[int, ...]) -> float:
        """Return the width of the widest line."""
        return max(
            (sum(self.widths[start:end]) + self.space * (end - start - 1) for start, end in self._spans(starts)), default=0.0
        )

    def _spans(self, starts: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
        return tuple(pairwise((*starts, len(self.pieces)))) if starts else ()


@dataclass(frozen=True, slots=True)
class Setting:
    """A way to break every paragraph: the first pieces of all lines, and the widest line in em."""

    starts: tuple[tuple[int, ...], ...]
    width: float

    @property
    def count(self) -> int:
        """How many lines there are."""
        return sum(max(1, len(starts)) for starts in self.starts)


@lru_cache(maxsize=512)
def prepared(text: str, manner: Manner, strength: Strength, orphans: bool) -> tuple[Paragraph, ...]:
    """Return a text's paragraphs in pieces that stay together as strongly as told."""
    return tuple(_paragraph(line, manner, strength, orphans) for line in paragraphs(text))


def greatest(text: tuple[Paragraph, ...], manner: Manner, room: Room) -> tuple[float, Block] | None:
    """Return the greatest size at which a text fits the room, and its lines; None when the least size does not fit.

    Among ways that reach the greatest size, the one with the fewest lines is taken.
    """
    best, chosen, lines = 0.0, None, None
    bounds = [(_bound(setting, manner, room), setting) for setting in _settings(text, manner, room)]
    for bound, setting in sorted(bounds, key=lambda ranked: (-ranked[0], ranked[1].count)):
        if bound <= best:
            break
        for starts in dict.fromkeys((setting.starts, _even(text, manner, setting, setting.width))):
            block = manner.block(_lines(text, starts))
            if (size := room.size(block)) > best:
                best, chosen, lines = size, setting, block
    if chosen is None or lines is None or best < room.size_min:
        return None
    return best, _evened(text, manner, room, best, chosen) or lines


def _evened(text: tuple[Paragraph, ...], manner: Manner, room: Room, size: float, setting: Setting) -> Block | None:
    """Break as many lines again with the least raggedness, if that still fits at the size."""
    for limit in (room.width / size, setting.width):
        block = manner.block(_lines(text, _even(text, manner, setting, limit)))
        if room.size(block) >= size:
            return block
    return None


def _even(text: tuple[Paragraph, ...], manner: Manner, setting: Setting, limit: float) -> tuple[tuple[int, ...], ...]:
    """Return breaks into as many lines as the setting has, with the least raggedness, none wider than a limit in em."""
    return tuple(
        break_lines(each.pieces, each.widths, each.space, limit + _ROUNDING, manner.balance, len(starts)) or starts
        for each, starts in zip(text, setting.starts, strict=True)
    )


def _lines(text: tuple[Paragraph, ...], starts: tuple[tuple[int, ...], ...]) -> tuple[str, ...]:
    return tuple(line for paragraph, firsts in zip(text, starts, strict=True) for line in paragraph.lines(firsts))


def _bound(setting: Setting, manner: Manner, room: Room) -> float:
    """Return a size that the setting surely does not exceed."""
    by_width = SLACK * room.width / setting.width if setting.width else math.inf
    rows = (setting.count - 1) * manner.leading
    return min(by_width, room.height / rows if rows else math.inf, room.size_max)


def _settings(text: tuple[Paragraph, ...], manner: Manner, room: Room) -> Iterator[Setting]:
    """Yield, for every width that matters, the setting of fewest lines in it."""
    most = int(room.height / room.size_min / manner.leading) + 2 - len(text) if manner.leading else 99
    most = min(most, manner.max_lines + 1 - len(text)) if manner.max_lines else most
    ways = [_ways(paragraph, max(0, most), SLACK * room.width / room.size_min) for paragraph in text]
    if not all(ways):
        return
    for width in sorted({width for options in ways for width, _ in options}):
        taken = [next((way for way in options if way[0] <= width), None) for options in ways]
        fitting = [way for way in taken if way is not None]
        if len(fitting) == len(text):
            setting = Setting(tuple(starts for _, starts in fitting), max(wide for wide, _ in fitting))
            if not manner.max_lines or setting.count <= manner.max_lines:
                yield setting


def _ways(paragraph: Paragraph, most: int, limit: float) -> list[tuple[float, tuple[int, ...]]]:
    """Return the narrowest break for each count of lines, fewest lines first, none wider than the limit."""
    if not paragraph.pieces:
        return [(0.0, ())]
    ways: list[tuple[float, tuple[int, ...]]] = []
    least = len(filled(paragraph.widths, paragraph.space, limit)[0])
    for count in range(least, min(most, len(paragraph.pieces)) + 1):
        starts = narrowest(paragraph.widths, paragraph.space, count)
        width = paragraph.widest(starts)
        if width <= limit and (not ways or width < ways[-1][0]):
            ways.append((width, starts))
    return ways


def _paragraph(line: str, manner: Manner, strength: Strength, orphans: bool) -> Paragraph:
    pieces = words(line, strength) if orphans else without_orphan(words(line, strength))
    shown = tuple(upper(piece) for piece in pieces) if manner.capitals else pieces
    space = manner.strip(" ").width + 2 * manner.tracking / 1000
    return Paragraph(shown, _widths(shown, manner, space), space)


def _widths(pieces: tuple[str, ...], manner: Manner, space: float) -> tuple[float, ...]:
    """Shape the whole paragraph once and take the distances between the pieces' first glyphs."""
    if not pieces:
        return ()
    whole = manner.strip(" ".join(pieces))
    places: dict[int, float] = {}
    at = 0
    for glyph in whole.glyphs:
        if glyph.text:
            places[at] = glyph.x
            at += len(glyph.text)
    firsts, at = [], 0
    for piece in pieces:
        firsts.append(places.get(at, 0.0))
        at += len(piece) + 1
    ends = [first - space for first in firsts[1:]] + [whole.width]
    return tuple(max(0.0, end - first) for first, end in zip(firsts, ends, strict=True))
