"""The colours of a JPEG 2000 picture that says them itself (ISO 15444-1, annex I): a PDF may leave its colour space out."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.preflight.spaces import UNKNOWN, Space

_HEAD = 1 << 16
"""Bytes in which the header of a picture has to lie."""
_ENUMERATED, _PROFILE = 1, 2
_NAMED = {
    12: Space("DeviceCMYK", 4, chain=("DeviceCMYK",)),
    16: Space("ICCBased", 3, base="DeviceRGB", chain=("ICCBased", "DeviceRGB")),
    17: Space("ICCBased", 1, base="DeviceGray", chain=("ICCBased", "DeviceGray")),
    18: Space("ICCBased", 3, base="DeviceRGB", chain=("ICCBased", "DeviceRGB")),
}
"""By number: CMYK, and sRGB, its grey and its YCC, which are as good as profiles."""
_OF_PROFILE = {
    b"GRAY": _NAMED[17],
    b"RGB ": _NAMED[16],
    b"CMYK": Space("ICCBased", 4, base="DeviceCMYK", chain=("ICCBased", "DeviceCMYK")),
}


def own_space(data: bytes) -> Space:
    """Return the space that a picture states; an unknown one for a bare codestream or a damaged header."""
    for kind, at, end in _boxes(data[:_HEAD], 0, len(data)):
        if kind == b"jp2h":
            for inner, start, stop in _boxes(data[:_HEAD], at, end):
                if inner == b"colr":
                    return _stated(data[start:stop])
    return UNKNOWN


def _stated(box: bytes) -> Space:
    if box[:1] == bytes([_ENUMERATED]):
        return _NAMED.get(int.from_bytes(box[3:7], "big"), UNKNOWN)
    if box[:1] == bytes([_PROFILE]):
        return _OF_PROFILE.get(box[3 + 16 : 3 + 20], UNKNOWN)
    return UNKNOWN


def _boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Yield kind, beginning and end of the content of each box."""
    while at + 8 <= min(end, len(data)):
        length = int.from_bytes(data[at : at + 4], "big")
        head = 8
        if length == 1:
            length, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        stop = end if length == 0 else at + length
        if stop < at + head:
            return
        yield data[at + 4 : at + 8], at + head, stop
        at = stop
