"""What an ink mixture looks like on a press: sRGB for the screen, CIELAB for comparing, contrast for reading.

For single colours; pictures are converted in `pictures`.
"""

from __future__ import annotations

from functools import lru_cache

from PIL import Image

from coverkit.colour.difference import Lab, delta_e00
from coverkit.colour.grey import press_table
from coverkit.colour.profile import OutputCondition
from coverkit.colour.tables import press_lab
from coverkit.colour.transforms import exact_inks, exact_srgb
from coverkit.model.values import Cmyk

__all__ = ["Lab", "contrast_ratio", "delta_e00", "luminance", "of_rgb", "to_lab", "to_srgb"]


def to_srgb(ink: Cmyk, condition: OutputCondition) -> tuple[float, float, float]:
    """Return the sRGB colour (0 to 1) of an ink: relative colorimetric with black point compensation."""
    return _srgb(_bytes(ink), condition)


@lru_cache(maxsize=4096)
def to_lab(ink: Cmyk, condition: OutputCondition) -> Lab:
    """Return the CIELAB colour (D50, relative to the paper) that the profile's characterisation gives an ink."""
    return press_lab((ink.c, ink.m, ink.y, ink.k), condition.profile)


@lru_cache(maxsize=4096)
def of_rgb(rgb: tuple[float, float, float], condition: OutputCondition, source: bytes | None = None) -> Cmyk:
    """Return the inks (whole per cent) that print an RGB colour (0 to 1); greys get black ink alone, as type and lines need.

    Args:
        rgb: the colour.
        condition: the press.
        source: the colour's ICC profile; None for sRGB.
    """
    r, g, b = (min(255, max(0, round(part * 255))) for part in rgb)
    if r == g == b:
        black = 1.0 - press_table(None, condition.profile)[r] / 255 if r else 1.0
        return Cmyk(0.0, 0.0, 0.0, round(black, 2))
    data = exact_inks(Image.new("RGB", (1, 1), (r, g, b)), source, condition.profile).tobytes()
    c, m, y, k = (round(part / 255, 2) for part in data)
    return Cmyk(c, m, y, k)


def luminance(ink: Cmyk, condition: OutputCondition) -> float:
    """Return the relative luminance (0 to 1) of the ink's proof, as WCAG 2.2 defines it."""
    red, green, blue = (_linear(part) for part in to_srgb(ink, condition))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(ink_a: Cmyk, ink_b: Cmyk, condition: OutputCondition) -> float:
    """Return the contrast of two inks' proofs, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    one, other = luminance(ink_a, condition), luminance(ink_b, condition)
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _bytes(ink: Cmyk) -> tuple[int, int, int, int]:
    c, m, y, k = (min(255, max(0, round(part * 255))) for part in (ink.c, ink.m, ink.y, ink.k))
    return c, m, y, k


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


@lru_cache(maxsize=4096)
def _srgb(ink: tuple[int, int, int, int], condition: OutputCondition) -> tuple[float, float, float]:
    data = exact_srgb(Image.new("CMYK", (1, 1), ink), condition.profile).tobytes()
    return data[0] / 255, data[1] / 255, data[2] / 255
