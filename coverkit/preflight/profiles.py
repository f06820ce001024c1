"""The press that a file is meant for, as its output intent says: the ICC profile itself, for what converts colours to it."""

from __future__ import annotations

import io

import pikepdf

from coverkit.preflight import limits, values
from coverkit.preflight.streams import TooLargeError, decoded

_INKS = 4
_SIGNATURE = slice(36, 40)
_SPACE = slice(16, 20)
_LARGEST = limits.MAX_STREAM // 8


def press_profile(pdf: bytes) -> bytes:
    """Return the profile of a file's first output intent for the four inks; b"" where there is none that can be used."""
    try:
        with pikepdf.open(io.BytesIO(pdf), suppress_warnings=True, inherit_page_attributes=False) as document:
            for intent in values.items(values.get(document.Root, "/OutputIntents")):
                stream = values.get(intent, "/DestOutputProfile")
                if values.integer(values.get(stream, "/N")) == _INKS and (profile := _profile(stream)):
                    return profile
    except (pikepdf.PasswordError, *values.DAMAGE, RecursionError, MemoryError):
        return b""
    return b""


def _profile(stream: object) -> bytes:
    try:
        data = decoded(stream)
    except TooLargeError:
        return b""
    usable = data[_SIGNATURE] == b"acsp" and data[_SPACE] == b"CMYK" and len(data) <= _LARGEST
    return data if usable else b""
