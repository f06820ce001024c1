"""Read sealed art that lies in its file just as `artwork.sealing` writes it; of anything else nothing is said.

The art of most campaigns does. To load pypdf for it, and to read it with that, is a tenth of a cold export. What is not byte
for byte of this form – another program's file, one that was changed – is left to pypdf, and to its judgement.
"""

from __future__ import annotations

import re
from typing import cast

from coverkit.records import dataclass

Value = None | bool | int | float | str | bytes | list["Value"] | dict[str, "Value"]

_START = (
    b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    b"2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n"
)
_PAGE, _LONGEST_END, _ROW, _DEEPEST = 3, 200, 20, 12
_KEYS = {"/Type", "/Parent", "/MediaBox", "/TrimBox", "/Contents", "/Resources"}
_END = re.compile(rb"trailer\n<< /Size (\d{1,6}) /Root 1 0 R /Info 5 0 R >>\nstartxref\n(\d{1,10})\n%%EOF\n\Z")
_IN_USE = re.compile(rb"(\d{10}) 00000 n \n")
_TOKEN = re.compile(
    rb"[ \n]*(?:(<<|>>|\[|\])|(/[A-Za-z0-9]+)(?=[ \n/<>\[\]])|(\d{1,6}) 0 R(?=[ \n/<>\[\]])|"
    rb"(-?\d{1,9}(?:\.\d{1,15})?)(?=[ \n/<>\[\]])|(true|false)(?=[ \n/<>\[\]]))"
)
_STREAM = b"\nstream\n"


@dataclass(frozen=True, slots=True)
class PlainPage:
    """The page of sealed art: its content's bytes, their filter ("" for none) and its resources without references."""

    stream: bytes
    filter: str
    resources: dict[str, Value]


class _OtherFormError(ValueError):
    """The file is built otherwise."""


@dataclass(frozen=True, slots=True)
class _Reference:
    number: int


Parsed = Value | _Reference


def plain_page(data: bytes) -> PlainPage | None:
    """Return the page of a file that is built just as sealed art is written and has no pictures, else None."""
    try:
        return _page(data)
    except _OtherFormError:
        return None


def _page(data: bytes) -> PlainPage:
    places = _places(data)
    page = _object(data, places, _PAGE)
    contents, resources = page.get("/Contents"), page.get("/Resources")
    kept = _resolved(data, places, resources, 0)
    if not isinstance(contents, _Reference) or not isinstance(kept, dict) or "/XObject" in kept:
        raise _OtherFormError
    if page.keys() != _KEYS or page["/Type"] != "/Page" or page["/Parent"] != _Reference(2):
        raise _OtherFormError
    entries, end = _dictionary(data, _start(data, places, contents.number))
    length, named = entries.pop("/Length", None), entries.pop("/Filter", "")
    begin = end + len(_STREAM)
    if entries or not data.startswith(_STREAM, end) or type(length) is not int or length < 0 or not isinstance(named, str):
        raise _OtherFormError
    last = begin + length
    if not data.startswith(b"\nendstream\nendobj\n", last):
        raise _OtherFormError
    return PlainPage(data[begin:last], named, kept)


def _places(data: bytes) -> tuple[int, ...]:
    """Return where the objects lie, the first at 1; each must be where the table says."""
    end = _END.search(data, max(0, len(data) - _LONGEST_END))
    if end is None or not data.startswith(_START):
        raise _OtherFormError
    count, table = int(end[1]), int(end[2])
    head = b"xref\n0 %d\n0000000000 65535 f \n" % count
    if not data.startswith(head, table) or table + len(head) + _ROW * (count - 1) != end.start():
        raise _OtherFormError
    rows = [_IN_USE.match(data, at) for at in range(table + len(head), end.start(), _ROW)]
    places = (0, *(int(row[1]) for row in rows if row is not None))
    if len(places) != count or any(not data.startswith(b"%d 0 obj\n" % at, place) for at, place in enumerate(places) if at):
        raise _OtherFormError
    return places


def _start(data: bytes, places: tuple[int, ...], number: int) -> int:
    if not 0 < number < len(places):
        raise _OtherFormError
    return data.index(b"\n", places[number]) + 1


def _object(data: bytes, places: tuple[int, ...], number: int) -> dict[str, Parsed]:
    entries, end = _dictionary(data, _start(data, places, number))
    if not data.startswith(b"\nendobj\n", end):
        raise _OtherFormError
    return entries


def _dictionary(data: bytes, at: int) -> tuple[dict[str, Parsed], int]:
    value, end = _value(data, _TOKEN.match(data, at), 0)
    if not isinstance(value, dict):
        raise _OtherFormError
    return cast("dict[str, Parsed]", value), end


def _value(data: bytes, token: re.Match[bytes] | None, depth: int) -> tuple[Parsed, int]:
    if token is None or depth > _DEEPEST:
        raise _OtherFormError
    mark, name, reference, number, truth = token.groups()
    if name is not None:
        return name.decode("ascii"), token.end()
    if reference is not None:
        return _Reference(int(reference)), token.end()
    if number is not None:
        return (float(number) if b"." in number else int(number)), token.end()
    if truth is not None:
        return truth == b"true", token.end()
    if mark not in (b"<<", b"["):
        raise _OtherFormError
    items, end = _items(data, token.end(), b">>" if mark == b"<<" else b"]", depth + 1)
    return (cast("Parsed", items) if mark == b"[" else cast("Parsed", _paired(items))), end


def _items(data: bytes, at: int, last: bytes, depth: int) -> tuple[list[Parsed], int]:
    found: list[Parsed] = []
    while True:
        token = _TOKEN.match(data, at)
        if token is not None and token[1] == last:
            return found, token.end()
        value, at = _value(data, token, depth)
        found.append(value)


def _paired(items: list[Parsed]) -> dict[str, Parsed]:
    names = items[::2]
    found = {name: value for name, value in zip(names, items[1::2], strict=False) if isinstance(name, str)}
    if len(items) % 2 or len(found) != len(names):
        raise _OtherFormError
    return found


def _resolved(data: bytes, places: tuple[int, ...], value: Parsed, depth: int) -> Value:
    """Return a value with what it refers to in place of references."""
    if depth > _DEEPEST:
        raise _OtherFormError
    match value:
        case _Reference(number):
            return _resolved(data, places, cast("Parsed", _object(data, places, number)), depth + 1)
        case dict():
            return {name: _resolved(data, places, one, depth + 1) for name, one in value.items()}
        case list():
            return [_resolved(data, places, one, depth + 1) for one in value]
        case _:
            return value
