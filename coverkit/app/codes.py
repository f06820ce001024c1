"""Look for QR codes on a cover's pictures and on a file's front page: only where one may be, for looking takes time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from coverkit.colour.decoding import decode
from coverkit.errors import CoverKitError
from coverkit.facts.codes import CodeMark, CodesSubject
from coverkit.facts.page import PageFacts
from coverkit.facts.pdf import PdfFacts
from coverkit.geometry import MM, Rect, turn
from coverkit.i18n import tr
from coverkit.layout.cover import Cover
from coverkit.model.storage.bundle import Asset
from coverkit.scene.operations import Crop, Picture

_LONGEST = 1400
"""Pixels of a cover's picture that are looked at."""
_SMALL_MM = 60.0
"""A picture of this width or height may show a code as a part of it; a larger one only if it is about square."""
_SQUARE = 1.25
_LEAST_MM = 8.0
"""Codes smaller than this cannot be read off paper."""
_DPI, _LONGEST_PAGE = 150.0, 3200
_WHOLE = 0.5
"""Share of the page from which a picture may be all of it, code included."""
_MODULES, _MODULE_MM = 150, 3.0
"""So many filled rectangles of at most this size may be the modules of a code that is drawn."""


def can_look() -> bool:
    """Tell whether the library that looks at pixels is there; asked late, for to know that it must be loaded."""
    from coverkit.app import sight

    return sight.can_look()


def cover_codes(cover: Cover, assets: Mapping[str, Asset]) -> tuple[CodeMark, ...]:
    """Return the codes on a cover's pictures, as they stand on the page; nothing where pixels cannot be looked at.

    Nobody asks for them but the rule about advertising in a bản tin, while a person has not answered for it.

    Args:
        cover: the composed cover.
        assets: its pictures by SHA-256.
    """
    from coverkit.rules.subject.questions import NO_ADVERTISING

    if cover.document.issue.kind != "ban-tin" or NO_ADVERTISING in cover.document.answers:
        return ()
    placed = [one for one in cover.scene.operations if isinstance(one, Picture) and one.sha256 in assets]
    wanted = [one for one in placed if _may_hold(cover, one)]
    if not wanted or not can_look():
        return ()
    return tuple(mark for one in wanted for mark in _on(one, assets[one.sha256]))


def _may_hold(cover: Cover, placed: Picture) -> bool:
    sides = placed.box.width, placed.box.height
    if min(sides) < _LEAST_MM:
        return False
    info = cover.pictures.get(placed.sha256)
    square = info is not None and max(info.width, info.height) <= _SQUARE * min(info.width, info.height)
    return min(sides) <= _SMALL_MM or square or max(sides) <= _SQUARE * min(sides)


def _on(placed: Picture, asset: Asset) -> list[CodeMark]:
    box = placed.box
    found = []
    for left, top, right, bottom, text in _seen(asset.data, asset.name, placed.crop):
        part = Rect(box.x + left * box.width, box.y + top * box.height, (right - left) * box.width, (bottom - top) * box.height)
        middle = turn(part.centre, box.centre, placed.angle)
        turned = part.moved(middle.x - part.centre.x, middle.y - part.centre.y).rotated_bounds(placed.angle)
        found.append(CodeMark(turned, text, placed.source))
    return found


@lru_cache(maxsize=64)
def _seen(data: bytes, name: str, crop: Crop) -> tuple[tuple[float, float, float, float, str], ...]:
    """Return bounds (shares of what shows) and text of each code in a picture; nothing of one that cannot be decoded."""
    from coverkit.recognition.codes import codes

    try:
        image = decode(data, name, crop, (_LONGEST, _LONGEST)).convert("L")
    except CoverKitError:
        return ()
    found = codes(np.asarray(image, np.uint8), framed=True)
    return tuple((one.left, one.top, one.right, one.bottom, one.text) for one in found)


def file_codes(source: Path | bytes, facts: PdfFacts, thorough: bool) -> CodesSubject:
    """Return the codes on the front page of a PDF, which is only drawn where something on it may be one.

    Args:
        source: the file, or its bytes.
        facts: what was read of it.
        thorough: look also where nothing but a picture as large as the page, with type on it, or an outline about as wide as
            high may be one. Drawing a page takes many times as long as all other rules together, and the photograph of a
            cover is seldom a code.
    """
    likely = bool(facts.pages) and _may_show(facts.pages[0])
    if not likely and not (facts.pages and _might_show(facts.pages[0])):
        return CodesSubject(())
    if not thorough and not likely:
        reason = tr("Large pictures and drawings were not searched for QR codes; that is done together with the ink.")
        return CodesSubject((), reason)
    if not can_look():
        from coverkit.app.sight import no_eyes

        return CodesSubject((), no_eyes())
    box = facts.pages[0].trim or facts.pages[0].crop or facts.pages[0].media
    longest = 0.0 if box is None else max(box.width, box.height)
    if box is None or longest <= 0:
        return CodesSubject(())
    from coverkit.render.raster import rasterise  # see `export.output`

    data = source.read_bytes() if isinstance(source, Path) else source
    try:
        image = rasterise(data, dpi=min(_DPI, _LONGEST_PAGE * 72 / longest), area="trim").image()
    except CoverKitError as error:
        return CodesSubject((), str(error))
    size = (box.width / MM * facts.pages[0].user_unit, box.height / MM * facts.pages[0].user_unit)
    return CodesSubject(page_codes(np.asarray(image.convert("L"), np.uint8), size, facts.pages[0].number))


def page_codes(grey: NDArray[np.uint8], size: tuple[float, float], page: int = 1) -> tuple[CodeMark, ...]:
    """Return the codes on the pixels of a page of a size in mm."""
    from coverkit.recognition.codes import codes

    width, height = size
    return tuple(
        CodeMark(
            Rect(one.left * width, one.top * height, (one.right - one.left) * width, (one.bottom - one.top) * height),
            one.text,
            page=page,
        )
        for one in codes(grey)
    )


def _may_show(page: PageFacts) -> bool:
    if any(_is_square(one.box) for one in page.images) or (_is_large_picture(page) and not any(True for _ in page.texts)):
        return True
    rectangles = (one.sides for one in page.paths if one.sides is not None and one.fill is not None)
    return sum(1 for sides in rectangles if sides[1] <= _MODULE_MM * MM) >= _MODULES


def _might_show(page: PageFacts) -> bool:
    outlines = (one for one in page.paths if one.fill is not None and one.sides is None)
    return _is_large_picture(page) or any(_is_square(one.box, 1.05) for one in outlines)


def _is_large_picture(page: PageFacts) -> bool:
    box = page.trim or page.crop or page.media
    area = 0.0 if box is None else box.width * box.height / MM**2
    return any(one.box.area > _WHOLE * area for one in page.images)


def _is_square(box: Rect, at_most: float = _SQUARE) -> bool:
    short, long = sorted((box.width, box.height))
    return short >= _LEAST_MM and long <= at_most * short
