from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverkit.typography.face import Face
from coverkit.typography.linebreak import narrowest
from coverkit.typography.setting import SLACK, Manner, Room, greatest, prepared
from tests.typography.samples import FAMILIES, LIBRARY, WELCOME, texts


def manner(face: Face, tracking: float = 0.0, capitals: bool = False) -> Manner:
    return Manner(face, tracking, capitals, "left", 1.2, True, 0)


@pytest.mark.parametrize("tracking", [0.0, 80.0, -20.0])
@pytest.mark.parametrize("family", FAMILIES)
def test_widths_taken_from_one_shaping_are_those_of_the_pieces(family: str, tracking: float) -> None:
    way = manner(LIBRARY.face(family), tracking)
    (paragraph,) = prepared(WELCOME, way, "bound", True)
    for piece, width in zip(paragraph.pieces, paragraph.widths, strict=True):
        assert width == pytest.approx(way.strip(piece).width, abs=0.06)
    assert paragraph.widest((0,)) == pytest.approx(way.strip(WELCOME).width)


@given(texts, st.sampled_from(FAMILIES), st.booleans())
@settings(max_examples=150, deadline=None)
def test_lines_are_nearly_as_wide_as_their_words(text: str, family: str, capitals: bool) -> None:
    way = manner(LIBRARY.face(family), 0.0, capitals)
    (paragraph,) = prepared(text, way, "loose", True)
    for start in range(len(paragraph.pieces)):
        tail = paragraph.lines((0, start) if start else (0,))
        estimate = paragraph.widest((0, start) if start else (0,))
        assert estimate <= SLACK * way.block(tail).width


def test_fewest_lines_among_equal_sizes() -> None:
    way = manner(LIBRARY.face("Lora"))
    found = greatest(prepared(WELCOME, way, "compounds", False), way, Room(2000.0, 2000.0, 8.0, 12.0))
    assert found is not None
    size, block = found
    assert size == 12.0
    assert len(block.strips) == 1


def test_nothing_is_found_where_nothing_fits() -> None:
    way = manner(LIBRARY.face("Lora"))
    assert greatest(prepared(WELCOME, way, "compounds", False), way, Room(20.0, 20.0, 8.0, 12.0)) is None


@given(texts, st.sampled_from(FAMILIES), st.floats(40, 500), st.floats(40, 300))
@settings(max_examples=100, deadline=None)
def test_no_count_of_lines_gives_a_greater_size(text: str, family: str, width: float, height: float) -> None:
    way, room = manner(LIBRARY.face(family)), Room(width, height, 4.0, 90.0)
    (paragraph,) = whole = prepared(text, way, "compounds", False)
    counts = range(1, len(paragraph.pieces) + 1)
    blocks = [way.block(paragraph.lines(narrowest(paragraph.widths, paragraph.space, count))) for count in counts]
    best = max(map(room.size, blocks))
    found = greatest(whole, way, room)
    assert (found[0] if found else 0.0) >= (best if best >= room.size_min else 0.0)


def test_as_many_lines_as_the_height_takes() -> None:
    way = replace(manner(LIBRARY.face("Be Vietnam Pro", 700)), leading=1.0)
    text = prepared("HHH " * 8, way, "bound", True)
    two = way.block(("HHH HHH",) * 4)
    room = Room(two.width * 20 + 0.1, two.height * 20 + 0.1, 20.0, 20.0)
    found = greatest(text, way, room)
    assert found is not None
    assert len(found[1].strips) == 4
    assert greatest(text, way, replace(room, height=room.height - 0.2)) is None
