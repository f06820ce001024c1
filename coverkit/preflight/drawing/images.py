"""Images of a PDF as pixels."""

from __future__ import annotations

import pikepdf
from PIL import Image, ImageChops

from coverkit.artwork.drawing import Colour, Pixels, Rgb
from coverkit.artwork.refusal import not_simple
from coverkit.i18n import tr
from coverkit.model.values import Cmyk
from coverkit.preflight import values
from coverkit.preflight.drawing.colours import space_of

_MODES = {"RGB": "RGB", "CMYK": "CMYK", "L": "L", "1": "L", "P": "RGB"}
_MOST_PIXELS = 100_000_000


def pixels_of(image: object, resources: object, name: str) -> Pixels:
    """Return the pixels of an image XObject.

    Raises:
        InputError: it is of a kind that is not read, or masked by a colour.
    """
    odd = not_simple(name, tr("a picture that is masked, or of a rare kind"))
    width, height = (values.integer(values.get(image, key)) or 0 for key in ("/Width", "/Height"))
    mask = values.get(image, "/Mask")
    if mask is not None and not isinstance(mask, pikepdf.Stream):
        raise odd
    if not 0 < width * height <= _MOST_PIXELS or not isinstance(image, pikepdf.Stream):
        raise odd
    alpha = values.get(image, "/SMask")
    found = _decoded(image, odd)
    if found.size != (width, height) or found.mode not in _MODES:
        raise odd
    found = found.convert(_MODES[found.mode]) if found.mode != _MODES[found.mode] else found
    profile = b""
    listed = values.items(values.get(image, "/ColorSpace"))
    if listed and values.name(listed[0]) == "ICCBased" and found.mode == "RGB":
        profile = space_of(values.get(image, "/ColorSpace"), resources, name).profile
    clear = b""
    if alpha is not None:
        clear = _alpha(alpha, (width, height), odd)
    elif mask is not None:
        clear = _painted(mask, odd).resize((width, height), Image.Resampling.NEAREST).tobytes()
    return Pixels(found.mode, width, height, found.tobytes(), profile, clear)


def stencil_of(image: object, colour: Colour, name: str) -> Pixels:
    """Return the pixels that a stencil paints in a colour; where it paints nothing they are clear.

    Raises:
        InputError: it is damaged, or paints with a named ink.
    """
    odd = not_simple(name, tr("a picture that is masked, or of a rare kind"))
    alpha = _painted(image, odd)
    match colour:
        case Rgb():
            mode, parts = "RGB", [colour.r, colour.g, colour.b]
        case Cmyk():
            mode, parts = "CMYK", [colour.c, colour.m, colour.y, colour.k]
        case _:
            raise odd
    pixel = bytes(round(part * 255) for part in parts)
    profile = colour.profile if isinstance(colour, Rgb) else b""
    return Pixels(mode, alpha.width, alpha.height, pixel * (alpha.width * alpha.height), profile, alpha.tobytes())


def _painted(mask: object, odd: Exception) -> Image.Image:
    """Return where a stencil paints, as alpha: its samples of 0 paint, or those of 1 where it says so."""
    width, height = (values.integer(values.get(mask, key)) or 0 for key in ("/Width", "/Height"))
    if not 0 < width * height <= _MOST_PIXELS:
        raise odd
    found = _decoded(mask, odd, as_stored=True).convert("L")
    reverse = (values.numbers(values.get(mask, "/Decode")) or (0.0, 1.0))[0] != 0.0
    return found if reverse else ImageChops.invert(found)


def _decoded(image: object, odd: Exception, *, as_stored: bool = False) -> Image.Image:
    try:
        opened = pikepdf.PdfImage(image)  # type: ignore[arg-type]  # a stream; anything else is an error
        return opened.as_pil_image(apply_decode_array=not as_stored, apply_mask=False)
    except Exception as error:
        # Decoders raise nearly anything for damaged pictures.
        raise odd from error


def _alpha(mask: object, size: tuple[int, int], odd: Exception) -> bytes:
    found = _decoded(mask, odd).convert("L")
    if values.get(mask, "/Matte") is not None:
        raise odd
    if found.size != size:
        found = found.resize(size, Image.Resampling.BILINEAR)
    return b"" if found.getextrema() == (255, 255) else found.tobytes()
