"""Words of a text that cannot be Vietnamese: typing errors such as "cảa".

Names, abbreviations, numerals and foreign words are left in peace, and so is a text that is not Vietnamese at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from coverkit.records import dataclass
from coverkit.typography.names import is_named
from coverkit.typography.suggestions import suggestion
from coverkit.typography.syllables import is_possible, is_vowel, untoned
from coverkit.typography.vietnamese import LETTERS, nfc

_HIDDEN = "\u00ad\u200b\u200c\u200d\u2060"
_MARKS = "\u0300-\u0303\u0309\u0323"
_LETTER = rf"(?:[^\W\d_]|[{_HIDDEN}{_MARKS}])"
_CHAIN = re.compile(rf"{_LETTER}+(?:[-‐‑'’ʼ]{_LETTER}+)*")
_PART = re.compile(rf"{_LETTER}+(?:['’ʼ]{_LETTER}+)*")
_ADDRESS = re.compile(r"\S*(?:://|www\.|@)\S*|\w*\d\w*(?: đ\b)?|\bđ(?=[./])|(?<=[./])đ\b")
"""What holds no words: addresses, numbers with what clings to them, prices (5 000 đ), đ/c and the like."""
_APOSTROPHE = re.compile("['’ʼ]")
_HIGHLAND = re.compile(r"(?:[bcđdgkps][rl]|tl|[hkm][lnrđb]|[sx][ckpt]|mn|rl|kp|y[^ê]|j)|.*[aăâeêioôơuư]k$")
"""Beginnings and ends of names from the Central Highlands and abroad that no Vietnamese syllable has."""

_SHARED = frozenset("àâèéêìíòóôùúýãõ")
"""Letters with marks that other languages have too."""

_LOOSE = frozenset("\u0300\u0301\u0302\u0303\u0309\u0323")
"""Marks of Vietnamese that are left over when a letter is composed: it has two."""

_NEVER_ABROAD = frozenset("\u0300\u0309\u0303\u0323")
"""Tones that foreign names in Vietnamese spelling never have."""

_LABELLED = re.compile(r"(?:\b(?:điểm|mục|tiết|khoản|ý)|\b\w(?:[,;]| và| hoặc)?) $|\($", re.IGNORECASE)
"""What stands before a lone đ that is a letter of a list."""

_LEAST_NAME = 5
_END = re.compile(r"(?:[^bcdđfghjklmnpqrstvwxz]|[bckmnprtx]|ng|nh|ch)$")
"""How foreign names spelled the Vietnamese way end: in a vowel or one of these consonants."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word that cannot be a Vietnamese syllable: where it stands in the composed text, and what it may be meant to be."""

    word: str
    start: int
    end: int
    suggestion: str | None = None


@lru_cache(maxsize=256)
def doubtful_syllables(text: str, names: tuple[str, ...] = ()) -> tuple[Doubt, ...]:
    """Return the doubtful words of a text, in order.

    Args:
        text: any text; places refer to its composed form (NFC).
        names: more words that are left in peace, besides the shipped list.
    """
    text = nfc(text)
    masked = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    peace = frozenset(nfc(word).lower() for name in names for word in name.split())
    words = [match for chain in _CHAIN.finditer(masked) for match in _parts(chain, peace)]
    doubts = tuple(_doubt(match) for match in words if _is_doubtful(_shown(match[0]), peace) or _is_torn_off(match))
    return doubts if doubts and _is_vietnamese(masked) else ()


def _doubt(match: re.Match[str]) -> Doubt:
    word = _shown(match[0])
    return Doubt(word, match.start(), match.end(), suggestion(word))


def _parts(chain: re.Match[str], peace: frozenset[str]) -> Iterator[re.Match[str]]:
    """Return the words of a chain of hyphens that are to be judged; those of foreign names (Mát-xcơ-va) are not."""
    if _is_left_in_peace(_shown(chain[0]), peace):
        return
    found = list(_PART.finditer(chain.string, chain.start(), chain.end()))
    for match in found:
        if len(found) == 1 or not _may_be_abroad(match[0]):
            yield match


def _is_doubtful(word: str, peace: frozenset[str]) -> bool:
    lower = word.lower()
    if _APOSTROPHE.sub("", lower).isascii() or len(word) == 1:
        return False
    if is_possible(word) or _is_left_in_peace(word, peace):
        return False
    if _APOSTROPHE.search(word):
        return not _is_joined_name(word, peace)
    if any(char in _LOOSE for char in word):
        return True
    if not frozenset(lower) <= _alphabet():
        return False
    return not (_is_abbreviation(word) or _is_camel(word) or _is_highland(word) or _is_foreign(word))


def _is_torn_off(match: re.Match[str]) -> bool:
    """Tell whether a lone đ is what is left of a word; where it numbers an item it is none: đ), điểm đ, c, d, đ và e."""
    if match[0] != "đ" or _LABELLED.search(match.string, 0, match.start()):
        return False
    return match.string[match.end() : match.end() + 1] not in tuple(").,;:/")


def _is_left_in_peace(word: str, peace: frozenset[str]) -> bool:
    return word.lower() in peace or is_named(word)


def _is_joined_name(word: str, peace: frozenset[str]) -> bool:
    """Tell whether a word with an apostrophe is a name such as R'Lấp; its last part must be a syllable or a name itself."""
    *first, last = _APOSTROPHE.split(word)
    return all(len(part) <= 2 for part in first) and not (last and _is_doubtful(last, peace))


def _is_abbreviation(word: str) -> bool:
    """Tell whether a word is made of initials: ĐBQH, HĐND, BCHTƯ."""
    if not any(is_vowel(char) for char in word.lower()):
        return word.isupper()
    body = word[:-2] if word.endswith("TƯ") else word
    return word.isupper() and len(word) <= 8 and body.replace("Đ", "D").isascii()


def _is_camel(word: str) -> bool:
    """Tell whether a capital begins a second part behind small letters; one in the middle of capitals is a slip (CÁnC)."""
    return any(word[at - 1].islower() and word[at].isupper() and word[at + 1].islower() for at in range(2, len(word) - 1))


def _is_highland(word: str) -> bool:
    return word[:1].isupper() and _may_be_abroad(word) and _HIGHLAND.match(word.lower()) is not None


def _is_foreign(word: str) -> bool:
    """Tell whether a word is French, or a foreign name in one word spelled the Vietnamese way (Mátxcơva)."""
    lower = word.lower()
    if _groups(lower) < 2:
        return False
    is_name = word[:1].isupper() and not word.isupper() and len(word) >= _LEAST_NAME
    if is_name and _may_be_abroad(lower) and _END.search(lower):
        return True
    return _is_french(lower)


def _is_french(lower: str) -> bool:
    """Tell whether all its marks are of other languages too, and it has a foreign letter or ending as well."""
    marked = frozenset(char for char in lower if not char.isascii())
    return marked <= _SHARED and (bool(frozenset(lower) & frozenset("fjwz")) or lower[-1] in "sé")


def _may_be_abroad(word: str) -> bool:
    """Tell whether a word may be foreign, spelled the Vietnamese way: it has no tone but sắc."""
    return not any(untoned(char)[1] in _NEVER_ABROAD for char in word.lower())


def _groups(lower: str) -> int:
    """Count groups of vowels."""
    return len(re.findall("v+", "".join("v" if is_vowel(char) else "c" for char in lower)))


def _is_vietnamese(text: str) -> bool:
    """Tell whether a text has letters of Vietnamese alone, or at least half of its words can be Vietnamese."""
    if any(ord(char) > 0xFF and char.lower() in _alphabet() for char in text):
        return True
    words = [_shown(match[0]) for match in _PART.finditer(text)]
    return len(words) < 4 or 2 * sum(is_possible(word) for word in words) >= len(words)


def _shown(word: str) -> str:
    return word.translate(dict.fromkeys(map(ord, _HIDDEN))) if any(char in _HIDDEN for char in word) else word


@cache
def _alphabet() -> frozenset[str]:
    return frozenset(LETTERS) | frozenset("fjwz")
