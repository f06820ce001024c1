"""Read one page of a PDF as a drawing: its boxes, its layers, and the walk over its operators."""

from __future__ import annotations

import io
import logging
import warnings
from pathlib import Path

import pikepdf

from coverkit.artwork.drawing import Drawing, Matrix
from coverkit.artwork.refusal import not_simple, unreadable
from coverkit.errors import InputError, UsageError
from coverkit.i18n import tr
from coverkit.preflight import values
from coverkit.preflight.drawing.painter import Painter
from coverkit.preflight.page_tree import leaves

# What fontTools has to say of damaged fonts would go to standard error.
logging.getLogger("fontTools").addHandler(logging.NullHandler())
_BOXES = ("/TrimBox", "/ArtBox", "/CropBox", "/MediaBox")


def pdf_drawing(source: Path | bytes, name: str, page: int | None = None) -> Drawing:
    """Read a page.

    Args:
        source: the file or its bytes.
        name: what messages call it.
        page: its number from 1; may be left out where there is one only.

    Raises:
        InputError: the file is damaged or protected, or the page holds what sealed art cannot have.
        UsageError: the page is not there, or must be named.
    """
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    try:
        with warnings.catch_warnings(), pikepdf.open(stream, suppress_warnings=True, inherit_page_attributes=True) as pdf:
            warnings.simplefilter("ignore")
            return _drawing(pdf, name, page)
    except pikepdf.PasswordError as error:
        raise InputError(
            tr("{name} is protected by a password.", name=name),
            tr("Ask for the file without a password; printers refuse protected files."),
        ) from error
    except (InputError, UsageError):
        raise
    except (*values.DAMAGE, pikepdf.DependencyError, OSError, RecursionError, MemoryError) as error:
        raise unreadable(name, str(error).rsplit(": ", 1)[-1].rstrip(".")[:200]) from error


def _drawing(pdf: pikepdf.Pdf, name: str, page: int | None) -> Drawing:
    pages = leaves(pdf.Root).pages
    if not pages:
        raise InputError(tr("{name} has no page.", name=name), tr("Export or send the file again."))
    if page is None and len(pages) > 1:
        raise UsageError(tr("{name} has {count} pages.", name=name, count=len(pages)), tr("Say which one with --page."))
    number = 1 if page is None else page
    if not 1 <= number <= len(pages):
        raise UsageError(
            tr("{name} has no page {page}.", name=name, page=number), tr("It has {count} pages.", count=len(pages))
        )
    native = pages[number - 1]
    width, height, base = _frame(native, name)
    painter = Painter(name, _hidden(pdf.Root))
    painter.page(native, base)
    return Drawing(width, height, tuple(painter.items), painter.words, tuple(painter.dropped))


def _inherited(page: object, key: str) -> object:
    for _ in range(50):
        found = values.get(page, key)
        if found is not None:
            return found
        page = values.get(page, "/Parent")
        if page is None:
            break
    return None


def _frame(page: object, name: str) -> tuple[float, float, Matrix]:
    """Return width and height of the art, and the matrix from the page's coordinates to the art's."""
    box = next((found for key in _BOXES if len(found := values.numbers(_inherited(page, key))) == 4), ())
    if not box:
        raise unreadable(name, tr("its page states no size"))
    left, right = sorted((box[0], box[2]))
    low, high = sorted((box[1], box[3]))
    unit = values.number(values.get(page, "/UserUnit")) or 1.0
    width, height = (right - left) * unit, (high - low) * unit
    if not (1.0 <= width <= 14_400 and 1.0 <= height <= 14_400):
        raise unreadable(name, tr("its page states no size"))
    x, y = -left * unit, -low * unit
    match (values.integer(_inherited(page, "/Rotate")) or 0) % 360:
        case 90:
            return height, width, (0.0, -unit, unit, 0.0, y, width - x)
        case 180:
            return width, height, (-unit, 0.0, 0.0, -unit, width - x, height - y)
        case 270:
            return height, width, (0.0, unit, -unit, 0.0, height - y, x)
        case 0:
            return width, height, (unit, 0.0, 0.0, unit, x, y)
        case _:
            raise not_simple(name, tr("a page that is turned by an odd angle"))


def _hidden(root: object) -> frozenset[tuple[int, int]]:
    """Return the layers that are switched off."""
    default = values.get(values.get(root, "/OCProperties"), "/D")
    off = {key for one in values.items(values.get(default, "/OFF")) if (key := values.identity(one))}
    if values.name(values.get(default, "/BaseState")) == "OFF":
        every = values.items(values.get(values.get(root, "/OCProperties"), "/OCGs"))
        on = {values.identity(one) for one in values.items(values.get(default, "/ON"))}
        off |= {key for one in every if (key := values.identity(one)) and key not in on}
    return frozenset(off)
