"""Separations of a scene, and how much ink lies where.

Two bitmaps hold the four plates: cyan, magenta and yellow as the colours of one page, black as the grey of another. Black
that overprints is on the second only, so the sum is what the press adds up. Edges are smooth: a pixel that is half covered
counts half, which keeps means right at 72 dpi, where unsmoothed small text would count double.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from coverkit.facts.ink import OWN_PLATES, InkReport
from coverkit.geometry import Rect
from coverkit.records import dataclass
from coverkit.render.coverage import coverage, heat_map
from coverkit.render.pdf import PaintOptions, PaintResources, Policy, paint
from coverkit.render.pdf_pictures import Detail
from coverkit.render.raster import Bitmap, rasterise
from coverkit.scene.scene import Scene

ENGINE = OWN_PLATES

Plane = NDArray[np.uint8]
_FULL = 255
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
    """
    return coverage(plates.total(), plates.box, limit, ENGINE)


def ink_view(plates: Plates, limit: float) -> Bitmap:
    """Return a picture of the total ink: the more, the darker; from yellow to red where it is above the limit (per cent)."""
    return heat_map(plates.total(), limit)
