"""What speaks for a text being in an old code: how its words fare when they are decoded. Only counts; `legacy` decides."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Literal

from coverkit.records import dataclass
from coverkit.resources import read_bytes
from coverkit.typography import tcvn3, vni
from coverkit.typography.names import is_named
from coverkit.typography.suggestions import common_syllables
from coverkit.typography.syllables import is_possible, is_vowel
from coverkit.typography.vietnamese import nfc

Legacy = Literal["tcvn3", "vni"]

DECODERS: dict[Legacy, Callable[[str], str]] = {"tcvn3": tcvn3.decode, "vni": vni.decode}
WORD = re.compile(r"[A-Za-z\u00a1-\u00fe\u0100-\u01ff\u1e00-\u1eff]+")

_CODES: dict[Legacy, Callable[[str], bool]] = {"tcvn3": tcvn3.is_code, "vni": vni.is_code}
_LAST_CODE = 0xFE
_CASE_BREAK = re.compile("[a-z\u00df-\u00fe][\u00c0-\u00de]")
_FRENCH = frozenset({"où", "tôt", "thaï", "rôle", "déc", "gît", "haï", "taï", "loïc"})
"""Everyday French that happens to read as a syllable in an old code."""

_ODD_SHAPE = re.compile(
    "[A-Za-z\u00c0-\u00fe][\u00a1-\u00bf][A-Za-z\u00c0-\u00fe]|[A-Z]?[a-z]+[\u00c0-\u00de]|[A-Z][\u00c0-\u00de][a-z]"
)
"""A sign or a capital in the middle of a word, as in b¶n and LÖnh: no language writes so."""

_SIGN = re.compile("[\u00a1-\u00bf]")
_ATTESTED = Path(__file__).parent / "data" / "attested.txt"


@dataclass(frozen=True, slots=True)
class Tally:
    """How the words of a text fare when it is decoded.

    Attributes:
        mended: words that become possible syllables.
        attested: of these, syllables that texts use; names are too many and too odd to count.
        common: of these, the commonest.
        broken: possible syllables that no longer are.
        neither: words that the code changes, impossible before and after.
        unicode: possible syllables with letters that no old code has.
        foreign: words of plain letters that cannot be Vietnamese.
        different: how many different words become attested syllables.
        strong: words in a shape that no other language has.
    """

    mended: int = 0
    attested: int = 0
    common: int = 0
    broken: int = 0
    neither: int = 0
    unicode: int = 0
    foreign: int = 0
    different: int = 0
    strong: int = 0

    @property
    def gain(self) -> float:
        """How much better the decoded text reads; syllables that nobody uses count half."""
        better = (self.mended + self.attested + self.common) / 2
        return better - self.broken - self.neither / 2 - self.unicode

    @property
    def is_convincing(self) -> bool:
        """Enough is mended; a single word says little among words of another language, and a rare one nothing."""
        enough = self.mended > 2 * (self.broken + self.unicode) + self.neither
        alone = self.common > 0 or (self.attested > 0 and self.foreign <= self.mended)
        return enough and (self.different > 1 or self.strong > 0 or alone)


def tally(text: str, code: Legacy) -> Tally:
    """Return how the words of a text fare in a code."""
    words = [(word, _kind(word, code)) for word in WORD.findall(text)]
    kinds = Counter(kind for _, kind in words)
    mended = {word: kind != "mended" for word, kind in words if kind in ("mended", "attested", "common")}
    return Tally(
        mended=kinds["mended"] + kinds["attested"] + kinds["common"],
        attested=kinds["attested"] + kinds["common"],
        common=kinds["common"],
        broken=kinds["broken"],
        neither=kinds["neither"],
        unicode=kinds["unicode"],
        foreign=kinds["foreign"],
        different=sum(mended.values()),
        strong=sum(_is_strong(word, code, used) for word, used in mended.items()),
    )


def likelihood(words: list[str]) -> float:
    """Return how usual syllables are, 0 to 1 each, summed up: to choose between two ways to read the same text."""
    ranks = _ranks()
    return sum(1.0 - ranks[lower] / len(ranks) for word in words if (lower := word.lower()) in ranks)


def _kind(word: str, code: Legacy) -> str:
    """Return how a word fares when it is decoded; "" where that tells nothing, as of signs that stand alone (« ® ½)."""
    if any(ord(char) > _LAST_CODE for char in word):
        return "unicode" if is_possible(word) else ""
    if word.isascii():
        return "" if len(word) == 1 or is_possible(word) else "foreign"
    if len(word) == 1 or not any(_CODES[code](char) for char in word) or word.lower() in _FRENCH:
        return ""
    if is_initials(DECODERS[code](word)):
        return ""
    before, after = _reads_as_it_is(word, code), _reads(word, code)
    if before == after:
        return "" if before else "neither"
    return "broken" if before else _rank(DECODERS[code](word))


def _rank(decoded: str) -> str:
    lower = decoded.lower()
    if lower in common_syllables():
        return "common"
    return "attested" if lower in _ranks() or put_back(decoded) is not None else "mended"


def _is_strong(word: str, code: Legacy, used: bool) -> bool:
    """Tell whether a word has a shape of no other language: a sign or capital within, or two codes in a syllable in use."""
    two = sum(map(_CODES[code], word)) > 1
    if two and used:
        return True
    return code == "tcvn3" and (_ODD_SHAPE.search(word) is not None or (two and _SIGN.search(word) is not None))


def _reads_as_it_is(word: str, code: Legacy) -> bool:
    """Tell whether a word is Vietnamese before it is decoded. Capitals inside it speak for TCVN3 (DÊu is dấu)."""
    odd = code == "tcvn3" and not (word.islower() or word.isupper() or word.istitle())
    return not odd and (is_possible(word) or is_named(word))


def _reads(word: str, code: Legacy) -> bool:
    """Tell whether a word becomes a syllable. In VNI small letters have small marks; in TCVN3 codes look like any letter."""
    if code == "vni" and _CASE_BREAK.search(word):
        return False
    decoded = DECODERS[code](word)
    named = decoded[0].isupper() and is_named(decoded)
    return is_possible(decoded) or named or (code == "tcvn3" and put_back(decoded) is not None)


def is_initials(word: str) -> bool:
    """Tell whether a word is made of the initials of others: HĐND, ĐBQH."""
    return word.isupper() and not any(is_vowel(char) for char in word.lower())


def put_back(word: str) -> str | None:
    """Return a word such as ơng or đợc with the ư that is missing before its ơ: a soft hyphen in TCVN3, which gets lost."""
    at = next((at for at, char in enumerate(word.lower()) if char in "ơờớởỡợ"), -1)
    if at < 0 or (at and word[at - 1].lower() == "ư") or is_possible(word):
        return None
    found = word[:at] + "ư" + word[at:]
    return found if is_possible(found) else None


@cache
def _ranks() -> dict[str, int]:
    """Return the attested syllables with their places, the commonest first."""
    lines = read_bytes(_ATTESTED).decode("utf-8").splitlines()
    words = (nfc(word) for line in lines if not line.startswith("#") for word in line.split())
    return {word: at for at, word in enumerate(words)}
