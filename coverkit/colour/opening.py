"""Opens picture files: JPEG, PNG, TIFF and WebP, told by their content, never by their name.

Whatever is damaged or hostile ends in an InputError that names the file; no warning of the decoder leaks. Loads no pixels.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal

from PIL import ExifTags, Image

from coverkit.colour.transforms import Mode, describe
from coverkit.errors import CoverKitError, InputError
from coverkit.i18n import tr

Kind = Literal["rgb", "gray", "cmyk"]

MAX_PIXELS = 300_000_000
# Pillow warns above this and refuses twice as much; the check with a sentence for people is ours.
Image.MAX_IMAGE_PIXELS = MAX_PIXELS

_MAGIC = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\x00", b"MM\x00*", b"II+\x00", b"MM\x00+", b"RIFF")
_KINDS: dict[str, Kind] = {
    "1": "gray", "L": "gray", "LA": "gray", "La": "gray", "I;16": "gray", "I;16B": "gray", "I;16L": "gray",
    "RGB": "rgb", "RGBA": "rgb", "RGBa": "rgb", "RGBX": "rgb", "P": "rgb", "PA": "rgb", "YCbCr": "rgb", "CMYK": "cmyk",
}  # fmt: skip
_PNG_TURNED = (b"eXIf", b"tiff:Orientation", b"Raw profile type")
_PROFILE_MODES: dict[str, Mode] = {"rgb": "RGB", "gray": "L", "cmyk": "CMYK"}
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def is_picture(head: bytes) -> bool:
    """Tell by the first bytes of a file whether it is one of the formats that are opened here."""
    return head.startswith(_MAGIC) and (not head.startswith(b"RIFF") or head[8:12] == b"WEBP")


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Image.Image]:
    """Open a picture and turn whatever its decoder raises meanwhile into an InputError."""
    if not data:
        raise InputError(tr("{file} is empty.", file=name), tr("Choose another picture."))
    if not is_picture(data):
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


def kind_of(image: Image.Image) -> Kind:
    """Return the kind of a picture's colours."""
    # Pillow opens a grey PNG with alpha and 16 bits as RGBA; how its samples are packed tells the truth until it is loaded.
    packed = [tile[3] for tile in getattr(image, "tile", ())] if image.format == "PNG" else []
    return "gray" if packed == ["LA;16B"] else _KINDS[image.mode]


def is_jpeg(image: Image.Image) -> bool:
    """Tell whether a picture is a JPEG; MPO is what some phones write: a JPEG with others after it."""
    return image.format in ("JPEG", "MPO")


def is_inverted(image: Image.Image) -> bool:
    """Tell whether a JPEG has Adobe's marker: then its CMYK values stand inverted."""
    return "adobe" in image.info


def profile_of(image: Image.Image) -> tuple[bytes | None, str | None]:
    """Return the embedded profile and its description, or None twice where there is none that can be used."""
    profile = image.info.get("icc_profile")
    if not isinstance(profile, bytes) or not profile:
        return None, None
    name = describe(profile, _PROFILE_MODES[kind_of(image)])
    return (profile, name) if name is not None else (None, None)


def orientation(image: Image.Image, data: bytes) -> int:
    """Return the turn still to be made (a key of TURNS, or 1); Pillow turns TIFFs itself while loading.

    A PNG that names its orientation is loaded by this, as that may stand behind the pixels.
    """
    if image.format == "TIFF" or (image.format == "PNG" and not any(word in data for word in _PNG_TURNED)):
        return 1
    try:
        value = image.getexif().get(ExifTags.Base.Orientation, 1)
    except (SyntaxError, ValueError, KeyError, TypeError, OSError, IndexError):
        return 1  # a broken EXIF block does not make the picture unusable
    return value if value in TURNS else 1
