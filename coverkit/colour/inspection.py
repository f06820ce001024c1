"""Tells what a picture file is, before anything is converted."""

from __future__ import annotations

from math import isfinite

from PIL import ExifTags, Image

from coverkit.colour.opening import TURNS, Kind, is_inverted, is_jpeg, kind_of, opened, orientation, profile_of
from coverkit.records import dataclass

_FORMATS: dict[str, str] = {"JPEG": "jpeg", "MPO": "jpeg", "PNG": "png", "TIFF": "tiff", "WEBP": "webp"}


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
    mode: Kind
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
    with opened(data, name) as image:
        info = _info(image, data)
        if whole:
            if is_jpeg(image):  # entropy decoding finds all damage; the eighth part is enough
                image.draft(None, (max(1, image.width // 8), max(1, image.height // 8)))
            image.load()
    return info


def embedded_profile(data: bytes, name: str) -> bytes | None:
    """Return the picture's own ICC profile if it is usable, else None."""
    with opened(data, name) as image:
        return profile_of(image)[0]


def _info(image: Image.Image, data: bytes) -> PictureInfo:
    kind, profile_name = kind_of(image), profile_of(image)[1]
    turn = orientation(image, data)
    width, height = (image.height, image.width) if turn >= 5 else image.size
    jpeg = is_jpeg(image)
    return PictureInfo(
        width=width,
        height=height,
        mode=kind,
        bits=_bits(image, data),
        format=_FORMATS[image.format or ""],
        has_alpha=image.mode in ("LA", "La", "PA", "RGBA", "RGBa") or "transparency" in image.info,
        has_profile=profile_name is not None,
        profile_name=profile_name or "",
        exif_turned=turn != 1 or _tiff_turned(image),
        adobe_inverted=jpeg and image.mode == "CMYK" and is_inverted(image),
        dpi=_dpi(image),
        baseline=jpeg and _is_baseline(data),
    )


def _tiff_turned(image: Image.Image) -> bool:
    tags = getattr(image, "tag_v2", {})
    return tags.get(ExifTags.Base.Orientation, 1) in TURNS


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
