"""Fonts that cannot be embedded as they are become outlines."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from coverkit import resources as shipped
from coverkit.geometry import Point, Rect
from coverkit.model.values import BLACK
from coverkit.render.pdf import PaintResources, Policy, paint
from coverkit.scene.operations import GlyphRun
from coverkit.typography.library import FontLibrary
from coverkit.typography.shaping import shape
from tests.render.scenes import opened, pixels, resources, scene


def _postscript_font() -> bytes:
    """A font with PostScript outlines whose only letter is a square of half an em."""
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    pen = T2CharStringPen(600, None)
    pen.moveTo((0, 0))
    for point in ((500, 0), (500, 500), (0, 500)):
        pen.lineTo(point)
    pen.closePath()
    square = pen.getCharString()
    builder.setupCFF("Square-Regular", {}, {".notdef": T2CharStringPen(600, None).getCharString(), "A": square}, {})
    builder.setupHorizontalMetrics({".notdef": (600, 0), "A": (600, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Square", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    buffer = io.BytesIO()
    builder.save(buffer)
    return buffer.getvalue()


def _restricted_font() -> bytes:
    font = TTFont(next((shipped.assets() / "fonts").glob("Lora/Lora-Regular.ttf")))
    font["OS/2"].fsType = 2
    buffer = io.BytesIO()
    font.save(buffer)
    return buffer.getvalue()


def _run(data: bytes, name: str) -> tuple[GlyphRun, PaintResources]:
    library = FontLibrary.bundled().with_fonts({name: data})
    (face,) = (library.by_key(key) for key in library._opened if key.startswith("other-"))
    line = shape("AA", face, 40)
    run = GlyphRun("t", face.key, 40, Point(5, 15), line.glyphs, line.text, BLACK, line.ink.moved(5, 15))
    return run, replace(resources(), faces=library)


@pytest.mark.parametrize(("data", "name"), [(_postscript_font(), "other.otf"), (_restricted_font(), "other.ttf")])
def test_such_fonts_are_painted_as_outlines(data: bytes, name: str) -> None:
    run, known = _run(data, name)
    page = scene(run, width=40, height=20)
    with opened(paint(page, Policy.PRESS, known)) as document:
        assert "/Font" not in document.pages[0].Resources
        assert b"FontFile" not in document.pages[0].Contents.read_bytes()
    assert (pixels(page, Policy.PLATE_K, known, 10) == 0).any()


def test_a_postscript_letter_stands_where_it_should() -> None:
    run, known = _run(_postscript_font(), "other.otf")
    found = pixels(scene(run, width=40, height=20), Policy.PLATE_K, known, 10)
    rows, columns = np.nonzero(found == 0)
    side = 20 * 25.4 / 72
    assert Rect(columns.min() / 10, rows.min() / 10, 1, 1).x == pytest.approx(5, abs=0.2)
    assert (rows.min() / 10, (rows.max() + 1) / 10) == pytest.approx((15 - side, 15), abs=0.2)
