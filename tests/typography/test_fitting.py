from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from coverkit.errors import MissingError
from coverkit.geometry import MM, Rect
from coverkit.model.values import BLACK
from coverkit.typography.fitting import FittedText, TextSpec, VerticalAlign, fit
from coverkit.typography.linebreak import word_count
from coverkit.typography.runs import glyph_boxes, glyph_runs, touching_lines
from coverkit.typography.shaping import shape
from tests.typography.samples import FAMILIES, LIBRARY, STACKED, THEME, WELCOME, paragraph_texts, texts

BOX = Rect(12.0, 20.0, 150.0, 60.0)
SPEC = TextSpec("Be Vietnam Pro", 700, size_min=8.0, size_max=60.0)
ROUNDING = 1e-6

specs = st.builds(
    TextSpec,
    family=st.sampled_from(FAMILIES),
    weight=st.sampled_from([400, 700]),
    italic=st.booleans(),
    size_min=st.floats(5, 20),
    size_max=st.floats(20, 90),
    leading=st.floats(0.8, 1.6),
    tracking=st.sampled_from([0.0, 0.0, 40.0, -15.0]),
    case=st.sampled_from(["as-is", "upper"]),
    align=st.sampled_from(["left", "center", "right"]),
    valign=st.sampled_from(["top", "middle", "bottom", "baseline"]),
    max_lines=st.sampled_from([0, 0, 1, 2, 4]),
    balance=st.booleans(),
)
boxes = st.builds(Rect, st.floats(-10, 50), st.floats(-10, 50), st.floats(15, 190), st.floats(4, 120))


def texts_of(fitted: FittedText) -> list[str]:
    return [line.shaped.text for line in fitted.lines]


@given(paragraph_texts, specs, boxes)
@settings(max_examples=250, deadline=None)
def test_ink_stays_in_the_box_and_lines_never_touch(text: str, spec: TextSpec, box: Rect) -> None:
    fitted = fit(text, spec, box, LIBRARY)
    runs = glyph_runs(fitted, "text", BLACK, LIBRARY)
    for run in runs:
        for glyph in glyph_boxes(run, LIBRARY):
            assert box.contains(glyph, ROUNDING)
            assert run.ink_box.contains(glyph, ROUNDING)
    assert touching_lines(runs, LIBRARY) == ()
    assert spec.size_min <= fitted.size <= spec.size_max
    assert not spec.max_lines or len(fitted.lines) <= spec.max_lines
    if fitted.ink is not None:
        assert box.contains(fitted.ink, ROUNDING)


@given(paragraph_texts, specs, boxes)
@settings(max_examples=250, deadline=None)
def test_nothing_of_the_text_is_lost(text: str, spec: TextSpec, box: Rect) -> None:
    fitted = fit(text, spec, box, LIBRARY)
    wanted = text.upper() if spec.case == "upper" else text
    rest = fitted.overset_text.upper() if spec.case == "upper" else fitted.overset_text
    assert " ".join([*texts_of(fitted), rest]).split() == wanted.split()
    assert fitted.overset == bool(fitted.overset_text)
    if fitted.overset:
        assert fitted.size == spec.size_min


@given(texts, specs, boxes, st.floats(0, 60), st.floats(0, 60))
@settings(max_examples=250, deadline=None)
def test_a_larger_box_never_gives_a_smaller_size(text: str, spec: TextSpec, box: Rect, wider: float, higher: float) -> None:
    small = fit(text, spec, box, LIBRARY)
    large = fit(text, spec, Rect(box.x, box.y, box.width + wider, box.height + higher), LIBRARY)
    assert large.size >= small.size
    assert small.overset or not large.overset


@given(texts, specs, boxes)
@settings(max_examples=100, deadline=None)
def test_lines_keep_one_distance_of_at_least_the_leading(text: str, spec: TextSpec, box: Rect) -> None:
    fitted = fit(text, spec, box, LIBRARY)
    assert fitted.leading_mm >= spec.leading * fitted.size / MM - ROUNDING
    for above, below in zip(fitted.lines, fitted.lines[1:], strict=False):
        assert below.baseline - above.baseline == pytest.approx(fitted.leading_mm)


@pytest.mark.parametrize("weight", [400, 700, 900])
@pytest.mark.parametrize("family", FAMILIES)
def test_stacked_marks_never_touch_the_line_above(family: str, weight: int) -> None:
    spec = TextSpec(family, weight, size_min=10, size_max=40, leading=0.5, align="center")
    fitted = fit(STACKED, spec, Rect(0, 0, 180, 80), LIBRARY)
    runs = glyph_runs(fitted, "text", BLACK, LIBRARY)
    assert len(runs) == 2
    assert touching_lines(runs, LIBRARY) == ()
    upper, lower = (line.ink for line in fitted.lines)
    assert fitted.leading_mm > 0.9 * fitted.size / MM
    closer = replace(runs[1], origin=replace(runs[1].origin, y=runs[0].origin.y + 0.6 * fitted.size / MM))
    closer = replace(closer, ink_box=closer.ink_box.moved(0, closer.origin.y - runs[1].origin.y))
    (touch,) = touching_lines((runs[0], closer), LIBRARY)
    assert touch.upper is runs[0]
    assert touch.lower is closer
    assert touch.depth > 0
    assert upper.y < lower.y


def test_the_size_is_the_greatest_that_fits() -> None:
    fitted = fit(WELCOME, SPEC, BOX, LIBRARY)
    assert fitted.ink is not None
    spare_width, spare_height = BOX.width / fitted.ink.width, BOX.height / fitted.ink.height
    assert min(spare_width, spare_height) < 1.02
    fixed = replace(SPEC, size_min=round(fitted.size + 0.1, 1), size_max=round(fitted.size + 0.1, 1))
    lines = "\n".join(texts_of(fitted))
    assert fit(lines, fixed, BOX, LIBRARY).overset


def test_size_is_a_multiple_of_a_tenth() -> None:
    assert fit(WELCOME, SPEC, BOX, LIBRARY).size * 10 == pytest.approx(round(fit(WELCOME, SPEC, BOX, LIBRARY).size * 10))


def test_a_short_text_takes_the_greatest_size_on_one_line() -> None:
    fitted = fit("BẢN TIN", SPEC, BOX, LIBRARY)
    assert fitted.size == 60
    assert texts_of(fitted) == ["BẢN TIN"]


@pytest.mark.parametrize("width", range(30, 181, 10))
@pytest.mark.parametrize("family", ["Oswald", "Be Vietnam Pro", "Lora"])
def test_pairs_stay_together_and_no_orphan_is_left(family: str, width: float) -> None:
    fitted = fit(WELCOME, TextSpec(family, 700, size_min=6, size_max=40), Rect(0, 0, width, 90), LIBRARY)
    lines = texts_of(fitted)
    assert not fitted.overset
    assert word_count(lines[-1]) >= 2
    for pair in ("lần thứ XII,", "nhiệm kỳ 2020 – 2025!", "Đắk Nông", "Đại hội", "chào mừng"):
        assert any(pair in line for line in lines), (pair, lines)


@pytest.mark.parametrize("width", range(24, 181, 12))
def test_a_last_word_is_never_left_alone(width: float) -> None:
    fitted = fit("Hướng tới một mùa xuân thật sự tươi thắm", replace(SPEC, size_min=6), Rect(0, 0, width, 90), LIBRARY)
    assert not fitted.overset
    assert word_count(texts_of(fitted)[-1]) >= 2


@given(texts, specs, st.floats(20, 180))
@settings(max_examples=150, deadline=None)
def test_a_box_as_high_as_the_ink_is_high_enough(text: str, spec: TextSpec, width: float) -> None:
    fixed = replace(spec, size_max=spec.size_min, max_lines=0)
    lines = "\n".join(line for line in texts_of(fit(text, fixed, Rect(0, 0, width, 900), LIBRARY)) if line)
    assume(lines)
    free = fit(lines, fixed, Rect(0, 0, 2000, 900), LIBRARY)
    assert free.ink is not None
    tight = fit(lines, fixed, Rect(0, 0, 2000, free.ink.height + ROUNDING), LIBRARY)
    assert not tight.overset
    assert texts_of(tight) == texts_of(free)


def test_as_many_lines_as_the_height_takes() -> None:
    text = "HHH " * 8
    fixed = replace(SPEC, size_min=20, size_max=20, leading=1.0)
    two = shape("HHH HHH", LIBRARY.face("Be Vietnam Pro", 700), 20).width + 0.1
    fitted = fit(text, fixed, Rect(0, 0, two, 900), LIBRARY)
    assert len(fitted.lines) == 4
    assert fitted.ink is not None
    assert not fit(text, fixed, Rect(0, 0, two, fitted.ink.height + ROUNDING), LIBRARY).overset
    assert fit(text, fixed, Rect(0, 0, two, fitted.ink.height - 0.1), LIBRARY).overset


def test_pairs_stay_together_where_compounds_cannot() -> None:
    spec = replace(SPEC, size_min=12, size_max=12)
    wide, narrow = (shape(part, LIBRARY.face("Be Vietnam Pro", 700), 12).width for part in ("truyền thông", "lần thứ X"))
    fitted = fit("truyền thông lần thứ X", spec, Rect(0, 0, (wide + narrow) / 2, 60), LIBRARY)
    assert texts_of(fitted) == ["truyền", "thông", "lần thứ X"]


def test_compounds_then_orphans_then_pairs_give_way_before_text_is_overset() -> None:
    narrow = TextSpec("Be Vietnam Pro", 400, size_min=12, size_max=30)
    fitted = fit("nhiệm kỳ 2020 – 2025", narrow, Rect(0, 0, 18, 80), LIBRARY)
    assert not fitted.overset
    assert len(fitted.lines) > 1
    assert fitted.size == 12


def test_overset_text_is_reported_and_what_fits_is_set() -> None:
    fitted = fit(THEME, replace(SPEC, size_min=14), Rect(0, 0, 60, 25), LIBRARY)
    assert fitted.overset
    assert fitted.size == 14
    assert fitted.lines
    assert THEME.endswith(fitted.overset_text)
    assert " ".join([*texts_of(fitted), fitted.overset_text]) == THEME


def test_a_blank_line_does_not_end_overset_text() -> None:
    fitted = fit(f"một\n\n{THEME}", replace(SPEC, size_min=24), Rect(0, 0, 60, 20), LIBRARY)
    assert texts_of(fitted) == ["một"]
    assert fitted.overset_text == THEME


def test_a_word_too_wide_for_the_box_is_overset() -> None:
    fitted = fit("Nghiêng", replace(SPEC, size_min=30), Rect(0, 0, 15, 30), LIBRARY)
    assert fitted.overset_text == "Nghiêng"
    assert fitted.lines == ()
    assert fitted.ink is None


@pytest.mark.parametrize("box", [Rect(0, 0, 0, 10), Rect(0, 0, 10, 0), Rect(0, 0, -5, -5)])
def test_boxes_without_room(box: Rect) -> None:
    fitted = fit("BẢN TIN", SPEC, box, LIBRARY)
    assert fitted.overset
    assert fitted.overset_text == "BẢN TIN"


@pytest.mark.parametrize("text", ["", "  ", "\n\n"])
def test_empty_text(text: str) -> None:
    fitted = fit(text, SPEC, BOX, LIBRARY)
    assert fitted.lines == ()
    assert not fitted.overset
    assert glyph_runs(fitted, "text", BLACK, LIBRARY) == ()


def test_explicit_line_ends_and_blank_lines() -> None:
    fitted = fit("một\n\nhai ba", replace(SPEC, size_max=12), BOX, LIBRARY)
    assert texts_of(fitted) == ["một", "", "hai ba"]
    assert fitted.lines[2].baseline - fitted.lines[0].baseline == pytest.approx(2 * fitted.leading_mm)
    assert len(glyph_runs(fitted, "text", BLACK, LIBRARY)) == 2


@pytest.mark.parametrize(("valign", "share"), [("top", 0.0), ("middle", 0.5), ("bottom", 1.0)])
def test_vertical_place_by_ink(valign: VerticalAlign, share: float) -> None:
    spec = replace(SPEC, size_max=20, valign=valign)
    fitted = fit("Ể gọn", spec, BOX, LIBRARY)
    assert fitted.ink is not None
    assert fitted.ink.y - BOX.y == pytest.approx((BOX.height - fitted.ink.height) * share)


def test_texts_side_by_side_share_a_baseline() -> None:
    spec = replace(SPEC, size_max=20, valign="baseline")
    high, low = fit("Ể", spec, BOX, LIBRARY), fit("gọn ạ", replace(spec, size_max=14), BOX, LIBRARY)
    assert high.lines[0].baseline == pytest.approx(low.lines[0].baseline)
    assert BOX.y < high.lines[0].baseline < BOX.bottom


def test_horizontal_place() -> None:
    left, centre, right = (
        fit("HH", replace(SPEC, size_max=20, align=align), BOX, LIBRARY).lines[0] for align in ("left", "center", "right")
    )
    assert left.x == BOX.x
    assert centre.x + centre.shaped.width / 2 == pytest.approx(BOX.centre.x)
    assert right.x + right.shaped.width == pytest.approx(BOX.right)


def test_decomposed_input_and_capitals() -> None:
    spec = replace(SPEC, case="upper")
    fitted = fit(unicodedata.normalize("NFD", WELCOME), spec, BOX, LIBRARY)
    assert fitted == fit(WELCOME, spec, BOX, LIBRARY)
    assert " ".join(texts_of(fitted)) == WELCOME.upper()


def test_one_line_only() -> None:
    fitted = fit(WELCOME, replace(SPEC, size_min=4, max_lines=1), BOX, LIBRARY)
    assert len(fitted.lines) == 1
    assert fit("một\nhai", replace(SPEC, max_lines=1), BOX, LIBRARY).overset_text == "hai"


def test_missing_glyphs_are_reported() -> None:
    assert fit("Đại hội 字", SPEC, BOX, LIBRARY).missing == ("字",)


def test_moving_a_box_moves_the_text_and_nothing_else() -> None:
    here = fit(WELCOME, SPEC, BOX, LIBRARY)
    there = fit(WELCOME, SPEC, BOX.moved(5, -3), LIBRARY)
    assert there.size == here.size
    assert [line.shaped for line in there.lines] == [line.shaped for line in here.lines]
    assert there.lines[0].x - here.lines[0].x == pytest.approx(5)
    assert there.lines[0].baseline - here.lines[0].baseline == pytest.approx(-3)


def test_an_unknown_family_is_an_error() -> None:
    with pytest.raises(MissingError, match="Times New Roman"):
        fit("một", replace(SPEC, family="Times New Roman"), BOX, LIBRARY)


def test_where_orphans_are_allowed_a_single_word_may_end_a_poster() -> None:
    spec = replace(SPEC, size_max=200.0, case="upper")
    usual = fit("Mùa xanh trên cao nguyên M’Nông", spec, BOX, LIBRARY)
    poster = fit("Mùa xanh trên cao nguyên M’Nông", replace(spec, orphans=True), BOX, LIBRARY)
    assert word_count(usual.lines[-1].shaped.text) > 1
    assert word_count(poster.lines[-1].shaped.text) == 1
    assert poster.size > usual.size
