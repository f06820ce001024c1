"""One page of a PDF as a file of four grey pages: cyan, magenta, yellow, black."""

from __future__ import annotations

import io
import warnings

import pikepdf

from coverkit.errors import InputError
from coverkit.facts.page import Box
from coverkit.i18n import tr
from coverkit.preflight import values
from coverkit.preflight.limits import MAX_OPERATORS
from coverkit.preflight.page_tree import leaves
from coverkit.preflight.separating.resources import grey_picture
from coverkit.preflight.separating.state import State, not_flat
from coverkit.preflight.separating.stream import Rewriting

INKS = 4


def ink_pages(pdf: bytes, page: int, box: Box) -> bytes:
    """Return a PDF whose four pages are the plates of a page: 0 is full ink, 1 is paper.

    Args:
        pdf: the file's bytes.
        page: its number, from 1.
        box: becomes the new pages' only box.

    Raises:
        InputError: the page holds more than flat DeviceCMYK and DeviceGray, or cannot be read.
    """
    try:
        with (
            warnings.catch_warnings(),
            pikepdf.open(io.BytesIO(pdf), suppress_warnings=True, inherit_page_attributes=True) as file,
        ):
            warnings.simplefilter("ignore")
            return _plates(file, page, box)
    except InputError:
        raise
    except (pikepdf.PasswordError, *values.DAMAGE, RecursionError, MemoryError) as error:
        raise not_flat(tr("the page is damaged")) from error


def _plates(file: pikepdf.Pdf, number: int, box: Box) -> bytes:
    page = leaves(file.Root).pages[number - 1]
    if values.get(page, "/Group") is not None and values.get(values.get(page, "/Group"), "/K"):
        raise not_flat(tr("the page has live transparency"))
    known: dict[tuple[int, int], tuple[pikepdf.Stream, ...]] = {}

    def plates(image: object, resources: object) -> tuple[pikepdf.Stream, ...]:
        key = values.identity(image)
        if key is None or key not in known:
            made = grey_picture(file, image, resources)
            if key is None:
                return made
            known[key] = made
        return known[key]

    made = []
    for ink in range(INKS):
        rewriting = Rewriting(file, ink, plates, [MAX_OPERATORS])
        content, resources = rewriting.stream(page, values.get(page, "/Resources"), State())
        made.append(_page(file, content, resources, box))
    kids = pikepdf.Array(made)
    file.Root.Pages = file.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Pages, Kids=kids, Count=INKS))
    for one in made:
        one.Parent = file.Root.Pages
    out = io.BytesIO()
    file.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    return out.getvalue()


def _page(file: pikepdf.Pdf, content: bytes, resources: pikepdf.Dictionary, box: Box) -> pikepdf.Object:
    edges = pikepdf.Array([box.left, box.bottom, box.right, box.top])
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page, MediaBox=edges, BleedBox=edges, Contents=file.make_stream(content), Resources=resources
    )
    return file.make_indirect(page)
