"""Bounds of open places: what a drag stops at, what edits refuse, what a file edited by hand is caught with."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverkit.errors import LockedError
from coverkit.geometry import Rect
from coverkit.model import edits
from coverkit.model.document import Document, Element, Issue, PackageRef, PageFormat
from coverkit.model.locks import Locks, Permissions, PlaceBounds

ROOM = Rect(10.0, 200.0, 170.0, 40.0)
BANNER = PlaceBounds(ROOM, 90.0, 18.0, 5.0, turns=False, hides=False)
FREE = PlaceBounds(ROOM)
LENGTH = st.floats(-500, 500)
SIZE = st.floats(0.5, 900)


def document() -> Document:
    return Document(PackageRef("d", 1), PageFormat("a4", 210, 297), Issue(dt.date(2020, 10, 15)))


def permissions(bounds: PlaceBounds) -> Permissions:
    return Permissions({"banner": Locks(place_open=True, reason="Locked by 1011", name="Banner", bounds=bounds)})


@given(LENGTH, LENGTH, SIZE, SIZE)
def test_the_nearest_box_is_allowed_and_stays(x: float, y: float, width: float, height: float) -> None:
    for bounds in (BANNER, FREE):
        near = bounds.nearest(Rect(x, y, width, height))
        assert bounds.holds(near)
        assert ROOM.contains(near, 1e-6)
        assert near.width >= bounds.least_width - 1e-9


def test_art_keeps_its_proportions() -> None:
    near = BANNER.nearest(Rect(20, 205, 120, 90))
    assert near.width / near.height == pytest.approx(5.0)


def test_inside_it_may_move_and_outside_it_may_not() -> None:
    inside = Rect(20, 205, 100, 20)
    moved = edits.place(document(), "banner", inside, permissions(BANNER)).document
    found = moved.element("banner")
    assert found is not None
    assert found.box == inside
    with pytest.raises(LockedError, match="1011") as caught:
        edits.place(document(), "banner", Rect(20, 150, 100, 20), permissions(BANNER))
    assert "200" in caught.value.remedy


def test_too_small_turned_and_hidden_are_refused() -> None:
    with pytest.raises(LockedError):
        edits.place(document(), "banner", Rect(20, 205, 60, 12), permissions(BANNER))
    with pytest.raises(LockedError):
        edits.turn(document(), "banner", 4.0, permissions(BANNER))
    with pytest.raises(LockedError):
        edits.hide(document(), "banner", permissions(BANNER))
    assert edits.turn(document(), "banner", 4.0, permissions(FREE)).changed.elements


def test_a_file_edited_by_hand_is_caught_and_restored() -> None:
    by_hand = dataclasses.replace(document(), elements=(Element("banner", box=Rect(20, 100, 100, 20)),))
    assert [one.lock for one in edits.violations(by_hand, permissions(BANNER))] == ["place"]
    assert edits.restore(by_hand, permissions(BANNER)).document.element("banner") is None
