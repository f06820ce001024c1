"""Bitmaps of PDF pages. The only module that imports pypdfium2, and PDFium is entered by one thread at a time."""

from __future__ import annotations

import threading
from typing import Any, Literal

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from coverkit.errors import InputError
from coverkit.i18n import tr
from coverkit.records import dataclass

Area = Literal["media", "bleed", "trim"]
Mode = Literal["RGB", "RGBA", "L"]
Clip = tuple[int, int, int, int]
"""Left, top, width and height in pixels of a whole picture."""

_LOCK = threading.Lock()
_POINTS = 72.0
_MOST_PIXELS = 400_000_000
_PLAIN = raw.FPDF_RENDER_NO_SMOOTHTEXT | raw.FPDF_RENDER_NO_SMOOTHIMAGE | raw.FPDF_RENDER_NO_SMOOTHPATH
_KINDS = {"RGB": raw.FPDFBitmap_BGR, "RGBA": raw.FPDFBitmap_BGRA, "L": raw.FPDFBitmap_Gray}


@dataclass(frozen=True, slots=True)
class Bitmap:
    """Pixels, row by row from the top, without padding: one byte for each channel of the mode."""

    width: int
    height: int
    mode: Mode
    data: bytes

    def image(self) -> Image.Image:
        """Return it as a Pillow image."""
        return Image.frombytes(self.mode, (self.width, self.height), self.data)


def rasterise(
    pdf: bytes,
    *,
    dpi: float = _POINTS,
    size: tuple[int, int] | None = None,
    grey: bool = False,
    area: Area = "bleed",
    page: int = 0,
    smooth: bool = True,
    clear: bool = False,
    clip: Clip | None = None,
) -> Bitmap:
    """Return a page's pixels, on white paper if nothing else is said.

    Args:
        pdf: the file's bytes.
        dpi: pixels per inch; not used where `size` is given.
        size: exact width and height in pixels; the area is stretched to it.
        grey: one channel instead of three.
        area: the box that becomes the picture; a missing one falls back as PDF says. The CropBox is ignored, and so is Rotate.
        page: number of the page, from 0.
        smooth: smooth edges; without, PDFium paints every pixel that a shape touches, as Ghostscript does.
        clear: no paper: a fourth channel tells where nothing is painted; not with `grey`.
        clip: only these pixels of the whole picture are made: left, top, width, height. It may reach beyond the area.

    Raises:
        InputError: PDFium cannot read the file or the page, or the bitmap would be too large.
    """
    mode: Mode = "L" if grey else "RGBA" if clear else "RGB"
    with _LOCK:
        document = _open(pdf)
        try:
            return _render(document, page, area, size, dpi, _Style(mode, smooth, clip))
        finally:
            document.close()


def page_count(pdf: bytes) -> int:
    """Return how many pages a PDF has.

    Raises:
        InputError: PDFium cannot read it.
    """
    with _LOCK:
        document = _open(pdf)
        try:
            return len(document)
        finally:
            document.close()


def _open(pdf: bytes) -> Any:
    try:
        return pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(str(error)) from error


@dataclass(frozen=True, slots=True)
class _Style:
    mode: Mode
    smooth: bool
    clip: Clip | None

    @property
    def flags(self) -> int:
        colour = raw.FPDF_GRAYSCALE if self.mode == "L" else raw.FPDF_REVERSE_BYTE_ORDER
        return int(colour | (0 if self.smooth else _PLAIN))

    @property
    def paper(self) -> tuple[int, int, int, int]:
        return (255, 255, 255, 0 if self.mode == "RGBA" else 255)


def _render(document: Any, number: int, area: Area, size: tuple[int, int] | None, dpi: float, style: _Style) -> Bitmap:
    try:
        page = document[number]
    except (pypdfium2.PdfiumError, IndexError) as error:
        raise _unreadable(str(error)) from error
    try:
        box = _box(page, area)
        page.set_cropbox(*page.get_mediabox())
        # Boxes and places of findings are those of the page unturned; turned, it would not fill its boxes.
        page.set_rotation(0)
        width, height = size or (round((box[2] - box[0]) * dpi / _POINTS), round((box[3] - box[1]) * dpi / _POINTS))
        _, _, made_width, made_height = style.clip or (0, 0, width, height)
        if not 0 < made_width * made_height <= _MOST_PIXELS:
            raise InputError(
                tr("A picture of {width} × {height} pixels is not possible.", width=made_width, height=made_height),
                tr("Choose a lower resolution."),
            )
        return _pixels(page, box, (width, height), style)
    finally:
        page.close()


def _pixels(page: Any, box: tuple[float, float, float, float], size: tuple[int, int], style: _Style) -> Bitmap:
    """Draw the page so that the box fills the whole picture exactly, whatever fraction of a pixel its edges have."""
    left, top, width, height = style.clip or (0, 0, *size)
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, _KINDS[style.mode], rev_byteorder=style.mode != "L")
    try:
        bitmap.fill_rect(style.paper, 0, 0, width, height)
        media = page.get_mediabox()
        across, down = size[0] / (box[2] - box[0]), size[1] / (box[3] - box[1])
        matrix = raw.FS_MATRIX(across, 0, 0, down, (media[0] - box[0]) * across - left, (box[3] - media[3]) * down - top)
        clip = raw.FS_RECTF(0, 0, width, height)
        raw.FPDF_RenderPageBitmapWithMatrix(bitmap, page, matrix, clip, style.flags)
        return Bitmap(width, height, style.mode, _packed(bitmap, width * len(style.mode)))
    finally:
        bitmap.close()


def _packed(bitmap: Any, row: int) -> bytes:
    data = bytes(bitmap.buffer)
    if bitmap.stride == row:
        return data
    return b"".join(data[start : start + row] for start in range(0, len(data), bitmap.stride))


def _box(page: Any, area: Area) -> tuple[float, float, float, float]:
    match area:
        case "media":
            box = page.get_mediabox()
        case "bleed":
            box = page.get_bleedbox()
        case "trim":
            box = page.get_trimbox()
    return float(box[0]), float(box[1]), float(box[2]), float(box[3])


def _unreadable(reason: str) -> InputError:
    return InputError(
        tr("The PDF cannot be read (technical detail: {reason}).", reason=reason),
        tr("It may be damaged or protected; export or request it again."),
    )
