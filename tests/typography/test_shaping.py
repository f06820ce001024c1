from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverkit.geometry import MM
from coverkit.typography.shaping import shape, strip
from tests.typography.samples import FAMILIES, LIBRARY, WELCOME, texts

SERIF = LIBRARY.face("Playfair Display", 400)
SANS = LIBRARY.face("Be Vietnam Pro", 700)


@given(texts, st.sampled_from(FAMILIES), st.sampled_from([0.0, 25.0, -10.0]))
@settings(deadline=None)
def test_clusters_join_to_the_text(text: str, family: str, tracking: float) -> None:
    shaped = shape(text, LIBRARY.face(family), 12, tracking)
    assert "".join(glyph.text for glyph in shaped.glyphs) == shaped.text == text
    assert shaped.missing == ()


@given(st.text(max_size=40))
@settings(deadline=None)
def test_any_text_can_be_shaped(text: str) -> None:
    shaped = shape(text, SANS, 12)
    assert "".join(glyph.text for glyph in shaped.glyphs) == shaped.text
    assert "\n" not in shaped.text


@pytest.mark.parametrize("family", FAMILIES)
def test_decomposed_text_is_shaped_like_composed(family: str) -> None:
    face = LIBRARY.face(family)
    assert shape(unicodedata.normalize("NFD", WELCOME), face, 20) == shape(WELCOME, face, 20)


def test_kerning_is_on() -> None:
    kerned, plain = shape("AV", SANS, 100), shape("AV", SANS, 100, features={"kern": False})
    assert kerned.width < plain.width
    assert plain.width == pytest.approx(sum(SANS.advance(SANS.glyph_of(char) or 0) for char in "AV") / 1000 * 100 / MM)


def test_a_ligature_keeps_its_text_unless_tracked() -> None:
    ligature = shape("fi", SERIF, 12)
    assert [glyph.text for glyph in ligature.glyphs] == ["fi"]
    assert [glyph.text for glyph in shape("fi", SERIF, 12, tracking=50).glyphs] == ["f", "i"]
    assert [glyph.text for glyph in shape("fi", SERIF, 12, features={"liga": False}).glyphs] == ["f", "i"]


def test_tracking_stands_between_letters_only() -> None:
    tight, loose = shape("HHH", SANS, 72), shape("HHH", SANS, 72, tracking=100)
    assert loose.width - tight.width == pytest.approx(2 * 0.1 * 25.4)
    assert loose.glyphs[0].x == tight.glyphs[0].x == 0


def test_tracking_does_not_part_a_letter_from_its_mark() -> None:
    tight, loose = shape("x\u0302", SANS, 72), shape("x\u0302", SANS, 72, tracking=100)
    assert [glyph.text for glyph in loose.glyphs] == ["x\u0302", ""]
    assert loose == tight


def test_marks_are_ordered_by_their_left_edges() -> None:
    lefts = [mark.left for mark in strip("l\u0302l\u0302", SANS).marks]
    assert lefts == sorted(lefts)
    assert len(lefts) == 4


def test_sizes_scale_linearly() -> None:
    small, large = shape(WELCOME, SANS, 10), shape(WELCOME, SANS, 40)
    assert large.width == pytest.approx(4 * small.width)
    assert large.ink.height == pytest.approx(4 * small.ink.height)


def test_ink_is_real() -> None:
    capital, stacked, below = shape("E", SANS, 72), shape("Ể", SANS, 72), shape("Ẹ", SANS, 72)
    assert capital.ink.y == pytest.approx(-SANS.cap_height / 1000 * 25.4, abs=0.3)
    assert stacked.ink.y < capital.ink.y - 3
    assert below.ink.bottom > capital.ink.bottom + 2


def test_blank_and_empty_lines() -> None:
    assert shape("", SANS, 12).glyphs == ()
    blank = shape("  ", SANS, 12)
    assert blank.ink.area == 0
    assert blank.width > 0
    assert strip("  ", SANS).ink is None


def test_missing_characters_are_named_once() -> None:
    assert shape("đi 字 về 字", SANS, 12).missing == ("字",)


def test_what_has_a_stand_in_is_not_missing() -> None:
    shaped = shape("A\u2011B\u00a0C\u202fD", SANS, 12)
    assert shaped.missing == ()
    assert shaped.text == "A\u2011B\u00a0C\u202fD"


def test_the_same_line_is_shaped_once() -> None:
    assert shape(WELCOME, SANS, 17.3) is shape(WELCOME, SANS, 17.3)
