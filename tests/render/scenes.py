"""Small scenes, tiny art and pictures, and pixels as letters."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import pikepdf
from PIL import Image

from coverkit.campaigns.art import SealedArt, sealed_art
from coverkit.colour.pictures import PictureStore
from coverkit.colour.profile import bundled_condition
from coverkit.geometry import Point, Rect
from coverkit.model.values import BLACK, WHITE, Cmyk
from coverkit.render.pdf import PaintOptions, PaintResources, Policy, paint
from coverkit.render.pdf_inks import Inks
from coverkit.render.pdf_objects import Book, Value
from coverkit.render.pdf_pictures import Detail
from coverkit.render.raster import rasterise
from coverkit.scene.operations import GlyphRun, Operation
from coverkit.scene.scene import Bleed, Scene
from coverkit.typography.library import FontLibrary
from coverkit.typography.shaping import shape

CONDITION = bundled_condition("FOGRA39")
CYAN, MAGENTA, YELLOW = Cmyk(1, 0, 0, 0), Cmyk(0, 1, 0, 0), Cmyk(0, 0, 1, 0)
RED, GREEN = Cmyk(0, 1, 1, 0), Cmyk(1, 0, 1, 0)
LETTERS: Mapping[str, Cmyk] = {
    ".": WHITE,
    "C": CYAN,
    "M": MAGENTA,
    "Y": YELLOW,
    "K": BLACK,
    "R": RED,
    "G": GREEN,
}


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def scene(*operations: Operation, width: float = 6, height: float = 4, bleed: float = 0) -> Scene:
    return Scene(width, height, Bleed.even(bleed), operations)


def resources(pictures: Sequence[bytes] = (), art: Sequence[SealedArt] = ()) -> PaintResources:
    store = PictureStore({sha(data): data for data in pictures})
    return PaintResources(FontLibrary.bundled(), store, CONDITION, {one.sha256: one for one in art})


def run(text: str, x: float, y: float, size: float, ink: Cmyk = BLACK, **extra: Any) -> GlyphRun:
    face = FontLibrary.bundled().face(extra.pop("family", "Be Vietnam Pro"), extra.pop("weight", 700))
    line = shape(text, face, size, extra.pop("tracking", 0.0))
    return GlyphRun("text", face.key, size, Point(x, y), line.glyphs, line.text, ink, line.ink.moved(x, y), **extra)


def cmyk_picture(rows: Sequence[str]) -> bytes:
    """Return a CMYK TIFF with a pixel for each letter."""
    values = [[[round(part * 255) for part in _parts(LETTERS[letter])] for letter in row] for row in rows]
    image = Image.fromarray(np.array(values, np.uint8), "CMYK")
    buffer = io.BytesIO()
    image.save(buffer, "TIFF")
    return buffer.getvalue()


def _parts(ink: Cmyk) -> tuple[float, float, float, float]:
    return ink.c, ink.m, ink.y, ink.k


@cache
def tiny_art(width: float = 20, height: float = 10, content: bytes = b"", shading: bool = False) -> SealedArt:
    """Return sealed art: left half cyan, right half magenta, or of a content of one's own."""
    content = content or b"1 0 0 0 k\n0 0 10 10 re f\n0 1 0 0 k 10 0 10 10 re f\n"
    book = Book((1, 4))
    tree, entries = book.reserve()
    ramp: Value = {"/FunctionType": 2, "/Domain": [0, 1], "/C0": [1, 0, 0, 0], "/C1": [0, 0, 1, 0.5], "/N": 1}
    axial: Value = {
        "/ShadingType": 2,
        "/ColorSpace": "/DeviceCMYK",
        "/Coords": [0, 0, width, 0],
        "/Function": ramp,
        "/Extend": [True, True],
    }
    page: dict[str, Value] = {
        "/Type": "/Page",
        "/Parent": tree,
        "/MediaBox": [0, 0, width, height],
        "/TrimBox": [0, 0, width, height],
        "/Resources": {"/Shading": {"/Sh0": axial}} if shading else {},
        "/Contents": book.packed({}, content, True),
    }
    book.fill(entries, {"/Type": "/Pages", "/Count": 1, "/Kids": [book.add(page)]})
    data = book.assemble(book.add({"/Type": "/Catalog", "/Pages": tree}), None, bytes(16))
    return sealed_art(data, "tiny.pdf")


def pixels(
    page: Scene,
    policy: Policy = Policy.PROOF,
    known: PaintResources | None = None,
    scale: int = 1,
    options: PaintOptions | None = None,
) -> Any:
    """Return a scene's bitmap with so many pixels per mm, without smooth edges, as rows of pixels."""
    pdf = paint(page, policy, known or resources(), options or PaintOptions(detail=Detail(px_per_mm=float(scale))))
    box = page.bleed_box
    size = round(box.width * scale), round(box.height * scale)
    grey = policy in (Policy.PLATE_C, Policy.PLATE_M, Policy.PLATE_Y, Policy.PLATE_K)
    return np.asarray(rasterise(pdf, size=size, grey=grey, smooth=False).image()).astype(int)


def assert_pixels(
    picture: str,
    page: Scene,
    policy: Policy = Policy.PROOF,
    known: PaintResources | None = None,
    options: PaintOptions | None = None,
) -> None:
    """Compare a scene with a picture of letters, each the middle of a square millimetre. Tolerance: 1 level.

    PDFium widens rectangles to whole pixels, so the squares are looked at with 10 pixels a side.
    """
    found = pixels(page, policy, known, 10, options)[5::10, 5::10]
    rows = picture.split()
    assert len(rows) == found.shape[0], "rows of the picture"
    inks = Inks(policy, CONDITION)
    wrong = [
        (x, y, letter, found[y, x].tolist())
        for y, row in enumerate(rows)
        for x, letter in enumerate(row)
        if max(abs(round(part * 255) - int(value)) for part, value in _pairs(inks, letter, found[y, x])) > 1
    ]
    assert not wrong, wrong


def _pairs(inks: Inks, letter: str, pixel: Any) -> list[tuple[float, float]]:
    return list(zip(inks.components(LETTERS[letter]), np.atleast_1d(pixel), strict=True))


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def content(pdf: bytes, page: int = 0) -> str:
    with opened(pdf) as document:
        return document.pages[page].Contents.read_bytes().decode("ascii")


RECT = Rect(1, 1, 3, 2)
