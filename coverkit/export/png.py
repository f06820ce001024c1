"""A PNG of the trimmed cover in sRGB, as it will print."""

from __future__ import annotations

import io
from dataclasses import field

from PIL import Image, PngImagePlugin

from coverkit.export.output import ExportContext, ExportedFile, Output
from coverkit.i18n import mark
from coverkit.records import dataclass

_RUN_LENGTHS = 3
"""zlib's strategy for run lengths: a cover takes a fifth of the time and no more bytes than with the default."""
_RELATIVE_COLORIMETRIC = b"\x01"


@dataclass(frozen=True, slots=True)
class PngOptions:
    """Options of the PNG."""

    dpi: float = field(default=150.0, metadata={"help": mark("pixels per inch")})


def png_bytes(image: Image.Image, dpi: float | None = None) -> bytes:
    """Return an image as a PNG that names its colours as sRGB; the same bytes each time."""
    chunks = PngImagePlugin.PngInfo()
    chunks.add(b"sRGB", _RELATIVE_COLORIMETRIC)
    buffer = io.BytesIO()
    extra = {"dpi": (dpi, dpi)} if dpi else {}
    image.save(buffer, "PNG", compress_type=_RUN_LENGTHS, pnginfo=chunks, **extra)
    return buffer.getvalue()


def _write(context: ExportContext, options: PngOptions) -> tuple[ExportedFile, ...]:
    from coverkit.render.preview import preview

    limit = context.printer.ink_limit / 100
    bitmap = preview(context.scene, context.resources, options.dpi, area="trim", ink_limit=limit, final=True)
    return (ExportedFile(".png", png_bytes(bitmap.image(), options.dpi)),)


OUTPUT = Output("png", mark("PNG picture"), ".png", PngOptions, _write)
