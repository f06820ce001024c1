"""The two ways of placing a tone mark, khóa and khoá: which words of a text show which."""

from __future__ import annotations

import re
from functools import lru_cache

from coverkit.records import dataclass
from coverkit.typography.syllables import parse
from coverkit.typography.vietnamese import nfc

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class ToneStyle:
    """Words whose tone stands on the first vowel (old: khóa, thủy) and on the main vowel (new: khoá, thuỷ), as often as met."""

    old: tuple[str, ...]
    new: tuple[str, ...]

    @property
    def is_mixed(self) -> bool:
        """Both ways occur."""
        return bool(self.old and self.new)


@lru_cache(maxsize=256)
def tone_style(text: str) -> ToneStyle:
    """Return the words of a text that the two schools write differently, by school."""
    found: dict[str, list[str]] = {"old": [], "new": []}
    for word in _WORD.findall(nfc(text)):
        syllable = None if word.isascii() else parse(word)
        if syllable is not None and syllable.placing:
            found[syllable.placing].append(word)
    return ToneStyle(tuple(found["old"]), tuple(found["new"]))
