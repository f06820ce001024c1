"""Letters of a PDF as outlines, from the font programs embedded in it (TrueType, OpenType, CFF, Type 1)."""

from __future__ import annotations

import io
from typing import Any

from coverkit.artwork.drawing import Matrix, Outline
from coverkit.artwork.pens import glyph_outline
from coverkit.artwork.refusal import not_outlines
from coverkit.i18n import tr
from coverkit.preflight import values
from coverkit.preflight.fonts import Font
from coverkit.preflight.streams import TooLargeError, decoded

_SYMBOLIC = 4


class GlyphSource:
    """A font resource: outlines by code, in text space at size 1."""

    def __init__(self, native: object, name: str) -> None:
        self._name = name
        self.metrics = Font(native)
        subtype = values.name(values.get(native, "/Subtype"))
        descendants = values.items(values.get(native, "/DescendantFonts"))
        inner = descendants[0] if subtype == "Type0" and descendants else native
        descriptor = values.get(inner, "/FontDescriptor")
        self._called = self.metrics.facts.name or "?"
        if self.metrics.vertical:
            raise self._odd()
        self._glyphs: Any
        self._order: list[str] = []
        self._by_code: dict[int, str] = {}
        self.shape: Matrix = (0.001, 0.0, 0.0, 0.001, 0.0, 0.0)
        self._known: dict[int, Outline] = {}
        try:
            self._load(native, inner, descriptor, subtype)
        except TooLargeError as error:
            raise self._odd() from error
        except Exception as error:
            # fontTools raises nearly anything on damaged fonts: struct.error, KeyError, AssertionError, TTLibError …
            raise self._odd() from error

    def outline(self, code: int) -> Outline:
        """Return the outline of a code in glyph units; `shape` takes it to text space.

        Raises:
            InputError: the font has none for it.
        """
        if code not in self._known:
            glyph = self._by_code.get(code)
            if glyph is None and self._order and 0 <= code < len(self._order):
                glyph = self._order[code]
            if glyph is None or glyph not in self._glyphs:
                raise self._odd()
            try:
                self._known[code] = glyph_outline(self._glyphs[glyph].draw, self._glyphs)
            except Exception as error:
                # As above: a damaged glyph.
                raise self._odd() from error
        return self._known[code]

    def _odd(self) -> Exception:
        return not_outlines(
            self._name, tr("the font “{font}” is not embedded, or of a kind that is not read", font=self._called)
        )

    def _load(self, native: object, inner: object, descriptor: object, subtype: str) -> None:
        composite = subtype == "Type0"
        if composite and not values.name(values.get(native, "/Encoding")).startswith("Identity"):
            raise self._odd()
        program = values.get(descriptor, "/FontFile2")
        if program is not None:
            self._truetype(decoded(program), native, inner, descriptor, composite)
            return
        program = values.get(descriptor, "/FontFile")
        if program is not None:
            self._postscript(decoded(program), native)
            return
        program = values.get(descriptor, "/FontFile3")
        if program is None:
            raise self._odd()
        data = decoded(program)
        if values.name(values.get(program, "/Subtype")) == "OpenType":
            from fontTools.ttLib import TTFont

            font = TTFont(io.BytesIO(data), lazy=True)
            if "CFF " not in font:
                self._truetype(data, native, inner, descriptor, composite)
                return
            self._compact(font["CFF "].cff, native, composite)
            return
        from fontTools.cffLib import CFFFontSet

        fonts = CFFFontSet()
        fonts.decompile(io.BytesIO(data), None)
        self._compact(fonts, native, composite)

    def _postscript(self, data: bytes, native: object) -> None:
        from fontTools.t1Lib import T1Font

        # Its constructor reads files alone; what it would read from one is at hand.
        font: Any = T1Font.__new__(T1Font)
        font.data, font.encoding = data, "latin-1"
        font.parse()
        self._glyphs = font["CharStrings"]
        matrix = [float(one) for one in font["FontMatrix"]]
        self.shape = (matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5])
        own = font.font["Encoding"]
        names = own if isinstance(own, list) else _standard(str(own))
        self._by_code = {code: glyph for code, glyph in enumerate(names) if glyph != ".notdef"}
        self._by_code.update(_named_codes(values.get(native, "/Encoding")))

    def _compact(self, fonts: Any, native: object, composite: bool) -> None:
        top = fonts[0]
        self._glyphs = top.CharStrings
        matrix = [float(one) for one in getattr(top, "FontMatrix", None) or (0.001, 0, 0, 0.001, 0, 0)]
        self.shape = (matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5])
        if composite:
            if hasattr(top, "ROS"):
                self._by_code = {int(glyph[3:]): glyph for glyph in top.charset if glyph[3:].isdigit()}
                self._by_code[0] = top.charset[0]
            else:
                self._order = list(top.charset)
            return
        own = top.Encoding if isinstance(top.Encoding, list) else _standard(top.Encoding)
        self._by_code = {code: glyph for code, glyph in enumerate(own) if glyph != ".notdef"}
        self._by_code.update(_named_codes(values.get(native, "/Encoding")))

    def _truetype(self, data: bytes, native: object, inner: object, descriptor: object, composite: bool) -> None:
        from fontTools.ttLib import TTFont

        font = TTFont(io.BytesIO(data), lazy=True, fontNumber=0)
        unit = 1.0 / font["head"].unitsPerEm
        self.shape = (unit, 0.0, 0.0, unit, 0.0, 0.0)
        self._glyphs = font.getGlyphSet()
        order = font.getGlyphOrder()
        if composite:
            mapping = values.get(inner, "/CIDToGIDMap")
            if mapping is None or values.name(mapping) == "Identity":
                self._order = order
            else:
                table = decoded(mapping)
                gids = [int.from_bytes(table[at : at + 2], "big") for at in range(0, len(table) - 1, 2)]
                self._by_code = {code: order[gid] for code, gid in enumerate(gids) if gid < len(order)}
            return
        self._by_code = _simple_codes(font, native, values.integer(values.get(descriptor, "/Flags")) or 0, order)


def _simple_codes(font: Any, native: object, flags: int, order: list[str]) -> dict[int, str]:
    """Return the glyphs by code of a simple TrueType font, as ISO 32000-1, 9.6.6.4 says."""
    encoding = values.get(native, "/Encoding")
    tables = {(one.platformID, one.platEncID): one.cmap for one in font["cmap"].tables} if "cmap" in font else {}
    found: dict[int, str] = {}
    mac, symbol, unicode_ = tables.get((1, 0), {}), tables.get((3, 0), {}), tables.get((3, 1), {})
    if encoding is not None and not (flags & _SYMBOLIC and (mac or symbol)):
        from fontTools import agl

        for code, glyph in _named_codes(encoding).items():
            text = agl.toUnicode(glyph)
            char = unicode_.get(ord(text)) if len(text) == 1 else None
            char = char or (glyph if glyph in order else None)
            if char:
                found[code] = char
    for code in range(256):
        glyph = symbol.get(0xF000 + code) or symbol.get(code) or mac.get(code)
        if glyph and code not in found:
            found[code] = glyph
    return found


def _named_codes(encoding: object) -> dict[int, str]:
    """Return the glyph names by code that an encoding states."""
    from fontTools.agl import UV2AGL

    base = values.name(encoding) or values.name(values.get(encoding, "/BaseEncoding"))
    codec = {"MacRomanEncoding": "mac_roman", "WinAnsiEncoding": "cp1252"}.get(base)
    found: dict[int, str] = {}
    if codec is not None:
        for code in range(32, 256):
            text = bytes([code]).decode(codec, "replace")
            if glyph := UV2AGL.get(ord(text)):
                found[code] = glyph
    code = 0
    for item in values.items(values.get(encoding, "/Differences")):
        number = values.integer(item)
        if number is not None:
            code = number
            continue
        found[code] = values.name(item)
        code += 1
    return found


def _standard(called: str) -> list[str]:
    from fontTools.encodings.StandardEncoding import StandardEncoding

    return list(StandardEncoding) if called == "StandardEncoding" else []
