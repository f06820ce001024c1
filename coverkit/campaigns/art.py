"""Sealed art: a one-page CMYK PDF whose content goes into the output unchanged.

`plain_art` reads what CoverKit's own sealing wrote, pypdf the rest. Reading is cheap for the page size (no parsing), and lazy
for the content, which only the painter wants.
"""

from __future__ import annotations

import hashlib
import math
import re
import zlib
from collections.abc import Mapping
from dataclasses import field
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from coverkit.campaigns.plain_art import plain_page
from coverkit.errors import InputError
from coverkit.geometry import MM
from coverkit.i18n import tr
from coverkit.records import dataclass

Pdf = None | bool | int | float | str | bytes | list["Pdf"] | dict[str, "Pdf"]
"""A PDF value without references: names are texts that begin with "/", strings are bytes."""

_TRIM = re.compile(rb"/(TrimBox|MediaBox)\s*\[\s*([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s*\]")


_LONGEST = 14_400.0
"""Points; the longest page that PDF knows."""

_LARGEST_CONTENT = 32_000_000
"""Bytes of drawing operators at most; a banner with 10 000 paths has two million."""

_LARGEST_PICTURE = 120_000_000
"""Bytes of a picture's pixels at most: 30 million in four inks."""


@dataclass(frozen=True, slots=True)
class ArtPicture:
    """A picture in sealed art: the entries of its dictionary without /Length, and its bytes as they lie in the file."""

    entries: Mapping[str, Pdf]
    stream: bytes

    def samples(self) -> bytes:
        """Return its pixels: 8 bits a channel, row by row.

        Raises:
            ValueError: its data are damaged, or not as many as its size asks for.
        """
        sides = [side for side in (self.entries.get("/Width"), self.entries.get("/Height")) if isinstance(side, int)]
        wanted = math.prod(sides) * (4 if self.entries.get("/ColorSpace") == "/DeviceCMYK" else 1)
        if len(sides) != 2 or not 0 < wanted <= _LARGEST_PICTURE:
            raise ValueError("a picture without size, or a huge one")
        data = _decoded(self.stream, self.entries.get("/Filter", ""), wanted + 1)
        if len(data) != wanted:
            raise ValueError("a picture has another size than it says")
        return data


@dataclass(frozen=True, slots=True)
class SealedArt:
    """The page of a sealed PDF.

    Attributes:
        stream: the content stream's bytes as they lie in the file.
        filter: the name of the stream's filter, "" for none.
        content: the same, decoded.
        resources: the page's resources without its pictures (shadings only).
        width, height: the art's size in points.
        pictures: by the names that the content calls them.
    """

    sha256: str
    stream: bytes
    filter: str
    content: bytes
    content_sha256: str
    resources: dict[str, Pdf]
    width: float
    height: float
    pictures: Mapping[str, ArtPicture] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def comparable(self) -> dict[str, Pdf]:
        """All resources as one value that another reader finds alike: a picture's bytes stand in it as their SHA-256."""
        if not self.pictures:
            return self.resources
        pictures: dict[str, Pdf] = {
            name: {**picture.entries, "/Data": hashlib.sha256(picture.stream).hexdigest()}
            for name, picture in self.pictures.items()
        }
        return {**self.resources, "/XObject": pictures}


def page_size(data: bytes, name: str) -> tuple[float, float]:
    """Return the art's trim width and height in mm.

    Raises:
        InputError: the file is no PDF, or states no TrimBox at the origin.
    """
    boxes = {match[1]: match.groups()[1:] for match in _TRIM.finditer(data)}
    try:
        box = tuple(float(number) for number in boxes.get(b"TrimBox", ()))
        media = tuple(float(number) for number in boxes.get(b"MediaBox", ()))
    except ValueError:
        box = media = ()
    decent = len(box) == 4 and box == media and box[:2] == (0.0, 0.0) and all(1.0 <= side <= _LONGEST for side in box[2:])
    if not data.startswith(b"%PDF-") or not decent:
        raise InputError(
            tr(
                "{name} is not sealed art: it must be a one-page PDF whose TrimBox and MediaBox equal the art's frame.",
                name=name,
            ),
            tr("Ask the issuer of the campaign for a correct package."),
        )
    return box[2] / MM, box[3] / MM


@lru_cache(maxsize=32)
def sealed_art(data: bytes, name: str) -> SealedArt:
    """Read the page of sealed art.

    Raises:
        InputError: the file is damaged, or not built as sealed art is.
    """
    wrong = InputError(
        tr("{name} is damaged or is not sealed art.", name=name), tr("Ask the issuer of the campaign for a correct package.")
    )
    plain = plain_page(data)
    page = _Page(plain.stream, plain.filter, plain.resources, {}) if plain is not None else _read(data, wrong)
    try:
        width, height = page_size(data, name)
        content = _decoded(page.stream, page.filter)
    except ValueError as error:
        raise wrong from error
    return SealedArt(
        hashlib.sha256(data).hexdigest(),
        page.stream,
        page.filter,
        content,
        hashlib.sha256(content).hexdigest(),
        page.resources,
        width * MM,
        height * MM,
        MappingProxyType(page.pictures),
    )


class _Page(NamedTuple):
    """A page as it lies in the file."""

    stream: bytes
    filter: str
    resources: dict[str, Pdf]
    pictures: dict[str, ArtPicture]


def _read(data: bytes, wrong: InputError) -> _Page:
    """Read the page with pypdf; raise `wrong` if it cannot be read."""
    import io

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError
    from pypdf.generic import DictionaryObject, StreamObject

    try:
        reader = PdfReader(io.BytesIO(data))
        page = reader.pages[0]
        contents = page.get("/Contents")
        stream = contents.get_object() if contents is not None else None
        resources = page.get("/Resources", DictionaryObject()).get_object()
        if len(reader.pages) != 1 or not isinstance(stream, StreamObject):
            raise wrong
        filter_name = stream.get("/Filter", "")
        pictures = _pictures(resources.get("/XObject", DictionaryObject()).get_object())
        plain = _plain({key: value for key, value in resources.items() if key != "/XObject"}, 0)
        parameters = stream.get("/DecodeParms")
        raw = bytes(stream._data)
    except (PyPdfError, LookupError, ValueError, TypeError, ArithmeticError, AttributeError, OSError, RecursionError) as error:
        raise wrong from error
    if not isinstance(plain, dict) or parameters is not None:
        raise wrong
    return _Page(raw, filter_name, plain, pictures)


def _pictures(xobjects: Any) -> dict[str, ArtPicture]:
    from pypdf.generic import StreamObject

    found: dict[str, ArtPicture] = {}
    for name, value in xobjects.items():
        stream = value.get_object()
        if not isinstance(stream, StreamObject):
            raise ValueError("a picture is a stream")  # noqa: TRY004 - what a file holds, not what a caller gave
        entries = {str(key): _plain(item, 1) for key, item in stream.items() if key != "/Length"}
        found[str(name)] = ArtPicture(MappingProxyType(entries), bytes(stream._data))
    return found


def _decoded(raw: bytes, filter_name: object, largest: int = _LARGEST_CONTENT) -> bytes:
    if filter_name == "":
        return raw
    if filter_name != "/FlateDecode":
        raise ValueError("sealed art is deflated or plain")
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(raw, largest)
    except zlib.error as error:
        raise ValueError("what is deflated is damaged") from error
    if not unpacker.eof:
        raise ValueError("what is deflated is cut off or too large")
    return content


def _plain(value: object, depth: int) -> Pdf:
    from pypdf import generic

    if depth > 20 or isinstance(value, generic.StreamObject):
        raise ValueError("streams are no part of sealed art's resources, nor is deep nesting")
    if isinstance(value, generic.IndirectObject):
        return _plain(value.get_object(), depth + 1)
    if isinstance(value, dict):
        return {str(key): _plain(item, depth + 1) for key, item in value.items()}
    if isinstance(value, generic.ArrayObject):
        return [_plain(item, depth + 1) for item in value]
    return _plain_scalar(value)


def _plain_scalar(value: object) -> Pdf:
    from pypdf import generic

    match value:
        case generic.NullObject():
            return None
        case generic.BooleanObject():
            return bool(value.value)
        case generic.NameObject():
            return str(value)
        case int():
            return int(value)
        case float():
            return float(value)
        case _:
            raise ValueError("an unknown kind of value")
