"""Single inks on the press."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverkit.colour.inks import contrast_ratio, delta_e00, to_lab, to_srgb
from coverkit.model.values import BLACK, WHITE, Cmyk
from tests.colour.builders import fogra39

SHARE = st.floats(0, 1)
INKS = st.builds(Cmyk, SHARE, SHARE, SHARE, SHARE)


def test_paper_is_white() -> None:
    assert to_srgb(WHITE, fogra39()) == (1.0, 1.0, 1.0)
    assert to_lab(WHITE, fogra39()) == (100.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("ink", "lab"),
    [  # FOGRA39L's solids, measured values relative to the paper (95, 0, -2)
        (Cmyk(1, 0, 0, 0), (58, -39, -49)),
        (Cmyk(0, 1, 0, 0), (51, 78, -2)),
        (Cmyk(0, 0, 1, 0), (93.5, -5, 97)),
        (Cmyk(0, 1, 1, 0), (49.5, 71, 50)),
        (BLACK, (17.3, 0, 0.5)),
    ],
)
def test_solids_are_those_of_the_characterisation(ink: Cmyk, lab: tuple[float, float, float]) -> None:
    assert delta_e00(to_lab(ink, fogra39()), lab) < 1.5


def test_contrast() -> None:
    condition = fogra39()
    assert contrast_ratio(WHITE, WHITE, condition) == 1.0
    assert contrast_ratio(WHITE, BLACK, condition) == contrast_ratio(BLACK, WHITE, condition) > 15
    assert contrast_ratio(WHITE, Cmyk(0, 0, 1, 0), condition) < 1.3


@given(INKS)
def test_more_black_is_never_lighter(ink: Cmyk) -> None:
    darker = Cmyk(ink.c, ink.m, ink.y, 1.0)
    assert to_lab(darker, fogra39())[0] <= to_lab(ink, fogra39())[0] + 0.5
    assert all(0 <= part <= 1 for part in to_srgb(ink, fogra39()))
