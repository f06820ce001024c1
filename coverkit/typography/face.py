"""One font face through HarfBuzz: glyph ids, ink, advances, outlines and subsets, all in font units with y upwards.

The only module, with `shaping`, that touches uharfbuzz. fontTools is not needed and not imported.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import uharfbuzz as hb

from coverkit.geometry import Point
from coverkit.i18n import tr
from coverkit.scene.path import Segment
from coverkit.typography.fontfile import damaged

_DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "JSTF", "kern", "DSIG", "name", "STAT", "meta", "gasp", "VDMX", "hdmx", "LTSH")
_RESTRICTED, _PREVIEW_OR_EDIT, _BITMAP_ONLY = 0x0002, 0x000C, 0x0200

Ink = tuple[int, int, int, int]
"""Left, bottom, right and top of a glyph's ink, in font units."""


class Face:
    """A font face in memory.

    Attributes:
        key: what scenes call it: "be-vietnam-pro-700"; unique in a library.
        weight: 100 to 900.
        upem: font units in an em; the other metrics are in font units.
        font: HarfBuzz's own object, for shaping.
    """

    __slots__ = (
        "_advances",
        "_face",
        "_inks",
        "_outlines",
        "_sha256",
        "ascender",
        "cap_height",
        "data",
        "descender",
        "embeddable",
        "family",
        "font",
        "is_truetype",
        "italic",
        "key",
        "upem",
        "weight",
        "x_height",
    )

    def __init__(self, key: str, family: str, weight: int, italic: bool, data: bytes) -> None:
        self.key = key
        self.family = family
        self.weight = weight
        self.italic = italic
        self.data = data
        self._face: Any = hb.Face(hb.Blob(data))
        self.font: Any = hb.Font(self._face)
        self.upem: int = self._face.upem
        self._sha256 = ""
        self._inks: dict[int, Ink | None] = {}
        self._advances: dict[int, int] = {}
        self._outlines: dict[int, tuple[Segment, ...]] = {}
        self._read_metrics()

    def _read_metrics(self) -> None:
        extents = self.font.get_font_extents("ltr")
        self.ascender: int = extents.ascender
        self.descender: int = extents.descender
        tags = self._face.table_tags
        self.is_truetype = "glyf" in tags
        self.cap_height = self._metric(hb.OTMetricsTag.CAP_HEIGHT, "H")
        self.x_height = self._metric(hb.OTMetricsTag.X_HEIGHT, "x")
        rights = self._table_word("OS/2", 8)
        restricted = rights & _RESTRICTED and not rights & _PREVIEW_OR_EDIT
        self.embeddable = not restricted and not rights & _BITMAP_ONLY

    @property
    def sha256(self) -> str:
        """The hash of the font file."""
        if not self._sha256:
            self._sha256 = hashlib.sha256(self.data).hexdigest()
        return self._sha256

    @property
    def glyph_count(self) -> int:
        """How many glyphs the face has."""
        return int(self._face.glyph_count)

    def glyph_of(self, char: str) -> int | None:
        """Return the glyph id of a character, or None when the face has none."""
        gid: int | None = self.font.get_nominal_glyph(ord(char))
        return gid or None

    def has(self, text: str) -> tuple[str, ...]:
        """Return the characters of a text that the face lacks, each once; none means it has them all."""
        return tuple(char for char in dict.fromkeys(text) if self.glyph_of(char) is None)

    def ink(self, gid: int) -> Ink | None:
        """Return left, bottom, right and top of a glyph's ink, or None when it is blank.

        With PostScript outlines the curves' control points are inside too, so it may be a little too large, never too small.
        """
        try:
            return self._inks[gid]
        except KeyError:
            return self._inks.setdefault(gid, self._ink(gid))

    def advance(self, gid: int) -> int:
        """Return a glyph's advance width."""
        if gid not in self._advances:
            self._advances[gid] = int(self.font.get_glyph_h_advance(gid))
        return self._advances[gid]

    def outline(self, gid: int) -> tuple[Segment, ...]:
        """Return a glyph's outline as lines and cubics, in font units with y upwards."""
        if gid not in self._outlines:
            self._outlines[gid] = _draw(self.font, gid)
        return self._outlines[gid]

    def subset(self, gids: Iterable[int]) -> bytes:
        """Return the font with only these glyphs, ids kept, without layout and hinting; the same bytes each time.

        Raises:
            InputError: the font is damaged inside.
        """
        wanted: Any = hb.SubsetInput()
        wanted.flags = hb.SubsetFlags.RETAIN_GIDS | hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE
        wanted.glyph_set.set({0, *gids})
        wanted.drop_table_tag_set.update({int.from_bytes(f"{tag:<4}".encode(), "big") for tag in _DROPPED})
        if self._face.has_var_data:
            wanted.pin_all_axes_to_default(self._face)
        try:
            return bytes(hb.subset(self._face, wanted).blob.data)
        except RuntimeError as error:
            raise damaged(self.key, tr("its tables contradict one another")) from error

    def _ink(self, gid: int) -> Ink | None:
        extents = self.font.get_glyph_extents(gid)
        if extents is None or not extents.width or not extents.height:
            return None
        left, top = extents.x_bearing, extents.y_bearing
        return left, top + extents.height, left + extents.width, top

    def _metric(self, tag: Any, sample: str) -> int:
        value: int | None = self.font.get_metric_position(tag)
        if value:
            return value
        gid = self.glyph_of(sample)
        box = self.ink(gid) if gid else None
        return box[3] if box else self.upem * 7 // 10

    def _table_word(self, tag: str, offset: int) -> int:
        if tag not in self._face.table_tags:
            return 0
        return int.from_bytes(self._face.reference_table(tag).data[offset : offset + 2], "big")


def _draw(font: Any, gid: int) -> tuple[Segment, ...]:
    steps: list[Segment] = []
    at = Point(0.0, 0.0)

    def move(x: float, y: float, _: object) -> None:
        nonlocal at
        at = Point(x, y)
        steps.append(Segment("M", (at,)))

    def line(x: float, y: float, _: object) -> None:
        nonlocal at
        at = Point(x, y)
        steps.append(Segment("L", (at,)))

    def cubic(x1: float, y1: float, x2: float, y2: float, x: float, y: float, _: object) -> None:
        nonlocal at
        at = Point(x, y)
        steps.append(Segment("C", (Point(x1, y1), Point(x2, y2), at)))

    def quadratic(cx: float, cy: float, x: float, y: float, _: object) -> None:
        first = (at.x + 2 * (cx - at.x) / 3, at.y + 2 * (cy - at.y) / 3)
        cubic(*first, x + 2 * (cx - x) / 3, y + 2 * (cy - y) / 3, x, y, None)

    pen: Any = hb.DrawFuncs()
    pen.set_move_to_func(move)
    pen.set_line_to_func(line)
    pen.set_cubic_to_func(cubic)
    pen.set_quadratic_to_func(quadratic)
    pen.set_close_path_func(lambda _: steps.append(Segment("Z")))
    font.draw_glyph(gid, pen, None)
    return tuple(steps)
