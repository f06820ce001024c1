"""Character maps read by hand are those that fontTools reads, and damaged ones are left out."""

from __future__ import annotations

import io

import pytest
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from hypothesis import given
from hypothesis import strategies as st

from coverkit.preflight.programs.charmap import character_maps
from coverkit.preflight.programs.sfnt import tables
from coverkit.resources import assets

FONT = next((assets() / "fonts").glob("Lora/*.ttf")).read_bytes()


def test_every_map_of_the_projects_fonts() -> None:
    for path in sorted((assets() / "fonts").rglob("*.ttf"))[::4]:
        data = path.read_bytes()
        font = TTFont(io.BytesIO(data))
        found = character_maps(data, tables(data)["cmap"])
        for one in font["cmap"].tables:
            wanted = {code: font.getGlyphID(glyph) for code, glyph in one.cmap.items()}
            assert found[one.platformID, one.platEncID] == {code: glyph for code, glyph in wanted.items() if glyph}


@pytest.mark.parametrize("kind", [0, 4, 6, 12])
def test_each_format(kind: int) -> None:
    font = TTFont(io.BytesIO(FONT))
    # The first glyphs, as format 0 has one byte for each.
    letters = dict(zip((*range(65, 91), 97, 99, 120), font.getGlyphOrder()[1:], strict=False))
    one = CmapSubtable.newSubtable(kind)
    one.platformID, one.platEncID, one.language, one.cmap = 3, 1, 0, letters
    font["cmap"] = newTable("cmap")
    font["cmap"].tableVersion, font["cmap"].tables = 0, [one]
    out = io.BytesIO()
    font.save(out)
    data = out.getvalue()
    found = character_maps(data, tables(data)["cmap"])[3, 1]
    assert found == {code: font.getGlyphID(glyph) for code, glyph in letters.items()}


@given(st.binary(max_size=200))
def test_rubbish_is_no_map(data: bytes) -> None:
    character_maps(data, (0, len(data)))
    start, length = tables(FONT)["cmap"]
    cut = FONT[:start] + data + FONT[start + len(data) :]
    character_maps(cut, (start, length))
