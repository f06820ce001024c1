"""A model of the Vietnamese syllable: onset, rhyme and tone, as they are spelled.

It tells syllables that can be Vietnamese from those that cannot, whatever they mean. Names, abbreviations and foreign
words are no matter of its.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

from coverkit.records import dataclass
from coverkit.resources import read_bytes
from coverkit.typography.vietnamese import LETTERS, nfc

_DATA = Path(__file__).parent / "data"
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")
_CHECKED_TONES = ("\u0301", "\u0323")
_VOWELS = frozenset("aăâeêioôơuưy")
_ONSETS = (".", *"bcdđghlmnrstvx", "ch", "gi", "kh", "ng", "nh", "ph", "th", "tr")
_GLIDES = ("oa", "oe", "uy")
"""The open rhymes whose tone is placed in two ways: khóa and khoá, khỏe and khoẻ, thủy and thuỷ."""

Placing = Literal["", "old", "new"]


@dataclass(frozen=True, slots=True)
class Syllable:
    """A syllable taken apart.

    Attributes:
        onset: as in the table of rhymes: c for c and k, g for g and gh, ng for ng and ngh, "." for none.
        rhyme: without tone.
        tone: the combining mark, "" for none.
        placing: which of the two ways of placing the tone it shows, "" where both write it alike.
    """

    onset: str
    rhyme: str
    tone: str
    placing: Placing


@lru_cache(maxsize=8192)
def is_possible(word: str) -> bool:
    """Tell whether a word, in any letter case, can be a Vietnamese syllable as it is spelled."""
    return parse(word) is not None


def parse(word: str) -> Syllable | None:
    """Take a syllable apart; None for what cannot be one, or has its tone mark on a letter that never takes it."""
    parted = _parted(nfc(word).lower())
    if parted is None:
        return None
    plain, tone, at = parted
    for written, rhyme in _splits(plain):
        onset = _onset(written, rhyme)
        if onset is None or onset not in _table().get(rhyme, ()) or not _tone_fits(rhyme, tone):
            continue
        placing = _placing(onset, rhyme, at - len(written)) if tone else ""
        if placing is not None:
            return Syllable(onset, rhyme, tone, placing)
    return None


def placed_rightly(word: str) -> str | None:
    """Return a word with its tone mark where it belongs (tòan: toàn), or None where that does not make it a syllable."""
    parted = _parted(nfc(word).lower())
    if parted is None or not parted[1]:
        return None
    plain, tone, _ = parted
    for at, letter in enumerate(plain):
        moved = nfc(plain[: at + 1] + tone + plain[at + 1 :])
        if letter in _VOWELS and len(moved) == len(plain) and is_possible(moved):
            return like(word, moved)
    return None


def like(model: str, word: str) -> str:
    """Return a word in the letter case of another."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def untoned(char: str) -> tuple[str, str]:
    """Return a small letter without its tone, and the tone."""
    return _letters().get(char, (char, ""))


def is_vowel(char: str) -> bool:
    """Tell whether a small letter, with or without tone, is a vowel."""
    return untoned(char)[0] in _VOWELS


def _parted(word: str) -> tuple[str, str, int] | None:
    """Return a word without its tone, the tone and the place of its letter; None for other letters or several tones."""
    letters = _letters()
    pairs = [letters[char] for char in word if char in letters]
    marks = [(mark, at) for at, (_, mark) in enumerate(pairs) if mark]
    if not word or len(pairs) != len(word) or len(marks) > 1:
        return None
    tone, at = marks[0] if marks else ("", -1)
    return "".join(base for base, _ in pairs), tone, at


def _splits(plain: str) -> list[tuple[str, str]]:
    """Return the ways to part a word into a written onset and a rhyme, the longest onset first."""
    if plain in ("gi", "gin"):
        return [("g", plain[1:])]
    lengths = range(min(3, len(plain) - 1), -1, -1)
    return [(plain[:length], plain[length:]) for length in lengths]


def _onset(written: str, rhyme: str) -> str | None:
    """Return the onset for its letters before this rhyme; None where it is never spelled so."""
    front = rhyme[0] in "eêiy"
    match written:
        case "":
            return "."
        case "k":
            return "c" if front else None
        case "gh" | "ngh":
            return written[:-1] if front and rhyme[0] != "y" else None
        case "g" if rhyme in ("i", "in"):
            return "gi"
        case "c" | "g" | "ng":
            return None if front else written
        case "gi":
            return None if rhyme[0] in "iy" else written
        case _:
            return written


def _tone_fits(rhyme: str, tone: str) -> bool:
    checked = rhyme.endswith(("c", "ch", "p", "t"))
    return tone in (_CHECKED_TONES if checked else _TONES)


def _placing(onset: str, rhyme: str, at: int) -> Placing | None:
    """Return the way of placing that puts the tone on this letter of the rhyme; None where no way does."""
    if rhyme in _GLIDES and onset != "qu":
        match at:
            case 0:
                return "old"
            case 1:
                return "new"
            case _:
                return None
    return "" if at == _tone_letter(rhyme) else None


@cache
def _tone_letter(rhyme: str) -> int:
    """Return which letter of a rhyme takes the tone: the vowel with a mark of its own, else as its kind has it."""
    marked = [at for at, char in enumerate(rhyme) if char in "ăâêôơư"]
    if rhyme in ("ưa", "ưu", "ưi"):
        return 0
    if marked:
        return marked[-1]
    vowels = len(rhyme) - len(rhyme.lstrip("aeiouy"))
    return 1 if vowels == 3 or (vowels == 2 and (len(rhyme) > 2 or rhyme in _GLIDES)) else 0


@cache
def _letters() -> dict[str, tuple[str, str]]:
    found = {}
    for letter in LETTERS[: len(LETTERS) // 2]:
        tone = next((mark for mark in unicodedata.normalize("NFD", letter) if mark in _TONES), "")
        found[letter] = (nfc("".join(char for char in unicodedata.normalize("NFD", letter) if char != tone)), tone)
    return found


@cache
def _table() -> dict[str, frozenset[str]]:
    """Return the onsets by rhyme."""
    lines = read_bytes(_DATA / "rhymes.txt").decode("utf-8").splitlines()
    return {rhyme: _listed(onsets) for line in lines if line and line[0] != "#" for rhyme, *onsets in [line.split()]}


def _listed(onsets: list[str]) -> frozenset[str]:
    found: set[str] = set()
    for onset in onsets:
        if onset == "*":
            found.update(_ONSETS)
        elif onset[0] == "-":
            found.discard(onset[1:])
        else:
            found.add(onset.lstrip("+"))
    return frozenset(found)
