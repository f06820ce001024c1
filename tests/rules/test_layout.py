"""layout.*: trim, bleed, safe area, collisions, filled slots."""

from __future__ import annotations

from dataclasses import replace

import pytest

from coverkit.geometry import Point, Rect
from coverkit.model.values import BLACK, WHITE, Cmyk
from coverkit.scene.operations import Fill, Gradient, Picture, Stop, Stroke
from coverkit.scene.path import Path
from tests.rules.covers import (
    MOTTO,
    PHOTO,
    RED,
    WHOLE,
    YELLOW,
    Part,
    banner,
    branded,
    codes,
    cover,
    drawn,
    empty,
    findings,
    line,
    only,
    panel,
    picture,
    slogan,
    text,
)

SAFE, INSIDE, BLEED = "layout.safe-area", "layout.inside-page", "layout.bleed-filled"
APART, FILLED = "layout.no-collisions", "layout.slots-filled"
FULL = Rect(-3.0, -3.0, 196.0, 276.0)


def test_safe_area_fires_for_a_text_1_mm_from_the_trim() -> None:
    problem = only(SAFE, cover(text("note", "HEN", x=20.0, y=1.0)))
    assert (problem.code, problem.limit, problem.unit) == ("too-near", 3.0, "mm")
    assert problem.measured == pytest.approx(1.0, abs=0.05)
    assert "upper edge" in problem.message


def test_safe_area_only_warns_between_3_mm_and_the_margin() -> None:
    assert codes(SAFE, cover(text("note", "HEN", y=4.0))) == [("close", "warning")]


def test_safe_area_fires_for_banner_and_slogan() -> None:
    assert codes(SAFE, cover(banner(x=1.0), slogan(MOTTO, y=265.0))) == [("too-near", "error")] * 2


def test_safe_area_stays_quiet_for_grounds_and_for_ink_inside() -> None:
    assert codes(SAFE, cover(panel("ground", FULL), text("note", "HEN", y=5.0), picture("photo", FULL))) == []
    assert codes(SAFE, branded()) == []


def test_safe_area_measures_ink_not_the_box() -> None:
    wide = text("note", "HEN", x=-5.0, y=20.0, width=200.0)
    assert codes(SAFE, cover(wide)) == []


def test_safe_area_option_sets_margin_and_hard_limit() -> None:
    near = cover(text("note", "HEN", y=4.0))
    assert codes(SAFE, near, margin_mm=4.0) == []
    assert codes(SAFE, near, hard_mm=4.5) == [("too-near", "error")]
    assert codes(SAFE, cover(text("note", "HEN", y=2.0)), margin_mm=2.0) == []


def test_inside_page_fires_for_a_text_that_is_cut_or_lost() -> None:
    problem = only(INSIDE, cover(text("note", "HEN", x=185.0, y=20.0, size=20.0)))
    assert problem.code == "cut-off"
    assert codes(INSIDE, cover(text("note", "HEN", x=300.0, y=20.0))) == [("off-page", "error")]


def test_inside_page_warns_for_other_elements_off_the_page() -> None:
    assert codes(INSIDE, cover(panel("lost", Rect(250, 10, 20, 20)))) == [("off-page", "warning")]


def test_inside_page_stays_quiet_for_bleeding_grounds() -> None:
    assert codes(INSIDE, branded(panel("ground", FULL))) == []


def test_inside_page_option_is_the_rounding() -> None:
    slightly = cover(text("note", "HEN", x=20.0, y=-0.2))
    assert codes(INSIDE, slightly) == [("cut-off", "error")]
    assert codes(INSIDE, slightly, tolerance_mm=0.5) == []


@pytest.mark.parametrize(
    ("edge", "box"),
    [
        ("left", Rect(-1.0, -3.0, 194.0, 276.0)),
        ("top", Rect(-3.0, 0.0, 196.0, 273.0)),
        ("right", Rect(-3.0, -3.0, 193.5, 276.0)),
        ("bottom", Rect(-3.0, -3.0, 196.0, 272.5)),
    ],
)
def test_bleed_filled_fires_for_each_edge(edge: str, box: Rect) -> None:
    for ground in (panel("ground", box), picture("ground", box)):
        problem = only(BLEED, cover(ground))
        assert problem.code == f"short-{edge}"
        assert problem.limit == 3.0


def test_bleed_filled_fires_with_what_is_short() -> None:
    problem = only(BLEED, cover(picture("photo", Rect(-3.0, -3.0, 194.5, 276.0))))
    assert problem.measured == pytest.approx(1.5)
    assert "1.5 mm short" in problem.message


def test_bleed_filled_fires_for_gradients_lines_and_art() -> None:
    box = Rect(0.0, 100.0, 193.0, 20.0)
    stops = (Stop(0.0, RED), Stop(1.0, YELLOW))
    fade = drawn("fade", Gradient("fade", Path.rectangle(box), Point(0, 0), Point(190, 0), stops))
    assert codes(BLEED, cover(fade)) == [("short-left", "error")]
    assert codes(BLEED, cover(line("rule", Point(0, 50), Point(193, 50), 1.0))) == [("short-left", "error")]
    assert codes(BLEED, cover(banner(x=0.0, width=180.0))) == [("short-left", "error")]


def test_bleed_filled_fires_for_a_photo_over_a_ground_that_bleeds() -> None:
    subject = cover(panel("ground", FULL), picture("photo", Rect(0.0, 50.0, 193.0, 100.0)))
    assert [one.problem.element for one in findings(BLEED, subject)] == ["photo"]


def test_bleed_filled_stays_quiet_for_full_bleed_white_edges_and_what_is_hidden() -> None:
    inside = picture("photo", Rect(10.0, 10.0, 170.0, 100.0))
    assert codes(BLEED, branded(inside)) == []
    assert codes(BLEED, cover(panel("ground", FULL), picture("photo", FULL))) == []
    assert codes(BLEED, cover(panel("paper", Rect(0.0, 0.0, 190.0, 270.0), WHITE))) == []
    short = picture("photo", Rect(0.0, 50.0, 193.0, 100.0))
    assert codes(BLEED, cover(short, panel("over", Rect(-3.0, 40.0, 30.0, 120.0)))) == []


def test_bleed_filled_fires_where_a_turned_or_round_picture_hides_only_a_part() -> None:
    short = picture("photo", Rect(0.0, 50.0, 193.0, 100.0))
    over = Picture("over", PHOTO, Rect(-3.0, 40.0, 60.0, 120.0), WHOLE)
    round_off = replace(over, clip=Path.rounded(over.box, 20.0))
    assert codes(BLEED, cover(short, drawn("over", over))) == []
    for one in (replace(over, angle=5.0), round_off):
        assert ("short-left", "error") in codes(BLEED, cover(short, drawn("over", one)))


def test_bleed_filled_fires_where_what_hides_it_leaves_a_stretch_free() -> None:
    short = picture("photo", Rect(0.0, 50.0, 193.0, 100.0))
    assert codes(BLEED, cover(short, panel("over", Rect(-3.0, 60.0, 30.0, 120.0)))) == [("short-left", "error")]


def test_bleed_filled_follows_the_printers_bleed() -> None:
    assert codes(BLEED, cover(panel("ground", FULL), bleed=5.0)) == [
        ("short-left", "error"),
        ("short-top", "error"),
        ("short-right", "error"),
        ("short-bottom", "error"),
    ]


def test_bleed_filled_option_sets_what_was_meant_to_reach_the_trim() -> None:
    inset = cover(picture("photo", Rect(1.5, -3.0, 191.5, 276.0)))
    assert codes(BLEED, inset) == []
    assert codes(BLEED, inset, near_mm=2.0) == [("short-left", "error")]
    slight = cover(panel("ground", Rect(-2.9, -3.0, 195.9, 276.0)))
    assert codes(BLEED, slight) == [("short-left", "error")]
    assert codes(BLEED, slight, tolerance_mm=0.2) == []


def test_no_collisions_fires_for_texts_on_one_another_and_on_the_banner() -> None:
    assert codes(APART, cover(text("a", "Một dòng chữ"), text("b", "Dòng khác", y=101.0))) == [("overlap", "error")]
    problem = only(APART, cover(banner(y=100.0), text("b", "Dòng khác", y=110.0)))
    assert "the banner" in problem.message
    assert "the b" in problem.message


def test_no_collisions_fires_for_a_text_under_something() -> None:
    problem = only(APART, cover(text("a", "Một dòng chữ"), panel("field", Rect(15, 95, 30, 20))))
    assert (problem.code, problem.element) == ("hidden", "a")


def test_no_collisions_stays_quiet_when_only_boxes_or_bounds_overlap() -> None:
    left, right = text("a", "Trái", width=150.0), text("b", "Phải", x=100.0)
    assert codes(APART, cover(left, right)) == []
    dotted = text("a", "ạ nnnnnn", x=20.0, size=40)
    assert dotted.composed.used is not None
    beside_the_dot = text("b", "nnn", x=40.0, y=dotted.composed.used.bottom - 1.5, size=20)
    assert codes(APART, cover(dotted, beside_the_dot)) == []
    assert codes(APART, cover(dotted, text("b", "nnn", y=dotted.composed.used.bottom - 1.5, size=20))) == [("overlap", "error")]
    frame = drawn("frame", Stroke("frame", Path.rectangle(Rect(10, 90, 170, 30)), BLACK, 1.0))
    below = panel("field", Rect(15, 95, 30, 20))
    assert codes(APART, cover(below, text("a", "Một dòng chữ"), frame)) == []
    assert codes(APART, branded()) == []


def test_no_collisions_option_is_the_overlap_that_counts() -> None:
    touching = cover(text("a", "HHH", y=100.0, size=20), text("b", "HHH", y=104.5, size=20))
    assert codes(APART, touching) == [("overlap", "error")]
    assert codes(APART, touching, least_mm=1.0) == []


def test_slots_filled_fires_for_empty_places_and_frames_without_a_picture() -> None:
    waiting = picture("hero", Rect(20, 60, 100, 60))
    waiting = replace(waiting, composed=replace(waiting.composed, placeholder=True))
    assert codes(FILLED, cover(empty("headline"), waiting)) == [("empty", "error"), ("placeholder", "error")]


def test_slots_filled_stays_quiet_for_optional_conditional_and_overset_places() -> None:
    crowded = replace(text("name", "Nghiêng", size=60, width=10, height=5), required=True)
    subject = cover(empty("teaser", required=False), empty("band", required=False, when="W > 200"), crowded)
    assert codes(FILLED, subject) == []


def test_drawn_parts_are_what_the_tests_say() -> None:
    disc: Part = drawn("disc", Fill("disc", Path.circle(Point(10, 10), 5), Cmyk(0, 0, 0, 0.5)))
    assert disc.box.width == pytest.approx(10.0)
