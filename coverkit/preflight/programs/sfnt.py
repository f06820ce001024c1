"""TrueType and OpenType programs. Composite fonts, which are the rule, are read by hand: four tables are enough."""

from __future__ import annotations

import io
import struct
from collections.abc import Mapping
from functools import lru_cache

from coverkit.preflight.programs.charmap import character_maps

_HEADER = 12
_ENTRY = 16
_MOST_TABLES = 128
_SYMBOL_PAGES = (0, 0xF000, 0xF100, 0xF200)


def tables(data: bytes) -> dict[str, tuple[int, int]]:
    """Return the tables of a font: offset and length by tag.

    Raises:
        ValueError: it is no such font.
    """
    if len(data) < _HEADER:
        raise ValueError("too short")
    count = min(struct.unpack_from(">H", data, 4)[0], _MOST_TABLES)
    if len(data) < _HEADER + _ENTRY * count:
        raise ValueError("cut short")
    found = {}
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, _HEADER + _ENTRY * index)
        found[tag.decode("latin-1")] = (offset, length)
    return found


def cff_table(data: bytes) -> bytes:
    """Return the CFF program in some bytes, which are one or an OpenType font around one."""
    if data[:4] != b"OTTO":
        return data
    offset, length = tables(data)["CFF "]
    return data[offset : offset + length]


def _short(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")


class Metrics:
    """How many glyphs a TrueType font has, and how wide they are."""

    __slots__ = ("_advances", "_count", "_data", "_start", "_unit")

    def __init__(self, data: bytes) -> None:
        found = tables(data)
        self._data = data
        self._count = _short(data, found["maxp"][0] + 4)
        per_em = _short(data, found["head"][0] + 18)
        self._advances = _short(data, found["hhea"][0] + 34)
        self._start, _ = found["hmtx"]
        if not per_em or not self._advances or self._start + 4 * self._advances > len(data):
            raise ValueError("no metrics")
        self._unit = 1000.0 / per_em

    def has(self, glyph: int) -> bool:
        """Tell whether there is a glyph of a number."""
        return glyph < self._count

    def width(self, glyph: int) -> float:
        """Return its width in thousandths of an em."""
        at = self._start + 4 * min(glyph, self._advances - 1)
        return _short(self._data, at) * self._unit


class ByCid:
    """A TrueType program of a composite font.

    Args:
        data: the program.
        mapped: the CIDToGIDMap, two bytes a code; empty for the identity, None for one that is not valid.
    """

    __slots__ = ("_mapped", "_metrics")

    def __init__(self, data: bytes, mapped: bytes | None) -> None:
        self._metrics = Metrics(data)
        self._mapped = mapped

    def glyph(self, code: int) -> tuple[bool, bool, float | None]:
        """Return what a code shows."""
        if self._mapped is None:
            return False, False, None
        number = int.from_bytes(self._mapped[2 * code : 2 * code + 2], "big") if self._mapped else code
        if not self._metrics.has(number):
            return False, False, None
        return True, number == 0, self._metrics.width(number)


class Simple:
    """A TrueType program of a simple font. A code counts as there if any way of finding its glyph finds one.

    Args:
        data: the program.
        names: glyph names by code.
        texts: characters by code.
    """

    def __init__(self, data: bytes, names: Mapping[int, str], texts: Mapping[int, str]) -> None:
        self._metrics = Metrics(data)
        self._data = data
        self._names = names
        self._texts = texts
        found = tables(data)
        self._maps = character_maps(data, found["cmap"]) if "cmap" in found else {}
        self._is_named = "post" in found
        self._by_name: Mapping[str, int] | None = None

    def glyph(self, code: int) -> tuple[bool, bool, float | None]:
        """Return what a code shows."""
        if not self._maps and not self._is_named:
            raise ValueError("no cmap")
        numbers = self._mapped(code) or self._named(code)
        shown = [number for number in numbers if number and self._metrics.has(number)]
        if not shown:
            return (True, True, None) if numbers else (False, False, None)
        widths = {self._metrics.width(number) for number in shown}
        return True, False, widths.pop() if len(widths) == 1 else None

    def _mapped(self, code: int) -> list[int]:
        """Return the glyphs that the character maps have for a code."""
        name = self._names.get(code, "")
        text = _character(name) if name else self._texts.get(code, "")
        found = [one[ord(text)] for one in self._unicode_maps() if len(text) == 1 and ord(text) in one]
        for platform in ((3, 0), (1, 0)):
            known = self._maps.get(platform, {})
            found += [known[page + code] for page in _SYMBOL_PAGES if page + code in known]
        return found

    def _named(self, code: int) -> list[int]:
        """Return the glyph that is called as the encoding says, where no map leads to one."""
        name = self._names.get(code, "")
        if not name or not self._is_named:
            return []
        if self._by_name is None:
            # Few fonts need their glyphs' names.
            from fontTools.ttLib import TTFont

            self._by_name = TTFont(io.BytesIO(self._data), lazy=True).getReverseGlyphMap()
        return [self._by_name[name]] if name in self._by_name else []

    def _unicode_maps(self) -> list[Mapping[int, int]]:
        return [
            one
            for (platform, encoding), one in self._maps.items()
            if platform == 0 or (platform, encoding) in ((3, 1), (3, 10))
        ]


@lru_cache(maxsize=1024)
def _character(name: str) -> str:
    from fontTools import agl

    text: str = agl.toUnicode(name)
    return text
