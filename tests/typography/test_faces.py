from __future__ import annotations

import contextlib
import io
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from coverkit.errors import InputError, MissingError
from coverkit.resources import assets
from coverkit.typography.face import Face
from coverkit.typography.library import FontLibrary, missing_vietnamese, slug
from coverkit.typography.shaping import shape
from tests.typography.samples import FACE_KEYS, FAMILIES, LIBRARY

BOLD = LIBRARY.face("Be Vietnam Pro", 700)


def test_at_least_ten_families_of_all_groups() -> None:
    assert len(FAMILIES) >= 10
    assert {family.group for family in LIBRARY.families()} == {"sans", "serif", "condensed", "display"}


@pytest.mark.parametrize("key", FACE_KEYS)
def test_every_face_has_every_vietnamese_letter(key: str) -> None:
    face = LIBRARY.by_key(key)
    assert missing_vietnamese(face) == ()
    assert face.embeddable
    assert face.is_truetype
    (_, foot, _, plain), (_, _, _, hat), (_, dot, _, _) = (face.ink(face.glyph_of(char) or 0) or (0, 0, 0, 0) for char in "EÊẸ")
    assert dot < foot
    assert plain < hat


def test_letters_that_are_missing_are_named(tmp_path: Path) -> None:
    font = TTFont(io.BytesIO(BOLD.data))
    for table in font["cmap"].tables:
        table.cmap.pop(ord("ữ"), None)
    font.save(tmp_path / "poor.ttf")
    library = LIBRARY.with_fonts({"poor.ttf": (tmp_path / "poor.ttf").read_bytes()})
    face = library.face("Be Vietnam Pro", 700)
    assert face.key != BOLD.key
    assert missing_vietnamese(face) == ("ữ",)
    assert face.has("chữ ữ") == ("ữ",)


def test_ink_advance_and_outline_agree_with_fonttools() -> None:
    font = TTFont(io.BytesIO(BOLD.data))
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    for char in "ỆAgđ–X":
        gid = BOLD.glyph_of(char)
        assert gid is not None
        pen = BoundsPen(glyphs)
        glyphs[names[ord(char)]].draw(pen)
        ink = BOLD.ink(gid)
        assert ink is not None
        assert all(abs(a - b) <= 1 for a, b in zip(ink, pen.bounds, strict=True))
        assert BOLD.advance(gid) == glyphs[names[ord(char)]].width
        points = [point for step in BOLD.outline(gid) for point in step.points]
        assert max(point.y for point in points) >= ink[3] - 1
        assert BOLD.outline(gid)[0].verb == "M"
        assert BOLD.outline(gid)[-1].verb == "Z"


def test_blank_glyphs_have_no_ink() -> None:
    space = BOLD.glyph_of(" ")
    assert space is not None
    assert BOLD.ink(space) is None
    assert BOLD.outline(space) == ()
    assert BOLD.advance(space) > 0


def test_metrics() -> None:
    assert BOLD.upem == 1000
    assert BOLD.descender < 0 < BOLD.x_height < BOLD.cap_height < BOLD.ascender
    assert len(BOLD.sha256) == 64


@pytest.mark.parametrize("family", FAMILIES)
def test_subset_holds_its_glyphs_and_nothing_else(family: str) -> None:
    face = LIBRARY.face(family)
    gids = {face.glyph_of(letter) or 0 for letter in "ĐẠIHỘệ "}
    data = face.subset(gids)
    assert data == face.subset(sorted(gids, reverse=True))
    assert len(data) < len(face.data) / 4
    part = Face("part", family, 400, False, data)
    assert all(part.ink(gid) == face.ink(gid) and part.advance(gid) == face.advance(gid) for gid in gids)
    other = face.glyph_of("W") or 0
    assert other
    assert part.ink(other) is None
    tables = set(TTFont(io.BytesIO(data)).keys())
    assert {"glyf", "loca", "head", "hhea", "hmtx", "maxp"} <= tables
    assert not tables & {"GSUB", "GPOS", "GDEF", "fpgm", "prep", "cvt ", "name"}


def test_nearest_weight_and_slope() -> None:
    assert LIBRARY.face("Be Vietnam Pro", 800).key in ("be-vietnam-pro-900", "be-vietnam-pro-700")
    assert LIBRARY.face("Be Vietnam Pro", 650).weight == 700
    assert LIBRARY.face("Be Vietnam Pro", 100).weight == 400
    assert LIBRARY.face("Be Vietnam Pro", 700, italic=True).italic
    assert not LIBRARY.face("Anton", 400, italic=True).italic


def test_the_library_is_lazy_and_shared() -> None:
    assert FontLibrary.bundled() is FontLibrary.bundled()
    assert LIBRARY.by_key(BOLD.key) is BOLD


def test_an_unknown_family_is_named_with_near_names() -> None:
    with pytest.raises(MissingError) as caught:
        LIBRARY.face("Be Vietnam")
    assert "Be Vietnam" in caught.value.message
    assert "Be Vietnam Pro" in caught.value.remedy
    with pytest.raises(MissingError):
        LIBRARY.by_key("no-such-face")


def test_fonts_that_travel() -> None:
    data = (assets() / "fonts" / "Anton" / "Anton-Regular.ttf").read_bytes()
    library = LIBRARY.with_fonts({"fonts/mine.ttf": data})
    mine = library.face("Anton")
    assert mine.key.startswith("mine-")
    assert library.by_key(mine.key) is mine
    assert library.face("Oswald").key == LIBRARY.face("Oswald").key
    assert LIBRARY.face("Anton").key == "anton-400"
    assert LIBRARY.with_fonts({}) is LIBRARY


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a font",
        BOLD.data[:5000],
        BOLD.data[:-100],
        b"\x00\x01\x00\x00" + b"\x00" * 40,
        b"\x00\x01\x00\x00\xff\xff" + b"\x00" * 40,
        b"wOF2" + BOLD.data[4:],
        BOLD.data.replace(b"head", b"heed", 1),
        BOLD.data.replace(b"glyf", b"glyg", 1),
        BOLD.data.replace(b"cmap", b"cmaq", 1),
    ],
    ids=["empty", "text", "cut", "cut-end", "zeros", "tables", "woff", "no-head", "no-outlines", "no-cmap"],
)
def test_damaged_fonts_are_refused_by_name(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        LIBRARY.with_fonts({"hỏng.ttf": data})
    assert "hỏng.ttf" in caught.value.message
    assert caught.value.remedy


def test_slugs_are_plain() -> None:
    assert slug("Phông Đẹp 2") == "phong-dep-2"
    assert slug("字") == "font"


def postscript_font(rights: int) -> bytes:
    def box(glyphs: T2CharStringPen) -> None:
        glyphs.moveTo((50, 0))
        glyphs.lineTo((50, 350))
        glyphs.curveTo((100, 400), (200, 400), (250, 350))
        glyphs.lineTo((250, 0))
        glyphs.closePath()

    builder = FontBuilder(500, isTTF=False)
    pen, blank = T2CharStringPen(300, None), T2CharStringPen(300, None)
    box(pen)
    builder.setupGlyphOrder([".notdef", "H"])
    builder.setupCharacterMap({ord("H"): "H"})
    builder.setupCFF("Small", {}, {".notdef": blank.getCharString(), "H": pen.getCharString()}, {})
    builder.setupHorizontalMetrics({".notdef": (300, 0), "H": (300, 50)})
    builder.setupHorizontalHeader(ascent=400, descent=-100)
    builder.setupNameTable({"familyName": "Nhỏ", "styleName": "Regular"})
    builder.setupOS2(version=1, fsType=rights, usWeightClass=250)
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


@pytest.mark.parametrize(("rights", "embeddable"), [(0, True), (2, False), (4, True), (6, True), (8, True), (0x200, False)])
def test_fonts_with_postscript_outlines_and_rights(rights: int, embeddable: bool) -> None:
    face = LIBRARY.with_fonts({"small.otf": postscript_font(rights)}).face("Nhỏ")
    assert not face.is_truetype
    assert face.embeddable is embeddable
    assert (face.upem, face.weight, face.cap_height) == (500, 250, 400)
    assert "".join(step.verb for step in face.outline(1)) == "MLCLLZ"
    assert Face("part", "Nhỏ", 250, False, face.subset([1])).ink(1) == face.ink(1)


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 255)), min_size=1, max_size=30))
@settings(max_examples=60, deadline=None)
def test_a_corrupt_font_is_refused_or_harmless(changes: list[tuple[int, int]]) -> None:
    data = bytearray(LIBRARY.by_key("anton-400").data)
    for place, value in changes:
        data[place] = value
    with contextlib.suppress(InputError):
        library = FontLibrary(()).with_fonts({"hỏng.ttf": bytes(data)})
        face = library.by_key(library.families()[0].faces[0].key)
        shaped = shape("Đại hội", face, 20)
        assert face.subset(glyph.gid for glyph in shaped.glyphs)
