"""Text stays text: embedded, readable, and every glyph where the scene has it."""

from __future__ import annotations

import io
import math
import shutil
import subprocess
import unicodedata
from dataclasses import replace
from pathlib import Path as File

import pikepdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from coverkit.geometry import MM, Point, turn
from coverkit.model.values import BLACK
from coverkit.render.pdf import Policy, paint
from coverkit.scene.operations import Glyph, GlyphRun
from coverkit.scene.scene import Scene
from coverkit.typography.library import FontLibrary
from tests.render.scenes import opened, resources, run, scene

LINES = ("BẢN TIN NỘI BỘ", "Ỗ Ệ Ặ ữ ừng ựng đường", "hiệu quả – “office” ffi fl 2020–2025")


def _page() -> Scene:
    families = ("Be Vietnam Pro", "Lora", "Source Serif 4")
    runs = [run(text, 10, 20 + 15 * row, 18, family=families[row], weight=400) for row, text in enumerate(LINES)]
    return scene(*runs, width=180, height=80)


def test_extracted_text_is_the_same_nfc() -> None:
    document = pypdfium2.PdfDocument(paint(_page(), Policy.PRESS, resources()))
    page = document[0]
    reader = page.get_textpage()
    found = reader.get_text_bounded().splitlines()
    reader.close()
    page.close()
    document.close()
    assert tuple(found) == LINES
    assert all(unicodedata.is_normalized("NFC", line) for line in found)


@pytest.mark.parametrize("tracking", [0.0, 120.0, 340.0])
def test_letterspaced_words_stay_words(tracking: float) -> None:
    page = scene(run("BẢN TIN", 10, 20, 14, tracking=tracking), width=120, height=40)
    document = pypdfium2.PdfDocument(paint(page, Policy.PRESS, resources()))
    sheet = document[0]
    reader = sheet.get_textpage()
    found = reader.get_text_range()
    for one in (reader, sheet, document):
        one.close()
    assert found.strip() == "BẢN TIN"


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_poppler_reads_the_same(tmp_path: File) -> None:
    file = tmp_path / "text.pdf"
    file.write_bytes(paint(_page(), Policy.PRESS, resources()))
    text = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True).stdout.decode()
    assert tuple(line.strip() for line in text.splitlines() if line.strip()) == LINES
    fonts = subprocess.run(["pdffonts", file], capture_output=True, check=True).stdout.decode().splitlines()[2:]
    assert len(fonts) == 3
    assert all("CID TrueType      Identity-H       yes yes yes" in line for line in fonts)


def test_fonts_are_embedded_subsets_with_true_widths() -> None:
    with opened(paint(_page(), Policy.PRESS, resources())) as document:
        for font in document.pages[0].Resources.Font.values():
            assert font.Subtype == "/Type0"
            descendant = font.DescendantFonts[0]
            assert str(font.BaseFont)[7] == "+"
            assert str(font.BaseFont)[1:7].isupper()
            program = TTFont(io.BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))
            widths = _widths(descendant.W)
            assert 5 < len(widths) < 40
            upem = program["head"].unitsPerEm
            order = program.getGlyphOrder()
            for gid, width in widths.items():
                assert width == pytest.approx(program["hmtx"][order[gid]][0] * 1000 / upem, abs=0.001)


def _widths(array: pikepdf.Object) -> dict[int, float]:
    found: dict[int, float] = {}
    items = list(array)
    for start, row in zip(items[::2], items[1::2], strict=True):
        found |= {int(start) + offset: float(width) for offset, width in enumerate(row)}
    return found


def _shown(pdf: bytes) -> list[tuple[int, float, float]]:
    """Return glyph ids and places in points, as a reader of the file reckons them."""
    found: list[tuple[int, float, float]] = []
    with opened(pdf) as document:
        page = document.pages[0]
        widths = {name: _widths(font.DescendantFonts[0].W) for name, font in page.Resources.Font.items()}
        matrix, pen, size, font = [1.0, 0, 0, 1, 0, 0], 0.0, 0.0, ""
        for instruction in pikepdf.parse_content_stream(page):
            operands = list(instruction.operands)
            match str(instruction.operator):
                case "Tf":
                    font, size = str(operands[0]), float(operands[1])
                case "Tm":
                    matrix, pen = [float(one) for one in operands], 0.0
                case "TJ":
                    for piece in operands[0]:
                        if not isinstance(piece, pikepdf.String):
                            pen -= float(piece) / 1000 * size
                            continue
                        data = bytes(piece)
                        for at in range(0, len(data), 2):
                            gid = int.from_bytes(data[at : at + 2], "big")
                            found.append((gid, matrix[4] + pen * matrix[0], matrix[5] + pen * matrix[1]))
                            pen += widths[font][gid] / 1000 * size
    return found


def _wanted(page: Scene) -> list[tuple[int, float, float]]:
    found = []
    for one in page.operations:
        assert isinstance(one, GlyphRun)
        for glyph in one.glyphs:
            place = turn(Point(one.origin.x + glyph.x, one.origin.y + glyph.y), one.origin, one.angle)
            found.append((glyph.gid, place.x * MM, (page.height - place.y) * MM))
    return found


@pytest.mark.parametrize("angle", [0.0, 33.0, -90.0])
@pytest.mark.parametrize("size", [7.0, 120.0])
def test_glyphs_stand_to_a_hundredth_of_a_point(angle: float, size: float) -> None:
    line = run("AVATAR Tự hào Ỗ, 2020 – Đắk Nông kiên định", 60, 90, size, family="Lora", angle=angle, tracking=17.0)
    page = scene(line, width=180, height=180)
    shown, wanted = _shown(paint(page, Policy.PRESS, resources())), _wanted(page)
    assert [one[0] for one in shown] == [one[0] for one in wanted]
    assert max(math.dist(a[1:], b[1:]) for a, b in zip(shown, wanted, strict=True)) < 0.01


def _composed(offset: float) -> GlyphRun:
    """A run whose é is two glyphs, the accent lifted by an offset."""
    face = FontLibrary.bundled().face("Be Vietnam Pro", 400)
    gids = {char: face.glyph_of(char) or 0 for char in "xe´y"}
    glyphs = (
        Glyph(gids["x"], 0, 0, "x"),
        Glyph(gids["e"], 4, 0, "é"),
        Glyph(gids["´"], 6.0, offset, ""),
        Glyph(gids["y"], 7.4, 0, "y"),
    )
    return replace(run("xéy", 10, 20, 18), glyphs=glyphs, face=face.key)


@pytest.mark.parametrize("offset", [0.0, -1.5])
def test_a_cluster_of_several_glyphs_says_its_text(offset: float) -> None:
    page = scene(_composed(offset), width=60, height=40)
    pdf = paint(page, Policy.PRESS, resources())
    shown, wanted = _shown(pdf), _wanted(page)
    assert max(math.dist(a[1:], b[1:]) for a, b in zip(shown, wanted, strict=True)) < 0.01
    with opened(pdf) as document:
        stream = document.pages[0].Contents.read_bytes()
    assert b"/Span <</ActualText <FEFF00E9>>> BDC" in stream
    assert stream.count(b"BDC") == stream.count(b"EMC") == 1


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_poppler_reads_the_cluster(tmp_path: File) -> None:
    file = tmp_path / "cluster.pdf"
    file.write_bytes(paint(scene(_composed(0.0), width=60, height=40), Policy.PRESS, resources()))
    text = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True).stdout.decode()
    assert text.strip() == "xéy"


def test_one_glyph_with_two_texts_is_told_apart() -> None:
    line = run("aa", 10, 20, 18)
    first, second = line.glyphs
    page = scene(replace(line, glyphs=(first, replace(second, text="b"))), width=60, height=40)
    stream = _stream(page)
    assert "/ActualText <FEFF0062>" in stream
    assert "0061" not in stream


def _stream(page: Scene) -> str:
    with opened(paint(page, Policy.PRESS, resources())) as document:
        return document.pages[0].Contents.read_bytes().decode()


def test_a_run_without_glyphs_paints_nothing() -> None:
    assert "TJ" not in _stream(scene(run("", 1, 1, 10, BLACK), width=60, height=40))
