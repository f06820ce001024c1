"""Writing without Qt: the text with its caret, and where its positions are in the lines that print."""

from __future__ import annotations

import pytest

from coverkit.geometry import Point, Rect
from coverkit.gui.canvas.text_map import Empty, TextMap
from coverkit.gui.canvas.writing import Writing
from coverkit.typography.fitting import TextSpec, fit
from coverkit.typography.library import FontLibrary

BOX = Rect(10, 10, 60, 40)


def mapped(raw: str, shown: str | None = None, **style: object) -> TextMap:
    spec = TextSpec("Be Vietnam Pro", size_min=12, size_max=12, **style)  # type: ignore[arg-type]  # fields by name
    return TextMap(raw, {"unit": "Trung tâm", "nothing": ""}, fit(shown or raw, spec, BOX, FontLibrary.bundled()), BOX)


def test_typing_replaces_the_selection_and_a_burst_is_taken_back_at_once() -> None:
    writing = Writing("cũ")
    for letter in "mới":
        assert writing.insert(letter)
    assert writing.text == "mới"
    assert writing.undo()
    assert writing.text == "cũ"
    assert not writing.undo()
    assert writing.redo()
    assert writing.text == "mới"


def test_one_line_texts_take_no_line_ends() -> None:
    writing = Writing("", lines=False)
    writing.insert("một\n hai\r\nba")
    assert writing.text == "một hai ba"


def test_deleting_words_and_moving_between_them() -> None:
    writing = Writing("Mùa xanh trên")
    writing.go(8)
    assert writing.delete(writing.word_before())
    assert writing.text == "Mùa  trên"
    writing.select_word(6)
    assert writing.state.selected == "trên"


def test_every_position_has_a_place_from_left_to_right() -> None:
    found = mapped("Hợp tác xã")
    xs = [found.carets[at].x for at in range(11)]
    assert xs == sorted(xs)
    assert len(set(xs)) == 11
    assert found.position(Point(xs[4] + 0.05, found.carets[0].baseline)) == 4


def test_capitals_are_the_same_letters() -> None:
    found = mapped("khuyến nông", case="upper")
    assert found.carets[7].x > found.carets[6].x


def test_a_broken_line_has_its_ends() -> None:
    found = mapped("Nông dân Đắk Nông chuyển sang sản xuất xanh và bền vững")
    lines = {caret.line for caret in found.carets.values()}
    assert len(lines) > 1
    end = found.line_end(2)
    start = found.below(end, 0.0)
    assert found.caret(start).line == 1
    assert found.line_start(start) == end + 1
    assert found.above(start, 0.0) == 0
    assert len(found.spans(0, start + 3)) == 2


def test_names_in_braces_are_passed_in_one_step() -> None:
    found = mapped("Của {unit} đây", "Của Trung tâm đây")
    assert found.after(4) == 10
    assert found.before(10) == 4
    assert found.caret(10).x - found.caret(4).x > found.caret(3).x - found.caret(0).x
    assert found.caret(7) == found.caret(4), "there is no place inside a name"


def test_spaces_and_line_ends_that_do_not_print_still_move_the_caret() -> None:
    found = mapped("chữ  \n", "chữ")
    assert found.carets[4].x > found.carets[3].x
    assert found.carets[6].line == 1
    assert found.carets[6].baseline > found.carets[3].baseline


@pytest.mark.parametrize(("align", "x"), [("left", 10.0), ("center", 40.0), ("right", 70.0)])
def test_an_empty_text_has_a_caret_where_it_will_begin(align: str, x: float) -> None:
    found = TextMap("", {}, None, BOX, Empty(align, 12))  # type: ignore[arg-type]  # one of the three
    assert found.caret(0).x == x
