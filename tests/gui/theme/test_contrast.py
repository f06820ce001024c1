"""Words can be read in both themes: at least 4.5:1 against what lies behind them (WCAG 2, 1.4.3)."""

from __future__ import annotations

from itertools import product

import pytest

from coverkit.gui.theme.tokens import DARK, LIGHT, Colours

LEAST = 4.5
_GROUNDS = ("window", "surface", "raised")
_PAIRS = (
    *product(("text", "muted", "accent"), _GROUNDS),
    ("text", "tint"),
    ("muted", "tint"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    *product(("good", "warning", "bad", "unknown"), ("surface", "raised")),
    ("good", "good_back"),
    ("warning", "warning_back"),
    ("bad", "bad_back"),
    ("text", "warning_back"),
)


@pytest.mark.parametrize("of", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), _PAIRS, ids=lambda name: name)
def test_words_stand_out_from_what_lies_behind_them(of: Colours, words: str, ground: str) -> None:
    assert contrast(getattr(of, words), getattr(of, ground)) >= LEAST


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
