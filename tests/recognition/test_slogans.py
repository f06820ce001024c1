"""Slogans in text that is cut into pieces, spaced, in capitals, in old codes, misspelt."""

from __future__ import annotations

import datetime as dt

import pytest

from coverkit.campaigns.library import shipped
from coverkit.facts.marks import Colour, PaintState, TextMark
from coverkit.facts.page import PageFacts
from coverkit.geometry import Rect
from coverkit.recognition.lines import Piece, in_reading_order, pieces
from coverkit.recognition.slogans import slogans_in
from coverkit.typography import tcvn3, vni

CAMPAIGN = shipped("dak-nong-dai-hoi-xii-2020")
DAY = dt.date(2020, 10, 1)
WELCOME, MOTTO = CAMPAIGN.slogans[0].text, CAMPAIGN.slogans[2].text
BLACK = Colour("DeviceCMYK", (0.0, 0.0, 0.0, 1.0))


def piece(text: str, y: float = 10.0, x: float = 10.0, size: float = 12.0) -> Piece:
    """Return a piece of text 5 mm high and 2 mm a letter wide."""
    return Piece(text, Rect(x, y, len(text) * 2.0, 5.0), size)


def mark(text: str, order: int, x: float, y: float = 10.0, font: str = "Lora", mode: int = 0, advance: float = 2.0) -> TextMark:
    """Return what one text operator shows."""
    box = Rect(x, y, len(text) * advance, 5.0)
    return TextMark(order, box, box, font, 12.0, mode, text, BLACK, BLACK, PaintState())


def page(*marks: TextMark) -> PageFacts:
    """Return a page that shows text."""
    return PageFacts(1, None, None, None, None, None, marks=marks)


def found(*texts: Piece) -> list[tuple[str, str]]:
    """Return what each slogan is, and its text."""
    return [(one.match.kind, one.text) for one in slogans_in(texts, CAMPAIGN, DAY)]


def test_a_slogan_is_found_among_other_text() -> None:
    assert found(piece("Bản tin"), piece(MOTTO, 30.0), piece("Số 10", 60.0)) == [("exact", MOTTO)]


def test_over_several_lines_beside_other_columns() -> None:
    words = MOTTO.split()
    lines = [piece(" ".join(words[:6]), 10.0), piece(" ".join(words[6:]), 16.0)]
    others = [piece("Tái canh cà phê", 10.0, 120.0), piece("kinh nghiệm", 16.0, 120.0)]
    assert found(lines[0], others[0], lines[1], others[1]) == [("exact", MOTTO)]


@pytest.mark.parametrize("text", [MOTTO.upper(), " ".join(MOTTO.upper()), MOTTO.replace(" ", "")])
def test_capitals_letters_apart_and_words_without_spaces(text: str) -> None:
    ((kind, read),) = found(piece(text))
    assert kind == "exact"
    assert read in (MOTTO, MOTTO.upper())


def test_a_wrong_word_is_found_and_marked() -> None:
    (one,) = slogans_in([piece("và " + WELCOME.replace("Đảng bộ", "Đãng bộ") + " là")], CAMPAIGN, DAY)
    assert one.match.kind == "different"
    assert "[Đãng → Đảng]" in one.match.marked


def test_what_is_not_a_slogan_is_not_taken_for_one() -> None:
    assert found(piece("Nhiệt liệt chào mừng Đại hội Đảng bộ huyện Cư Jút lần thứ IX")) == []
    assert found(piece("Đoàn kết")) == []
    assert found() == []


def test_a_replaced_slogan_is_known_by_its_date() -> None:
    election = shipped("bau-cu-2016")
    (old,) = (text for one in election.slogans for text in one.replaces)
    (late,) = slogans_in([piece(old)], election, dt.date(2016, 5, 1))
    assert late.match.kind == "replaced"


def test_the_size_is_that_of_the_smallest_piece() -> None:
    words = MOTTO.split()
    (one,) = slogans_in([piece(" ".join(words[:6])), piece(" ".join(words[6:]), 16.0, size=7.0)], CAMPAIGN, DAY)
    assert one.size == 7.0
    assert one.box.height == pytest.approx(11.0)


def test_text_cut_into_pieces_is_joined() -> None:
    marks = [mark(letter, number, 10.0 + 2.0 * number) for number, letter in enumerate(MOTTO)]
    (one,) = slogans_in(pieces(page(*marks)), CAMPAIGN, DAY)
    assert one.text == MOTTO


@pytest.mark.parametrize("font", ["ABCDEF+.VnTime", ".VnArial", "Arial"])
def test_tcvn3_is_read_by_font_or_by_letters(font: str) -> None:
    (one,) = slogans_in(pieces(page(mark(tcvn3.encode(WELCOME), 1, 10.0, font=font))), CAMPAIGN, DAY)
    assert (one.match.kind, one.text) == ("exact", WELCOME)


def test_capitals_of_tcvn3_fonts_are_capitals() -> None:
    (one,) = slogans_in(pieces(page(mark(tcvn3.encode(WELCOME.lower()), 1, 10.0, font=".VnTimeH"))), CAMPAIGN, DAY)
    assert one.text == WELCOME.upper()


def test_vni_is_read_where_its_marks_are_shown_apart() -> None:
    text = vni.encode(WELCOME)
    marks = [mark(letter, number, 10.0 + 2.0 * number, font="VNI-Times") for number, letter in enumerate(text)]
    (one,) = slogans_in(pieces(page(*marks)), CAMPAIGN, DAY)
    assert (one.match.kind, one.text) == ("exact", WELCOME)


def test_what_is_clipped_away_does_not_count_and_what_is_invisible_was_recognised() -> None:
    shown = mark(MOTTO, 1, 10.0, mode=3)
    (one,) = slogans_in(pieces(page(shown)), CAMPAIGN, DAY)
    assert one.recognised
    hidden = TextMark(1, shown.box, None, "Lora", 12.0, 0, MOTTO, BLACK, BLACK, PaintState())
    assert pieces(page(hidden)) == ()


def test_blocks_are_read_one_after_the_other() -> None:
    left, right = [piece("a b c", 10.0), piece("d e f", 16.0)], [piece("x y z", 10.0, 100.0), piece("u v w", 16.0, 100.0)]
    order = in_reading_order([left[0], right[0], left[1], right[1]])
    assert [one.text for one in order] in (["a b c", "d e f", "x y z", "u v w"], ["x y z", "u v w", "a b c", "d e f"])
