"""Fonts in the PDF: subsets with their glyph ids kept, as Type 0 fonts, with the plain text of every glyph."""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import Protocol

from coverkit.records import dataclass
from coverkit.render.pdf_objects import Book, Ref, Value, deflate, freeze
from coverkit.scene.operations import Glyph, GlyphRun
from coverkit.typography.face import Face

_SYMBOLIC, _ITALIC = 4, 64
_TOUNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{body}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
_CMAP_BLOCK = 100


class Faces(Protocol):
    """Whoever has the faces that scenes name."""

    def by_key(self, key: str) -> Face:
        """Return a face by its key."""


@dataclass(frozen=True, slots=True)
class PlacedFont:
    """A font of a book: its name on the pages, its glyphs' widths in thousandths, and the text each stands for."""

    name: str
    ref: Ref
    face: Face
    widths: Mapping[int, float]
    texts: Mapping[int, str]


def clusters(glyphs: Iterable[Glyph]) -> Iterator[tuple[Glyph, ...]]:
    """Group glyphs with those that follow them and have no text of their own."""
    group: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text and group:
            yield tuple(group)
            group = []
        group.append(glyph)
    if group:
        yield tuple(group)


def place_fonts(book: Book, runs: Iterable[GlyphRun], faces: Faces) -> dict[str, PlacedFont]:
    """Add the fonts of all runs; returns them by the keys of their faces."""
    texts: dict[str, dict[int, str]] = {}
    used: dict[str, set[int]] = {}
    for run in runs:
        used.setdefault(run.face, set()).update(glyph.gid for glyph in run.glyphs)
        known = texts.setdefault(run.face, {})
        for group in clusters(run.glyphs):
            if len(group) == 1 and group[0].text:
                known.setdefault(group[0].gid, group[0].text)
    return {
        key: _place(book, f"/F{index}", faces.by_key(key), frozenset(used[key]), texts[key])
        for index, key in enumerate(sorted(used), 1)
    }


def _place(book: Book, name: str, face: Face, gids: frozenset[int], texts: dict[int, str]) -> PlacedFont:
    parts = _parts(_FaceKey(face), gids, tuple(sorted(texts.items())))
    file = book.stream({"/Filter": "/FlateDecode", "/Length1": parts.length}, parts.program)
    descriptor = book.add({**parts.descriptor, "/FontFile2": file})
    unicode_map = book.stream({"/Filter": "/FlateDecode"}, parts.unicode_map)
    descendant = book.add({**parts.descendant, "/FontDescriptor": descriptor})
    font: dict[str, Value] = {**parts.font, "/DescendantFonts": [descendant], "/ToUnicode": unicode_map}
    return PlacedFont(name, book.add(font), face, parts.widths, texts)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What of a subset font is the same in every book: its deflated streams, and its dictionaries already written."""

    program: bytes
    length: int
    unicode_map: bytes
    descriptor: dict[str, Value]
    descendant: dict[str, Value]
    font: dict[str, Value]
    widths: Mapping[int, float]


class _FaceKey:
    """A face that is known by the hash of its file."""

    __slots__ = ("face",)

    def __init__(self, face: Face) -> None:
        self.face = face

    def __hash__(self) -> int:
        return hash(self.face.sha256)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _FaceKey) and other.face.sha256 == self.face.sha256


@lru_cache(maxsize=64)
def _parts(key: _FaceKey, gids: frozenset[int], texts: tuple[tuple[int, str], ...]) -> _Parts:
    face = key.face
    data = face.subset(gids)
    widths = {gid: round(face.advance(gid) * 1000 / face.upem, 3) for gid in sorted(gids)}
    base = f"/{_tag(face, gids)}+{_postscript_name(face)}"
    descendant: dict[str, Value] = {
        "/Type": "/Font",
        "/Subtype": "/CIDFontType2",
        "/BaseFont": base,
        "/CIDSystemInfo": {"/Registry": b"Adobe", "/Ordering": b"Identity", "/Supplement": 0},
        "/CIDToGIDMap": "/Identity",
        "/DW": 0,
        "/W": _width_array(widths),
    }
    font: dict[str, Value] = {"/Type": "/Font", "/Subtype": "/Type0", "/BaseFont": base, "/Encoding": "/Identity-H"}
    return _Parts(
        program=deflate(data),
        length=len(data),
        unicode_map=deflate(_to_unicode(dict(texts))),
        descriptor=_frozen(_descriptor(face, base, gids)),
        descendant=_frozen(descendant),
        font=_frozen(font),
        widths=widths,
    )


def _frozen(entries: dict[str, Value]) -> dict[str, Value]:
    return {name: freeze(value) for name, value in entries.items()}


def _tag(face: Face, gids: frozenset[int]) -> str:
    """Return the six letters that set this subset apart from others of the face."""
    digest = hashlib.sha256(f"{face.sha256} {sorted(gids)}".encode()).digest()
    return "".join(string.ascii_uppercase[byte % 26] for byte in digest[:6])


def _postscript_name(face: Face) -> str:
    plain = "".join(char for char in face.family if char.isascii() and char.isalnum())
    return f"{plain}-{face.weight}{'Italic' if face.italic else ''}"


def _descriptor(face: Face, base: str, gids: frozenset[int]) -> dict[str, Value]:
    def em(value: float) -> int:
        return round(value * 1000 / face.upem)

    inks = [ink for ink in map(face.ink, sorted(gids)) if ink] or [(0, face.descender, face.upem, face.ascender)]
    return {
        "/Type": "/FontDescriptor",
        "/FontName": base,
        "/Flags": _SYMBOLIC | (_ITALIC if face.italic else 0),
        "/FontBBox": [
            em(min(ink[0] for ink in inks)),
            em(min(ink[1] for ink in inks)),
            em(max(ink[2] for ink in inks)),
            em(max(ink[3] for ink in inks)),
        ],
        "/ItalicAngle": -12 if face.italic else 0,
        "/Ascent": em(face.ascender),
        "/Descent": em(face.descender),
        "/CapHeight": em(face.cap_height),
        "/StemV": 50 + round((face.weight / 65) ** 2),
    }


def _width_array(widths: Mapping[int, float]) -> list[Value]:
    """Return the widths, neighbouring glyph ids in one row."""
    array: list[Value] = []
    for _, row in groupby(enumerate(sorted(widths)), key=lambda pair: pair[1] - pair[0]):
        gids = [gid for _, gid in row]
        array += [gids[0], [widths[gid] for gid in gids]]
    return array


def _to_unicode(texts: Mapping[int, str]) -> bytes:
    lines = [f"<{gid:04X}> <{text.encode('utf-16-be').hex().upper()}>" for gid, text in sorted(texts.items())]
    body = ""
    for start in range(0, len(lines), _CMAP_BLOCK):
        block = lines[start : start + _CMAP_BLOCK]
        body += "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar", ""])
    return _TOUNICODE.replace("{body}", body).encode()
