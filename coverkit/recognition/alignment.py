"""Lay art over the page exactly: from about right to a fraction of a pixel, by the enhanced correlation coefficient (ECC)."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from coverkit.recognition.candidates import Matrix, is_sound
from coverkit.records import dataclass

Grey = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Scale:
    """How finely art and page are compared.

    Attributes:
        longest: length of the frame at most, px.
        narrowest: its shorter side at least, px; what is smaller on the page is enlarged.
        blur: side of the filter that both are softened with, px. So near its edge the page's surroundings show in the art.
    """

    longest: int
    narrowest: int
    blur: int


COARSE, FINE = Scale(240, 1, 5), Scale(560, 80, 3)
"""To see whether art is there, and to measure it."""

_SHORTEST = 90


@dataclass(frozen=True, slots=True)
class Frame:
    """The size in which art and page are compared: that of the art, about as large as it is on the page.

    Attributes:
        width, height: px.
        reference_scale: pixels of the frame for one of the reference, across and down.
    """

    width: int
    height: int
    reference_scale: tuple[float, float]

    @classmethod
    def for_matrix(cls, matrix: Matrix, size: tuple[int, int], compared_at: Scale) -> Frame:
        """Choose the frame for a reference of a size (px) that a matrix takes to the page."""
        scale = float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))
        longest, shortest = max(size), min(size)
        least = max(_SHORTEST, compared_at.narrowest * longest / shortest)
        length = min(max(longest * scale, least), compared_at.longest)
        width, height = max(8, round(size[0] * length / longest)), max(8, round(size[1] * length / longest))
        return cls(width, height, (width / size[0], height / size[1]))

    def from_reference(self, matrix: Matrix) -> Matrix:
        """Return the matrix from the frame's pixels to the page's, given that from the reference's."""
        across, down = self.reference_scale
        # Centres of pixels lie at whole numbers in both.
        inner = np.array([[1 / across, 0, 0.5 / across - 0.5], [0, 1 / down, 0.5 / down - 0.5], [0, 0, 1]])
        return np.asarray(matrix @ inner, np.float64)

    def to_reference(self, matrix: Matrix) -> Matrix:
        """Return the matrix from the reference's pixels to the page's, given that from the frame's."""
        across, down = self.reference_scale
        outer = np.array([[across, 0, across / 2 - 0.5], [0, down, down / 2 - 0.5], [0, 0, 1]])
        return np.asarray(matrix @ outer, np.float64)


@dataclass(frozen=True, slots=True)
class Pyramid:
    """A page at its own size and halved again and again, so that taking pixels from it never skips any."""

    levels: tuple[NDArray[np.uint8], ...]

    @classmethod
    def of(cls, image: NDArray[np.uint8]) -> Pyramid:
        """Build it of a picture, grey or coloured."""
        levels = [image]
        while min(levels[-1].shape[:2]) > 64:
            levels.append(np.asarray(cv2.pyrDown(levels[-1]), np.uint8))
        return cls(tuple(levels))

    def taken(self, matrix: Matrix, size: tuple[int, int]) -> NDArray[np.uint8]:
        """Return what lies on the page where a matrix takes a frame of a size; beyond the page its edge goes on."""
        level, halved = self.at(matrix)
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        return np.asarray(cv2.warpAffine(level, halved, size, flags=flags, borderMode=cv2.BORDER_REPLICATE), np.uint8)

    def at(self, matrix: Matrix) -> tuple[NDArray[np.uint8], Matrix]:
        """Return the level that has about the frame's resolution, and the matrix for it."""
        scale = float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))
        index = min(len(self.levels) - 1, max(0, int(np.floor(np.log2(max(scale, 1e-6)) + 0.25))))
        # pyrDown keeps the centre of pixel 0 at 0.
        return self.levels[index], matrix / 2.0**index


def aligned(template: Grey, page: Pyramid, matrix: Matrix, blur: int, seen: NDArray[np.bool_] | None = None) -> Matrix | None:
    """Return the matrix, from the template's pixels to the page's, that lays the template best over the page.

    Args:
        template: the art in the frame, grey.
        page: grey.
        matrix: about right.
        blur: as in `Scale`.
        seen: where the art is not covered; None for everywhere.

    Returns:
        The better matrix; None where nothing is like the template.
    """
    level, halved = page.at(matrix)
    x, y, piece = _piece(level, halved, template.shape)
    if piece is None:
        return None
    start = halved.copy()
    start[:, 2] -= (x, y)
    criteria = (cv2.TERM_CRITERIA_EPS | cv2.TERM_CRITERIA_COUNT, 50, 1e-5)
    mask = _mask(template.shape, seen, start, piece.shape, blur // 2 + 2)
    try:
        _, found = cv2.findTransformECC(template, piece, start.astype(np.float32), cv2.MOTION_AFFINE, criteria, mask, blur)
    except cv2.error:
        # It says so when the two do not correlate or the matrix runs away.
        return None
    better = np.asarray(found, np.float64)
    better[:, 2] += (x, y)
    better *= level_scale(page.levels[0], level)
    return better if is_sound(better) else None


def level_scale(whole: Grey, level: Grey) -> float:
    """Return how many of the whole picture's pixels one of a level of its pyramid is wide: a power of two."""
    return float(2.0 ** np.round(np.log2(whole.shape[1] / level.shape[1])))


def _mask(shape: tuple[int, ...], seen: NDArray[np.bool_] | None, matrix: Matrix, piece: tuple[int, ...], edge: int) -> Grey:
    """Return where the piece of the page counts: inside the art, away from its edge, and where it is not covered."""
    inner = np.full(shape, 255, np.uint8) if seen is None else seen.astype(np.uint8) * 255
    inner[:edge], inner[-edge:], inner[:, :edge], inner[:, -edge:] = 0, 0, 0, 0
    return np.asarray(cv2.warpAffine(inner, matrix, piece[1::-1], flags=cv2.INTER_NEAREST), np.uint8)


def _piece(level: Grey, matrix: Matrix, shape: tuple[int, ...]) -> tuple[int, int, Grey | None]:
    """Cut out what lies around the art, so that the whole page need not be filtered."""
    corners = np.array([[0, 0], [shape[1], 0], [shape[1], shape[0]], [0, shape[0]]]) @ matrix[:, :2].T + matrix[:, 2]
    margin = 0.08 * float(np.ptp(corners, axis=0).max()) + 8
    x0, y0 = np.maximum(np.floor(corners.min(axis=0) - margin).astype(int), 0)
    x1, y1 = np.minimum(np.ceil(corners.max(axis=0) + margin).astype(int), level.shape[1::-1])
    if x1 - x0 < 16 or y1 - y0 < 16:
        return 0, 0, None
    return int(x0), int(y0), level[y0:y1, x0:x1]
