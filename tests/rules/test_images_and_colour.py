"""images.* and colour.*: pixels, kinds of pictures, ink, contrast, lines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coverkit.checks.finding import Status
from coverkit.elements.context import Composed
from coverkit.facts.ink import InkReport
from coverkit.geometry import Point, Rect
from coverkit.model.values import BLACK, WHITE, Cmyk
from coverkit.scene.operations import Crop, Fill, Gradient, Stop, Veil
from coverkit.scene.path import Path
from tests.rules.covers import (
    INFO,
    RED,
    YELLOW,
    Part,
    banner,
    branded,
    codes,
    cover,
    drawn,
    line,
    only,
    panel,
    picture,
    result,
    text,
)

PPI, MODE = "images.resolution", "images.mode"
INK, SMALL, CONTRAST, LINES = "colour.ink-coverage", "colour.small-text-inks", "colour.contrast", "colour.thin-lines"
INCHES = 25.4
GREY = Cmyk(0.0, 0.0, 0.0, 0.45)
MIXED = Cmyk(0.6, 0.4, 0.4, 1.0)


def _photo(ppi: float) -> Rect:
    return Rect(0.0, 0.0, 3000 / ppi * INCHES, 2000 / ppi * INCHES)


def test_resolution_fires_at_120_ppi() -> None:
    problem = only(PPI, cover(picture("hero", _photo(120))))
    assert (problem.code, problem.measured, problem.limit, problem.unit) == ("below-limit", 120.0, 150.0, "ppi")
    assert "5625 × 3750" in problem.message


def test_resolution_only_warns_at_200_ppi() -> None:
    assert codes(PPI, cover(picture("hero", _photo(200)))) == [("below-good", "warning")]


def test_resolution_fires_for_a_crop_of_a_large_picture() -> None:
    cropped = picture("hero", _photo(300), crop=Crop(0.25, 0.25, 0.65, 0.65))
    assert codes(PPI, cover(cropped)) == [("below-limit", "error")]


def test_resolution_stays_quiet_at_300_ppi() -> None:
    assert codes(PPI, cover(picture("hero", _photo(300)))) == []
    assert codes(PPI, cover(picture("hero", _photo(225)))) == []


def test_resolution_option_sets_the_limits() -> None:
    soft = cover(picture("hero", _photo(120)))
    assert codes(PPI, soft, error_ppi=100.0) == [("below-good", "warning")]
    assert codes(PPI, soft, error_ppi=96.0, warning_ppi=110.0) == []


@pytest.mark.parametrize(
    ("info", "expected"),
    [
        (replace(INFO, has_alpha=True), ["alpha"]),
        (replace(INFO, mode="cmyk"), ["cmyk-profile"]),
        (replace(INFO, mode="cmyk", has_profile=False), ["cmyk-plain"]),
        (replace(INFO, mode="gray", bits=1), ["few-tones"]),
    ],
)
def test_mode_fires_with_what_will_happen(info: object, expected: list[str]) -> None:
    found = codes(MODE, cover(picture("hero", _photo(300)), info=info))
    assert found == [(code, "note") for code in expected]


def test_mode_stays_quiet_for_rgb_and_grey() -> None:
    assert codes(MODE, cover(picture("hero", _photo(300)))) == []
    assert codes(MODE, cover(picture("hero", _photo(300)), info=replace(INFO, mode="gray", has_profile=False))) == []


def test_mode_option_tells_which_pictures_are_taken_for_srgb() -> None:
    plain = cover(picture("hero", _photo(300)), info=replace(INFO, has_profile=False))
    assert codes(MODE, plain) == []
    assert codes(MODE, plain, tell_assumed=True) == [("assumed-srgb", "note")]


def _report(mean: float) -> InkReport:
    return InkReport(mean, Rect(50.0, 60.0, 15.0, 15.0), mean + 20, 0.02, 300.0, "tests")


def test_ink_coverage_fires_above_the_limit() -> None:
    problem = only(INK, cover(ink=_report(312.0)))
    assert (problem.code, problem.measured, problem.limit) == ("over-limit", 312.0, 300.0)
    assert problem.box == Rect(50.0, 60.0, 15.0, 15.0)
    assert codes(INK, cover(ink=_report(312.0))) == [("over-limit", "warning")]


def test_ink_coverage_stays_quiet_up_to_the_limit_and_its_tolerance() -> None:
    assert codes(INK, cover(ink=_report(301.0))) == []


def test_ink_coverage_is_not_checked_without_plates() -> None:
    outcome = result(INK, cover())
    assert outcome.status is Status.NOT_CHECKED
    assert outcome.reason


def test_ink_coverage_option_sets_the_limit() -> None:
    assert codes(INK, cover(ink=_report(285.0)), limit_percent=280.0) == [("over-limit", "warning")]
    assert codes(INK, cover(ink=_report(304.0)), tolerance_percent=5.0) == []


def test_small_text_inks_fires_for_two_inks_and_for_mixed_black() -> None:
    assert codes(SMALL, cover(text("note", "đỏ", size=7.0, ink=RED))) == [("several-inks", "warning")]
    assert codes(SMALL, cover(text("note", "đen", size=11.0, ink=MIXED))) == [("mixed-black", "warning")]


def test_small_text_inks_stays_quiet_for_one_ink_white_and_large_text() -> None:
    fine = (
        text("a", "đen", size=7.0),
        text("b", "trắng", y=110.0, size=7.0, ink=WHITE),
        text("c", "vàng", y=120.0, size=7.0, ink=YELLOW),
        text("d", "đỏ", y=130.0, size=8.0, ink=RED),
        text("e", "đen", y=140.0, size=12.0, ink=MIXED),
    )
    assert codes(SMALL, cover(*fine)) == []


def test_small_text_inks_option_sets_the_sizes() -> None:
    red = cover(text("note", "đỏ", size=9.0, ink=RED))
    assert codes(SMALL, red, least_pt=10.0) == [("several-inks", "warning")]
    black = cover(text("note", "đen", size=11.0, ink=MIXED))
    assert codes(SMALL, black, black_pt=10.0) == []
    assert codes(SMALL, cover(text("note", "xám", size=11.0, ink=Cmyk(0.1, 0.1, 0.1, 0.8))), black_share=0.8) != []


def test_contrast_fires_on_paper_on_a_field_and_on_a_gradient() -> None:
    problem = only(CONTRAST, cover(text("note", "vàng", ink=YELLOW)))
    assert problem.code == "too-low"
    assert isinstance(problem.measured, float)
    assert problem.measured < 1.5
    field = Rect(10, 90, 170, 30)
    assert codes(CONTRAST, cover(panel("field", field, GREY), text("note", "xám", ink=RED))) == [("too-low", "warning")]
    stops = (Stop(0.0, BLACK), Stop(1.0, WHITE))
    fade = drawn("fade", Gradient("fade", Path.rectangle(field), Point(10, 90), Point(60, 90), stops))
    assert codes(CONTRAST, cover(fade, text("note", "trắng trắng trắng trắng", ink=WHITE))) == [("too-low", "warning")]


def test_contrast_stays_quiet_for_good_pairs() -> None:
    field = panel("field", Rect(10, 90, 170, 30), Cmyk(0.1, 1.0, 1.0, 0.1))
    assert codes(CONTRAST, cover(field, text("note", "vàng", ink=YELLOW))) == []
    assert codes(CONTRAST, branded()) == []


def test_contrast_is_not_checked_on_a_bare_picture() -> None:
    outcome = result(CONTRAST, cover(picture("hero", Rect(0, 0, 190, 270)), text("note", "trắng", ink=WHITE)))
    assert outcome.status is Status.NOT_CHECKED
    assert "the note" in outcome.reason


def test_contrast_is_not_judged_on_the_grey_of_a_picture_that_is_still_to_come() -> None:
    box = Rect(0, 0, 190, 270)
    frame = Composed((Fill("hero", Path.rectangle(box), GREY),), box, placeholder=True)
    outcome = result(CONTRAST, cover(Part("hero", "picture", box, frame), text("note", "trắng", ink=GREY)))
    assert (outcome.status, codes(CONTRAST, cover(panel("hero", box, GREY), text("note", "trắng", ink=GREY)))) == (
        Status.NOT_CHECKED,
        [("too-low", "warning")],
    )


def test_contrast_under_a_veil_is_judged_where_the_picture_cannot_change_it() -> None:
    def veiled(opacity: float, ink: Cmyk) -> list[tuple[str, str]]:
        veil = Veil(Rect(0, 0, 190, 270), Cmyk(0.0, 1.0, 1.0, 0.6), opacity, opacity)
        subject = cover(picture("hero", Rect(0, 0, 190, 270), veils=(veil,)), text("note", "chữ", ink=ink))
        outcome = result(CONTRAST, subject)
        return [(one.code, one.severity.value) for one in outcome.findings] or [(outcome.status.value, "")]

    assert veiled(0.95, WHITE) == [("pass", "")]
    assert veiled(0.95, Cmyk(0.0, 1.0, 1.0, 0.4)) == [("too-low", "warning")]
    assert veiled(0.3, WHITE) == [("not_checked", "")]


def test_contrast_option_sets_the_ratio() -> None:
    grey = cover(text("note", "xám", ink=GREY))
    ratio = only(CONTRAST, grey, least_ratio=21.0).measured
    assert isinstance(ratio, float)
    assert codes(CONTRAST, grey, least_ratio=ratio - 0.1) == []
    assert codes(CONTRAST, grey, least_ratio=ratio + 0.1) == [("too-low", "warning")]


def test_thin_lines_fires_for_hairlines_and_thin_lines_in_several_inks() -> None:
    start, end = Point(20, 100), Point(100, 100)
    assert codes(LINES, cover(line("rule", start, end, 0.1))) == [("too-thin", "warning")]
    assert codes(LINES, cover(line("rule", start, end, 0.3, RED))) == [("several-inks", "warning")]
    assert codes(LINES, cover(panel("sliver", Rect(20, 100, 100, 0.05), BLACK))) == [("too-thin", "warning")]


def test_thin_lines_stays_quiet_at_the_limit() -> None:
    start, end = Point(20, 100), Point(100, 100)
    assert codes(LINES, cover(line("a", start, end, 0.25), line("b", start, end, 0.5, RED), banner())) == []


def test_thin_lines_option_sets_the_limits() -> None:
    rule = cover(line("rule", Point(20, 100), Point(100, 100), 0.4))
    assert codes(LINES, rule, least_pt=0.5) == [("too-thin", "warning")]
    red = cover(line("rule", Point(20, 100), Point(100, 100), 0.4, RED))
    assert codes(LINES, red, several_pt=0.3) == []
