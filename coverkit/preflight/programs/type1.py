"""Type 1 programs: names and widths of glyphs, from the encrypted part (Adobe Type 1 Font Format, chapters 6 and 7)."""

from __future__ import annotations

import re
from collections.abc import Mapping

_EEXEC, _CHARSTRING = 55665, 4330
_SKIPPED = 4
"""Bytes of noise at the beginning of what is encrypted."""
_LEAD = re.compile(rb"/lenIV\s+(-?\d+)")
_GLYPH = re.compile(rb"/([^\s/{}\[\]()<>%]+)\s+(\d+)\s+(?:RD|-\||\S+)\s")
_ENCODED = re.compile(rb"dup\s+(\d+)\s*/([^\s/{}\[\]()<>%]+)\s+put")
_HSBW, _ESCAPE, _SBW, _DIV = 13, 12, 7, 12


class Type1:
    """The glyphs of a Type 1 program."""

    def __init__(self, data: bytes) -> None:
        start = data.index(b"eexec") + len(b"eexec")
        while data[start : start + 1] in (b" ", b"\r", b"\n", b"\t"):
            start += 1
        private = _decrypted(_binary(data[start:]), _EEXEC)[_SKIPPED:]
        lead = _LEAD.search(private)
        self._noise = int(lead[1]) if lead else _SKIPPED
        self._drawings = _charstrings(private)
        self._clear = data[:start]
        self._names: Mapping[int, str] = {}
        if not self._drawings:
            raise ValueError("no glyphs")

    @property
    def encoding(self) -> Mapping[int, str]:
        """The program's own encoding."""
        if b"StandardEncoding def" in self._clear:
            from fontTools.encodings.StandardEncoding import StandardEncoding

            return {code: name for code, name in enumerate(StandardEncoding) if name != ".notdef"}
        return {int(code): name.decode("latin-1") for code, name in _ENCODED.findall(self._clear)}

    def encoded(self, names: Mapping[int, str]) -> Type1:
        """Return the program with glyph names by code."""
        self._names = names
        return self

    def glyph(self, code: int) -> tuple[bool, bool, float | None]:
        """Return what a code shows."""
        name = self._names.get(code, ".notdef")
        if name == ".notdef":
            return True, True, None
        drawing = self._drawings.get(name)
        if drawing is None:
            return False, False, None
        plain = drawing if self._noise < 0 else _decrypted(drawing, _CHARSTRING)[self._noise :]
        return True, False, _width(plain)


def _binary(data: bytes) -> bytes:
    head = data[:_SKIPPED]
    if all(chr(byte) in "0123456789abcdefABCDEF" for byte in head):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", data)
        return bytes.fromhex(digits[: len(digits) // 2 * 2].decode("ascii"))
    return data


def _decrypted(data: bytes, key: int) -> bytes:
    plain = bytearray(len(data))
    for index, byte in enumerate(data):
        plain[index] = byte ^ (key >> 8)
        key = ((byte + key) * 52845 + 22719) & 0xFFFF
    return bytes(plain)


def _charstrings(private: bytes) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    at = private.index(b"/CharStrings") + len(b"/CharStrings")
    while match := _GLYPH.search(private, at):
        length = int(match[2])
        at = match.end() + length
        found.setdefault(match[1].decode("latin-1"), private[match.end() : at])
    return found


def _width(plain: bytes) -> float | None:
    """Return the width that a charstring begins with."""
    stack: list[float] = []
    at = 0
    while at < len(plain):
        byte = plain[at]
        at += 1
        if byte == _HSBW:
            return stack[1] if len(stack) > 1 else None
        if byte == _ESCAPE:
            word, at = plain[at], at + 1
            if word == _DIV and len(stack) > 1:
                divisor = stack.pop()
                stack.append(stack.pop() / divisor)
                continue
            return stack[2] if word == _SBW and len(stack) > 2 else None
        if byte < 32:
            return None
        value, at = _number(plain, byte, at)
        stack.append(value)
    return None


def _number(plain: bytes, byte: int, at: int) -> tuple[float, int]:
    if byte <= 246:
        return float(byte - 139), at
    if byte <= 250:
        return float((byte - 247) * 256 + plain[at] + 108), at + 1
    if byte <= 254:
        return float(-(byte - 251) * 256 - plain[at] - 108), at + 1
    return float(int.from_bytes(plain[at : at + 4], "big", signed=True)), at + 4
