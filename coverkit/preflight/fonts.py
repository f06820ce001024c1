"""Fonts of a PDF: what they are, and what their codes mean and measure, as far as a text's words and place need it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import pikepdf

from coverkit.facts.marks import FontFacts
from coverkit.preflight import values
from coverkit.preflight.streams import TooLargeError, decoded
from coverkit.preflight.values import Matrix

UNKNOWN = "�"
_SUBSET = re.compile(r"[A-Z]{6}\+")
_CMAP = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
_PAIR = re.compile(rb"<([0-9A-Fa-f]{2}(?:[0-9A-Fa-f]{2})?)>\s*+<((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})>")
"""The usual entry: a code of one or two bytes, and one letter that needs no surrogates."""
_LARGEST_RANGE = 65_536
_THOUSANDTHS: Matrix = (0.001, 0.0, 0.0, 0.001, 0.0, 0.0)
_ASCENT, _DESCENT = 0.9, -0.25
_LONGEST_KEPT, _MOST_KEPT = 20_000, 64
_known_widths: dict[bytes, dict[int, float]] = {}


class Font:
    """A font resource: facts, and the decoding of its strings."""

    __slots__ = (
        "ascent",
        "default_width",
        "descent",
        "descriptor",
        "drawings",
        "facts",
        "inner",
        "native",
        "program",
        "shape",
        "texts",
        "two_bytes",
        "unit",
        "vertical",
        "widths",
    )

    def __init__(self, font: object) -> None:
        subtype = values.name(values.get(font, "/Subtype"))
        descendants = values.items(values.get(font, "/DescendantFonts"))
        inner = descendants[0] if subtype == "Type0" and descendants else font
        descriptor = values.get(inner, "/FontDescriptor")
        self.native, self.inner, self.descriptor = font, inner, descriptor
        self.program: Any = None
        """What `glyphs` made of the embedded program: its reader, or why there is none."""
        self.drawings: dict[int, object] = {}
        self.shape: Matrix = _THOUSANDTHS
        self.facts = _facts(font, subtype, descriptor)
        self.two_bytes = subtype == "Type0"
        self.unit = 0.001
        self.vertical = values.name(values.get(font, "/Encoding")).endswith("-V")
        self.texts = _texts(font, self.two_bytes)
        self.ascent, self.descent = _heights(descriptor)
        if subtype == "Type3":
            self.shape = values.matrix(values.get(font, "/FontMatrix")) or _THOUSANDTHS
            self.unit = abs(self.shape[0])
            self.drawings = _drawings(font)
        if self.two_bytes:
            self.default_width = values.number(values.get(inner, "/DW")) or 1000.0
            self.widths = _cid_widths(values.get(inner, "/W"))
        else:
            self.default_width = values.number(values.get(descriptor, "/MissingWidth")) or 500.0
            first = values.integer(values.get(font, "/FirstChar")) or 0
            listed = values.items(values.get(font, "/Widths"))
            self.widths = {first + index: values.number(width) or 0.0 for index, width in enumerate(listed)}

    def codes(self, shown: bytes) -> Iterable[int]:
        """Return the codes of a shown string."""
        return map(int.from_bytes, zip(shown[::2], shown[1::2], strict=False)) if self.two_bytes else shown


def _drawings(font: object) -> dict[int, object]:
    """Return the glyph procedures of a Type 3 font by code."""
    procedures = values.get(font, "/CharProcs")
    found = {code: values.get(procedures, f"/{name}") for code, name in differences(values.get(font, "/Encoding")).items()}
    return {code: drawing for code, drawing in found.items() if drawing is not None}


def differences(encoding: object) -> dict[int, str]:
    """Return the glyph names that an encoding sets, by code."""
    named: dict[int, str] = {}
    code = 0
    for item in values.items(values.get(encoding, "/Differences")):
        number = values.integer(item)
        if number is not None:
            code = number
            continue
        named[code] = values.name(item)
        code += 1
    return named


def _facts(font: object, subtype: str, descriptor: object) -> FontFacts:
    called = values.name(values.get(font, "/BaseFont")) or values.name(values.get(font, "/Name"))
    keys = ("/FontFile", "/FontFile2", "/FontFile3")
    program = next((key[1:] for key in keys if values.get(descriptor, key) is not None), "")
    return FontFacts(
        name=called,
        subtype=subtype,
        program=program,
        subset=_SUBSET.match(called) is not None,
        has_unicode=values.get(font, "/ToUnicode") is not None,
    )


def _heights(descriptor: object) -> tuple[float, float]:
    ascent = values.number(values.get(descriptor, "/Ascent"))
    descent = values.number(values.get(descriptor, "/Descent"))
    up = ascent / 1000 if ascent and 0 < ascent < 3000 else _ASCENT
    down = descent / 1000 if descent and -2000 < descent <= 0 else _DESCENT
    return up, down


def _cid_widths(listed: object) -> dict[int, float]:
    """Return the widths by CID; of an array whose bytes were seen before, what was found then."""
    key = listed.unparse() if isinstance(listed, pikepdf.Array) else b""
    if not key or b" R" in key or len(key) > _LONGEST_KEPT:
        return _read_widths(listed)
    found = _known_widths.get(key)
    if found is None:
        if len(_known_widths) >= _MOST_KEPT:
            _known_widths.clear()
        found = _known_widths[key] = _read_widths(listed)
    return found


def _read_widths(listed: object) -> dict[int, float]:
    widths: dict[int, float] = {}
    waiting: list[float] = []
    for item in values.items(listed):
        number = values.number(item)
        if number is None:
            if waiting:
                first = int(waiting.pop())
                widths.update((first + index, values.number(one) or 0.0) for index, one in enumerate(values.items(item)))
            waiting.clear()
            continue
        waiting.append(number)
        if len(waiting) == 3:
            first, last, width = int(waiting[0]), int(waiting[1]), waiting[2]
            widths.update(dict.fromkeys(range(first, min(last, first + _LARGEST_RANGE) + 1), width))
            waiting.clear()
    return widths


def _texts(font: object, two_bytes: bool) -> dict[int, str]:
    mapped = values.get(font, "/ToUnicode")
    if mapped is not None and not values.name(mapped):
        try:
            return to_unicode(decoded(mapped))
        except TooLargeError:
            return {}
    return {} if two_bytes else _by_encoding(values.get(font, "/Encoding"))


def to_unicode(data: bytes) -> dict[int, str]:
    """Return the texts by code of a ToUnicode map; the same mapping for the same short map, to be read only."""
    return _kept_unicode(data) if len(data) <= _LONGEST_KEPT else _read_unicode(data)


@lru_cache(maxsize=64)
def _kept_unicode(data: bytes) -> dict[int, str]:
    return _read_unicode(data)


def _read_unicode(data: bytes) -> dict[int, str]:
    texts: dict[int, str] = {}
    for section in _CMAP.finditer(data):
        if section[1] == b"bfchar" and (pairs := _PAIR.findall(section[2])) and section[2].count(b"<") == 2 * len(pairs):
            texts.update((int(key, 16), chr(int(value, 16))) for key, value in pairs)
            continue
        parts = [(_text_of(hexa) if hexa is not None else mark or end) for hexa, mark, end in _parts(section[2])]
        if section[1] == b"bfchar":
            texts.update((_code(key), _utf16(value)) for key, value in zip(parts[::2], parts[1::2], strict=False))
        else:
            _ranges(parts, texts)
        if len(texts) > 2 * _LARGEST_RANGE:
            break
    return texts


def _parts(section: bytes) -> Iterable[tuple[bytes | None, bytes | None, bytes | None]]:
    return ((found[1], found[2], found[3]) for found in _HEX.finditer(section))


def _text_of(digits: bytes) -> bytes:
    packed = b"".join(digits.split())
    return bytes.fromhex((packed + b"0" if len(packed) % 2 else packed).decode("ascii"))


def _ranges(parts: list[bytes | None], texts: dict[int, str]) -> None:
    at = 0
    while at + 2 < len(parts):
        first, last, target = _code(parts[at]), _code(parts[at + 1]), parts[at + 2]
        count = max(0, min(last - first + 1, _LARGEST_RANGE))
        at += 3
        if target == b"[":
            for index in range(count):
                if at < len(parts) and parts[at] != b"]":
                    texts[first + index] = _utf16(parts[at])
                    at += 1
            at += 1
            continue
        start = _utf16(target)
        if start:
            head, code = start[:-1], ord(start[-1])
            texts.update((first + index, head + chr(min(code + index, 0x10FFFF))) for index in range(count))


def _code(part: bytes | None) -> int:
    return int.from_bytes((part or b"")[:4], "big")


def _utf16(part: bytes | None) -> str:
    return (part or b"").decode("utf-16-be", "replace")


def _by_encoding(encoding: object) -> dict[int, str]:
    base = values.name(encoding) or values.name(values.get(encoding, "/BaseEncoding"))
    codec = "mac_roman" if base == "MacRomanEncoding" else "cp1252"
    texts = {code: bytes([code]).decode(codec, "replace") for code in range(32, 256)}
    named = differences(encoding)
    if named:
        # The table of glyph names is large; few files need it.
        from fontTools import agl

        texts.update((code, agl.toUnicode(name) or UNKNOWN) for code, name in named.items())
    return texts
