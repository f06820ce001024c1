"""What was measured of the ink on a page. Plain data; whoever measured says so in `engine`."""

from __future__ import annotations

from dataclasses import dataclass

from coverkit.geometry import Rect


@dataclass(frozen=True, slots=True)
class InkReport:
    """Total ink coverage within the bleed, in percent (400 is all four inks solid).

    Attributes:
        max_mean_15mm: the greatest mean over any square of 15 mm side (GWG 2022, R0025 and R0026).
        place: where that square lies, in mm from the trim's top left.
        peak_1mm: the greatest mean over any square of 1 mm side; single pixels are noise.
        area_over_limit: the share of the area above the limit, 0 to 1.
        limit: the limit that was meant, in percent.
        engine: what made the plates.
    """

    max_mean_15mm: float
    place: Rect
    peak_1mm: float
    area_over_limit: float
    limit: float
    engine: str
