"""How much ink lies where: means over squares, shares of the area, a picture of it; whoever made the plates.

The measure is the Ghent Workgroup's: the greatest mean over any square of 15 mm (GWG 2022, R0025 and R0026). Single pixels
say nothing (a JPEG overshoots), so the peak is of means over 1 mm. Both come from sums over all that is above and left.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coverkit.facts.ink import InkReport
from coverkit.geometry import Rect
from coverkit.render.raster import Bitmap

Total = NDArray[np.uint16]
"""The sum of plates of 0 to 255 each, row by row from the top."""

_FULL = 255
_ROUNDING = 0.5
"""Half a step of 8 bits: ink that is exactly at the limit is not above it."""
_GWG_SQUARE, _PEAK_SQUARE = 15.0, 1.0
_INKS = 4


def coverage(total: Total, box: Rect, limit: float, engine: str) -> InkReport:
    """Measure total ink coverage in per cent.

    Args:
        total: the sum of all plates.
        box: what they cover, in mm from the trim's top left.
        limit: per cent, such as 300.
        engine: what made the plates.
    """
    scale = box.width / total.shape[1], box.height / total.shape[0]
    sums = _summed(total)
    mean, place = _greatest_mean(sums, scale, _GWG_SQUARE)
    peak, _ = _greatest_mean(sums, scale, _PEAK_SQUARE)
    above = np.count_nonzero(total > limit * _FULL / 100 + _ROUNDING)
    return InkReport(
        max_mean_15mm=mean * 100 / _FULL,
        place=place.moved(box.x, box.y),
        peak_1mm=peak * 100 / _FULL,
        area_over_limit=float(above) / total.size,
        limit=limit,
        engine=engine,
    )


def heat_map(total: Total, limit: float) -> Bitmap:
    """Return a picture of the total ink: the more, the darker; from yellow to red where it is above the limit (per cent)."""
    grey = (_FULL - np.minimum(total, _INKS * _FULL) // _INKS).astype(np.uint8)
    view = np.stack([grey, grey, grey], axis=2)
    above = total > limit * _FULL / 100 + _ROUNDING
    room = max(1.0, _INKS * _FULL - limit * _FULL / 100)
    excess = np.clip((total[above] - limit * _FULL / 100) / room, 0.0, 1.0)
    view[above] = np.stack([np.full_like(excess, _FULL), 200 * (1 - excess), np.zeros_like(excess)], axis=1).astype(np.uint8)
    return Bitmap(total.shape[1], total.shape[0], "RGB", view.tobytes())


def _summed(total: NDArray[np.uint16]) -> NDArray[np.int64]:
    """Return the sums of everything above and left of each corner of the pixels."""
    sums = np.zeros((total.shape[0] + 1, total.shape[1] + 1), np.int64)
    np.cumsum(np.cumsum(total, axis=0, dtype=np.int64), axis=1, out=sums[1:, 1:])
    return sums


def _greatest_mean(sums: NDArray[np.int64], scale: tuple[float, float], side: float) -> tuple[float, Rect]:
    """Return the greatest mean over squares of a side in mm, and where it is, from the plates' corner.

    The side is rarely a whole number of pixels: the last row and column count by their share.
    """
    width = min(side / scale[0], sums.shape[1] - 1.0)
    height = min(side / scale[1], sums.shape[0] - 1.0)
    means = _span(_span(sums.astype(np.float64), height, 0), width, 1) / (width * height)
    row, column = np.unravel_index(int(np.argmax(means)), means.shape)
    place = Rect(float(column) * scale[0], float(row) * scale[1], width * scale[0], height * scale[1])
    return float(means[row, column]), place


def _span(sums: NDArray[np.float64], length: float, axis: int) -> NDArray[np.float64]:
    """Return differences over a length along an axis, interpolated where it ends within a pixel."""
    whole = int(length + 1e-9)
    share = max(0.0, length - whole)
    count = sums.shape[axis] - whole - (1 if share > 1e-6 else 0)
    start = sums.take(range(count), axis)
    end = sums.take(range(whole, whole + count), axis)
    if share > 1e-6:
        end = end * (1 - share) + sums.take(range(whole + 1, whole + 1 + count), axis) * share
    return end - start
