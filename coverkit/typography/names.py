"""The shipped list of words that are no Vietnamese syllables and yet are written rightly: names, loan words, abbreviations."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from coverkit.resources import read_bytes
from coverkit.typography.vietnamese import nfc

_LIST = Path(__file__).parent / "data" / "names.txt"
_APOSTROPHE = re.compile("[’ʼ]")


def is_named(word: str) -> bool:
    """Tell whether a composed word is in the list. Names there have a capital and are only meant so."""
    plain = _APOSTROPHE.sub("'", word)
    lower = plain.lower()
    return lower in _names() or (word[:1].isupper() and _capitalised(lower) in _names())


@cache
def _names() -> frozenset[str]:
    lines = read_bytes(_LIST).decode("utf-8").splitlines()
    words = (nfc(word) for line in lines if not line.startswith("#") for word in line.split())
    return frozenset(_capitalised(word.lower()) if word[0].isupper() else word for word in words)


def _capitalised(lower: str) -> str:
    return lower[:1].upper() + lower[1:]
