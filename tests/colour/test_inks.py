"""Single inks on the press."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from coverkit.colour import tables
from coverkit.colour.inks import contrast_ratio, delta_e00, to_lab, to_srgb
from coverkit.colour.profile import bundled_condition, bundled_conditions
from coverkit.colour.tables import colorimetric_table, press_lab
from coverkit.colour.transforms import exact_lab, lab_values
from coverkit.model.values import BLACK, WHITE, Cmyk
from tests.colour.builders import fogra39

SHARE = st.floats(0, 1)
INKS = st.builds(Cmyk, SHARE, SHARE, SHARE, SHARE)


def test_paper_is_white() -> None:
    assert to_srgb(WHITE, fogra39()) == (1.0, 1.0, 1.0)
    assert to_lab(WHITE, fogra39()) == pytest.approx((100.0, 0.0, 0.0), abs=0.05)


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


@pytest.mark.parametrize("name", bundled_conditions())
@settings(deadline=None)
@given(ink=st.tuples(*[st.integers(0, 255)] * 4))
def test_the_table_read_here_agrees_with_littlecms(name: str, ink: tuple[int, int, int, int]) -> None:
    profile = bundled_condition(name).profile
    fine = press_lab((ink[0] / 255, ink[1] / 255, ink[2] / 255, ink[3] / 255), profile)
    coarse = lab_values(exact_lab(Image.new("CMYK", (1, 1), ink), profile))[0]
    assert fine[0] == pytest.approx(coarse[0], abs=0.9)
    assert fine[1:] == pytest.approx(coarse[1:], abs=1.6)


def test_a_profile_of_another_table_type_goes_through_littlecms(monkeypatch: pytest.MonkeyPatch) -> None:
    profile = fogra39().profile
    expected = press_lab((0.2, 0.4, 0.6, 0.2), profile)
    monkeypatch.setattr(tables, "colorimetric_table", lambda _: None)
    assert press_lab((0.2, 0.4, 0.6, 0.2), profile) == pytest.approx(expected, abs=1.0)
    assert colorimetric_table(profile.replace(b"mft2", b"mAB ")) is None
    assert colorimetric_table(profile[: len(profile) // 8]) is None
