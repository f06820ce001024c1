"""Pictures of a finished PDF: as it looks, whole with its marks, single plates and total ink coverage, as PNG."""

from __future__ import annotations

from PIL import Image

from coverkit.app.file_ink import heat_picture, measure, plate_picture
from coverkit.app.pictures import View, check_resolution
from coverkit.errors import UsageError
from coverkit.export.png import png_bytes
from coverkit.formats.printers import PrinterProfile
from coverkit.i18n import tr
from coverkit.render.raster import page_count, rasterise

_PLATES = {"c": "Cyan", "m": "Magenta", "y": "Yellow", "k": "Black"}


def render_pdf(pdf: bytes, dpi: float, view: View, printer: PrinterProfile, page: int = 1) -> bytes:
    """Return a picture of a page as PNG.

    Args:
        pdf: the file's bytes.
        dpi: pixels per inch.
        view: `proof` the trimmed page, its colours approximate; `press` the whole sheet; a plate, or `ink`, over the bleed.
        printer: whose ink limit `ink` shows.
        page: its number, from 1.

    Raises:
        UsageError: dpi is out of bounds, or there is no such page.
        InputError: the file cannot be read or drawn.
        MissingError: the plates can only be made by Ghostscript, which is not installed.
    """
    check_resolution(dpi)
    return png_bytes(_image(pdf, dpi, view, printer, page), dpi)


def _image(pdf: bytes, dpi: float, view: View, printer: PrinterProfile, page: int) -> Image.Image:
    if view in ("proof", "press"):
        count = page_count(pdf)
        if not 1 <= page <= count:
            raise UsageError(tr("There is no page {page}.", page=page), tr("The file has {count} pages.", count=count))
        return rasterise(pdf, dpi=dpi, area="trim" if view == "proof" else "media", page=page - 1).image()
    plates = measure(pdf, page, dpi)
    if view == "ink":
        return heat_picture(plates, printer.ink_limit).image()
    return plate_picture(plates, _PLATES[view]).image()
