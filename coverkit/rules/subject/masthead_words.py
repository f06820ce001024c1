"""How the words of a masthead depart from those of the licence: which kind of difference it is, and in which words."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from typing import Literal

from coverkit.records import dataclass
from coverkit.typography.vietnamese import nfc, tone_normalised

Kind = Literal["letter-case", "tone-placement", "signs", "marks", "order", "abbreviated", "added", "left-out", "differs"]

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Difference:
    """The least that tells two mastheads apart.

    Attributes:
        kind: from letter case, which hardly matters, to other words, "differs".
        shown, wanted: the words that differ, in small letters; "" where there are none, or where all words are meant.
    """

    kind: Kind
    shown: str = ""
    wanted: str = ""


def difference(shown: str, wanted: str) -> Difference | None:
    """Compare two mastheads, the mildest kind of difference first; None where they are the same, letter by letter."""
    one, other = _spaced(shown), _spaced(wanted)
    if one == other:
        return None
    if one.casefold() == other.casefold():
        return Difference("letter-case")
    if _form(one) == _form(other):
        return Difference("tone-placement", *_apart(_words(one, plain=False), _words(other, plain=False)))
    first, second = _words(one), _words(other)
    if first == second:
        return Difference("signs")
    if list(map(_bare, first)) == list(map(_bare, second)):
        return Difference("marks", *_apart(first, second))
    if sorted(first) == sorted(second):
        return Difference("order")
    return _in_words(first, second)


def _in_words(first: list[str], second: list[str]) -> Difference:
    """Tell words that were added, left out, abbreviated, or are others."""
    changes = [
        (first[a:b], second[c:d])
        for tag, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
        if tag != "equal"
    ]
    shown, wanted = (", ".join(" ".join(part) for part in parts if part) for parts in zip(*changes, strict=True))
    if all(_abbreviates(one, other) or _abbreviates(other, one) for one, other in changes):
        return Difference("abbreviated", shown, wanted)
    if not wanted:
        return Difference("added", shown, "")
    return Difference("left-out", "", wanted) if not shown else Difference("differs", shown, wanted)


def _abbreviates(short: list[str], long: list[str]) -> bool:
    """Tell whether each word of one list is made of the initials of words of the other, or is the beginning of a word."""
    if not short or not long:
        return not short and not long
    first = _bare(short[0])
    for count in range(1, len(long) + 1):
        initials = _bare("".join(word[0] for word in long[:count]))
        fits = first == initials or (count == 1 and _bare(long[0]).startswith(first))
        if fits and _abbreviates(short[1:], long[count:]):
            return True
    return False


def _apart(first: list[str], second: list[str]) -> tuple[str, str]:
    pairs = [(one, other) for one, other in zip(first, second, strict=True) if one != other]
    return ", ".join(one for one, _ in pairs), ", ".join(other for _, other in pairs)


def _words(text: str, *, plain: bool = True) -> list[str]:
    return _WORD.findall(_form(text) if plain else text.casefold())


def _form(text: str) -> str:
    return tone_normalised(text).casefold()


def _spaced(text: str) -> str:
    return " ".join(nfc(text).split())


def _bare(word: str) -> str:
    """Return a word without marks: đắk and đăk are dak."""
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char)).replace("đ", "d")
