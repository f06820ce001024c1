"""How far two pictures lie apart to the eye: CIEDE2000 over whole pictures at once.

The same formula as `coverkit.colour.difference`, for arrays; a test holds them together.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_TO_XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]])


def lab_of_srgb(levels: NDArray[Any]) -> Floats:
    """Return CIELAB, relative to the white of sRGB, of levels from 0 to 255 in the last axis."""
    share = np.asarray(levels, np.float64) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    ratio = linear @ _TO_XYZ.T / _TO_XYZ.sum(axis=1)
    bent = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    x, y, z = np.moveaxis(bent, -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)


def delta_e00(first: Floats, second: Floats) -> Floats:
    """Return the CIEDE2000 difference of CIELAB colours in the last axis."""
    (l1, a1, b1), (l2, a2, b2) = np.moveaxis(first, -1, 0), np.moveaxis(second, -1, 0)
    stretch = 1.5 - 0.5 * _weight((np.hypot(a1, b1) + np.hypot(a2, b2)) / 2)
    a1, a2 = a1 * stretch, a2 * stretch
    c1, c2 = np.hypot(a1, b1), np.hypot(a2, b2)
    h1, h2 = np.degrees(np.arctan2(b1, a1)) % 360, np.degrees(np.arctan2(b2, a2)) % 360
    turn = np.where(c1 * c2 == 0, 0, (h2 - h1 + 180) % 360 - 180)
    # The middle of the shorter way round; where a colour is grey, the other's hue alone.
    hue = np.where(c1 * c2 == 0, h1 + h2, (h1 + turn / 2) % 360)
    chroma, away = (c1 + c2) / 2, ((l1 + l2) / 2 - 50) ** 2
    light_part = (l2 - l1) / (1 + 0.015 * away / np.sqrt(20 + away))
    chroma_part = (c2 - c1) / (1 + 0.045 * chroma)
    hue_part = 2 * np.sqrt(c1 * c2) * np.sin(np.radians(turn) / 2) / (1 + 0.015 * chroma * _hue_weight(hue))
    rotation = -2 * np.sin(np.radians(60 * np.exp(-(((hue - 275) / 25) ** 2)))) * _weight(chroma)
    total = light_part**2 + chroma_part**2 + hue_part**2 + rotation * chroma_part * hue_part
    return np.asarray(np.sqrt(np.maximum(0, total)))


def mean_difference(first: NDArray[Any], second: NDArray[Any]) -> float:
    """Return the mean CIEDE2000 difference of two sRGB pictures of the same size."""
    return float(delta_e00(lab_of_srgb(first), lab_of_srgb(second)).mean())


def _weight(chroma: Floats) -> Floats:
    return np.asarray(np.sqrt(chroma**7 / (chroma**7 + 25.0**7)))


def _hue_weight(hue: Floats) -> Floats:
    waves = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    return 1 + sum((size * np.cos(np.radians(times * hue + shift)) for size, times, shift in waves), np.zeros_like(hue))
