"""Separations of a scene, and how much ink lies where.

Two bitmaps hold the four plates: cyan, magenta and yellow as the colours of one page, black as the grey of another. Black
that overprints is on the second only, so the sum is what the press adds up. Edges are smooth: a pixel that is half covered
counts half, which keeps means right at 72 dpi, where unsmoothed small text would count double.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from coverkit.facts.ink import InkReport
from coverkit.geometry import Rect
from coverkit.render.pdf import PaintOptions, PaintResources, Policy, paint
from coverkit.render.pdf_pictures import Detail
from coverkit.render.raster import Bitmap, rasterise
from coverkit.scene.scene import Scene

ENGINE = "CoverKit plates"

Plane = NDArray[np.uint8]
_FULL = 255
_ROUNDING = 0.5
"""Half a step of 8 bits: ink that is exactly at the limit is not above it."""
_GWG_SQUARE, _PEAK_SQUARE = 15.0, 1.0
_EXACT_FROM = 100.0
"""Resolution of plates that are looked at pixel by pixel; outlines cost 50 ms more a cover."""


@dataclass(frozen=True, slots=True, eq=False)
class Plates:
    """The four plates over a box of the page.

    Attributes:
        cyan, magenta, yellow, black: amount of ink, 0 to 255, row by row from the top.
        box: what they cover, in mm from the trim's top left.
    """

    cyan: Plane
    magenta: Plane
    yellow: Plane
    black: Plane
    box: Rect

    def total(self) -> NDArray[np.uint16]:
        """Return the sum of the four, 0 to 1020."""
        total = self.cyan.astype(np.uint16)
        for plane in (self.magenta, self.yellow, self.black):
            total += plane
        return total


def separations(scene: Scene, resources: PaintResources, dpi: float = 72.0, ink_limit: float = 3.0) -> Plates:
    """Return the four plates of a scene's bleed box.

    Args:
        scene: the page.
        resources: what it refers to.
        dpi: pixels per inch; 60 to 72 are enough for means over millimetres. From 100 on, glyphs and art are drawn
            exactly where they stand: quick drawing puts small glyphs on whole pixels, which single pixels show.
        ink_limit: as `Detail.ink_limit`.

    Raises:
        MissingError: as `paint`.
    """
    px = dpi / 25.4
    exact = dpi >= _EXACT_FROM
    detail = Detail(px_per_mm=px, ink_limit=ink_limit)
    options = PaintOptions(detail=detail, art_px_per_mm=None if exact else px, outlines=exact)
    size = max(1, round(scene.bleed_box.width * px)), max(1, round(scene.bleed_box.height * px))
    coloured = rasterise(paint(scene, Policy.PLATES_CMY, resources, options), size=size)
    black = rasterise(paint(scene, Policy.PLATE_K, resources, options), size=size, grey=True)
    cmy = _FULL - np.frombuffer(coloured.data, np.uint8).reshape(size[1], size[0], 3)
    k = _FULL - np.frombuffer(black.data, np.uint8).reshape(size[1], size[0])
    return Plates(cmy[:, :, 0], cmy[:, :, 1], cmy[:, :, 2], k, scene.bleed_box)


def ink_coverage(plates: Plates, limit: float) -> InkReport:
    """Measure total ink coverage in per cent.

    Args:
        plates: as `separations` makes them: over the bleed box.
        limit: per cent, such as 300.

    The measure is the Ghent Workgroup's: the greatest mean over any square of 15 mm (GWG 2022, R0025 and R0026). Single
    pixels say nothing (a JPEG overshoots), so the peak is of means over 1 mm.
    """
    total = plates.total()
    scale = plates.box.width / total.shape[1], plates.box.height / total.shape[0]
    sums = _summed(total)
    mean, place = _greatest_mean(sums, scale, _GWG_SQUARE)
    peak, _ = _greatest_mean(sums, scale, _PEAK_SQUARE)
    above = np.count_nonzero(total > limit * _FULL / 100 + _ROUNDING)
    return InkReport(
        max_mean_15mm=mean * 100 / _FULL,
        place=place.moved(plates.box.x, plates.box.y),
        peak_1mm=peak * 100 / _FULL,
        area_over_limit=float(above) / total.size,
        limit=limit,
        engine=ENGINE,
    )


def ink_view(plates: Plates, limit: float) -> Bitmap:
    """Return a picture of the total ink: the more, the darker; from yellow to red where it is above the limit (per cent)."""
    total = plates.total()
    grey = (_FULL - total // 4).astype(np.uint8)
    view = np.stack([grey, grey, grey], axis=2)
    above = total > limit * _FULL / 100 + _ROUNDING
    room = max(1.0, 4 * _FULL - limit * _FULL / 100)
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
