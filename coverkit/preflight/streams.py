"""Streams of a PDF: their filters, hashes and bytes, never more than the limits allow."""

from __future__ import annotations

import hashlib

import pikepdf

from coverkit.facts.digest import Plain
from coverkit.preflight import values
from coverkit.preflight.limits import MAX_LZW, MAX_STREAM

ABBREVIATED = {
    "A85": "ASCII85Decode",
    "AHx": "ASCIIHexDecode",
    "CCF": "CCITTFaxDecode",
    "DCT": "DCTDecode",
    "Fl": "FlateDecode",
    "LZW": "LZWDecode",
    "RL": "RunLengthDecode",
}
"""Short names of filters, as inline images use them."""


class TooLargeError(ValueError):
    """A stream is larger than the limit, or cannot be decoded within it."""


def filters(stream: object) -> tuple[str, ...]:
    """Return the names of a stream's filters, in the order of decoding."""
    return filter_names(values.get(stream, "/Filter"))


def filter_names(value: object) -> tuple[str, ...]:
    """Return the names in a /Filter value, in full."""
    listed = values.items(value) or [value]
    return tuple(ABBREVIATED.get(found, found) for found in map(values.name, listed) if found)


def decoded(stream: object) -> bytes:
    """Return a stream's bytes without its filters.

    Raises:
        TooLargeError: it grows beyond the limit, or its data or filters are damaged.
    """
    if not isinstance(stream, pikepdf.Stream):
        raise TooLargeError("no stream")
    names = filters(stream)
    try:
        if "LZWDecode" in names and (names.count("LZWDecode") > 1 or len(names) > 1 or len(raw(stream)) > MAX_LZW):
            raise TooLargeError("LZW within other filters, or too long")
        data = bytes(stream.read_bytes())
    except values.DAMAGE as error:
        # qpdf's sentence begins with the file's path; what follows the last colon says what is wrong.
        raise TooLargeError(str(error).rsplit(": ", 1)[-1]) from error
    if len(data) > MAX_STREAM:
        raise TooLargeError("too long")
    return data


def raw(stream: object) -> bytes:
    """Return a stream's bytes as they lie in the file; empty when they cannot be found."""
    try:
        return bytes(stream.read_raw_bytes()) if isinstance(stream, pikepdf.Stream) else b""
    except values.DAMAGE:
        return b""


def raw_sha256(stream: object) -> str:
    """Return the SHA-256 of a stream's bytes as they lie in the file, which are not copied for it."""
    try:
        view = memoryview(stream.get_raw_stream_buffer()) if isinstance(stream, pikepdf.Stream) else b""
    except values.DAMAGE:
        view = b""
    return hashlib.sha256(view).hexdigest()


def sha256(data: bytes) -> str:
    """Return the SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


_CODING = ("/Length", "/Filter", "/DecodeParms")


def whole(value: object) -> Plain:
    """Return a value without references in which streams stand with their decoded data, however those are coded."""
    return values.plain(value, 0, _with_data)


def _with_data(stream: object, room: values.Room) -> Plain:
    try:
        data = sha256(decoded(stream))
    except TooLargeError:
        data = sha256(raw(stream))
    entries = ((key, item) for key, item in values.entries(stream) if key not in _CODING)
    return {"data": data, **{key: values.plain(item, 1, None, room) for key, item in entries}}
