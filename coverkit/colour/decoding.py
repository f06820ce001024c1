"""The only place that decodes pictures: JPEG, PNG, TIFF and WebP, told by their content, never by their name.

Whatever is damaged or hostile ends in an InputError that names the file; no warning of the decoder leaks. Converts no
colours.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import isfinite
from typing import Literal

import numpy as np
from PIL import ExifTags, Image, ImageChops

from coverkit.colour.bands import in_bands
from coverkit.colour.transforms import Mode, describe
from coverkit.errors import CoverKitError, InputError
from coverkit.i18n import tr
from coverkit.scene.operations import Crop

MAX_PIXELS = 300_000_000
# Pillow warns above this and refuses twice as much; the check with a sentence for people is ours.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS

_FORMATS: dict[str, str] = {"JPEG": "jpeg", "MPO": "jpeg", "PNG": "png", "TIFF": "tiff", "WEBP": "webp"}
_MAGIC = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+", b"RIFF")
_KINDS: dict[str, Literal["rgb", "gray", "cmyk"]] = {
    "1": "gray", "L": "gray", "LA": "gray", "La": "gray", "I;16": "gray", "I;16B": "gray", "I;16L": "gray",
    "RGB": "rgb", "RGBA": "rgb", "RGBa": "rgb", "RGBX": "rgb", "P": "rgb", "PA": "rgb", "YCbCr": "rgb", "CMYK": "cmyk",
}  # fmt: skip
PixelBox = tuple[int, int, int, int]
Part = tuple[float, float, float, float]
Step = Callable[[Image.Image], Image.Image]

_FILTER_ROWS = 4
_PROFILE_MODES: dict[str, Mode] = {"rgb": "RGB", "gray": "L", "cmyk": "CMYK"}
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class PictureInfo:
    """What a picture file is, before anything is converted.

    Attributes:
        width, height: pixels, upright (after the camera's turn).
        mode: kind of colours; palettes are "rgb", bilevel pictures "gray".
        bits: per sample in the file.
        format: "jpeg", "png", "tiff" or "webp".
        has_alpha: some of it may be transparent.
        has_profile: a usable ICC profile of its kind of colours is embedded.
        profile_name: its description, or "".
        exif_turned: the file says that it must be turned or mirrored to stand upright.
        adobe_inverted: a CMYK JPEG that stores 255 for no ink, as Adobe's programs write it.
        dpi: the resolution the file names (no measure of quality), or None.
        baseline: a JPEG that every PDF reader decodes: baseline or extended sequential, Huffman coded.
    """

    width: int
    height: int
    mode: Literal["rgb", "gray", "cmyk"]
    bits: int
    format: str
    has_alpha: bool
    has_profile: bool
    profile_name: str
    exif_turned: bool
    adobe_inverted: bool
    dpi: tuple[float, float] | None
    baseline: bool


def inspect(data: bytes, name: str, *, whole: bool = True) -> PictureInfo:
    """Tell what a picture is.

    Args:
        data: the file.
        name: what to call it in messages.
        whole: decode all of it, so that damage anywhere is found; else only its header is read.

    Raises:
        InputError: not one of the four formats, damaged, cut short, animated, of several pages, too large, or of a kind of
            colours that cannot be printed from.
    """
    with _opened(data, name) as image:
        info = _info(image, data)
        if whole:
            if image.format in ("JPEG", "MPO"):  # entropy decoding finds all damage; the eighth part is enough
                image.draft(None, (max(1, image.width // 8), max(1, image.height // 8)))
            image.load()
    return info


def embedded_profile(data: bytes, name: str) -> bytes | None:
    """Return the picture's own ICC profile if it is usable, else None."""
    with _opened(data, name) as image:
        return _profile(image)[0]


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
    with _opened(data, name) as image:
        turn = _orientation(image)
        crop = _before_turn(crop, turn)
        width, height = (target[1], target[0]) if turn >= 5 else target
        box = pixel_box(crop, image.width, image.height)
        size = min(width, box[2] - box[0]), min(height, box[3] - box[1])
        plain, part = _loaded(image, box, size)
        # Pillow takes every CMYK JPEG for an inverted one.
        steps = [ImageChops.invert] if _is_bare_cmyk(image) else []
    small = _reduced(plain, part, size, [*steps, *([finish] if finish else [])])
    return small.transpose(_TURNS[turn]) if turn in _TURNS else small


def pixel_box(crop: Crop, width: int, height: int) -> tuple[int, int, int, int]:
    """Return the whole pixels nearest to a crop: left, top, right, bottom; at least one pixel."""
    left = min(width - 1, max(0, round(crop.left * width)))
    top = min(height - 1, max(0, round(crop.top * height)))
    right = max(left + 1, min(width, round(crop.right * width)))
    bottom = max(top + 1, min(height, round(crop.bottom * height)))
    return left, top, right, bottom


def _loaded(image: Image.Image, box: PixelBox, size: tuple[int, int]) -> tuple[Image.Image, Part]:
    """Load a picture, at a part of its size where its format can; return it as RGB, CMYK or L, and where the box lies in it."""
    full = image.size
    if image.format in ("JPEG", "MPO"):
        wanted = full[0] * size[0] / (box[2] - box[0]), full[1] * size[1] / (box[3] - box[1])
        image.draft(None, (max(1, int(wanted[0])), max(1, int(wanted[1]))))
    image.load()
    if image.mode not in ("RGB", "L", "CMYK") or "transparency" in image.info:
        return _normalised(image.crop(box)), (0.0, 0.0, float(box[2] - box[0]), float(box[3] - box[1]))
    across, down = image.width / full[0], image.height / full[1]
    return image, (box[0] * across, box[1] * down, box[2] * across, box[3] * down)


def _reduced(plain: Image.Image, part: Part, size: tuple[int, int], steps: list[Step]) -> Image.Image:
    same = part[2] - part[0] == size[0] and part[3] - part[1] == size[1]
    left, up, scale = round(part[0]), round(part[1]), (part[3] - part[1]) / size[1]

    def band(top: int, end: int) -> Image.Image:
        if same:
            piece = plain.crop((left, up + top, left + size[0], up + end))
        else:
            # Some rows more, so that the filter sees past the band's edges and no seam shows.
            first, last = max(0, top - _FILTER_ROWS), min(size[1], end + _FILTER_ROWS)
            window = (part[0], part[1] + first * scale, part[2], min(part[3], part[1] + last * scale))
            piece = plain.resize((size[0], last - first), Image.Resampling.LANCZOS, box=window)
            piece = piece.crop((0, top - first, size[0], end - first))
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


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[Image.Image]:
    """Open a picture and turn whatever its decoder raises meanwhile into an InputError."""
    if not data:
        raise InputError(tr("{file} is empty.", file=name), tr("Choose another picture."))
    if not data.startswith(_MAGIC) or (data.startswith(b"RIFF") and data[8:12] != b"WEBP"):
        raise InputError(
            tr("{file} is not a JPEG, PNG, TIFF or WebP picture.", file=name),
            tr("Save the picture as JPEG, PNG or TIFF and choose it again."),
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "TIFF", "WEBP")) as image:
                _check(image, name)
                yield image
    except CoverKitError:
        raise
    except Image.DecompressionBombError as error:
        raise _too_large(name) from error
    except Exception as error:
        # Decoders raise nearly anything for damaged files: OSError, SyntaxError, struct.error, KeyError, OverflowError …
        raise InputError(
            tr("{file} cannot be read: it is damaged, cut short, or of a rare kind.", file=name),
            tr("Get the picture again from where it came from, or save it anew in a picture editor."),
        ) from error


def _check(image: Image.Image, name: str) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise _too_large(name)
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise InputError(
            tr("{file} holds several pictures (an animation or pages).", file=name),
            tr("Save the one picture you want as a JPEG, PNG or TIFF of its own."),
        )
    if image.mode not in _KINDS:
        raise InputError(
            tr("{file} has a kind of colours that cannot be used ({mode}).", file=name, mode=image.mode),
            tr("Save it as RGB, greyscale or CMYK with 8 or 16 bits per channel."),
        )


def _too_large(name: str) -> InputError:
    return InputError(
        tr("{file} has more than {limit} million pixels.", file=name, limit=MAX_PIXELS // 1_000_000),
        tr("Make it smaller: a full A4 page needs about 10 million pixels."),
    )


def _info(image: Image.Image, data: bytes) -> PictureInfo:
    turn = _orientation(image)
    width, height = (image.height, image.width) if turn >= 5 else image.size
    jpeg = image.format in ("JPEG", "MPO")
    profile_name = _profile(image)[1]
    return PictureInfo(
        width=width,
        height=height,
        mode=_KINDS[image.mode],
        bits=_bits(image, data),
        format=_FORMATS[image.format or ""],
        has_alpha=image.mode in ("LA", "La", "PA", "RGBA", "RGBa") or "transparency" in image.info,
        has_profile=profile_name is not None,
        profile_name=profile_name or "",
        exif_turned=turn != 1 or _tiff_turned(image),
        adobe_inverted=jpeg and image.mode == "CMYK" and _is_inverted(image),
        dpi=_dpi(image),
        baseline=jpeg and _is_baseline(data),
    )


def _is_bare_cmyk(image: Image.Image) -> bool:
    return image.mode == "CMYK" and image.format in ("JPEG", "MPO") and not _is_inverted(image)


def _is_inverted(image: Image.Image) -> bool:
    return "adobe" in image.info


def _profile(image: Image.Image) -> tuple[bytes | None, str | None]:
    profile = image.info.get("icc_profile")
    if not isinstance(profile, bytes) or not profile:
        return None, None
    name = describe(profile, _PROFILE_MODES[_KINDS[image.mode]])
    return (profile, name) if name is not None else (None, None)


def _orientation(image: Image.Image) -> int:
    """Return the turn still to be made; Pillow turns TIFFs itself while loading."""
    if image.format == "TIFF":
        return 1
    try:
        value = image.getexif().get(ExifTags.Base.Orientation, 1)
    except (SyntaxError, ValueError, KeyError, TypeError, OSError, IndexError):
        return 1  # a broken EXIF block does not make the picture unusable
    return value if value in _TURNS else 1


def _tiff_turned(image: Image.Image) -> bool:
    tags = getattr(image, "tag_v2", {})
    return tags.get(ExifTags.Base.Orientation, 1) in _TURNS


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


def _bits(image: Image.Image, data: bytes) -> int:
    if image.format == "PNG":
        return data[24]
    if image.format == "TIFF":
        samples = getattr(image, "tag_v2", {}).get(258, (8,))
        return int(max(samples)) if isinstance(samples, tuple) else int(samples)
    return 8


def _dpi(image: Image.Image) -> tuple[float, float] | None:
    try:
        x, y = (float(part) for part in image.info["dpi"])
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    return (x, y) if isfinite(x) and isfinite(y) and x > 0 and y > 0 else None


def _is_baseline(data: bytes) -> bool:
    """Tell whether a JPEG's frame header is SOF0 or SOF1."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            return marker in (0xC0, 0xC1)
        at += 1 if marker == 0xFF else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return False
