"""Images of a PDF as pixels."""

from __future__ import annotations

import pikepdf
from PIL import Image

from coverkit.artwork.drawing import Pixels
from coverkit.artwork.refusal import not_simple
from coverkit.i18n import tr
from coverkit.preflight import values
from coverkit.preflight.drawing.colours import space_of

_MODES = {"RGB": "RGB", "CMYK": "CMYK", "L": "L", "1": "L", "P": "RGB"}
_MOST_PIXELS = 100_000_000


def pixels_of(image: object, resources: object, name: str) -> Pixels:
    """Return the pixels of an image XObject.

    Raises:
        InputError: it is a stencil, or of a kind that is not read.
    """
    odd = not_simple(name, tr("a picture that is masked, or of a rare kind"))
    width, height = (values.integer(values.get(image, key)) or 0 for key in ("/Width", "/Height"))
    if values.boolean(values.get(image, "/ImageMask")) or values.get(image, "/Mask") is not None:
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
    clear = b"" if alpha is None else _alpha(alpha, (width, height), odd)
    return Pixels(found.mode, width, height, found.tobytes(), profile, clear)


def _decoded(image: object, odd: Exception) -> Image.Image:
    try:
        return pikepdf.PdfImage(image).as_pil_image(apply_mask=False)  # type: ignore[arg-type]  # a stream, as was asked before
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
