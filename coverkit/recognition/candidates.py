"""Where art may lie: pairs of features that agree on one place, size and turn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

import cv2
import numpy as np
from numpy.typing import NDArray

from coverkit.recognition.features import Features, Pairs, paired
from coverkit.records import dataclass

Matrix = NDArray[np.float64]
"""2 × 3: from pixels of the reference to pixels of the page."""

_RATIO = 0.88
_LEAST_VOTES = 4
_SIZE, _TURN, _PLACE = 0.4, 18.0, 0.22
"""How far pairs may differ that agree: natural logarithm of size, degrees, share of the art's diagonal."""

_OFF = 0.02
"""How far a point may lie from where the matrix takes it, as a share of the art's diagonal on the page."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place where art may lie, and how many pairs of features say so."""

    matrix: Matrix
    votes: int


def candidates(reference: Features, size: tuple[int, int], page: Features, most: int) -> Iterator[Candidate]:
    """Yield places where a reference may lie, those with most votes first.

    Args:
        reference: its features.
        size: its width and height, px.
        page: features of the page.
        most: so many at most.
    """
    pairs = paired(reference, page, _RATIO)
    if len(pairs.first) < _LEAST_VOTES:
        return
    agree = _agreements(reference, page, pairs, size)
    alive = np.ones(len(pairs.first), bool)
    for _ in range(most):
        votes = (agree & alive).sum(axis=1) * alive
        seed = int(votes.argmax())
        if votes[seed] < _LEAST_VOTES:
            return
        members = agree[seed] & alive
        alive &= ~members
        found = _fitted(reference.points[pairs.first[members]], page.points[pairs.second[members]], size)
        if found is not None:
            yield found


def _agreements(reference: Features, page: Features, pairs: Pairs, size: tuple[int, int]) -> NDArray[np.bool_]:
    """Tell for each two pairs whether they put the art's middle, size and direction alike."""
    scale = page.sizes[pairs.second] / reference.sizes[pairs.first]
    turn = page.angles[pairs.second] - reference.angles[pairs.first]
    angle = np.radians(turn)
    arm = (np.array(size, np.float32) - 1) / 2 - reference.points[pairs.first]
    cos, sin = np.cos(angle) * scale, np.sin(angle) * scale
    middle = page.points[pairs.second] + np.stack([cos * arm[:, 0] - sin * arm[:, 1], sin * arm[:, 0] + cos * arm[:, 1]], 1)
    diagonal = float(np.hypot(*size))
    larger = np.log(scale)
    same_size = np.abs(larger[:, None] - larger[None]) < _SIZE
    same_turn = np.abs((turn[:, None] - turn[None] + 180.0) % 360.0 - 180.0) < _TURN
    apart = np.hypot(*(middle[:, None] - middle[None]).transpose(2, 0, 1))
    same_place = apart < _PLACE * diagonal * np.sqrt(scale[:, None] * scale[None])
    return np.asarray(same_size & same_turn & same_place, np.bool_)


def _fitted(reference: NDArray[np.float32], page: NDArray[np.float32], size: tuple[int, int]) -> Candidate | None:
    """Fit a matrix to points, most of which should follow it."""
    spread = np.ptp(reference, axis=0)
    if min(spread) < 2 or len(np.unique(np.round(page), axis=0)) < _LEAST_VOTES - 1:
        return None
    found, _ = cv2.estimateAffinePartial2D(reference, page, method=cv2.RANSAC, ransacReprojThreshold=8.0, maxIters=400)
    # OpenCV's types do not say that both return None where no matrix fits.
    similar = cast("Matrix | None", found)
    if similar is None:
        return None
    scale = float(np.hypot(similar[0, 0], similar[1, 0]))
    if not scale > 1e-3:
        return None
    within = max(1.5, _OFF * float(np.hypot(*size)) * scale)
    found, inside = cv2.estimateAffine2D(reference, page, method=cv2.RANSAC, ransacReprojThreshold=within, maxIters=400)
    matrix = cast("Matrix | None", found)
    if matrix is None or not is_sound(matrix):
        return Candidate(similar, _within(similar, reference, page, within))
    return Candidate(matrix, int(inside.sum()))


def _within(matrix: NDArray[np.float64], reference: NDArray[np.float32], page: NDArray[np.float32], most: float) -> int:
    moved = reference @ matrix[:, :2].T + matrix[:, 2]
    return int((np.hypot(*(moved - page).T) < most).sum())


def is_sound(matrix: Matrix) -> bool:
    """Tell whether a matrix is what a printed page does to art: hardly sheared, stretched by less than a third."""
    across, down = np.hypot(*matrix[:, 0]), np.hypot(*matrix[:, 1])
    if min(across, down) < 1e-3 or not 0.75 < across / down < 1.34:
        return False
    return bool(np.linalg.det(matrix[:, :2]) > 0 and abs(matrix[:, 0] @ matrix[:, 1]) / (across * down) < 0.15)
