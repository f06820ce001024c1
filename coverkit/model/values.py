"""Values that fields hold: a closed set, so that storage and inspector can be derived from it."""

from __future__ import annotations

from coverkit.records import dataclass


@dataclass(frozen=True, slots=True)
class Cmyk:
    """An ink mixture, each component from 0 to 1 (1 = 100 %)."""

    c: float
    m: float
    y: float
    k: float

    @property
    def total(self) -> float:
        """Total ink, 0 to 4."""
        return self.c + self.m + self.y + self.k

    @property
    def is_black_only(self) -> bool:
        """Tell whether only black ink is used (and some of it)."""
        return self.c == self.m == self.y == 0 and self.k > 0

    @property
    def is_white(self) -> bool:
        """Tell whether no ink is used."""
        return self.total == 0

    def mixed_over(self, below: Cmyk, opacity: float) -> Cmyk:
        """Return the flat ink that this colour at an opacity (0 to 1) makes over another: live opacity resolved."""
        rest = 1.0 - opacity
        return Cmyk(
            self.c * opacity + below.c * rest,
            self.m * opacity + below.m * rest,
            self.y * opacity + below.y * rest,
            self.k * opacity + below.k * rest,
        )


BLACK = Cmyk(0.0, 0.0, 0.0, 1.0)
WHITE = Cmyk(0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class PictureValue:
    """A picture in a frame: which, and what of it shows.

    The picture fills its frame; `zoom` ≥ 1 enlarges it beyond that, and `focus_x`, `focus_y` (0 to 1) choose what stays
    visible when it is larger than the frame.
    """

    sha256: str
    name: str
    focus_x: float = 0.5
    focus_y: float = 0.5
    zoom: float = 1.0


Value = str | bool | float | Cmyk | PictureValue
