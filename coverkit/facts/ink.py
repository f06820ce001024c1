"""What was measured of the ink on a page. Plain data; whoever measured says so in `engine`."""

from __future__ import annotations

from coverkit.geometry import Rect
from coverkit.records import dataclass

OWN_PLATES = "CoverKit plates"
"""The engine of plates that were made from a cover's scene."""
FILE_PLATES = "CoverKit (PDFium)"
"""The engine of plates that were made from a finished file of flat DeviceCMYK."""


@dataclass(frozen=True, slots=True)
class InkReport:
    """Total ink coverage within the bleed, in percent (400 is all four inks solid); of several pages that with most ink.

    Attributes:
        max_mean_15mm: the greatest mean of all inks over any square of 15 mm side (GWG 2022, R0025).
        place: where that square lies, in mm from the trim's top left.
        peak_1mm: the greatest mean over any square of 1 mm side; single pixels are noise.
        area_over_limit: the share of the area above the limit, 0 to 1.
        limit: the limit that was meant, in percent.
        engine: what made the plates.
        spots: the names of the plates beside those of cyan, magenta, yellow and black.
        page: the page of that square, from 1.
        cmyk_mean_15mm, cmyk_place, cmyk_page: the same of the four inks alone (R0026); None where there are no others.
    """

    max_mean_15mm: float
    place: Rect
    peak_1mm: float
    area_over_limit: float
    limit: float
    engine: str
    spots: tuple[str, ...] = ()
    page: int = 1
    cmyk_mean_15mm: float | None = None
    cmyk_place: Rect | None = None
    cmyk_page: int = 1

    def mean_15mm(self, *, cmyk_only: bool) -> tuple[float, Rect, int]:
        """Return the greatest mean, its square and page, of all inks or of the four alone."""
        if cmyk_only and self.cmyk_mean_15mm is not None and self.cmyk_place is not None:
            return self.cmyk_mean_15mm, self.cmyk_place, self.cmyk_page
        return self.max_mean_15mm, self.place, self.page
