"""A photograph of 24 megapixels for measuring: four crops of the sample photographs side by side, not one pixel stretched."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

SIZE = (6000, 4000)
_QUALITY = 92
_PARTS = (
    ("doi-che-suong-som.jpg", (400, 300)),
    ("nui-hoang-hon.jpg", (600, 700)),
    ("dong-co-trong-nang.jpg", (1200, 500)),
    ("mat-troi-tren-mat-nuoc.jpg", (1400, 1500)),
)
"""Sample and left top of its crop, for each quarter."""


def write_photograph(samples: Path, out: Path) -> None:
    """Write the photograph as a JPEG such as a camera writes: RGB, 4:2:0."""
    width, height = SIZE[0] // 2, SIZE[1] // 2
    whole = Image.new("RGB", SIZE)
    for index, (name, (left, top)) in enumerate(_PARTS):
        with Image.open(samples / name) as picture:
            part = picture.crop((left, top, left + width, top + height))
        whole.paste(part, (index % 2 * width, index // 2 * height))
    whole.save(out, "JPEG", quality=_QUALITY)
