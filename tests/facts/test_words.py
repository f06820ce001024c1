"""The facts' own words: white and black as GWG 2022 defines them, boxes, digests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverkit.facts.digest import Plain, digest
from coverkit.facts.marks import Colour
from coverkit.facts.page import Box
from coverkit.facts.pdf import version_number
from coverkit.geometry import MM


@pytest.mark.parametrize(
    ("colour", "white", "black"),
    [
        (Colour("DeviceCMYK", (0.0, 0.0, 0.0, 0.0)), True, False),
        (Colour("DeviceCMYK", (0.0, 0.0, 0.0, 1.0)), False, True),
        (Colour("DeviceCMYK", (0.0, 0.0, 0.1, 1.0)), False, False),
        (Colour("DeviceGray", (1.0,)), True, False),
        (Colour("DeviceGray", (0.0,)), False, True),
        (Colour("DeviceCMYK", (0.0, 0.0, 0.0, 0.0), remapped=True), False, False),
        (Colour("DeviceGray", (0.0,), remapped=True), False, False),
        (Colour("DeviceRGB", (1.0, 1.0, 1.0)), False, False),
        (Colour("Separation", (0.0,), ("Gold",)), True, False),
        (Colour("Separation", (1.0,), ("Black",)), False, True),
        (Colour("Separation", (1.0,), ("Gold",)), False, False),
        (Colour("DeviceN", (0.0, 1.0), ("Cyan", "Black")), False, True),
        (Colour("DeviceN", (0.0, 0.7), ("Cyan", "None")), True, False),
    ],
)
def test_white_and_black(colour: Colour, white: bool, black: bool) -> None:
    assert (colour.is_white, colour.is_black) == (white, black)


def test_boxes_compare_edge_by_edge() -> None:
    outer, inner = Box(0, 0, 100, 200), Box(10, 20, 70, 160)
    assert outer.overshoot(inner) == -10
    assert inner.overshoot(outer) == 40
    assert outer.margins(inner) == pytest.approx((10 / MM, 40 / MM, 30 / MM, 20 / MM))
    assert outer.differs(inner) == 40


def test_versions_compare_as_numbers() -> None:
    assert version_number("1.10") > version_number("1.9") > version_number("") == (0, 0)


VALUES: st.SearchStrategy[Plain] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-999, 999), st.text("/ab", max_size=4), st.binary(max_size=4)),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(st.text("/ab", max_size=3), inner, max_size=4)),
    max_leaves=12,
)


@given(VALUES, VALUES)
def test_digests_are_equal_exactly_for_equal_values(one: Plain, other: Plain) -> None:
    assert (digest(one) == digest(other)) == (repr(_sorted(one)) == repr(_sorted(other)))


def _sorted(value: object) -> object:
    if isinstance(value, dict):
        return {key: _sorted(value[key]) for key in sorted(value)}
    return [_sorted(item) for item in value] if isinstance(value, list) else value


def test_ways_of_writing_do_not_count() -> None:
    assert digest({"/A": 1, "/B": [0.5, -0.00001]}) == digest({"/B": [0.500001, 0], "/A": 1.0})
    assert digest([0.5]) != digest([0.5002])
