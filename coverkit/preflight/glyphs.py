"""Glyphs that a page shows: whether they are in the embedded font, and as wide there as the PDF says.

What cannot be told for sure is not told: spaces, fonts whose codes are mapped by a CMap of their own, damaged programs.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from typing import Protocol

from coverkit.facts.marks import FontFacts, GlyphFault
from coverkit.preflight import values
from coverkit.preflight.encodings import glyph_names
from coverkit.preflight.fonts import UNKNOWN, Font
from coverkit.preflight.lexer import instructions
from coverkit.preflight.limits import MAX_PROGRAM
from coverkit.preflight.programs import cff, sfnt, type1
from coverkit.preflight.streams import TooLargeError, decoded
from coverkit.records import replace

# What it has to say of fonts that it mends is nobody's concern here; without a handler it would go to standard error.
logging.getLogger("fontTools").addHandler(logging.NullHandler())
_MOST_FAULTS = 20
_NOTICEABLE = 1.0
"""Thousandths of an em by which widths may differ for rounding."""
_IDENTITY = ("Identity-H", "Identity-V")
_BLANK = "\N{NO-BREAK SPACE}\N{SOFT HYPHEN}"


class Program(Protocol):
    """An embedded font: the glyph of a code as (is it there, is it .notdef, its width in thousandths of an em)."""

    def glyph(self, code: int) -> tuple[bool, bool, float | None]:
        """Return what the code shows; a width of None is not known."""


def compared(font: Font, codes: Iterable[int]) -> FontFacts:
    """Return a font's facts with what is wrong with the glyphs of some codes."""
    facts = font.facts
    if not facts.embedded:
        return facts
    program = font.program
    if program is None:
        program = font.program = _opened(font)
    if isinstance(program, str):
        return replace(facts, uncompared=program)
    try:
        return replace(facts, faults=tuple(_faults(font, program, codes)))
    except _DAMAGE as error:
        font.program = type(error).__name__
        return replace(facts, uncompared=font.program)


_DAMAGE = (*values.DAMAGE, AttributeError, AssertionError, RecursionError, MemoryError, NotImplementedError)
"""What readers of font programs raise on damaged ones."""


def _opened(font: Font) -> Program | str:
    """Return the program of a font, or why it cannot be compared."""
    try:
        return _program(font)
    except TooLargeError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 - programs are read by other people's code, which may fail in any way
        return type(error).__name__


def _program(font: Font) -> Program:
    if font.facts.subtype == "Type3":
        return _Drawings(font)
    data = decoded(values.get(font.descriptor, f"/{font.facts.program}"))
    if len(data) > MAX_PROGRAM:
        raise TooLargeError("too long")
    if font.two_bytes:
        return _composite(font, data)
    if font.facts.program == "FontFile2":
        return sfnt.Simple(data, glyph_names(font.native, None), font.texts)
    if font.facts.program == "FontFile":
        outlines = type1.Type1(data)
        return outlines.encoded(glyph_names(font.native, outlines.encoding))
    named = cff.Named(sfnt.cff_table(data))
    return named.encoded(glyph_names(font.native, named.encoding))


def _composite(font: Font, data: bytes) -> Program:
    if values.name(values.get(font.native, "/Encoding")) not in _IDENTITY:
        raise TooLargeError("its codes are mapped by a CMap")
    if font.facts.program == "FontFile3":
        return cff.ByCid(sfnt.cff_table(data))
    mapped = values.get(font.inner, "/CIDToGIDMap")
    called = values.name(mapped)
    table = b"" if mapped is None or called == "Identity" else decoded(mapped) if not _is_name(mapped) else None
    return sfnt.ByCid(data, table)


def _is_name(value: object) -> bool:
    return value is not None and values.is_name(value)


class _Drawings:
    """A Type 3 font: its glyphs are content streams that say their width first."""

    def __init__(self, font: Font) -> None:
        self._font = font

    def glyph(self, code: int) -> tuple[bool, bool, float | None]:
        drawing = self._font.drawings.get(code)
        if drawing is None:
            return False, False, None
        word, operands = next(iter(instructions(decoded(drawing))), (b"", []))
        width = operands[0] if word in (b"d0", b"d1") and operands else None
        return True, False, width * abs(self._font.shape[0]) * 1000 if isinstance(width, float) else None


def _faults(font: Font, program: Program, codes: Iterable[int]) -> Iterable[GlyphFault]:
    glyph: Callable[[int], tuple[bool, bool, float | None]] = program.glyph
    count = 0
    for code in sorted(codes):
        text = font.texts.get(code, UNKNOWN)
        there, is_notdef, actual = glyph(code)
        stated = _stated(font, code)
        found: GlyphFault | None = None
        if not there and not _is_blank(text):
            found = GlyphFault("absent", code, text)
        elif is_notdef and not _is_blank(text):
            found = GlyphFault("notdef", code, text)
        elif there and not is_notdef and actual is not None and stated is not None and abs(actual - stated) > _NOTICEABLE:
            found = GlyphFault("width", code, text, stated, actual)
        if found is not None:
            yield found
            count += 1
            if count >= _MOST_FAULTS:
                return


def _stated(font: Font, code: int) -> float | None:
    """Return the width that the PDF states for a code, in thousandths of an em."""
    if font.vertical:
        return None
    stated = font.widths.get(code, font.default_width if font.two_bytes else None)
    return None if stated is None else stated * font.unit * 1000


def _is_blank(text: str) -> bool:
    return not text.strip(_BLANK).strip()
