"""Look for a campaign in a finished file: its sealed drawing, what looks like its art, and its slogans. No verdicts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from coverkit.campaigns.art import sealed_art
from coverkit.campaigns.campaign import Campaign
from coverkit.errors import CoverKitError, InputError
from coverkit.facts.marks import FormMark, ImageMark, PathMark
from coverkit.facts.page import PageFacts
from coverkit.facts.pdf import PdfFacts
from coverkit.facts.sight import ArtSighting, SightPage, SightSubject, SloganSighting
from coverkit.geometry import MM, Rect
from coverkit.i18n import tr
from coverkit.model.document import Kind
from coverkit.recognition.lines import pieces
from coverkit.recognition.slogans import slogans_in
from coverkit.records import replace
from coverkit.render.raster import rasterise

Pixels = NDArray[np.uint8]

_DPI, _READING_DPI = 150.0, 300.0
_LONGEST = 3200
"""Pixels: a poster is looked at more coarsely."""

_OUTLINES = 40
"""So many filled shapes may be letters that were made outlines."""

_PICTURE_MM2 = 400.0
"""A picture of this area may show a slogan."""

_LABEL, _UPPER = "BẢN TIN", 0.4
"""What a newsletter calls itself, and the share of the page that is its upper part, as rule law.newsletter-label takes it."""

_WHOLE = 0.85
"""Share of the page that one picture takes, from which the page is a scan."""


def sight(data: bytes, facts: PdfFacts, campaign: Campaign, day: dt.date | None, kind: Kind | None = None) -> SightSubject:
    """Look for a campaign on the front cover of a PDF, and for its sealed drawing on all pages.

    Args:
        data: the file's bytes.
        facts: what was read of them.
        campaign: what to look for.
        day: the issue date, None where it is not known.
        kind: of publication; None leaves it to the words on the front cover.
    """
    pages = tuple(_page(page) for page in facts.pages)
    exact = tuple(one for page in facts.pages for one in _drawings(page, campaign))
    if not facts.pages:
        return SightSubject(campaign, day, pages, exact, (), tr("The PDF has no page."), tr("The PDF has no page."))
    first = facts.pages[0]
    found_art, art_reason = _looked_at(data, pages[0], campaign, exact)
    text_reason, recognised = "", False
    found = slogans_in(pieces(first), campaign, day, first.number)
    if not found and _may_hide_text(first):
        found, text_reason = _read(data, pages[0], campaign, day)
        recognised = not text_reason
    turns = {page.number: page.rotate for page in pages}
    art = tuple(_as_shown(one, turns[one.page]) for one in found_art)
    return SightSubject(
        campaign, day, pages, art, found, art_reason, text_reason, recognised, kind or _kind_told(first, pages[0])
    )


def _kind_told(page: PageFacts, shown: SightPage) -> Kind | Literal[""]:
    """Return the kind that a front cover names: the press law wants BẢN TIN in capitals in the upper part of a newsletter's."""
    upper = shown.height * _UPPER
    words = (one.text for one in pieces(page) if one.box.centre.y <= upper)
    return "ban-tin" if any(_LABEL in " ".join(text.split()) for text in words) else ""


def can_look() -> bool:
    """Tell whether the library that looks at pixels is there."""
    return _loads()


@cache
def _loads() -> bool:
    if find_spec("cv2") is None:
        return False
    try:
        import coverkit.recognition.sightings  # noqa: F401 - whether it loads is what is asked
    except ImportError:
        return False
    return True


def no_eyes() -> str:
    """Return why pixels cannot be searched here."""
    return tr("The library that recognises pictures (OpenCV) is not installed.")


def _page(page: PageFacts) -> SightPage:
    box = page.trim or page.crop or page.media
    width, height = (box.width / MM * page.user_unit, box.height / MM * page.user_unit) if box is not None else (0.0, 0.0)
    trim = Rect(0.0, 0.0, width, height)
    visible = [one.box.intersection(trim) for one in page.images]
    whole = any(one is not None and one.area > _WHOLE * trim.area for one in visible)
    drawn = any(one.mode not in (3, 7) for one in page.texts) or sum(1 for _ in page.paths) > _OUTLINES
    return SightPage(page.number, width, height, scan=whole and not drawn, rotate=page.rotate)


def _drawings(page: PageFacts, campaign: Campaign) -> list[ArtSighting]:
    """Find sealed art by the hash of its drawing."""
    names = {}
    for entry in campaign.art:
        sealed = sealed_art(campaign.files[entry.file], f"{campaign.id}/{entry.file}")
        names[sealed.content_sha256] = entry
    found = []
    for form in page.forms:
        if form.sha256 in names and form.box.area > 0:
            entry = names[form.sha256]
            found.append(_drawing(form, entry.name, entry.aspect, page.number))
    return found


def _drawing(form: FormMark, name: str, aspect: float, page: int) -> ArtSighting:
    seen = form.seen.area if form.seen is not None else 0.0
    return ArtSighting(
        art=name,
        page=page,
        manner="drawing",
        box=form.box,
        width=form.width,
        height=form.height,
        # A form's angle is that of its own x axis, which in its mirror image points the other way.
        angle=form.angle + 180.0 if form.mirrored else form.angle,
        stretch=form.width / form.height / aspect - 1.0 if form.height > 0 else 0.0,
        confidence=1.0,
        skew=form.skew,
        mirrored=form.mirrored,
        cropped=max(0.0, 1.0 - seen / form.box.area),
    )


def _looked_at(
    data: bytes, page: SightPage, campaign: Campaign, exact: Sequence[ArtSighting]
) -> tuple[tuple[ArtSighting, ...], str]:
    """Look at the front cover: return the drawings there with what is hidden of them and what else is seen, or why not."""
    if not can_look():
        return tuple(exact), no_eyes()
    from coverkit.app.art_references import references
    from coverkit.recognition.sightings import with_condition

    try:
        image, px_per_mm = _pixels(data, page, _DPI)
        seen = looked_at(image, px_per_mm, campaign)
        known = references(campaign)
    except CoverKitError as error:
        return tuple(exact), str(error)
    drawn = [with_condition(one, image, px_per_mm, known) if one.page == page.number else one for one in exact]
    return (*drawn, *(each for each in seen if not any(_same(one, each) for one in exact))), ""


def _pixels(data: bytes, page: SightPage, dpi: float) -> tuple[Pixels, float]:
    """Return the front cover's trim as pixels, and how many of them make a millimetre.

    Raises:
        InputError: it cannot be drawn.
    """
    if page.width < 1 or page.height < 1:
        raise InputError(tr("The page has no size."))
    dpi = min(dpi, _LONGEST * dpi / _DPI * 25.4 / max(page.width, page.height))
    image = np.asarray(rasterise(data, dpi=dpi, area="trim").image(), np.uint8)
    return image, image.shape[1] / page.width


def looked_at(image: Pixels, px_per_mm: float, campaign: Campaign) -> tuple[ArtSighting, ...]:
    """Return the campaign's art as it is seen on a picture of a page."""
    from coverkit.app.art_references import references
    from coverkit.recognition.sightings import sightings

    return sightings(image, px_per_mm, references(campaign))


def _as_shown(one: ArtSighting, turn: int) -> ArtSighting:
    """Return a sighting with its angle as viewers show it, above -180 and up to 180 degrees."""
    return replace(one, angle=180.0 - (180.0 - one.angle - turn) % 360.0)


def _same(one: ArtSighting, other: ArtSighting) -> bool:
    common = one.box.intersection(other.box) if one.page == other.page else None
    return one.art == other.art and common is not None and common.area > 0.5 * min(one.box.area, other.box.area)


def _read(data: bytes, page: SightPage, campaign: Campaign, day: dt.date | None) -> tuple[tuple[SloganSighting, ...], str]:
    """Find slogans on the pixels of a page whose text has none; also return why that was not possible."""
    if not can_read():
        return (), no_reader()
    try:
        return read_off(*_pixels(data, page, _READING_DPI), campaign, day)
    except CoverKitError as error:
        return (), str(error)


def can_read() -> bool:
    """Tell whether text on pixels can be read here."""
    if not can_look():
        return False
    from coverkit.recognition.ocr import program

    return program() is not None


def no_reader() -> str:
    """Return why text on pixels cannot be read here."""
    return tr("Text in outlines or pictures cannot be read without Tesseract and its Vietnamese data.")


def read_off(
    image: Pixels, px_per_mm: float, campaign: Campaign, day: dt.date | None
) -> tuple[tuple[SloganSighting, ...], str]:
    """Find slogans on pixels; also return why that was not possible."""
    from coverkit.recognition.ocr import read

    words = read(image, px_per_mm)
    return (slogans_in(words, campaign, day), "") if words is not None else ((), no_reader())


def _may_hide_text(page: PageFacts) -> bool:
    """Tell whether there are shapes or pictures that may be text."""
    shapes = sum(1 for one in page.marks if isinstance(one, PathMark) and one.fill is not None)
    pictures = any(isinstance(one, ImageMark) and one.box.area > _PICTURE_MM2 for one in page.marks)
    return shapes > _OUTLINES or pictures or any("�" in one.text for one in page.texts)
