"""What rules read of a cover: outlines, words, dates, numerals, grounds."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverkit.geometry import Point, Rect
from coverkit.model.values import BLACK, WHITE, Cmyk
from coverkit.rules.subject.ground import gradient_ink, ground_at
from coverkit.rules.subject.ink import gap
from coverkit.rules.subject.shapes import contours, holds, inside, meets
from coverkit.rules.subject.words import congresses_in, dates_in, roman, terms_in, without_dates
from coverkit.scene.operations import Fill, Gradient, Stop, Stroke
from coverkit.scene.path import Path
from tests.rules.covers import RED, YELLOW, banner, cover, panel, picture, text

_LENGTH = st.floats(-50, 200)
_SIZE = st.floats(0.5, 100)
_RECTS = st.builds(Rect, _LENGTH, _LENGTH, _SIZE, _SIZE)


def _in_roman(number: int) -> str:
    parts = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X")]
    parts += [(9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    written = ""
    for value, letters in parts:
        written += letters * (number // value)
        number %= value
    return written


@given(st.integers(1, 3999))
def test_roman_numerals_are_read_as_they_are_written(number: int) -> None:
    assert roman(_in_roman(number)) == number


@pytest.mark.parametrize("word", ["", "IIII", "XIIX", "VX", "Đ", "xii", "12"])
def test_what_is_no_numeral_is_none(word: str) -> None:
    assert roman(word) is None


@given(_RECTS, _RECTS)
def test_a_filled_rectangle_meets_exactly_what_it_overlaps(one: Rect, other: Rect) -> None:
    common = one.intersection(other)
    if common is None or min(common.width, common.height) > 1e-6:
        assert meets(Fill("a", Path.rectangle(one), RED), other) == (common is not None)


@given(st.floats(0, 360), st.floats(0, 19))
def test_a_circle_holds_points_within_its_radius(angle: float, distance: float) -> None:
    import math

    at = Point(50 + distance * math.cos(math.radians(angle)), 50 + distance * math.sin(math.radians(angle)))
    disc = Path.circle(Point(50, 50), 10.0)
    if abs(distance - 10) > 0.2:
        assert inside(contours(disc), at) == (distance < 10)


def test_a_frame_meets_its_border_and_not_its_middle() -> None:
    frame = Stroke("frame", Path.rectangle(Rect(10, 10, 100, 100)), BLACK, 2.0)
    assert meets(frame, Rect(5, 50, 10, 10))
    assert not meets(frame, Rect(30, 30, 20, 20))
    assert not holds(frame, Point(50, 50))


@given(_RECTS, _RECTS)
def test_gaps_are_symmetric_and_zero_only_for_what_touches(one: Rect, other: Rect) -> None:
    assert gap(one, other) == gap(other, one) >= 0
    if one.intersection(other) is not None:
        assert gap(one, other) == 0


@given(st.dates(dt.date(1945, 1, 1), dt.date(2100, 12, 31)))
def test_dates_are_read_in_every_way_of_writing(day: dt.date) -> None:
    for words in (
        f"Ngày {day.day} tháng {day.month} năm {day.year}",
        f"NGÀY {day.day:02d} THÁNG {day.month:02d} NĂM {day.year}",
        f"Số 3, {day.day}/{day.month}/{day.year}",
        f"{day.day:02d} – {day.month:02d} – {day.year}",
    ):
        assert dates_in(words) == (day,)
        assert str(day.year) not in without_dates(words)


def test_days_that_no_calendar_has_are_no_dates() -> None:
    assert dates_in("Ngày 31 tháng 2 năm 2020") == ()


@pytest.mark.parametrize(
    ("words", "scope", "number"),
    [
        ("Đại hội đại biểu Đảng bộ tỉnh Đắk Nông lần thứ XII", "province", 12),
        ("Đại hội đại biểu toàn quốc lần thứ XIII", "nation", 13),
        ("Đại hội lần thứ XIV của Đảng", "nation", 14),
        ("ĐẠI HỘI ĐẢNG BỘ HUYỆN\nLẦN THỨ 8", "district", 8),
        ("Đại hội lần thứ XII của Đảng bộ", "", 12),
        ("Đại hội đại biểu toàn quốc Hội Nông dân lần thứ VIII", "other", 8),
    ],
)
def test_a_congress_is_read_with_its_scope(words: str, scope: str, number: int) -> None:
    (found,) = congresses_in(words)
    assert (found.scope, found.number) == (scope, number)


def test_terms_are_read_with_any_dash() -> None:
    for dash in ("-", " - ", " – ", "—"):
        assert terms_in(f"nhiệm kỳ 2020{dash}2025") == ((2020, 2025),)


def test_the_ground_is_the_topmost_thing_below() -> None:
    field, photo = Rect(0, 0, 50, 50), Rect(100, 100, 50, 50)
    subject = cover(
        panel("a", field, RED), panel("b", Rect(0, 0, 20, 20), YELLOW), picture("p", photo), banner(), text("t", "x")
    )
    top = len(subject.scene.operations)
    assert ground_at(subject, top, Point(10, 10)) == (YELLOW,)
    assert ground_at(subject, 1, Point(10, 10)) == (RED,)
    assert ground_at(subject, top, Point(40, 40)) == (RED,)
    assert ground_at(subject, top, Point(60, 60)) == (WHITE,)
    assert ground_at(subject, top, Point(120, 120)) == ()
    assert ground_at(subject, top, Point(60, 240)) == ()


@given(st.floats(-20, 120))
def test_a_gradient_has_the_ink_of_its_place(x: float) -> None:
    stops = (Stop(0.0, WHITE), Stop(0.5, Cmyk(0.0, 1.0, 0.0, 0.0)), Stop(1.0, Cmyk(0.0, 1.0, 1.0, 0.0)))
    fade = Gradient("f", Path.rectangle(Rect(0, 0, 100, 10)), Point(0, 0), Point(100, 0), stops)
    share = min(1.0, max(0.0, x / 100))
    ink = gradient_ink(fade, Point(x, 5))
    assert ink.m == pytest.approx(min(1.0, share * 2))
    assert ink.y == pytest.approx(max(0.0, share * 2 - 1))
