"""What the canvas reckons without Qt: viewport, handles, snapping, arranging, cropping."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverkit.geometry import Point, Rect
from coverkit.gui.canvas import handles
from coverkit.gui.canvas.arrange import aligned, distributed
from coverkit.gui.canvas.cropping_geometry import Cropping
from coverkit.gui.canvas.snapping import Surroundings
from coverkit.gui.canvas.viewport import MOST, Viewport
from coverkit.model.values import PictureValue

PAGE = Rect(0, 0, 200, 300)
BLEED = PAGE.outset(3)
numbers = st.floats(-500, 500)


@given(numbers, numbers, st.floats(0.3, 150), st.floats(0, 900), st.floats(0, 900))
def test_what_is_under_the_pointer_stays_there_while_zooming(left: float, top: float, scale: float, x: float, y: float) -> None:
    before = Viewport(3.0, left, top)
    after = before.zoomed(scale, x, y)
    assert before.page(x, y).x == pytest.approx(after.page(x, y).x, abs=1e-6)
    assert before.page(x, y).y == pytest.approx(after.page(x, y).y, abs=1e-6)


def test_a_fitting_page_is_in_the_middle_and_the_scale_has_an_end() -> None:
    viewport = Viewport.fitting(PAGE, 500, 700, 50)
    shown = viewport.window(PAGE)
    assert shown.y == pytest.approx(50)
    assert shown.centre == Point(250, 350)
    assert viewport.zoomed(1e9, 0, 0).scale == MOST


def test_a_page_cannot_be_lost() -> None:
    far = Viewport(4.0, 50_000, -50_000).kept_in(PAGE, 800, 600)
    shown = far.window(PAGE)
    assert shown.x <= 800 - 79
    assert shown.bottom >= 79


@given(st.sampled_from(handles.SIDES), st.floats(-40, 40), st.floats(-40, 40), st.floats(0, 359), st.booleans())
def test_the_side_that_is_not_dragged_stays_where_it_is(
    handle: handles.Handle, dx: float, dy: float, angle: float, keep: bool
) -> None:
    box = Rect(20, 30, 80, 60)
    across, down = handles.edges(handle)
    fixed = next(one for one in handles.SIDES if handles.edges(one) == (-across, -down))
    after = handles.resized(box, angle, handle, Point(dx, dy), keep=keep)
    before_at, after_at = handles.place(fixed, box, angle), handles.place(fixed, after, angle)
    assert math.dist((before_at.x, before_at.y), (after_at.x, after_at.y)) < 1e-6
    if keep:
        assert after.aspect == pytest.approx(box.aspect)


def test_alt_keeps_the_middle() -> None:
    after = handles.resized(Rect(0, 0, 40, 20), 0, "e", Point(5, 0), centred=True)
    assert after == Rect(-5, 0, 50, 20)


def test_a_turn_goes_in_steps_while_shift_is_held() -> None:
    box = Rect(0, 0, 10, 10)
    assert handles.turned(box, Point(5, -5), Point(15, 5), 0.0) == pytest.approx(90)
    assert handles.turned(box, Point(5, -5), Point(14, -5), 0.0, steps=True) % 15 == 0


def test_edges_and_middles_catch_on_the_page_and_the_nearest_wins() -> None:
    around = Surroundings.of(PAGE, 5, BLEED)
    assert around.move(Rect(4.2, 50, 30, 10), 2.0).dx == pytest.approx(0.8)
    middle = around.move(Rect(86.0, 50, 30, 10), 2.0)
    assert middle.dx == pytest.approx(-1.0)
    assert [line.kind for line in middle.lines if line.axis == "x"] == ["page"]
    assert around.move(Rect(30, 50, 30, 10), 2.0).dx == 0


def test_guides_are_stronger_than_elements_at_the_same_distance() -> None:
    around = Surroundings.of(PAGE, 5, BLEED, [("x", 41.0)], [Rect(39.0, 200, 10, 10)])
    assert around.move(Rect(40.0, 50, 15, 10), 1.5).dx == pytest.approx(1.0)


def test_equal_spaces_are_found_between_and_beside_others() -> None:
    boxes = [Rect(10, 10, 20, 20), Rect(90, 10, 20, 20)]
    between = Surroundings.of(PAGE, 0, BLEED, (), boxes).move(Rect(51.0, 12.3, 20, 14), 2.0)
    assert between.dx == pytest.approx(-1.0)
    assert {round(gap.length, 2) for gap in between.gaps} == {20.0}
    beside = Surroundings.of(PAGE, 0, BLEED, (), [Rect(10, 10, 20, 20), Rect(40, 10, 23, 20)])
    assert beside.move(Rect(73.8, 12.3, 21, 14), 1.0).dx == pytest.approx(-0.8)


def test_only_the_dragged_edge_catches() -> None:
    around = Surroundings.of(PAGE, 5, BLEED)
    caught = around.edges(Rect(6, 40, 100, 20), (1, 0), 2.0)
    assert caught.dx == 0
    assert around.edges(Rect(50, 40, 49, 20), (1, 0), 2.0).dx == pytest.approx(1.0)


def test_aligned_to_a_key_and_distributed_evenly() -> None:
    boxes = {"a": Rect(0, 0, 10, 10), "b": Rect(30, 5, 20, 10)}
    assert aligned(boxes, "right", Rect(90, 0, 10, 10)) == {"a": Rect(90, 0, 10, 10), "b": Rect(80, 5, 20, 10)}
    row = {"a": Rect(0, 0, 10, 10), "b": Rect(12, 0, 10, 10), "c": Rect(60, 0, 10, 10)}
    assert distributed(row, "across") == {"b": Rect(30, 0, 10, 10)}
    assert distributed(boxes, "down") == {}


@given(st.floats(-300, 300), st.floats(-300, 300), st.floats(0.01, 30), st.floats(0.3, 3))
def test_a_picture_never_leaves_a_gap_in_its_frame(dx: float, dy: float, factor: float, aspect: float) -> None:
    frame = Rect(10, 20, 80, 60)
    value = PictureValue("0" * 64, "a.jpg", 0.3, 0.6, 1.5)
    for fresh in (Cropping(frame, aspect, value).panned(dx, dy), Cropping(frame, aspect, value).zoomed(factor, Point(30, 30))):
        assert fresh.zoom >= 1
        assert 0 <= fresh.focus_x <= 1
        assert 0 <= fresh.focus_y <= 1
        assert Cropping(frame, aspect, fresh).whole.contains(frame, 1e-6)


def test_panning_moves_the_picture_by_just_that_much() -> None:
    cropping = Cropping(Rect(0, 0, 100, 100), 2.0, PictureValue("0" * 64, "a.jpg"))
    after = Cropping(cropping.frame, 2.0, cropping.panned(12, 7)).whole
    assert after.x == pytest.approx(cropping.whole.x + 12)
    assert after.y == pytest.approx(cropping.whole.y), "there is nothing above or below to show"
