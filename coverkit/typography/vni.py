"""VNI for Windows, the code of VNI- fonts: a base letter, then a letter that stands for its marks (Ñaïi hoäi: Đại hội)."""

from __future__ import annotations

import re
from functools import cache

from coverkit.typography.vietnamese import nfc

_TONES = {"ø": "\u0300", "ù": "\u0301", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_CIRCUMFLEX = {"â": "", "à": "\u0300", "á": "\u0301", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVE = {"ê": "", "è": "\u0300", "é": "\u0301", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_SINGLE = {"ñ": "đ", "ö": "ư", "ô": "ơ", "î": "ỵ", "ì": "ì", "í": "í", "æ": "ỉ", "ó": "ĩ", "ò": "ị"}


def decode(text: str) -> str:
    """Return the text with every pair and single code as its letter, the longest first; all other characters stay."""
    return _pattern().sub(lambda match: _cased(match[0], _codes()[match[0].lower()]), text)


def encode(text: str) -> str:
    """Return Vietnamese as an office would type it in a VNI font."""
    codes = {letter: code for code, letter in _codes().items()}
    return "".join(_typed(char, codes) for char in nfc(text))


def is_code(char: str) -> bool:
    """Tell whether a character stands for a letter or a mark in this code."""
    return char.lower() in _marks()


def _typed(char: str, codes: dict[str, str]) -> str:
    code = codes.get(char.lower(), char)
    return code.upper() if char.isupper() else code


def _cased(code: str, letter: str) -> str:
    """Return a letter in the case of its base: AÂ and Aâ are Â."""
    return letter.upper() if code[0].isupper() else letter


@cache
def _codes() -> dict[str, str]:
    """Return the small letters by code."""
    found = dict(_SINGLE)
    for base in "aeouyöô":
        letter = _SINGLE.get(base, base)
        found |= {base + mark: nfc(letter + tone) for mark, tone in _TONES.items()}
    for base in "aeo":
        found |= {base + mark: nfc(base + "\u0302" + tone) for mark, tone in _CIRCUMFLEX.items()}
    return found | {"a" + mark: nfc("a\u0306" + tone) for mark, tone in _BREVE.items()}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _codes()), key=len, reverse=True)), re.IGNORECASE)


@cache
def _marks() -> frozenset[str]:
    return frozenset((*_TONES, *_CIRCUMFLEX, *_BREVE, *_SINGLE))
