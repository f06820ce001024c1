from __future__ import annotations

from dataclasses import replace

import pytest

from coverkit.errors import MissingError
from coverkit.geometry import MM, Point, Rect, turn
from coverkit.model.values import BLACK
from coverkit.typography.fitting import TextSpec, fit
from coverkit.typography.library import FontLibrary
from coverkit.typography.runs import glyph_boxes, glyph_runs, outlines, touching_lines
from tests.typography.samples import LIBRARY

SPEC = TextSpec("Be Vietnam Pro", 700, size_min=10, size_max=24, case="upper")
FITTED = fit("Đại hội\nĐảng bộ", SPEC, Rect(20, 30, 100, 50), LIBRARY)
RUNS = glyph_runs(FITTED, "title", BLACK, LIBRARY, overprint=True)


def test_runs_hold_what_the_lines_hold() -> None:
    assert [run.text for run in RUNS] == ["ĐẠI HỘI", "ĐẢNG BỘ"]
    for run, line in zip(RUNS, FITTED.lines, strict=True):
        assert run.origin == Point(line.x, line.baseline)
        assert (run.source, run.face, run.size, run.overprint) == ("title", "be-vietnam-pro-700", 24, True)
        assert run.ink_box == line.ink
        assert "".join(glyph.text for glyph in run.glyphs) == run.text


def test_outlines_fill_the_ink_box() -> None:
    for run in RUNS:
        bounds = outlines(run, LIBRARY).bounds()
        assert bounds.outset(0.05).contains(run.ink_box)
        assert run.ink_box.outset(0.6).contains(bounds)


def test_outlines_turn_with_the_run() -> None:
    turned = replace(RUNS[0], angle=90.0)
    bounds = outlines(turned, LIBRARY).bounds()
    assert bounds.height == pytest.approx(outlines(RUNS[0], LIBRARY).bounds().width)


def test_glyph_boxes_are_in_mm_on_the_page() -> None:
    boxes = glyph_boxes(RUNS[0], LIBRARY)
    assert len(boxes) == 6
    assert boxes[3].height == pytest.approx(LIBRARY.by_key("be-vietnam-pro-700").cap_height / 1000 * 24 / MM, abs=0.02)


@pytest.mark.parametrize("angle", [0.0, 90.0, -7.5])
def test_touching_is_found_at_any_angle(angle: float) -> None:
    about = Point(50.0, 60.0)
    first, second = RUNS
    near = replace(second, origin=Point(first.origin.x, first.origin.y + 0.7 * 24 / MM))
    near = replace(near, ink_box=near.ink_box.moved(0, near.origin.y - second.origin.y))
    runs = tuple(replace(run, origin=turn(run.origin, about, angle), angle=angle) for run in (first, near, second))
    runs = tuple(
        replace(run, ink_box=run.ink_box.moved(run.origin.x - old.origin.x, run.origin.y - old.origin.y))
        for run, old in zip(runs, (first, near, second), strict=True)
    )
    assert len(touching_lines(runs[:2], LIBRARY)) == 1
    assert touching_lines((runs[0], runs[2]), LIBRARY) == ()
    assert touching_lines(runs[:2], LIBRARY, least=50.0) == ()


def test_runs_at_different_angles_are_not_compared() -> None:
    assert touching_lines((RUNS[0], replace(RUNS[0], angle=5.0)), LIBRARY) == ()


def test_a_face_that_is_not_in_the_library_is_an_error() -> None:
    with pytest.raises(MissingError):
        glyph_runs(FITTED, "title", BLACK, FontLibrary(()))
