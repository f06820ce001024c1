"""The only place that decodes pictures: to upright, flattened, reduced pixels in the picture's own colours.

Damage ends in an InputError that names the file. Knows no profiles; what converts the pixels is handed in.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PIL import Image, ImageChops

from coverkit.colour.bands import in_bands
from coverkit.colour.opening import TURNS, is_inverted, is_jpeg, kind_of, opened, orientation
from coverkit.scene.operations import Crop

PixelBox = tuple[int, int, int, int]
Part = tuple[float, float, float, float]
Step = Callable[[Image.Image], Image.Image]

_PHOTOMETRIC = 262


def decode(
    data: bytes,
    name: str,
    crop: Crop,
    target: tuple[int, int],
    finish: Callable[[Image.Image], Image.Image] | None = None,
) -> Image.Image:
    """Decode the crop of a picture, upright, flattened on white, reduced to a size but never enlarged.

    Args:
        data: the file.
        name: what to call it in messages.
        crop: what of the upright picture is wanted.
        target: greatest width and height in pixels.
        finish: converts pixels, each for itself; it gets bands of mode RGB, CMYK (255 is full ink) or L in the picture's own
            colours, on several threads.

    Raises:
        InputError: as `inspect`.
    """
    with opened(data, name) as image:
        grey = kind_of(image) == "gray"
        turn = orientation(image, data)
        crop = _before_turn(crop, turn)
        width, height = (target[1], target[0]) if turn >= 5 else target
        box = pixel_box(crop, image.width, image.height)
        size = min(width, box[2] - box[0]), min(height, box[3] - box[1])
        plain, part = _loaded(image, box, size, grey)
        # Pillow takes every CMYK JPEG for an inverted one.
        steps = [ImageChops.invert] if _is_bare_cmyk(image) else []
    small = _reduced(plain, part, size, [*steps, *([finish] if finish else [])])
    return small.transpose(TURNS[turn]) if turn in TURNS else small


def pixel_box(crop: Crop, width: int, height: int) -> tuple[int, int, int, int]:
    """Return the whole pixels nearest to a crop: left, top, right, bottom; at least one pixel."""
    left = min(width - 1, max(0, round(crop.left * width)))
    top = min(height - 1, max(0, round(crop.top * height)))
    right = max(left + 1, min(width, round(crop.right * width)))
    bottom = max(top + 1, min(height, round(crop.bottom * height)))
    return left, top, right, bottom


def _loaded(image: Image.Image, box: PixelBox, size: tuple[int, int], grey: bool) -> tuple[Image.Image, Part]:
    """Load a picture, at a part of its size where its format can; return it as RGB, CMYK or L, and where the box lies in it."""
    full = image.size
    if is_jpeg(image):
        wanted = full[0] * size[0] / (box[2] - box[0]), full[1] * size[1] / (box[3] - box[1])
        image.draft(None, (max(1, int(wanted[0])), max(1, int(wanted[1]))))
    negative = _is_negative(image)
    image.load()
    if image.mode not in ("RGB", "L", "CMYK") or "transparency" in image.info:
        plain = _normalised(image.crop(box))
        plain = plain.convert("L") if grey else plain
        plain = ImageChops.invert(plain) if negative else plain
        return plain, (0.0, 0.0, float(box[2] - box[0]), float(box[3] - box[1]))
    across, down = image.width / full[0], image.height / full[1]
    return image, (box[0] * across, box[1] * down, box[2] * across, box[3] * down)


def _is_negative(image: Image.Image) -> bool:
    """Tell whether a TIFF's 16-bit greys stand inverted: Pillow minds that for 8 bits only."""
    return image.mode.startswith("I;16") and getattr(image, "tag_v2", {}).get(_PHOTOMETRIC) == 0


def _reduced(plain: Image.Image, part: Part, size: tuple[int, int], steps: list[Step]) -> Image.Image:
    same = part[2] - part[0] == size[0] and part[3] - part[1] == size[1]
    left, up, scale = round(part[0]), round(part[1]), (part[3] - part[1]) / size[1]

    def band(top: int, end: int) -> Image.Image:
        if same:
            piece = plain.crop((left, up + top, left + size[0], up + end))
        else:
            # Pillow's filter sees past the box it is given, so the bands leave no seam.
            window = (part[0], part[1] + top * scale, part[2], min(part[3], part[1] + end * scale))
            piece = plain.resize((size[0], end - top), Image.Resampling.LANCZOS, box=window)
        for step in steps:
            piece = step(piece)
        return piece

    return in_bands(size, band)


def _normalised(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16"):
        samples = np.asarray(image).astype(np.uint32)
        return Image.fromarray(((samples + 128) // 257).astype(np.uint8))
    if "transparency" in image.info:
        image = image.convert("LA" if image.mode in ("1", "L") else "RGBA")
    if image.mode in ("PA", "RGBa", "La"):
        image = image.convert("LA" if image.mode == "La" else "RGBA")
    if image.mode in ("RGBA", "LA"):
        paper = Image.new(image.mode[:-1], image.size, "white")
        paper.paste(image.convert(image.mode[:-1]), mask=image.getchannel("A"))
        return paper
    return image.convert("L" if image.mode == "1" else "RGB")


def _is_bare_cmyk(image: Image.Image) -> bool:
    return image.mode == "CMYK" and is_jpeg(image) and not is_inverted(image)


def _before_turn(crop: Crop, turn: int) -> Crop:
    """Map a crop of the upright picture to the stored one."""
    left, top, right, bottom = crop.left, crop.top, crop.right, crop.bottom
    if turn >= 5:
        left, top, right, bottom = top, left, bottom, right
    if turn in (2, 3, 7, 8):
        left, right = 1 - right, 1 - left
    if turn in (3, 4, 6, 7):
        top, bottom = 1 - bottom, 1 - top
    return Crop(left, top, right, bottom)
