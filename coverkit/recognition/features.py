"""Features of a picture: points with a size, a direction and a description of what surrounds them (SIFT)."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from coverkit.records import dataclass

Floats = NDArray[np.float32]

_COPIES, _STRICTER = 3, 0.08
"""So many times a picture may show the same; by so much the ratio is less for each more."""


@dataclass(frozen=True, slots=True)
class Features:
    """Features of one picture.

    Attributes:
        points: n × 2, px (centres of pixels at whole numbers).
        sizes: n, px.
        angles: n, degrees.
        descriptions: n × 128; the scalar product of two is their likeness, 0 to 1.
    """

    points: Floats
    sizes: Floats
    angles: Floats
    descriptions: Floats

    def scaled(self, across: float, down: float) -> Features:
        """Return them in the pixels of a picture so many times as large."""
        points = (self.points + 0.5) * np.array([across, down], np.float32) - np.float32(0.5)
        return Features(points, self.sizes * np.float32(np.sqrt(across * down)), self.angles, self.descriptions)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Features of two pictures that look alike: numbers of those of the first and of the second."""

    first: NDArray[np.intp]
    second: NDArray[np.intp]


def extracted(grey: NDArray[np.uint8], most: int) -> Features:
    """Return the features of a grey picture, the strongest `most` of them."""
    detector = cv2.SIFT.create(nfeatures=most, contrastThreshold=0.03)
    keypoints, found = detector.detectAndCompute(grey, None)
    if not keypoints or found is None:
        return Features(np.zeros((0, 2), np.float32), *(np.zeros(0, np.float32),) * 2, np.zeros((0, 128), np.float32))
    # The Hellinger kernel tells histograms better than Euclid's distance does.
    descriptions = np.sqrt(found / np.maximum(found.sum(axis=1, keepdims=True), 1e-6))
    return Features(
        np.array([one.pt for one in keypoints], np.float32),
        np.array([one.size for one in keypoints], np.float32),
        np.array([one.angle for one in keypoints], np.float32),
        descriptions.astype(np.float32),
    )


def joined(parts: Sequence[Features]) -> Features:
    """Return the features of several pictures as one set."""
    return Features(
        np.concatenate([one.points for one in parts]),
        np.concatenate([one.sizes for one in parts]),
        np.concatenate([one.angles for one in parts]),
        np.concatenate([one.descriptions for one in parts]),
    )


def paired(first: Features, second: Features, ratio: float) -> Pairs:
    """Pair each feature of the first picture with the nearest of the second, where no other one is nearly as near.

    What the second picture shows twice or three times has as many that are alike; then the next one must be still farther.

    Args:
        first: features looked for.
        second: features looked among.
        ratio: distance to the nearest over that to the next nearest, at most.
    """
    none = np.zeros(0, np.intp)
    if len(first.points) == 0 or len(second.points) <= _COPIES:
        return Pairs(none, none)
    likeness = first.descriptions @ second.descriptions.T
    rows = np.arange(len(likeness))
    nearest, off = [], []
    for _ in range(_COPIES + 1):
        place = likeness.argmax(axis=1)
        # |a - b|² = 2 - 2ab for unit vectors.
        off.append(1.0 - likeness[rows, place])
        nearest.append(place)
        likeness[rows, place] = -1.0
    found: list[tuple[NDArray[np.intp], NDArray[np.intp]]] = []
    free = np.ones(len(rows), bool)
    for copies in range(1, _COPIES + 1):
        good = free & (off[0] < (ratio - _STRICTER * (copies - 1)) ** 2 * off[copies])
        free &= ~good
        chosen = np.flatnonzero(good)
        found += [(chosen, nearest[number][chosen]) for number in range(copies)]
    return Pairs(np.concatenate([one for one, _ in found]), np.concatenate([other for _, other in found]))
