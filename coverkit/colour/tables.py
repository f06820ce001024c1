"""Reads the A2B table of a CMYK profile in floating point.

LittleCMS through Pillow gives CIELAB in whole steps, too coarse to compare near colours and to follow the ramp of one ink.
Only for the table types of ICC version 2 (`mft1`, `mft2`), which most press profiles have; the others go through LittleCMS.
"""

from __future__ import annotations

import struct
from functools import lru_cache
from itertools import product

from PIL import Image

from coverkit.colour.difference import Lab
from coverkit.colour.transforms import exact_lab, lab_values
from coverkit.records import dataclass

_INKS = 4
_PCS = 3

Curve = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """From inks to CIELAB relative to the paper: input curves, a grid, output curves; all values 0 to 1."""

    inputs: tuple[Curve, ...]
    grid: int
    nodes: tuple[int, ...]
    top: int
    outputs: tuple[Curve, ...]
    wide: bool

    def lab(self, ink: tuple[float, float, float, float]) -> Lab:
        """Return the colour of an ink mixture (0 to 1 each)."""
        places = [_along(curve, part) * (self.grid - 1) for curve, part in zip(self.inputs, ink, strict=True)]
        lows = [min(self.grid - 2, int(place)) for place in places]
        shares = [place - low for place, low in zip(places, lows, strict=True)]
        sums = [0.0, 0.0, 0.0]
        for corner in product((0, 1), repeat=_INKS):
            weight, at = 1.0, 0
            for low, share, step in zip(lows, shares, corner, strict=True):
                weight *= share if step else 1.0 - share
                at = at * self.grid + low + step
            if weight:
                for channel in range(_PCS):
                    sums[channel] += weight * self.nodes[at * _PCS + channel]
        light, a, b = (_along(curve, value / self.top) for curve, value in zip(self.outputs, sums, strict=True))
        if self.wide:  # 16 bits: FF00 is the top of L*, 8000 the middle of a* and b*
            return light * 6553500 / 65280, a * 65535 / 256 - 128, b * 65535 / 256 - 128
        return light * 100, a * 255 - 128, b * 255 - 128


def press_lab(ink: tuple[float, float, float, float], profile: bytes) -> Lab:
    """Return the CIELAB colour, relative to the paper, of an ink mixture (0 to 1 each) by a CMYK profile."""
    table = colorimetric_table(profile)
    if table is not None:
        return table.lab(ink)
    c, m, y, k = (min(255, max(0, round(part * 255))) for part in ink)
    return lab_values(exact_lab(Image.new("CMYK", (1, 1), (c, m, y, k)), profile))[0]


@lru_cache(maxsize=4)
def colorimetric_table(profile: bytes) -> Table | None:
    """Return the relative colorimetric table of a CMYK profile, or None if it is not of a type that can be read here."""
    try:
        return _read(profile)
    except (struct.error, IndexError):
        return None


def _read(profile: bytes) -> Table | None:
    at = _tag(profile, b"A2B1") or _tag(profile, b"A2B0")
    if at is None or profile[20:24] != b"Lab " or profile[at : at + 4] not in (b"mft1", b"mft2"):
        return None
    wide = profile[at : at + 4] == b"mft2"
    if (profile[at + 8], profile[at + 9]) != (_INKS, _PCS) or profile[at + 10] < 2:
        return None
    grid = profile[at + 10]
    before, after = struct.unpack_from(">HH", profile, at + 48) if wide else (256, 256)
    count = _INKS * before + grid**_INKS * _PCS + _PCS * after
    values = struct.unpack_from(f">{count}{'H' if wide else 'B'}", profile, at + (52 if wide else 48))
    top = 65535 if wide else 255
    return Table(
        inputs=_curves(values[: _INKS * before], _INKS, top),
        grid=grid,
        nodes=values[_INKS * before : count - _PCS * after],
        top=top,
        outputs=_curves(values[count - _PCS * after :], _PCS, top),
        wide=wide,
    )


def _tag(profile: bytes, name: bytes) -> int | None:
    for index in range(int.from_bytes(profile[128:132], "big")):
        entry = profile[132 + 12 * index : 144 + 12 * index]
        if entry[:4] == name:
            return int.from_bytes(entry[4:8], "big")
    return None


def _curves(values: tuple[int, ...], count: int, top: int) -> tuple[Curve, ...]:
    length = len(values) // count
    return tuple(tuple(value / top for value in values[length * index : length * (index + 1)]) for index in range(count))


def _along(curve: Curve, at: float) -> float:
    place = min(1.0, max(0.0, at)) * (len(curve) - 1)
    low = min(len(curve) - 2, int(place))
    return curve[low] + (curve[low + 1] - curve[low]) * (place - low)
