"""Photographs of 24 megapixels for measuring: four crops of the sample photographs side by side, not one pixel stretched."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

SIZE = (6000, 4000)
_QUALITY, _BEST = 92, 98
_PARTS = (
    ("doi-che-suong-som.jpg", (400, 300)),
    ("nui-hoang-hon.jpg", (600, 700)),
    ("dong-co-trong-nang.jpg", (1200, 500)),
    ("mat-troi-tren-mat-nuoc.jpg", (1400, 1500)),
)
"""Sample and left top of its crop, for each quarter."""


_TURNS = (
    None,
    Image.Transpose.FLIP_LEFT_RIGHT,
    Image.Transpose.FLIP_TOP_BOTTOM,
    Image.Transpose.ROTATE_180,
    Image.Transpose.ROTATE_90,
    Image.Transpose.ROTATE_270,
    Image.Transpose.TRANSPOSE,
    Image.Transpose.TRANSVERSE,
)


def write_photograph(samples: Path, out: Path) -> None:
    """Write the photograph as a JPEG such as a camera writes: RGB, 4:2:0."""
    _photograph(samples).save(out, "JPEG", quality=_QUALITY)


def fine_photographs(samples: Path, least: int) -> Iterator[bytes]:
    """Give photographs as cameras write them at their best, no two alike, until they are so many bytes together."""
    whole, total = _photograph(samples), 0
    for turn in _TURNS:
        buffer = io.BytesIO()
        (whole if turn is None else whole.transpose(turn)).save(buffer, "JPEG", quality=_BEST)
        yield buffer.getvalue()
        total += len(buffer.getvalue())
        if total >= least:
            return


def _photograph(samples: Path) -> Image.Image:
    width, height = SIZE[0] // 2, SIZE[1] // 2
    whole = Image.new("RGB", SIZE)
    for index, (name, (left, top)) in enumerate(_PARTS):
        with Image.open(samples / name) as picture:
            part = picture.crop((left, top, left + width, top + height))
        whole.paste(part, (index % 2 * width, index // 2 * height))
    return whole
