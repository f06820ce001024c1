"""Grey pictures stay one ink: which amount of black prints each grey at its lightness.

Black point compensation as for colour: the darkest grey becomes solid black ink, and what lies between keeps its share of
the luminance range.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from coverkit.colour.tables import press_lab
from coverkit.colour.transforms import exact_srgb

Floats = NDArray[np.float64]


@lru_cache(maxsize=16)
def press_table(source: bytes | None, press: bytes) -> tuple[int, ...]:
    """Return, for each grey of a picture, the value of DeviceGray (255 is paper) that prints it at its lightness.

    Args:
        source: ICC profile of the greys; None for sRGB's tone curve.
        press: ICC profile of the output condition.
    """
    luminance = _luminance(source)
    ramp = _ramp(press)
    wanted = ramp[-1] + (1.0 - ramp[-1]) * luminance
    # Compared by lightness, along which the ramp is nearly straight; it falls from paper to solid.
    black = np.interp(-_lightness(wanted), -_lightness(ramp), np.arange(256.0))
    return tuple(int(value) for value in np.rint(255.0 - black))


@lru_cache(maxsize=4)
def proof_table(press: bytes) -> tuple[tuple[int, ...], ...]:
    """Return three tables from DeviceGray printed with black ink alone to sRGB's red, green and blue."""
    ramp = Image.merge("CMYK", [*(Image.new("L", (256, 1), 0) for _ in range(3)), _ramp_image()])
    data = np.frombuffer(exact_srgb(ramp, press).tobytes(), np.uint8).reshape(256, 3)[::-1]
    return tuple(tuple(int(value) for value in data[:, channel]) for channel in range(3))


def _luminance(source: bytes | None) -> Floats:
    """Return the luminance (0 to 1) of the 256 greys of a source."""
    if source is None:
        values = np.arange(256.0) / 255.0
    else:
        # Through sRGB, whose black point compensation also lifts a source whose black is not black.
        values = np.frombuffer(exact_srgb(_ramp_image(), source).tobytes(), np.uint8).reshape(256, 3)[:, 1] / 255.0
    return np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)


def _ramp(press: bytes) -> Floats:
    """Return the luminance of 256 amounts of black ink on the press, from none to solid; falling."""
    lightness = np.array([press_lab((0.0, 0.0, 0.0, black / 255), press)[0] for black in range(256)])
    luminance = np.where(lightness > 8.0, ((lightness + 16.0) / 116.0) ** 3, lightness * 27.0 / 24389.0)
    return np.minimum.accumulate(luminance)


def _lightness(luminance: Floats) -> Floats:
    return np.where(luminance > 216.0 / 24389.0, 116.0 * np.cbrt(luminance) - 16.0, luminance * 24389.0 / 27.0)


def _ramp_image() -> Image.Image:
    return Image.frombytes("L", (256, 1), bytes(range(256)))
