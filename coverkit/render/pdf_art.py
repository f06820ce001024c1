"""Sealed art as form XObjects: byte for byte on the press, a recoloured copy on the screen and for plates.

For previews the copy can be drawn once into pixels that later pages reuse: PDFium needs 30 ms for the shadings of a banner.
"""

from __future__ import annotations

import math
from functools import lru_cache

from PIL import Image

from coverkit.campaigns.art import SealedArt
from coverkit.geometry import Rect
from coverkit.render.pdf_art_copy import ArtKey, recoloured
from coverkit.render.pdf_art_pictures import shown_pictures
from coverkit.render.pdf_inks import Inks
from coverkit.render.pdf_objects import Book, Raw, Ref, Value, freeze
from coverkit.render.pdf_pictures import image_stream
from coverkit.render.pdf_shapes import numbers
from coverkit.render.raster import rasterise

_OVERSAMPLING = 2
"""Pixels of kept art per pixel of the bitmap and side: it is placed at fractions of pixels, and turned."""


def place_art(book: Book, art: SealedArt, inks: Inks, compress: bool = False) -> Ref:
    """Add sealed art as a form XObject whose box is the art's size.

    On the press its stream is exactly that of the sealed file; elsewhere it is deflated if wanted.
    """
    entries = _form(art)
    if inks.on_screen:
        copy = recoloured(ArtKey(art), inks)
        tables = [_function(book, table, copy.components, compress) for table in copy.tables]
        shadings: dict[str, Value] = {
            name: {**shade.entries, "/Function": tables[shade.table]} for name, shade in copy.shades.items()
        }
        shown: dict[str, Value] = {"/Shading": shadings}
        if art.pictures:
            shown["/XObject"] = {
                name: image_stream(book, image, compress) for name, image in shown_pictures(ArtKey(art), inks).items()
            }
        return book.packed({**entries, "/Resources": shown}, copy.content, compress)
    if art.filter:
        entries["/Filter"] = art.filter
    if not art.pictures:
        return book.stream({**entries, "/Resources": _as_sealed(ArtKey(art))}, art.stream)
    pictures = {name: book.stream(picture.entries, picture.stream) for name, picture in art.pictures.items()}
    return book.stream({**entries, "/Resources": {**art.resources, "/XObject": pictures}}, art.stream)


def place_art_pixels(book: Book, art: SealedArt, inks: Inks, box: Rect, px_per_mm: float) -> Ref:
    """Add art as a form XObject that holds its pixels, enough for a box on a bitmap of a resolution."""
    scale = px_per_mm * _OVERSAMPLING
    pixels = _pixels(ArtKey(art), inks, math.ceil(box.width * scale), math.ceil(box.height * scale))
    image = image_stream(book, pixels, compress=False)
    content = f"{numbers(art.width, 0, 0, art.height, 0, 0)} cm /Im0 Do".encode()
    return book.stream({**_form(art), "/Resources": {"/XObject": {"/Im0": image}}}, content)


def art_pixels(art: SealedArt, inks: Inks, width: int, height: int) -> Image.Image:
    """Return art alone as pixels; where it paints nothing they are white."""
    image = _pixels(ArtKey(art), inks, width, height)
    if image.mode in ("RGBA", "LA"):
        ground = Image.new(image.mode[:-1], image.size, "white")
        ground.paste(image, mask=image.getchannel("A"))
        return ground
    return image


@lru_cache(maxsize=16)
def _pixels(key: ArtKey, inks: Inks, width: int, height: int) -> Image.Image:
    """Draw art alone; where it paints nothing the pixels are clear."""
    book = Book((1, 6))
    tree, entries = book.reserve()
    form = place_art(book, key.art, inks)
    page: dict[str, Value] = {
        "/Type": "/Page",
        "/Parent": tree,
        "/MediaBox": [0, 0, round(key.art.width, 4), round(key.art.height, 4)],
        "/Resources": {"/XObject": {"/Art0": form}},
        "/Contents": book.stream({}, b"/Art0 Do"),
    }
    book.fill(entries, {"/Type": "/Pages", "/Count": 1, "/Kids": [book.add(page)]})
    pdf = book.assemble(book.add({"/Type": "/Catalog", "/Pages": tree}), None, bytes(16))
    image = rasterise(pdf, size=(width, height), area="media", clear=True).image()
    alpha = image.getchannel("A")
    image = image.convert("RGB") if inks.space == "/DeviceRGB" else image.getchannel("R")
    if alpha.getextrema() != (255, 255):
        image.putalpha(alpha)
    return image


@lru_cache(maxsize=32)
def _as_sealed(key: ArtKey) -> Raw:
    return freeze(key.art.resources)


def _form(art: SealedArt) -> dict[str, Value]:
    return {
        "/Type": "/XObject",
        "/Subtype": "/Form",
        "/BBox": [0, 0, round(art.width, 4), round(art.height, 4)],
        "/Matrix": [1, 0, 0, 1, 0, 0],
    }


def _function(book: Book, table: bytes, components: int, compress: bool) -> Ref:
    entries: dict[str, Value] = {
        "/FunctionType": 0,
        "/Domain": [0, 1],
        "/Range": [0, 1] * components,
        "/Size": [len(table) // components],
        "/BitsPerSample": 8,
    }
    return book.packed(entries, table, compress)
