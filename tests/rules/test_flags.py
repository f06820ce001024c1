"""National flags drawn with shapes, flags in pictures by a person's answers, and what lies over them."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest

from coverkit.checks.finding import Status
from coverkit.geometry import Point, Rect
from coverkit.layout.cover import Cover
from coverkit.model.values import Cmyk
from coverkit.rules.subject.flags import drawn_flags
from coverkit.rules.subject.questions import QUESTIONS
from coverkit.scene.operations import Fill, Operation
from coverkit.scene.path import Path, Segment
from tests.rules.covers import RED, Part, codes, cover, drawn, only, panel, picture, result, text

SHAPE, STAR, COLOURS, GROUND = "symbols.flag-shape", "symbols.flag-star", "symbols.flag-colours", "symbols.flag-ground"
SIGN, ORDER, OVER = "symbols.hammer-and-sickle", "symbols.flags-in-order", "law.nothing-over-symbols"
YELLOW = Cmyk(0.0, 0.0, 1.0, 0.0)
NOTCH = (3 - math.sqrt(5)) / 2
PHOTO = picture("hero", Rect(0.0, 80.0, 190.0, 100.0))
BOX = Rect(20.0, 20.0, 60.0, 40.0)
IN_2023 = dt.date(2023, 6, 1)


def star(centre: Point, radius: float, *, turn: float = 0.0, notch: float = NOTCH, curved: bool = False) -> Path:
    points = []
    for index in range(10):
        angle = math.radians(turn + 36 * index)
        far = radius * (1 if index % 2 == 0 else notch)
        points.append(Point(centre.x + far * math.sin(angle), centre.y - far * math.cos(angle)))
    if not curved:
        return Path.polygon(tuple(points))
    steps = [Segment("M", (points[0],)), *(Segment("C", (one, one, one)) for one in points[1:]), Segment("Z")]
    return Path(tuple(steps))


def flag(
    box: Rect = BOX,
    *,
    at: Point | None = None,
    radius: float = 12.0,
    red: Cmyk = RED,
    yellow: Cmyk = YELLOW,
    ground: Path | None = None,
    **how: Any,
) -> Part:
    field: Operation = Fill("flag", ground or Path.rectangle(box), red)
    return drawn("flag", field, Fill("flag", star(at or box.centre, radius, **how), yellow))


def asked(*parts: Part, yes: str = "", no: str = "", **changes: Any) -> Cover:
    answers = {**dict.fromkeys(yes.split(), True), **dict.fromkeys(no.split(), False)}
    assert set(answers) <= set(QUESTIONS)
    return cover(*parts, answers=answers, **changes)


def test_a_flag_is_told_from_ornaments() -> None:
    assert len(list(drawn_flags(cover(flag())))) == 1
    for ornament in (
        flag(Rect(0.0, 0.0, 190.0, 200.0), radius=38.0),
        flag(at=Point(25.0, 25.0), radius=6.0),
        flag(yellow=RED),
        flag(red=Cmyk(1.0, 0.2, 0.0, 0.0)),
        drawn("star", Fill("star", star(Point(50.0, 50.0), 12.0), YELLOW)),
        panel("field", Rect(20.0, 20.0, 60.0, 40.0)),
    ):
        assert list(drawn_flags(cover(ornament))) == []


def test_flag_shape_fires_for_other_sides() -> None:
    problem = only(SHAPE, cover(flag(Rect(20.0, 20.0, 60.0, 36.0), radius=12.0)))
    assert (problem.code, problem.measured, problem.limit) == ("ratio", 1.667, 1.5)
    assert codes(SHAPE, cover(flag(Rect(20.0, 20.0, 40.0, 60.0)))) == [("ratio", "error")]


def test_flag_shape_stays_quiet_for_three_by_two() -> None:
    assert codes(SHAPE, cover(flag())) == codes(SHAPE, cover(flag(Rect(20.0, 20.0, 60.3, 40.0)))) == []


def test_flag_shape_option_sets_the_tolerance() -> None:
    subject = cover(flag(Rect(20.0, 20.0, 60.0, 39.0)))
    assert codes(SHAPE, subject) == [("ratio", "error")]
    assert codes(SHAPE, subject, tolerance=0.05) == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (flag(at=Point(53.0, 40.0)), "off-centre"),
        (flag(radius=10.0), "size"),
        (flag(turn=8.0), "turned"),
        (flag(turn=36.0), "turned"),
        (flag(notch=0.5), "edges"),
        (flag(curved=True), "edges"),
    ],
)
def test_flag_star_fires_for_each_fault(wrong: Part, code: str) -> None:
    assert codes(STAR, cover(wrong)) == [(code, "error")]


def test_flag_star_fires_by_the_answer_for_pictures() -> None:
    assert result(STAR, cover(PHOTO)).reason.endswith("(symbols-on-cover)")
    assert result(STAR, asked(PHOTO, yes="national-flag")).reason.endswith("(national-flag-drawn-rightly)")
    wrong = asked(PHOTO, yes="national-flag", no="national-flag-drawn-rightly")
    assert codes(STAR, wrong) == [("shown-wrongly", "error")]


def test_flag_star_stays_quiet_for_the_ordered_drawing() -> None:
    assert result(STAR, cover(flag())).status is Status.PASS
    assert result(STAR, asked(PHOTO, yes="national-flag national-flag-drawn-rightly")).status is Status.PASS
    assert result(STAR, asked(PHOTO, no="symbols-on-cover")).status is Status.PASS


def test_flag_star_option_sets_the_tolerances() -> None:
    assert codes(STAR, cover(flag(at=Point(53.0, 40.0))), off_share=0.1) == []
    assert codes(STAR, cover(flag(radius=11.0)), size_share=0.1) == []
    assert codes(STAR, cover(flag(turn=3.0)), turn_degrees=5.0) == []


def test_flag_colours_fires_with_a_note_that_no_number_is_official() -> None:
    dull = cover(flag(red=Cmyk(0.2, 1.0, 0.9, 0.4), yellow=Cmyk(0.0, 0.4, 1.0, 0.0)))
    assert codes(COLOURS, dull) == [("red", "note"), ("yellow", "note")]
    assert "No official number" in result(COLOURS, dull).findings[0].problem.message


def test_flag_colours_stays_quiet_for_the_usual_inks() -> None:
    assert codes(COLOURS, cover(flag())) == codes(COLOURS, cover(flag(yellow=Cmyk(0.0, 0.08, 1.0, 0.0)))) == []


def test_flag_colours_option_sets_the_difference() -> None:
    assert len(codes(COLOURS, cover(flag(yellow=Cmyk(0.0, 0.08, 1.0, 0.0))), greatest_difference=0.5)) == 1


def swallow_tail() -> Path:
    return Path.polygon((Point(20, 20), Point(80, 20), Point(70, 40), Point(80, 60), Point(20, 60)))


def test_flag_ground_fires_for_a_swallows_tail() -> None:
    assert codes(GROUND, cover(flag(ground=swallow_tail()))) == [("not-a-rectangle", "warning")]
    assert codes(GROUND, asked(PHOTO, yes="symbols-on-cover", no="flags-on-rectangles")) == [("swallow-tailed", "warning")]


def test_flag_ground_stays_quiet_for_rectangles() -> None:
    assert result(GROUND, cover(flag())).status is Status.PASS
    assert result(GROUND, asked(PHOTO, yes="flags-on-rectangles symbols-on-cover")).status is Status.PASS


def test_hammer_and_sickle_fires_by_the_answer() -> None:
    wrong = asked(yes="party-flag", no="hammer-and-sickle-drawn-rightly", date=IN_2023)
    assert codes(SIGN, wrong) == [("shown-wrongly", "error")]


def test_hammer_and_sickle_stays_quiet_before_the_regulation_and_without_the_flag() -> None:
    assert result(SIGN, cover()).status is Status.PASS
    assert result(SIGN, asked(no="symbols-on-cover", date=IN_2023)).status is Status.PASS
    assert result(SIGN, asked(yes="party-flag hammer-and-sickle-drawn-rightly", date=IN_2023)).status is Status.PASS


def test_hammer_and_sickle_option_sets_the_day() -> None:
    wrong = asked(yes="party-flag", no="hammer-and-sickle-drawn-rightly")
    assert codes(SIGN, wrong) == []
    assert codes(SIGN, wrong, since=dt.date(2020, 1, 1)) == [("shown-wrongly", "error")]


def test_flags_in_order_fires_where_both_are_shown() -> None:
    assert codes(ORDER, asked(yes="national-flag party-flag", no="flags-in-order")) == [("out-of-order", "warning")]


def test_flags_in_order_stays_quiet_with_one_flag_or_in_order() -> None:
    for subject in (
        asked(no="symbols-on-cover"),
        asked(yes="national-flag", no="party-flag"),
        asked(yes="national-flag party-flag flags-in-order"),
    ):
        assert result(ORDER, subject).status is Status.PASS


def test_nothing_over_symbols_fires_for_what_lies_on_a_drawn_flag() -> None:
    problem = only(OVER, cover(flag(), text("headline", "Đại hội", y=30.0)))
    assert (problem.code, problem.element) == ("on-flag", "headline")


def test_nothing_over_symbols_fires_by_the_answers_for_a_picture() -> None:
    parts = PHOTO, text("headline", "Đại hội")
    assert result(OVER, cover(*parts)).reason.endswith("(symbols-on-cover)")
    assert result(OVER, asked(*parts, yes="symbols-on-cover")).reason.endswith("(symbols-uncovered)")
    problem = only(OVER, asked(*parts, yes="symbols-on-cover", no="symbols-uncovered"))
    assert (problem.code, problem.element) == ("on-image", "headline")


def test_nothing_over_symbols_stays_quiet_and_asks_nothing_where_nothing_lies_on_anything() -> None:
    assert result(OVER, cover(PHOTO, text("headline", "Đại hội", y=200.0))).status is Status.PASS
    assert result(OVER, cover(flag(), text("headline", "Đại hội", y=100.0))).status is Status.PASS
    assert result(OVER, asked(PHOTO, text("x", "Đại hội"), yes="symbols-on-cover symbols-uncovered")).status is Status.PASS


def test_nothing_over_symbols_option_looks_at_the_campaigns_art_too() -> None:
    from tests.rules.covers import banner

    subject = cover(banner(), text("headline", "Đại hội", y=235.0))
    assert result(OVER, subject).status is Status.PASS
    assert result(OVER, subject, over_art=True).reason.endswith("(symbols-on-cover)")
