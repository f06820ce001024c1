"""Vietnamese letters: composed form, letter case, and the two ways of placing a tone mark.

Knows nothing of fonts. Everything else works on composed text (NFC), because people paste decomposed text.
"""

from __future__ import annotations

import re
import unicodedata

_VOWELS = "aăâeêioôơuưy"
_CONSONANTS = "bcdđghklmnpqrstvx"
_TONES = ("", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323")


def nfc(text: str) -> str:
    """Return the text with every letter and its marks in one code point."""
    return unicodedata.normalize("NFC", text)


def is_nfc(text: str) -> bool:
    """Tell whether a text is composed already."""
    return unicodedata.is_normalized("NFC", text)


_LOWER = tuple(nfc(vowel + tone) for vowel in _VOWELS for tone in _TONES) + tuple(_CONSONANTS)

LETTERS: tuple[str, ...] = _LOWER + tuple(letter.upper() for letter in _LOWER)
"""All letters of Vietnamese, lower case then upper: 12 vowels in 6 tones, and 17 consonants."""

MARKED: tuple[str, ...] = tuple(letter for letter in LETTERS if not letter.isascii())
"""The letters that plain Latin fonts lack."""

# khóa / khoá, khỏe / khoẻ, thủy / thuỷ: the only endings the two schools write differently. "quý" is the same in both.
_OLD_STYLE = re.compile(r"(?:([òóỏõọ])([ae])|(?<!q)([ùúủũụ])(y))(?![^\W\d_])", re.IGNORECASE)
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_WORD = re.compile(r"[^\W\d_]+")


def tone_normalised(text: str) -> str:
    """Return the text in NFC with tone marks on the main vowel (khoá, khoẻ, thuỷ), for comparing the two styles."""
    return _OLD_STYLE.sub(_moved_tone, nfc(text))


def is_roman(word: str) -> bool:
    """Tell whether a word is a Roman numeral in capitals."""
    return bool(word) and _ROMAN.fullmatch(word) is not None


def upper(text: str) -> str:
    """Return the text in capitals, composed."""
    return nfc(nfc(text).upper())


def lower(text: str) -> str:
    """Return the text in small letters, composed."""
    return nfc(nfc(text).lower())


def title(text: str) -> str:
    """Return the text with a capital at the start of each syllable; numerals (XII) and abbreviations (UBND) stay."""
    text = nfc(text)
    shouted = text == text.upper()

    def capital(match: re.Match[str]) -> str:
        word = match[0]
        keeps = is_roman(word) or (not shouted and len(word) > 1 and word.isupper())
        return word if keeps else word[0].upper() + word[1:].lower()

    return _WORD.sub(capital, text)


def _moved_tone(match: re.Match[str]) -> str:
    first, second = (match[1], match[2]) if match[1] else (match[3], match[4])
    parted = unicodedata.normalize("NFD", first)
    return parted[0] + nfc(second + parted[1])
