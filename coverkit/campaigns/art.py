"""Sealed art: a one-page CMYK PDF whose content goes into the output unchanged.

pypdf reads it. Reading is cheap for the page size (no parsing), and lazy for the content, which only the painter wants.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache

from coverkit.errors import InputError
from coverkit.geometry import MM
from coverkit.i18n import tr

Pdf = None | bool | int | float | str | bytes | list["Pdf"] | dict[str, "Pdf"]
"""A PDF value without references: names are texts that begin with "/", strings are bytes."""

_TRIM = re.compile(rb"/(TrimBox|MediaBox)\s*\[\s*([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s*\]")


@dataclass(frozen=True, slots=True)
class SealedArt:
    """The page of a sealed PDF.

    Attributes:
        stream: the content stream's bytes as they lie in the file.
        filter: the name of the stream's filter, "" for none.
        content: the same, decoded.
        resources: the page's resources (shadings only).
        width, height: the art's size in points.
    """

    sha256: str
    stream: bytes
    filter: str
    content: bytes
    content_sha256: str
    resources: dict[str, Pdf]
    width: float
    height: float


def page_size(data: bytes, name: str) -> tuple[float, float]:
    """Return the art's trim width and height in mm.

    Raises:
        InputError: the file is no PDF, or states no TrimBox at the origin.
    """
    boxes = {match[1]: tuple(float(number) for number in match.groups()[1:]) for match in _TRIM.finditer(data)}
    box = boxes.get(b"TrimBox")
    if not data.startswith(b"%PDF-") or box is None or boxes.get(b"MediaBox") != box or box[:2] != (0.0, 0.0):
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
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError
    from pypdf.generic import DictionaryObject, StreamObject

    wrong = InputError(
        tr("{name} is damaged or is not sealed art.", name=name), tr("Ask the issuer of the campaign for a correct package.")
    )
    try:
        import io

        reader = PdfReader(io.BytesIO(data))
        page = reader.pages[0]
        contents = page.get("/Contents")
        stream = contents.get_object() if contents is not None else None
        resources = page.get("/Resources", DictionaryObject()).get_object()
        if len(reader.pages) != 1 or not isinstance(stream, StreamObject):
            raise wrong
        width, height = page_size(data, name)
        content = stream.get_data()
        plain = _plain(resources, 0)
    except (PyPdfError, KeyError, ValueError, TypeError, RecursionError) as error:
        raise wrong from error
    filter_name = stream.get("/Filter", "")
    if not isinstance(plain, dict) or not isinstance(filter_name, str) or stream.get("/DecodeParms") is not None:
        raise wrong
    raw = bytes(stream._data)
    return SealedArt(
        hashlib.sha256(data).hexdigest(),
        raw,
        filter_name,
        content,
        hashlib.sha256(content).hexdigest(),
        plain,
        width * MM,
        height * MM,
    )


def _plain(value: object, depth: int) -> Pdf:
    from pypdf import generic

    if depth > 20 or isinstance(value, generic.StreamObject):
        raise ValueError("streams are no part of sealed art's resources, nor is deep nesting")
    if isinstance(value, generic.IndirectObject):
        return _plain(value.get_object(), depth + 1)
    if isinstance(value, generic.DictionaryObject):
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
