"""Bare pixels into the inks of a press, each for itself: nothing is resized."""

from __future__ import annotations

from PIL import Image

from coverkit.colour import transforms
from coverkit.colour.bands import in_bands
from coverkit.colour.decoding import decode
from coverkit.colour.grey import press_table
from coverkit.colour.inspection import PictureInfo, embedded_profile, inspect
from coverkit.colour.opening import TURNS, opened, orientation
from coverkit.colour.profile import OutputCondition
from coverkit.scene.operations import Crop


def whole_picture(data: bytes, name: str) -> tuple[PictureInfo, Image.Image, bytes]:
    """Return what a picture file is, all its pixels upright, and its ICC profile or b"".

    The pixels are RGB, CMYK or L, or RGBA where some are clear.

    Raises:
        InputError: as `inspect`.
    """
    info = inspect(data, name)
    if info.has_alpha:
        with opened(data, name) as raw:
            turn = orientation(raw, data)
            image = raw.convert("RGBA")
        return info, image.transpose(TURNS[turn]) if turn in TURNS else image, embedded_profile(data, name) or b""
    image = decode(data, name, Crop(0.0, 0.0, 1.0, 1.0), (info.width, info.height))
    return info, image, embedded_profile(data, name) or b""


def press_pixels(
    mode: str, size: tuple[int, int], data: bytes, profile: bytes | None, condition: OutputCondition
) -> Image.Image:
    """Return pixels as CMYK or L in the inks of a press.

    Args:
        mode: "RGB", "CMYK" or "L"; inks stay as they are.
        size: pixels across and down.
        data: the samples, row by row.
        profile: the ICC profile of RGB pixels, None for sRGB; of greys it is not looked at.
        condition: the press.
    """
    image = Image.frombytes(mode, size, data)
    match mode:
        case "RGB":
            convert = transforms.converter("RGB", profile, condition.profile)
            return in_bands(size, lambda top, end: convert(image.crop((0, top, size[0], end))))
        case "L":
            return image.point(list(press_table(None, condition.profile)))
        case _:
            return image
