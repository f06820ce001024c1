"""ICC transforms through LittleCMS: the only user of ImageCms.

Every conversion is relative colorimetric with black point compensation, as CMYK printing is proofed. Knows nothing of
pages or files.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from PIL import Image, ImageCms

from coverkit.colour.bands import BAND_PIXELS, in_bands
from coverkit.colour.difference import delta_e00

Mode = Literal["RGB", "CMYK", "L", "LAB"]

_SPACES: dict[str, bytes] = {"RGB": b"RGB ", "CMYK": b"CMYK", "L": b"GRAY"}
_FLAGS = ImageCms.Flags.NOCACHE | ImageCms.Flags.BLACKPOINTCOMPENSATION
_PATCHES = tuple(
    (c, m, y, k)
    for c in (0, 128, 255)
    for m in (0, 128, 255)
    for y in (0, 128, 255)
    for k in (0, 128, 255)
    if c + m + y + k < 765
)

_building = threading.Lock()
"""Two threads that want the same transform at once (15 ms) build it once; without cache (NOCACHE) both may use it."""


def describe(profile: bytes, mode: Mode = "CMYK") -> str | None:
    """Return a profile's description, or None if LittleCMS cannot convert pictures of a mode with it."""
    if len(profile) < 132 or profile[36:40] != b"acsp" or profile[16:20] != _SPACES.get(mode):
        return None
    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        ImageCms.buildTransform(opened, _lab(), mode, "LAB", ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags.NOOPTIMIZE)
        return ImageCms.getProfileDescription(opened).strip() or "ICC"
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def converter(mode: Mode, source: bytes | None, press: bytes) -> Callable[[Image.Image], Image.Image]:
    """Return what converts bands of an RGB or CMYK picture to the press's inks; `source` is its profile, None for sRGB."""
    transform = _transform(source, press, mode, "CMYK", False)
    return lambda band: _convert(band, transform, "CMYK")


def to_srgb(image: Image.Image, source: bytes | None) -> Image.Image:
    """Convert a picture in a profile's colours to sRGB."""
    return _apply(image, _transform(source, None, image.mode, "RGB", False), "RGB")


def exact_srgb(image: Image.Image, source: bytes | None) -> Image.Image:
    """Convert a few pixels to sRGB, without the interpolated table that large pictures use."""
    return _apply(image, _transform(source, None, image.mode, "RGB", True), "RGB")


def exact_lab(image: Image.Image, source: bytes) -> Image.Image:
    """Convert a few pixels to 8-bit CIELAB relative to the paper, without black point compensation."""
    return _apply(image, _transform(source, b"", image.mode, "LAB", True), "LAB")


def exact_inks(image: Image.Image, source: bytes | None, press: bytes) -> Image.Image:
    """Convert a few RGB or CMYK pixels to the press's inks; `source` is their profile, None for sRGB."""
    return _apply(image, _transform(source, press, image.mode, "CMYK", True), "CMYK")


@lru_cache(maxsize=16)
def same_inks(one: bytes, other: bytes) -> bool:
    """Tell whether two CMYK profiles describe the same press: no test colour differs by more than ΔE00 1.

    Several makers publish profiles of one characterisation; converting between them would only break up black text.
    """
    if one == other:
        return True
    patches = Image.frombytes("CMYK", (len(_PATCHES), 1), bytes(value for patch in _PATCHES for value in patch))
    pairs = zip(lab_values(exact_lab(patches, one)), lab_values(exact_lab(patches, other)), strict=True)
    return all(delta_e00(first, second) <= 1.0 for first, second in pairs)


def lab_values(image: Image.Image) -> list[tuple[float, float, float]]:
    """Return the colours of an 8-bit LAB image; Pillow keeps a and b as signed bytes."""
    data = image.tobytes()
    return [
        (data[at] * 100 / 255, float((data[at + 1] ^ 128) - 128), float((data[at + 2] ^ 128) - 128))
        for at in range(0, len(data), 3)
    ]


@lru_cache(maxsize=1)
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@lru_cache(maxsize=1)
def _lab() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))


def _open(profile: bytes | None) -> ImageCms.ImageCmsProfile:
    if profile is None:
        return _srgb()
    return ImageCms.ImageCmsProfile(io.BytesIO(profile)) if profile else _lab()


def _transform(source: bytes | None, target: bytes | None, mode: str, out: str, exact: bool) -> ImageCms.ImageCmsTransform:
    with _building:
        return _built(source, target, mode, out, exact)


@lru_cache(maxsize=24)
def _built(source: bytes | None, target: bytes | None, mode: str, out: str, exact: bool) -> ImageCms.ImageCmsTransform:
    flags = _FLAGS | ImageCms.Flags.NOOPTIMIZE if exact else _FLAGS
    if out == "LAB":
        flags &= ~ImageCms.Flags.BLACKPOINTCOMPENSATION
    return ImageCms.buildTransform(
        _open(source), _open(target), mode, out, ImageCms.Intent.RELATIVE_COLORIMETRIC, ImageCms.Flags(flags)
    )


def _apply(image: Image.Image, transform: ImageCms.ImageCmsTransform, mode: Mode) -> Image.Image:
    if image.width * image.height <= 2 * BAND_PIXELS:
        return _convert(image, transform, mode)
    return in_bands(image.size, lambda top, end: _convert(image.crop((0, top, image.width, end)), transform, mode))


def _convert(image: Image.Image, transform: ImageCms.ImageCmsTransform, mode: Mode) -> Image.Image:
    # Not ImageCmsTransform.apply: that serialises the profile into the result each time (6 ms for a press profile).
    result = Image.new(mode, image.size)
    transform.transform.apply(image.getim(), result.getim())
    return result
