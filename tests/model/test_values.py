"""Values: the arithmetic of inks, and what documents tell of their elements."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverkit.model.values import BLACK, WHITE, Cmyk
from tests.model.samples import DOCUMENT, PHOTO_SHA

_shares = st.floats(0, 1)
_inks = st.builds(Cmyk, _shares, _shares, _shares, _shares)


def test_black_and_white_know_themselves() -> None:
    assert BLACK.is_black_only
    assert not WHITE.is_black_only
    assert not Cmyk(0.1, 0, 0, 1).is_black_only
    assert WHITE.is_white
    assert not BLACK.is_white


@given(_inks, _inks, _shares)
def test_a_mixture_lies_between_its_parts(above: Cmyk, below: Cmyk, opacity: float) -> None:
    assert above.mixed_over(below, 1.0) == above
    assert above.mixed_over(below, 0.0) == below
    mixed = above.mixed_over(below, opacity)
    assert mixed.total == pytest.approx(above.total * opacity + below.total * (1 - opacity))
    assert min(above.k, below.k) - 1e-9 <= mixed.k <= max(above.k, below.k) + 1e-9


def test_a_document_finds_its_parts() -> None:
    element = DOCUMENT.element("headline")
    assert element is not None
    assert element.values["text"] == "Đại hội lần thứ XII"
    assert DOCUMENT.element("nobody") is None
    assert DOCUMENT.pictures() == (PHOTO_SHA,)
