"""Content streams as operators with their operands.

Written for speed: an outline is one match of one expression, and so is any other operator whose operands are all numbers;
these are the bulk of a page. What looks like numbers and is none is read again with care. All expressions are possessive, so no
input makes them slow. Rubbish is skipped, as viewers do.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Callable, Iterator

Operand = float | str | bytes | bool | list["Operand"] | dict[str, "Operand"] | None
"""Names are texts that begin with "/", strings are bytes."""
Instruction = tuple[bytes, list[Operand]]

OUTLINE = b"\0outline"
"""What stands for a run of the operators m, l, c, v, y and h; its operands are all their coordinates."""
EXTENT = b"\0extent"
"""What stands for a longer run where nobody asks for its points: least x and y, greatest x and y."""

_WS = rb"[\0\t\n\f\r ]"
_NUMBERS = rb"[-+.0-9\0\t\n\f\r ]*+"
_PLAIN = re.compile(
    rb"((?:"
    + _NUMBERS
    + rb"[mlchvy]"
    + _WS
    + rb"++)++)"
    + rb"|("
    + _NUMBERS
    + rb")([A-Za-z'\"][A-Za-z0-9*'\"]*+)(?=[\0\t\n\f\r /\[<(%]|\Z)"
)
_TOKEN = re.compile(
    _WS + rb"*+(?:(?P<number>[-+.]*+\d[-+.\d]*+)|/(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]*+)|<(?P<hex>[0-9A-Fa-f\0\t\n\f\r ]*+)>"
    rb"|(?P<mark><<|>>|[\[\]()])|(?P<word>[A-Za-z'\"][^\0\t\n\f\r ()<>\[\]{}/%]*+)"
    rb"|(?P<comment>%[^\r\n]*+)|(?P<rubbish>[-+.]++|.))",
    re.DOTALL,
)
_NUMBER = re.compile(rb"[-+]?\d*\.?\d*")
_STRING = re.compile(rb"[^()\\]*+(?:\\.[^()\\]*+)*+", re.DOTALL)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)|\r\n?", re.DOTALL)
_NAME_ESCAPE = re.compile(r"#([0-9A-Fa-f]{2})")
_END_OF_IMAGE = re.compile(rb"[\0\t\n\f\r ]EI(?=[\0\t\n\f\r ]|\Z)")
_SHORT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_WORDS: dict[bytes, Operand] = {b"true": True, b"false": False, b"null": None}
_DEEPEST = 64
_MOST_OF_RECTANGLE = 10
"""Coordinates of a rectangle that returns to its first corner."""
_BLANK = bytes.maketrans(b"\0", b" ")
"""A NUL is white space to PDF, and not to Python."""


Run = Callable[[list[bytes]], Instruction]
"""Makes one instruction of the coordinates of a run of path construction; raises ValueError where one is no number."""


def outline(coordinates: list[bytes]) -> Instruction:
    """Return a run with all its coordinates."""
    return OUTLINE, list(map(float, coordinates))


def extent(coordinates: list[bytes]) -> Instruction:
    """Return a run as its extent where it has more points than a rectangle, else with its coordinates."""
    if len(coordinates) <= _MOST_OF_RECTANGLE or len(coordinates) % 2:
        return OUTLINE, list(map(float, coordinates))
    # Reading a number costs more than all else here, and half of those in a drawing are the same ones again.
    xs, ys = list(map(float, {*coordinates[::2]})), list(map(float, {*coordinates[1::2]}))
    return EXTENT, [min(xs), min(ys), max(xs), max(ys)]


def instructions(data: bytes, run: Run = outline) -> Iterator[Instruction]:
    """Yield operators and operands.

    Runs of path construction come as one instruction, see `run`; an inline image is one `BI` with its dictionary and its data.
    """
    plain = _PLAIN.match
    at = careful = 0
    while True:
        found = plain(data, at) if at >= careful else None
        step = _quick(found, run) if found is not None else None
        if found is not None and step is not None:
            at = found.end()
            yield step
            continue
        # What looked like numbers is read with care up to its end, so nothing is tried twice.
        careful = found.end() if found is not None else careful
        operands, word, at = _general(data, at)
        if not word:
            return
        if word == b"BI":
            operands, at = _inline_image(data, at)
        yield word, operands


def _quick(found: re.Match[bytes], run: Run) -> Instruction | None:
    """Return the instruction of a plain match; None where it is no such thing after all."""
    path, numbers, word = found.groups()
    try:
        if path is not None:
            return run(path.translate(_BLANK, b"mlchvy").split())
        if word not in _WORDS and word != b"BI":
            # Half of all operators have no operands.
            return word, list(map(float, numbers.translate(_BLANK).split())) if numbers and not numbers.isspace() else []
    except ValueError:
        pass
    return None


def value(data: bytes) -> Operand:
    """Return the one value that is written in some bytes; None for nothing."""
    found = _TOKEN.match(data)
    return _value(data, found, 0)[0] if found else None


def _general(data: bytes, at: int) -> tuple[list[Operand], bytes, int]:
    """Read up to the next operator; an empty one is the end."""
    operands: list[Operand] = []
    while found := _TOKEN.match(data, at):
        at = found.end()
        kind = found.lastgroup
        if kind == "word" and found["word"] not in _WORDS:
            return operands, found["word"], at
        if kind not in ("comment", "rubbish") and not (kind == "mark" and found["mark"] in (b"]", b">>", b")")):
            operand, at = _value(data, found, 0)
            operands.append(operand)
    return operands, b"", len(data)


def _value(data: bytes, found: re.Match[bytes], depth: int) -> tuple[Operand, int]:
    at = found.end()
    match found.lastgroup:
        case "number":
            return _as_number(found["number"]), at
        case "name":
            return _as_name(found["name"]), at
        case "hex":
            return _as_hex(found["hex"]), at
        case "word":
            return _WORDS.get(found["word"]), at
        case "mark" if found["mark"] == b"(":
            return _string(data, at)
        case "mark" if depth < _DEEPEST and found["mark"] in (b"[", b"<<"):
            listed, at = _listed(data, at, b"]" if found["mark"] == b"[" else b">>", depth + 1)
            return (listed if found["mark"] == b"[" else _as_dictionary(listed)), at
        case _:
            return None, at


def _listed(data: bytes, at: int, end: bytes, depth: int) -> tuple[list[Operand], int]:
    listed: list[Operand] = []
    while found := _TOKEN.match(data, at):
        kind = found.lastgroup
        if kind == "mark" and found["mark"] == end:
            return listed, found.end()
        if kind == "word" and found["word"] not in _WORDS:
            # An array that is never closed: the operator ends it.
            return listed, found.start()
        at = found.end()
        if kind not in ("comment", "rubbish"):
            item, at = _value(data, found, depth)
            listed.append(item)
    return listed, len(data)


def _as_dictionary(listed: list[Operand]) -> dict[str, Operand]:
    return {key: item for key, item in zip(listed[::2], listed[1::2], strict=False) if isinstance(key, str)}


def _as_number(written: bytes) -> float:
    try:
        return float(written)
    except ValueError:
        found = _NUMBER.match(written)
        try:
            return float(found[0]) if found else 0.0
        except ValueError:
            return 0.0


def _as_name(written: bytes) -> str:
    name = written.decode("latin-1")
    if "#" in name:
        name = _NAME_ESCAPE.sub(lambda match: chr(int(match[1], 16)), name)
    return "/" + name.encode("latin-1").decode("utf-8", "surrogateescape")


def _as_hex(written: bytes) -> bytes:
    digits = written.translate(None, b"\0\t\n\f\r ")
    return binascii.unhexlify(digits + b"0" if len(digits) % 2 else digits)


def _string(data: bytes, at: int) -> tuple[bytes, int]:
    """Read a string whose opening bracket was read."""
    start, depth = at, 1
    while depth and at < len(data):
        found = _STRING.match(data, at)
        at = found.end() if found else at
        mark = data[at : at + 1]
        depth += (mark == b"(") - (mark == b")")
        at += 1
    written = data[start : at - 1]
    return _ESCAPE.sub(_unescaped, written) if b"\\" in written or b"\r" in written else written, at


def _unescaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code is None:
        return b"\n"
    if code[0:1].isdigit() and code[0] < 0x38:
        return bytes([int(code, 8) & 0xFF])
    return _SHORT.get(code, code)


def _inline_image(data: bytes, at: int) -> tuple[list[Operand], int]:
    """Read an inline image whose `BI` was read: its dictionary and its data."""
    listed: list[Operand] = []
    while found := _TOKEN.match(data, at):
        at = found.end()
        if found.lastgroup == "word" and found["word"] == b"ID":
            break
        if found.lastgroup not in ("comment", "rubbish"):
            item, at = _value(data, found, 0)
            listed.append(item)
    end = _END_OF_IMAGE.search(data, at)
    stop, after = (end.start(), end.end()) if end else (len(data), len(data))
    return [_as_dictionary(listed), data[at + 1 : stop]], after
