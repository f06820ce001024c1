"""What is looked for: the pixels of a piece of art, and the features that tell it from others, at several sizes."""

from __future__ import annotations

from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from coverkit.recognition.features import Features, extracted, joined
from coverkit.records import dataclass

Pixels = NDArray[np.uint8]

AREA = 200_000
"""Pixels of a reference: a band of 5:1 is 1000 × 200."""

_LEVELS = (1.0, 0.5, 0.25, 0.125)
_MOST_FEATURES = 1000


@dataclass(frozen=True)
class Reference:
    """A piece of art.

    Attributes:
        name: what the campaign calls it.
        width, height: its size as drawn, in mm.
        pixels: height × width × 3, sRGB, about `AREA` pixels.
        others: the same in other renderings of its inks (another conversion of CMYK): a recoloured copy is none of these.
    """

    name: str
    width: float
    height: float
    pixels: Pixels
    others: tuple[Pixels, ...] = ()

    @property
    def aspect(self) -> float:
        """Width over height."""
        return self.width / self.height

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in px."""
        return self.pixels.shape[1], self.pixels.shape[0]

    @cached_property
    def features(self) -> Features:
        """Features of it at all sizes, in pixels of the reference."""
        return self._features(self.pixels)

    @cached_property
    def mirrored_features(self) -> Features:
        """Features of its mirror image, in pixels of that."""
        return self._features(np.ascontiguousarray(self.pixels[:, ::-1]))

    def _features(self, pixels: Pixels) -> Features:
        grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
        levels = []
        for level in _LEVELS:
            size = (max(16, round(grey.shape[1] * level)), max(16, round(grey.shape[0] * level)))
            small = grey if level == 1.0 else cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
            levels.append(
                extracted(np.asarray(small, np.uint8), _MOST_FEATURES).scaled(grey.shape[1] / size[0], grey.shape[0] / size[1])
            )
        return joined(levels)
