"""Page boxes, marks and numbers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverkit.formats.printers import Mark
from coverkit.geometry import MM, Rect
from coverkit.model.values import Cmyk
from coverkit.render.marks import REGISTRATION, SOURCE, press_marks, sheet_margin
from coverkit.render.pdf import PaintOptions, Policy, paint
from coverkit.render.pdf_shapes import Sheet, number
from coverkit.scene.operations import Fill, GlyphRun, Stroke
from coverkit.scene.path import Path
from coverkit.scene.scene import Bleed, Scene
from coverkit.typography.library import FontLibrary
from tests.render.scenes import content, opened, resources, scene

ALL: tuple[Mark, ...] = ("crop", "registration", "colour-bar", "slug")
_sizes = st.floats(20, 1000, allow_nan=False)
_margins = st.floats(0, 20, allow_nan=False)


@given(_sizes, _sizes, _margins, _margins, _margins, _margins, _margins)
@settings(max_examples=200, deadline=None)
def test_boxes_are_nested_after_rounding(w: float, h: float, left: float, top: float, r: float, b: float, m: float) -> None:
    sheet = Sheet.around(Scene(w, h, Bleed(left, top, r, b), ()), m)
    media, bleed, trim = (sheet.box(box) for box in (sheet.media, sheet.bleed, sheet.trim))
    for inner, outer in ((trim, bleed), (bleed, media)):
        assert outer[0] <= inner[0] <= inner[2] <= outer[2]
        assert outer[1] <= inner[1] <= inner[3] <= outer[3]
    assert trim[2] - trim[0] == pytest.approx(w * MM, abs=0.0002)
    assert trim[3] - trim[1] == pytest.approx(h * MM, abs=0.0002)
    assert media[:2] == (0, 0)


def test_boxes_in_the_file() -> None:
    page = Scene(190, 270, Bleed(3, 4, 5, 6), ())
    with opened(paint(page, Policy.PRESS, resources(), PaintOptions(margin=12))) as document:
        first = document.pages[0]
        assert "/CropBox" not in first
        assert "/Rotate" not in first
        assert "/UserUnit" not in first
        trim = [float(one) / MM for one in first.TrimBox.as_list()]
        bleed = [float(one) / MM for one in first.BleedBox.as_list()]
        assert trim == pytest.approx([15, 18, 205, 288], abs=1e-4)
        assert bleed == pytest.approx([12, 12, 210, 292], abs=1e-4)


def test_a_trimmed_page_is_clipped_and_has_its_strip() -> None:
    page = scene(Fill("a", Path.rectangle(Rect(-3, -3, 16, 16)), REGISTRATION), width=10, height=10, bleed=3)
    pdf = paint(page, Policy.PROOF, resources(), PaintOptions(trimmed=True, strip=5))
    with opened(pdf) as document:
        first = document.pages[0]
        assert [float(one) / MM for one in first.MediaBox.as_list()] == pytest.approx([0, 0, 10, 15], abs=1e-4)
        assert [float(one) / MM for one in first.TrimBox.as_list()] == pytest.approx([0, 5, 10, 15], abs=1e-4)
    assert content(pdf).startswith("q\n")
    assert " W n\n" in content(pdf)


@pytest.mark.parametrize(("value", "text"), [(0.0, "0"), (-0.00001, "0"), (1.0, "1"), (0.12345, "0.1235"), (-2.5, "-2.5")])
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


@given(st.floats(-1e6, 1e6, allow_nan=False))
def test_numbers_have_no_exponent_and_stay_close(value: float) -> None:
    assert "e" not in number(value)
    assert float(number(value)) == pytest.approx(value, abs=0.00005001)


@pytest.mark.parametrize("size", [(190.0, 270.0), (145.0, 205.0), (210.0, 297.0), (60.0, 60.0)])
@pytest.mark.parametrize("slug", ["Bản tin · Số 5", "Một dòng rất dài " * 30])
def test_marks_lie_between_bleed_and_sheet(size: tuple[float, float], slug: str) -> None:
    page = Scene(*size, Bleed(3, 3, 5, 4), ())
    marks = press_marks(page, ALL, slug, FontLibrary.bundled().face("Be Vietnam Pro", 400))
    assert {type(one) for one in marks} == {Fill, Stroke, GlyphRun}
    sheet = page.bleed_box.outset(sheet_margin(ALL))
    for one in marks:
        assert one.source == SOURCE
        assert one.bounds.intersection(page.bleed_box) is None, one
        assert sheet.contains(one.bounds), one


def test_only_the_wanted_marks_are_made() -> None:
    page, face = Scene(190, 270, Bleed.even(3), ()), FontLibrary.bundled().face("Be Vietnam Pro", 400)
    assert press_marks(page, (), "x", face) == ()
    crop = press_marks(page, ("crop",), "x", face)
    assert len(crop) == 8
    assert all(isinstance(one, Stroke) and one.ink == REGISTRATION and one.width == 0.25 for one in crop)
    trim_lines = {round(one.bounds.centre.x, 6) for one in crop} & {0.0, 190.0}
    assert trim_lines == {0.0, 190.0}
    assert 0 < sheet_margin(()) < sheet_margin(("crop",))


def test_colour_bar_has_solids_tints_and_overprints() -> None:
    page, face = Scene(190, 270, Bleed.even(3), ()), FontLibrary.bundled().face("Be Vietnam Pro", 400)
    inks = [one.ink for one in press_marks(page, ("colour-bar",), "", face) if isinstance(one, Fill)]
    assert inks[:4] == [Cmyk(1, 0, 0, 0), Cmyk(0, 1, 0, 0), Cmyk(0, 0, 1, 0), Cmyk(0, 0, 0, 1)]
    assert Cmyk(0.5, 0, 0, 0) in inks
    assert Cmyk(0, 1, 1, 0) in inks


def test_slug_line_that_is_too_long_loses_its_end() -> None:
    page, face = Scene(145, 205, Bleed.even(3), ()), FontLibrary.bundled().face("Be Vietnam Pro", 400)
    line = press_marks(page, ("slug",), "Rất dài " * 60, face)[-1]
    assert isinstance(line, GlyphRun)
    assert line.text.endswith("…")
    assert line.text.startswith("Rất dài")
