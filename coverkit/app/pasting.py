"""Pasted text: each line told in which code it is, and how it reads in Unicode. The window and the command line show it first.

Nothing is dropped before: the soft hyphen (U+00AD) is the letter ư in TCVN3.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Literal

from coverkit.records import dataclass, replace
from coverkit.typography import tcvn3, vni
from coverkit.typography.legacy import Encoding, Legacy, Recognition, by_font_name, convert, recognise
from coverkit.typography.suggestions import common_syllables
from coverkit.typography.syllables import is_possible
from coverkit.typography.vietnamese import nfc

From = Literal["auto", "tcvn3", "vni"]

_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_WORD = re.compile(r"[A-Za-z\u00a1-\u00fe]+")
_BY_COMPANY = 0.6
"""How sure a line is that can be read both ways, but stands among lines of an old code."""
_BY_FONT = 0.95


@dataclass(frozen=True, slots=True)
class PastedLine:
    """One line of a pasted text.

    Attributes:
        before: as it was pasted.
        after: in Unicode, composed.
        encoding: what it is in.
        confidence: 0 to 1.
        asks_capitals: nobody can tell whether it was shown in capitals; see `converted`.
        lost_letters: words in which the letter ư was lost on the way and was put back; compare them with the original.
    """

    before: str
    after: str
    encoding: Encoding
    confidence: float
    asks_capitals: bool = False
    lost_letters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pasted:
    """A pasted text, line by line."""

    lines: tuple[PastedLine, ...]

    @property
    def is_legacy(self) -> bool:
        """Tell whether any line is in an old code."""
        return any(line.encoding != "unicode" for line in self.lines)

    @property
    def questions(self) -> tuple[int, ...]:
        """The places of the lines that ask whether they were in capitals."""
        return tuple(at for at, line in enumerate(self.lines) if line.asks_capitals)

    def converted(self, capitals: Collection[int] = ()) -> str:
        """Return the whole text in Unicode; lines at the places in `capitals` become capitals."""
        return "\n".join(line.after.upper() if at in capitals else line.after for at, line in enumerate(self.lines))


def examine(text: str, font_names: Sequence[str] = (), source: From = "auto") -> Pasted:
    """Tell for each line of a pasted text what it is in and how it reads.

    Args:
        text: as it was pasted, soft hyphens included.
        font_names: of the fonts that came with it, where it came with styles.
        source: the code, where a person knows it.
    """
    codes = {code for name in font_names if (code := by_font_name(name)) != "unicode"}
    hint: Legacy | None = source if source != "auto" else None
    if hint is None and len(codes) == 1:
        hint = "tcvn3" if "tcvn3" in codes else "vni"
    lines = tuple(_line(line, hint, font_names) for line in _BREAK.split(text))
    if hint is None:
        lines = _by_company(lines)
    return Pasted(lines)


def _line(text: str, hint: Legacy | None, font_names: Sequence[str]) -> PastedLine:
    if hint is None or not _has_code(text, hint) or any(ord(char) > 0xFF and char.isalpha() for char in text):
        # A line of plain letters reads the same in every code.
        line = _as_known(text, recognise(text))
    else:
        known = recognise(text)
        sure = max(_BY_FONT, known.confidence) if known.encoding == hint else _BY_FONT
        read = known.converted if known.encoding == hint else convert(text, hint)
        asks = hint == "tcvn3" and not _has_capitals(text)
        line = PastedLine(text, nfc(read), hint, sure, asks, known.lost_letters if known.encoding == hint else ())
    return _in_font_case(line, font_names) if line.encoding == "tcvn3" else line


def _as_known(text: str, known: Recognition) -> PastedLine:
    return PastedLine(
        text, nfc(known.converted), known.encoding, known.confidence, known.needs_case_question, known.lost_letters
    )


def _in_font_case(line: PastedLine, font_names: Sequence[str]) -> PastedLine:
    """Answer the question of capitals by the fonts' names, where all of them say the same: .VnTimeH is capitals."""
    capitals = {name.upper().endswith("H") for name in font_names if by_font_name(name) == "tcvn3"}
    if capitals == {True}:
        return replace(line, after=line.after.upper(), asks_capitals=False)
    return replace(line, asks_capitals=False) if capitals == {False} else line


def _by_company(lines: tuple[PastedLine, ...]) -> tuple[PastedLine, ...]:
    """Read short lines that say nothing by themselves ("Hái") as the lines around them are, where that makes syllables."""
    count = Counter(line.encoding for line in lines if line.encoding != "unicode")
    if not count:
        return lines
    most: Legacy = "tcvn3" if count["tcvn3"] >= count["vni"] else "vni"
    proper = sum(1 for line in lines if any(ord(char) > 0xFF for char in line.before))
    if proper > count[most]:
        return lines
    return tuple(_joined(line, most) if line.encoding == "unicode" else line for line in lines)


def _joined(line: PastedLine, code: Legacy) -> PastedLine:
    text = line.before
    words = [word for word in _WORD.findall(text) if not word.isascii() and len(word) > 1]
    plain = all(ord(char) <= 0xFF or not char.isalpha() for char in text)
    read = [convert(word, code) for word in words]
    if not words or not plain or not all(map(is_possible, read)) or _common(read) < _common(words):
        return line
    return PastedLine(text, nfc(convert(text, code)), code, _BY_COMPANY, code == "tcvn3" and not _has_capitals(text))


def _common(words: Sequence[str]) -> int:
    known = common_syllables()
    return sum(word.lower() in known for word in words)


def _has_code(text: str, code: Legacy) -> bool:
    is_code = tcvn3.is_code if code == "tcvn3" else vni.is_code
    return any(map(is_code, text))


def _has_capitals(text: str) -> bool:
    return any(char.isascii() and char.isupper() for char in text)
