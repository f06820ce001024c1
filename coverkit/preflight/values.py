"""Values of a PDF as plain Python, whatever the file holds: a wrong type or a damaged object is None, never an exception."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache

import pikepdf

from coverkit.facts.digest import Plain, digest
from coverkit.preflight import lexer

Matrix = tuple[float, float, float, float, float, float]
DAMAGE = (
    pikepdf.PdfError,
    pikepdf.DeletedObjectError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    RuntimeError,
    OverflowError,
)
"""What pikepdf raises on damaged objects."""

_PLAIN_DEPTH = 20
STREAM = 1000
"""Room that a stream takes, whose bytes are read."""
_REFERENCE = re.compile(rb"\d \d+ R(?![0-9A-Za-z])")


def get(holder: object, key: str) -> object:
    """Return the value of a dictionary's or a stream's key, None without one."""
    if not isinstance(holder, pikepdf.Object):
        return None
    try:
        # Asking for a key that is missing throws within pikepdf, which takes ten times as long as looking first.
        return holder.get(key) if key in holder else None
    except DAMAGE:
        return None


def name(value: object) -> str:
    """Return a name without its slash, "" for anything else; bytes that are no UTF-8 stand as U+FFFD."""
    if not isinstance(value, pikepdf.Name):
        return ""
    try:
        return str(value)[1:]
    except UnicodeDecodeError:
        written = lexer.value(value.unparse())
        return written[1:].encode("utf-8", "surrogateescape").decode("utf-8", "replace") if isinstance(written, str) else ""


def text(value: object) -> str:
    """Return a text string, "" for anything else."""
    try:
        return str(value) if isinstance(value, pikepdf.String) else ""
    except DAMAGE:
        return ""


def number(value: object) -> float | None:
    """Return a number, None for anything else."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return None
    try:
        return float(value)
    except (OverflowError, ValueError):
        return None


def integer(value: object) -> int | None:
    """Return an integer, None for anything else."""
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def boolean(value: object) -> bool | None:
    """Return a boolean, None for anything else."""
    return value if isinstance(value, bool) else None


def is_name(value: object) -> bool:
    """Tell whether a value is a name, an empty one too."""
    return isinstance(value, pikepdf.Name)


def is_dictionary(value: object) -> bool:
    """Tell whether a value is a dictionary (a stream is none)."""
    return isinstance(value, pikepdf.Dictionary)


def items(value: object) -> list[object]:
    """Return the items of an array, none for anything else."""
    if not isinstance(value, pikepdf.Array):
        return []
    try:
        return list(value)
    except DAMAGE:
        return []


def keys(value: object) -> list[str]:
    """Return the keys of a dictionary or a stream's dictionary, with their slashes; none of anything else."""
    if not isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        return []
    try:
        return list(value.keys())
    except DAMAGE:
        return []


def entries(value: object) -> Iterator[tuple[str, object]]:
    """Yield keys (with their slash) and values of a dictionary or a stream's dictionary."""
    for key in keys(value):
        yield key, get(value, key)


def numbers(value: object) -> tuple[float, ...]:
    """Return an array of numbers; empty when one of them is none."""
    found = [number(item) for item in items(value)]
    return tuple(item for item in found if item is not None) if None not in found else ()


def matrix(value: object) -> Matrix | None:
    """Return a transformation matrix."""
    found = numbers(value)
    return (found[0], found[1], found[2], found[3], found[4], found[5]) if len(found) == 6 else None


def identity(value: object) -> tuple[int, int] | None:
    """Return the number and generation of an indirect object, None for a direct one."""
    if not isinstance(value, pikepdf.Object):
        return None
    number_, generation = value.objgen
    return (number_, generation) if number_ else None


def digest_of(value: object) -> str:
    """Return the digest of a value, see `facts.digest`: streams in it count with their bytes.

    A value without references is known again by how it is written.
    """
    written = _closed(value)
    return _digest_of_written(written) if written else digest(plain(value, 0, _stamped))


def is_closed(value: object) -> bool:
    """Tell whether a value is a dictionary that refers to no other object."""
    return bool(_closed(value))


def _closed(value: object) -> bytes:
    try:
        written = value.unparse(resolved=True) if isinstance(value, pikepdf.Dictionary) else b""
    except DAMAGE:
        return b""
    return b"" if _REFERENCE.search(written) else written


@lru_cache(maxsize=32)
def _digest_of_written(written: bytes) -> str:
    return digest(lexer.value(written))


class Room:
    """How many values may still be written out: shared references multiply, and a small file can hold a million million."""

    __slots__ = ("_left",)

    def __init__(self, size: int = 200_000) -> None:
        self._left = size

    def take(self, count: int = 1) -> bool:
        """Take up room for values; tell whether there was any left."""
        self._left -= count
        return self._left >= 0


OfStream = Callable[[object, Room], Plain]


def plain(value: object, depth: int = 0, of_stream: OfStream | None = None, room: Room | None = None) -> Plain:
    """Return a value without references; streams stand as their dictionaries, and what nests too deep or is too much as None.

    `of_stream` puts something else in the place of streams.
    """
    room = room or Room()
    if depth > _PLAIN_DEPTH or not room.take():
        return None
    match value:
        case pikepdf.Name():
            return f"/{name(value)}"
        case pikepdf.String():
            return bytes(value)
        case pikepdf.Array():
            return [plain(item, depth + 1, of_stream, room) for item in items(value)]
        case pikepdf.Stream() if of_stream is not None:
            return of_stream(value, room) if room.take(STREAM) else None
        case pikepdf.Dictionary() | pikepdf.Stream():
            return {key: plain(item, depth + 1, of_stream, room) for key, item in entries(value) if key != "/Length"}
        case bool() | int():
            return value
        case _:
            return number(value)


def _stamped(stream: object, room: Room) -> Plain:
    """Return a stream's dictionary with the hash of its bytes as they lie in the file."""
    try:
        data = hashlib.sha256(stream.read_raw_bytes()).hexdigest() if isinstance(stream, pikepdf.Stream) else ""
    except DAMAGE:
        data = ""
    return {**{key: plain(item, 1, None, room) for key, item in entries(stream) if key != "/Length"}, "/Data": data}
