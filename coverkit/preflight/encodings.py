"""What the codes of a simple font are called: its encoding as glyph names."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from coverkit.preflight import values
from coverkit.preflight.fonts import differences

_CODEPAGES = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac_roman"}


def glyph_names(font: object, built_in: Mapping[int, str] | None) -> dict[int, str]:
    """Return the glyph names of a font's codes.

    Args:
        font: its dictionary.
        built_in: the program's own encoding, which holds where the font states none; None for none.
    """
    encoding = values.get(font, "/Encoding")
    base = values.name(encoding) or values.name(values.get(encoding, "/BaseEncoding"))
    names = dict(_base(base) if base else built_in or {})
    names.update(differences(encoding))
    return names


@cache
def _base(called: str) -> Mapping[int, str]:
    # The tables of glyph names are large; few files need them.
    from fontTools import agl
    from fontTools.encodings.StandardEncoding import StandardEncoding

    if called in _CODEPAGES:
        letters = ((code, bytes([code]).decode(_CODEPAGES[called], "ignore")) for code in range(32, 256))
        return {code: agl.UV2AGL[ord(letter)] for code, letter in letters if letter and ord(letter) in agl.UV2AGL}
    return {code: name for code, name in enumerate(StandardEncoding) if name != ".notdef"}
