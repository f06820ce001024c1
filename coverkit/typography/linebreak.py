"""Break a paragraph into lines: what never parts, which breaks are even, and no orphan at the end.

Works on widths in any unit; knows neither fonts nor pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal

from coverkit.typography.binding import belongs, bound
from coverkit.typography.vietnamese import nfc

Strength = Literal["compounds", "bound", "loose"]
"""How much stays together: compounds too, only what must, or nothing."""

_SPACE = re.compile(r"[ \t\r\f\v\u2000-\u200a\u3000]+")
_WEAK_ENDS = frozenset(
    ("và", "của", "là", "các", "những", "với", "để", "cho", "từ", "trong", "do", "về", "một", "theo", "tại", "ở")
)
_AFTER_POINT = -0.18
_AFTER_WEAK = 0.10


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs between explicit line ends, each with single spaces; U+00A0 stays."""
    return tuple(_SPACE.sub(" ", line).strip(" ") for line in re.split(r"\r\n|[\n\r\u2028\u2029\v]", nfc(text).strip()))


def words(text: str, strength: Strength = "bound") -> tuple[str, ...]:
    """Return the pieces of a paragraph that no line end may part; inside they keep single spaces."""
    singles = [word for word in _SPACE.split(nfc(text)) if word]
    if strength == "loose" or not singles:
        return tuple(singles)
    shouted = text == text.upper()
    pieces = [singles[0]]
    for index in range(1, len(singles)):
        if bound(singles, index, shouted) or (strength == "compounds" and _belongs(singles, index, shouted)):
            pieces[-1] += " " + singles[index]
        else:
            pieces.append(singles[index])
    return tuple(pieces)


def without_orphan(pieces: Sequence[str]) -> tuple[str, ...]:
    """Return the pieces with the last ones joined so that the last line has two words at least, from four words on."""
    total = sum(map(word_count, pieces))
    joined = list(pieces)
    while total >= 4 and len(joined) > 1 and word_count(joined[-1]) < 2:
        joined[-2:] = [f"{joined[-2]} {joined[-1]}"]
    return tuple(joined)


def word_count(text: str) -> int:
    """Count the words of a text, lone dashes and points left out."""
    return sum(1 for word in re.split(r"[\s\u00a0]+", text) if any(char.isalnum() for char in word))


def narrowest(widths: Sequence[float], space: float, lines: int) -> tuple[int, ...]:
    """Return the breaks into at most so many lines whose widest line is as narrow as can be.

    Returns:
        the index of each line's first piece.
    """
    limit = max(max(widths), (sum(widths) + space * (len(widths) - lines)) / lines)
    while True:
        starts, wider = filled(widths, space, limit)
        if len(starts) <= lines:
            return starts
        limit = wider


def break_lines(
    pieces: Sequence[str], widths: Sequence[float], space: float, max_width: float, balance: bool, lines: int = 0
) -> tuple[int, ...] | None:
    """Break with the least raggedness over the whole paragraph.

    Args:
        pieces: unbreakable pieces, for the preference of breaks after a point and against weak ends ("và").
        widths: their widths.
        space: width of a space.
        max_width: no line is wider.
        balance: make all lines alike; otherwise fill them, and the last may be short.
        lines: exactly so many lines; 0 for as few as fit.

    Returns:
        the index of each line's first piece, or None when a piece is too wide or the count cannot be kept.
    """
    if not pieces:
        return ()
    if max(widths) > max_width:
        return None
    count = lines or len(filled(widths, space, max_width)[0])
    preference = [0.0] + [_preference(piece) * max_width * max_width for piece in pieces[:-1]]
    cost = _evenness(sum(widths) / count) if balance else _fullness(max_width)
    return _cheapest(widths, space, max_width, count, preference, cost)


def _belongs(singles: Sequence[str], index: int, shouted: bool) -> bool:
    starts = shouted or index == 1 or singles[index - 2][-1] in ".!?:"
    return belongs(singles[index - 1], singles[index], starts)


def _preference(piece: str) -> float:
    if piece[-1] in ",;:.!?–—-":
        return _AFTER_POINT
    return _AFTER_WEAK if piece.rsplit(" ", 1)[-1].casefold() in _WEAK_ENDS else 0.0


def filled(widths: Sequence[float], space: float, limit: float) -> tuple[tuple[int, ...], float]:
    """Fill lines greedily; also return the least width above the limit at which a line would take one more piece."""
    starts, used, wider = [0], widths[0], float("inf")
    for index in range(1, len(widths)):
        with_next = used + space + widths[index]
        if with_next <= limit:
            used = with_next
        else:
            wider = min(wider, with_next)
            starts.append(index)
            used = widths[index]
    return tuple(starts), wider


def _evenness(mean: float) -> Callable[[float, bool], float]:
    return lambda width, _: (width - mean) ** 2


def _fullness(limit: float) -> Callable[[float, bool], float]:
    return lambda width, last: 0.0 if last else (limit - width) ** 2


def _cheapest(
    widths: Sequence[float],
    space: float,
    limit: float,
    count: int,
    preference: Sequence[float],
    cost: Callable[[float, bool], float],
) -> tuple[int, ...] | None:
    """Dynamic programming over (lines so far, first piece of the next line)."""
    total = len(widths)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(1, count + 1):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        for start, (spent, starts) in best.items():
            width = -space
            for end in range(start + 1, total - (count - line) + 1):
                width += space + widths[end - 1]
                if width > limit:
                    break
                price = spent + cost(width, end == total) + (preference[end] if end < total else 0.0)
                if end not in reached or price < reached[end][0]:
                    reached[end] = (price, (*starts, start))
        best = reached
    return best[total][1] if total in best else None
