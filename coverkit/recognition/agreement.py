"""How well art and page agree once one lies over the other: correlation piece by piece, so that what is covered is seen."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from coverkit.records import dataclass

Floats = NDArray[np.float32]

_FAINT = 6.0
"""Contrast (standard deviation of grey, of 255) below which a piece of art has nothing to compare."""

_ALIKE = 0.5
"""Correlation from which a piece agrees."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a comparison found.

    Attributes:
        overall: correlation of all that lies on the page, -1 to 1.
        share: of the art's contrast, how much agrees piece by piece, 0 to 1.
        mean: mean correlation of the pieces that agree.
        pieces: height × width: correlation around each pixel; NaN where the art is plain.
    """

    overall: float
    share: float
    mean: float
    pieces: Floats

    @property
    def alike(self) -> NDArray[np.bool_]:
        """Where the page agrees with the art."""
        return np.asarray(self.pieces > _ALIKE, np.bool_)


def compared(template: NDArray[np.uint8], page: NDArray[np.uint8], inside: NDArray[np.bool_]) -> Agreement:
    """Compare art with what lies in its place; both grey and of one size. `inside` tells what lies on the page at all."""
    first, second = (cv2.GaussianBlur(one, (0, 0), 0.8).astype(np.float32) for one in (template, page))
    window = max(7, min(template.shape) // 6) | 1
    mean_1, mean_2 = _mean(first, window), _mean(second, window)
    var_1 = np.maximum(_mean(first * first, window) - mean_1**2, 0)
    var_2 = np.maximum(_mean(second * second, window) - mean_2**2, 0)
    both = _mean(first * second, window) - mean_1 * mean_2
    contrast = np.sqrt(var_1)
    # A little noise in a plain place correlates with nothing; it must not be divided by nothing either.
    pieces = both / np.sqrt((var_1 + 1.0) * (var_2 + 4.0))
    counts = inside & (contrast >= _FAINT)
    weight = np.where(counts, np.minimum(contrast, 40.0), 0)
    agrees = counts & (pieces > _ALIKE)
    total, alike = float(weight.sum()), float(weight[agrees].sum())
    pieces = np.where(counts, pieces, np.nan).astype(np.float32)
    if total <= 0:
        return Agreement(0.0, 0.0, 0.0, pieces)
    mean = float((pieces[agrees] * weight[agrees]).sum() / alike) if alike > 0 else 0.0
    return Agreement(_correlation(first[inside], second[inside]), alike / total, mean, pieces)


def _mean(values: Floats, window: int) -> Floats:
    return np.asarray(cv2.boxFilter(values, cv2.CV_32F, (window, window), borderType=cv2.BORDER_REFLECT), np.float32)


def _correlation(first: Floats, second: Floats) -> float:
    a, b = first - first.mean(), second - second.mean()
    norm = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float((a * b).sum()) / norm if norm > 0 else 0.0
