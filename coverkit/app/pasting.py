"""Pasted text: each line told in which code it is, and how it reads in Unicode. The window and the command line show it first.

Nothing is dropped before: the soft hyphen (U+00AD) is the letter ư in TCVN3.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Literal

from coverkit.records import dataclass, replace
from coverkit.typography import tcvn3, vni
from coverkit.typography.company import recognise_together
from coverkit.typography.legacy import Encoding, Legacy, Recognition, by_font_name, convert, recognise
from coverkit.typography.vietnamese import nfc

From = Literal["auto", "tcvn3", "vni"]

_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
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
    lines = _BREAK.split(text)
    known = tuple(map(recognise, lines)) if hint is not None else recognise_together(lines)
    return Pasted(tuple(_line(line, one, hint, font_names) for line, one in zip(lines, known, strict=True)))


def _line(text: str, known: Recognition, hint: Legacy | None, font_names: Sequence[str]) -> PastedLine:
    if hint is None or not _has_code(text, hint) or any(ord(char) > 0xFF and char.isalpha() for char in text):
        # A line of plain letters reads the same in every code.
        line = _as_known(text, known)
    else:
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


def _has_code(text: str, code: Legacy) -> bool:
    is_code = tcvn3.is_code if code == "tcvn3" else vni.is_code
    return any(map(is_code, text))


def _has_capitals(text: str) -> bool:
    return any(char.isascii() and char.isupper() for char in text)
