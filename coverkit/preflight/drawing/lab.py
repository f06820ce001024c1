"""CIELAB colours of a PDF as those of a screen; printers and Illustrator describe named inks so."""

from __future__ import annotations

from coverkit.artwork.drawing import Rgb

_D50 = (0.9642, 1.0, 0.8249)
_TO_SRGB = (
    (3.1338561, -1.6168667, -0.4906146),
    (-0.9787684, 1.9161415, 0.0334540),
    (0.0719453, -0.2289914, 1.4052427),
)
"""From XYZ of D50 to linear sRGB, adapted by Bradford's matrix (Bruce Lindbloom's figures)."""
_BEND = 6 / 29


def lab_colour(lightness: float, a: float, b: float) -> Rgb:
    """Return a colour of CIELAB (0 to 100, about -128 to 127) in sRGB; what no screen shows becomes the nearest by channel."""
    middle = (min(100.0, max(0.0, lightness)) + 16) / 116
    xyz = [white * _cube(part) for white, part in zip(_D50, (middle + a / 500, middle, middle - b / 200), strict=True)]
    linear = (sum(factor * part for factor, part in zip(row, xyz, strict=True)) for row in _TO_SRGB)
    red, green, blue = (_encoded(min(1.0, max(0.0, part))) for part in linear)
    return Rgb(red, green, blue)


def _cube(part: float) -> float:
    return part**3 if part > _BEND else 3 * _BEND**2 * (part - 4 / 29)


def _encoded(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055
