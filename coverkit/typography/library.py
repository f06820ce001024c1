"""The fonts at hand: the bundled families, and those that travel in a cover.

Reading the library reads only `family.toml`; a font file is opened when a face of it is first asked for.
"""

from __future__ import annotations

import difflib
import hashlib
import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

import uharfbuzz as hb

from coverkit.datafile import Table
from coverkit.errors import InputError, MissingError
from coverkit.i18n import tr
from coverkit.records import dataclass
from coverkit.resources import assets, read_bytes
from coverkit.typography.face import Face
from coverkit.typography.fontfile import damaged, refuse_damaged
from coverkit.typography.vietnamese import LETTERS

_TRIED = 2000
"""Glyphs that are taken out on trial from a font that came with a cover, so that damage shows now and not at the export."""

GROUPS = ("sans", "serif", "condensed", "display")


@dataclass(frozen=True, slots=True)
class FaceInfo:
    """What is known of a face before its file is opened."""

    key: str
    family: str
    weight: int
    italic: bool
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """A family of faces; `group` is sans, serif, condensed or display, or "" for one from a cover."""

    name: str
    group: str
    faces: tuple[FaceInfo, ...]


class FontLibrary:
    """Families by name, faces by key; immutable but for the faces opened so far."""

    def __init__(self, families: tuple[Family, ...], opened: Mapping[str, Face] | None = None) -> None:
        self._families = {family.name: family for family in families}
        self._infos = {info.key: info for family in families for info in family.faces}
        self._opened: dict[str, Face] = dict(opened or {})

    @classmethod
    def bundled(cls) -> FontLibrary:
        """Return the library of the bundled fonts: one object for the whole process."""
        return _bundled()

    def families(self) -> tuple[Family, ...]:
        """Return all families by name."""
        return tuple(self._families[name] for name in sorted(self._families))

    def face(self, family: str, weight: int = 400, italic: bool = False) -> Face:
        """Return the face of a family whose slope and weight come nearest to what is wanted.

        Raises:
            MissingError: there is no such family.
        """
        if family not in self._families:
            raise self._missing(family)
        heavier_first = weight >= 500
        nearest = min(
            self._families[family].faces,
            key=lambda info: (info.italic != italic, abs(info.weight - weight), (info.weight < weight) == heavier_first),
        )
        return self.by_key(nearest.key)

    def by_key(self, key: str) -> Face:
        """Return the face that a scene names by its key.

        Raises:
            MissingError: there is no such face.
        """
        if key in self._opened:
            return self._opened[key]
        info = self._infos.get(key)
        if info is None or info.path is None:
            raise self._missing(key)
        face = Face(key, info.family, info.weight, info.italic, read_bytes(info.path))
        if not face.glyph_count:
            raise damaged(info.path.name, tr("it holds no glyphs"))
        return self._opened.setdefault(key, face)

    def with_fonts(self, fonts: Mapping[str, bytes]) -> FontLibrary:
        """Return a library that also has fonts from a cover, given as file name → bytes; they win over bundled ones.

        Raises:
            InputError: a font is damaged.
        """
        if not fonts:
            return self
        families = dict(self._families)
        opened = dict(self._opened)
        added: dict[str, list[FaceInfo]] = {}
        for name, data in sorted(fonts.items()):
            face = _travelling(name, data)
            opened[face.key] = face
            added.setdefault(face.family, []).append(FaceInfo(face.key, face.family, face.weight, face.italic))
        for family, infos in added.items():
            kept = families[family].faces if family in families else ()
            same = {(info.weight, info.italic) for info in infos}
            others = tuple(info for info in kept if (info.weight, info.italic) not in same)
            group = families[family].group if family in families else ""
            families[family] = Family(family, group, (*infos, *others))
        return FontLibrary(tuple(families.values()), opened)

    def _missing(self, name: str) -> MissingError:
        near = difflib.get_close_matches(name, self._families, n=3, cutoff=0.4) or sorted(self._families)
        return MissingError(
            tr("There is no font “{name}”.", name=name), tr("Fonts that are there: {names}.", names=", ".join(near))
        )


def missing_vietnamese(face: Face) -> tuple[str, ...]:
    """Return the Vietnamese letters, upper and lower case, that a face lacks or has only as blanks."""
    return tuple(letter for letter in LETTERS if (gid := face.glyph_of(letter)) is None or face.ink(gid) is None)


def slug(name: str) -> str:
    """Return a name in plain small letters and hyphens."""
    plain = unicodedata.normalize("NFKD", name.replace("đ", "d").replace("Đ", "D")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "font"


@cache
def _bundled() -> FontLibrary:
    folder = assets() / "fonts"
    return FontLibrary(tuple(_family(path) for path in sorted(folder.glob("*/family.toml"))))


def _family(path: Path) -> Family:
    table = Table.load(path)
    name, group = table.text("name"), table.text("group", choices=GROUPS)
    table.text("source", default="")
    faces = []
    for entry in table.tables("face", optional=False):
        weight, italic = entry.integer("weight"), entry.flag("italic", default=False)
        key = f"{slug(name)}-{weight}{'-italic' if italic else ''}"
        faces.append(FaceInfo(key, name, weight, italic, path.parent / entry.text("file")))
        entry.finish()
    table.finish()
    return Family(name, group, tuple(faces))


@lru_cache(maxsize=64)
def _travelling(name: str, data: bytes) -> Face:
    refuse_damaged(name, data)
    raw = hb.Face(hb.Blob(data))
    if not raw.glyph_count or not 16 <= raw.upem <= 16384:
        raise damaged(name, tr("it holds no glyphs"))
    family = raw.get_name(hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY) or raw.get_name(hb.OTNameIdPredefined.FONT_FAMILY)
    family = family or Path(name).stem
    os2 = raw.reference_table("OS/2").data if "OS/2" in raw.table_tags else b""
    weight = min(900, max(100, int.from_bytes(os2[4:6], "big") or 400))
    italic = bool(int.from_bytes(os2[62:64], "big") & 1)
    short = hashlib.sha256(data).hexdigest()[:8]
    face = Face(f"{slug(Path(name).stem)}-{short}", family, weight, italic, data)
    try:
        face.subset(range(min(face.glyph_count, _TRIED)))
    except InputError as error:
        raise damaged(name, tr("its tables contradict one another")) from error
    return face
