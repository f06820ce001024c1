"""What a word that is no syllable was probably meant to be. A guess for a message, never a correction by itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from coverkit.resources import read_bytes
from coverkit.typography.syllables import is_possible, like, placed_rightly, untoned
from coverkit.typography.vietnamese import nfc

_COMMON = Path(__file__).parent / "data" / "common.txt"
_LEAST_SPLIT, _LEAST_UNKNOWN = 2, 3


def suggestion(word: str) -> str | None:
    """Return the likeliest word, in the same letter case: the tone moved, a common syllable one letter away, or two words."""
    lower = nfc(word).lower()
    meant = placed_rightly(lower) or _nearest(lower) or _split(lower)
    return like(word, meant) if meant else None


def _nearest(lower: str) -> str | None:
    """Return the common syllable that takes the smallest change; the commoner one of two."""
    best = min(((_cost(lower, known), rank) for rank, known in enumerate(_common())), default=(2.0, 0))
    return _common()[best[1]] if best[0] < 2.0 else None


def _cost(word: str, known: str) -> float:
    """Return 0.5 for other marks on one letter, 1 for another letter, one more or less, or two swapped, 2 for more."""
    if abs(len(word) - len(known)) > 1:
        return 2.0
    start = 0
    while start < min(len(word), len(known)) and word[start] == known[start]:
        start += 1
    rest, other = word[start:], known[start:]
    if rest[1:] == other[1:] and rest and other:
        return 0.5 if _bare(rest[0]) == _bare(other[0]) else 1.0
    swapped = rest[:2][::-1] == other[:2] and rest[2:] == other[2:]
    return 1.0 if swapped or rest[1:] == other or rest == other[1:] else 2.0


def _bare(char: str) -> str:
    return untoned(char)[0].translate(str.maketrans("ăâêôơưđ", "aaeooud"))


def _split(lower: str) -> str | None:
    """Return two syllables that lack the space between them (nhândân)."""
    places = range(_LEAST_SPLIT, len(lower) - _LEAST_SPLIT + 1)
    parts = [(lower[:at], lower[at:]) for at in places if is_possible(lower[:at]) and is_possible(lower[at:])]
    known = common_syllables()
    sure = [pair for pair in parts if known.issuperset(pair)] or [
        pair for pair in parts if min(map(len, pair)) > _LEAST_UNKNOWN
    ]
    return " ".join(sure[0]) if sure else None


@cache
def common_syllables() -> frozenset[str]:
    """Return the common syllables, in small letters."""
    return frozenset(_common())


@cache
def _common() -> tuple[str, ...]:
    lines = read_bytes(_COMMON).decode("utf-8").splitlines()
    return tuple(dict.fromkeys(word for line in lines if not line.startswith("#") for word in nfc(line).split()))
