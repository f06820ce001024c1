"""The PDF file as objects, written with reportlab's object layer. The only module that imports reportlab.

It knows nothing of scenes. Two of reportlab's habits are left out: copying each stream four times on its way to the file,
and hashing the whole file for its identifier (the caller gives one).
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc

from coverkit.records import dataclass

rl_config.invariant = 1
rl_config.useA85 = 0
rl_config.pdfMultiLine = 0
rl_config.pdfComments = 0

_LEVEL = 6
_COMMENT = b"%\xe2\xe3\xcf\xd3\n"


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an object of one book."""

    native: Any


@dataclass(frozen=True, slots=True)
class Raw:
    """A value that holds no references, already written."""

    data: bytes


Value = None | bool | int | float | str | bytes | Ref | Raw | Sequence["Value"] | Mapping[str, "Value"]
"""A PDF value: names are texts that begin with "/", strings are bytes."""


def deflate(data: bytes) -> bytes:
    """Compress as all streams are."""
    return zlib.compress(data, _LEVEL)


def freeze(value: Value) -> Raw:
    """Write a value without references, to be used in many books."""
    native = _native(value)
    return Raw(pdfdoc.format(native, pdfdoc.DummyDoc()))


def text_string(text: str) -> bytes:
    """Return a text as a PDF text string: ASCII as it is, else UTF-16."""
    return text.encode("ascii") if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be")


class Book:
    """The objects of one PDF, and how they become bytes. A version is (1, 6) or the like."""

    def __init__(self, version: tuple[int, int]) -> None:
        self._version = version
        self._document = pdfdoc.PDFDocument(invariant=1, pdfVersion=version)
        _forget_fonts(self._document)

    def add(self, value: Mapping[str, Value]) -> Ref:
        """Add a dictionary as an object of its own."""
        return Ref(self._document.Reference(_native(value)))

    def reserve(self) -> tuple[Ref, dict[str, Any]]:
        """Add a dictionary whose entries come later, through `fill`."""
        holder = pdfdoc.PDFDictionary({})
        return Ref(self._document.Reference(holder)), holder.dict

    def fill(self, entries: dict[str, Any], value: Mapping[str, Value]) -> None:
        """Set the entries of a reserved dictionary."""
        entries.update({key[1:]: _native(item) for key, item in value.items()})

    def stream(self, entries: Mapping[str, Value], content: bytes) -> Ref:
        """Add a stream; the content is written as it is, so the entries name its filter."""
        native = pdfdoc.PDFStream(_native({**entries, "/Length": len(content)}), content)
        return Ref(self._document.Reference(native))

    def packed(self, entries: Mapping[str, Value], content: bytes, compress: bool) -> Ref:
        """Add a stream, deflated if wanted."""
        return (
            self.stream({**entries, "/Filter": "/FlateDecode"}, deflate(content)) if compress else self.stream(entries, content)
        )

    def assemble(self, root: Ref, info: Ref | None, identity: bytes) -> bytes:
        """Return the file; `identity` are the 16 bytes of its identifier."""
        document = self._document
        file = pdfdoc.PDFFile(self._version)
        file.strings[:] = [b"%%PDF-%d.%d\n" % self._version + _COMMENT]
        file.offset = len(file.strings[0])
        ids = [document.numberToId[number] for number in range(1, document.objectcounter + 1)]
        for number, name in enumerate(ids, 1):
            document.idToOffset[name] = file.offset
            for piece in _pieces(number, document.idToObject[name], document):
                file.add(piece)
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, ids)
        start = file.add(table.format(document))
        mark = f"[<{identity.hex()}> <{identity.hex()}>]"
        trailer = pdfdoc.PDFTrailer(start, len(ids) + 1, Root=root.native, Info=info and info.native, ID=mark)
        file.add(trailer.format(document))
        return bytes(file.format(document))


def _forget_fonts(document: Any) -> None:
    """Drop the dictionary of standard fonts that reportlab opens every document with."""
    document.objectcounter = 0
    for register in (document.idToObject, document.idToObjectNumberAndVersion, document.numberToId):
        register.clear()


def _pieces(number: int, thing: Any, document: Any) -> tuple[bytes, ...]:
    head = b"%d 0 obj\n" % number
    if isinstance(thing, pdfdoc.PDFStream):
        return head + thing.dictionary.format(document) + b"\nstream\n", thing.content, b"\nendstream\nendobj\n"
    return (head + thing.format(document) + b"\nendobj\n",)


@lru_cache(maxsize=512)
def _name(name: str) -> str:
    return str(pdfdoc.PDFName(name))


def _native(value: Value) -> Any:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case int():
            return b"%d" % value
        case float():
            return (f"{value:.6f}".rstrip("0").rstrip(".") or "0").encode()
        case str():
            return _name(value[1:])
        case bytes():
            return pdfdoc.PDFString(value, enc="raw")
        case Ref():
            return value.native
        case Raw():
            return value.data
        case Mapping():
            return pdfdoc.PDFDictionary({key[1:]: _native(item) for key, item in value.items()})
        case _:
            return pdfdoc.PDFArray([_native(item) for item in value])
