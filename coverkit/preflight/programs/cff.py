"""Compact font programs (CFF): of composite fonts by CID, of simple ones by name."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any


class _Outlines:
    """The glyphs of a CFF program and their widths."""

    def __init__(self, data: bytes) -> None:
        from fontTools.cffLib import CFFFontSet

        fonts = CFFFontSet()
        fonts.decompile(io.BytesIO(data), None)
        self.top: Any = fonts[0]
        self._strings: Any = self.top.CharStrings
        self._unit = 1000.0 * float(self.top.FontMatrix[0])

    def has(self, name: str) -> bool:
        return name in self._strings

    def width(self, name: str) -> float | None:
        from fontTools.pens.basePen import NullPen

        drawing = self._strings[name]
        drawing.draw(NullPen())
        return None if drawing.width is None else float(drawing.width) * (self._unit or 1.0)


class ByCid:
    """A CFF program of a composite font: by CID where it has CIDs, else by the order of its glyphs."""

    def __init__(self, data: bytes) -> None:
        self._outlines = _Outlines(data)
        self._has_cids = hasattr(self._outlines.top, "ROS")
        self._order: list[str] = self._outlines.top.charset

    def glyph(self, code: int) -> tuple[bool, bool, float | None]:
        """Return what a code shows."""
        if code == 0:
            return True, True, None
        if self._has_cids:
            name = f"cid{code:05d}"
        elif code < len(self._order):
            name = self._order[code]
        else:
            return False, False, None
        if not self._outlines.has(name):
            return False, False, None
        # The scale of a CID font is shared out between two matrices; its widths are not compared.
        return True, False, None if self._has_cids else self._outlines.width(name)


class Named:
    """A CFF program of a simple font."""

    def __init__(self, data: bytes) -> None:
        self._outlines = _Outlines(data)
        self._names: Mapping[int, str] = {}

    @property
    def encoding(self) -> Mapping[int, str]:
        """The program's own encoding."""
        from fontTools.encodings.StandardEncoding import StandardEncoding

        listed = self._outlines.top.Encoding
        names = StandardEncoding if isinstance(listed, str) else listed
        return {code: name for code, name in enumerate(names) if name != ".notdef"}

    def encoded(self, names: Mapping[int, str]) -> Named:
        """Return the program with glyph names by code."""
        self._names = names
        return self

    def glyph(self, code: int) -> tuple[bool, bool, float | None]:
        """Return what a code shows."""
        name = self._names.get(code, ".notdef")
        if name == ".notdef":
            return True, True, None
        return (True, False, self._outlines.width(name)) if self._outlines.has(name) else (False, False, None)
