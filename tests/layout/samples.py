"""Documents, materials and texts that the layout tests share."""

from __future__ import annotations

import datetime as dt
import hashlib

from coverkit.campaigns.campaign import Campaign
from coverkit.campaigns.library import shipped
from coverkit.colour.pictures import PictureStore
from coverkit.colour.profile import bundled_condition
from coverkit.formats.pages import page_format
from coverkit.formats.printers import printer_profile
from coverkit.layout.compose import Materials, compose
from coverkit.layout.cover import Cover, Placed
from coverkit.layout.design import Design, design, parse_design
from coverkit.model.document import Document, Element, Issue, Kind, PackageRef, Unit
from coverkit.model.values import PictureValue
from coverkit.resources import assets, read_bytes
from coverkit.typography.library import FontLibrary
from tools.words import WORDS, Words

__all__ = ["WORDS", "Words"]

DAY = dt.date(2020, 10, 15)
CAMPAIGN = shipped("dak-nong-dai-hoi-xii-2020")
LIBRARY = FontLibrary.bundled()
PRINTER = printer_profile("offset-coated")
CONDITION = bundled_condition(PRINTER.condition)
PHOTO = read_bytes(assets() / "samples" / "doi-che-suong-som.jpg")
PICTURE = PictureValue(hashlib.sha256(PHOTO).hexdigest(), "doi-che-suong-som.jpg", focus_x=0.85)
STORE = PictureStore({PICTURE.sha256: PHOTO})


def elements(words: Words) -> tuple[Element, ...]:
    """Return texts as elements, with the picture."""
    return (
        Element("hero", values={"picture": PICTURE}),
        Element("slogan", values={"slogan": words.slogan}),
        *(Element(name, values={"text": text}) for name, text in words.by_slot().items()),
    )


def cover(
    design_id: str,
    format_id: str,
    words: Words,
    campaign: Campaign | None = CAMPAIGN,
    day: dt.date = DAY,
    kind: Kind = "ban-tin",
) -> Cover:
    """Compose a shipped design with texts."""
    found = design(design_id)
    chosen = tuple(one for one in elements(words) if found.slot(one.id) is not None)
    return composed(found, chosen, campaign, format_id=format_id, unit=words.publisher(), issue=Issue(day, words.number, kind))


def composed(
    found: Design,
    elements: tuple[Element, ...] = (),
    campaign: Campaign | None = None,
    *,
    format_id: str = "ban-tin-190x270",
    unit: Unit | None = None,
    issue: Issue = Issue(DAY),  # noqa: B008 - frozen
) -> Cover:
    """Compose a design with elements."""
    own = Unit(name="Trung tâm") if unit is None else unit
    document = Document(PackageRef(found.id, 1), page_format(format_id), issue, own, elements=elements)
    return compose(document, Materials(found, campaign, PRINTER, CONDITION, LIBRARY, STORE.info))


def small_design(slots: str, extra: str = "") -> Design:
    """Return a design of a few slots: TOML of `[[slot]]` tables, and of what comes before them."""
    return parse_design(HEAD.replace("@", extra).encode() + slots.encode(), "small")


HEAD = """
schema = 1
id = "small"
version = 1
name_vi = "Nhỏ"
name_en = "Small"
about_vi = "Thử"
about_en = "Test"
[colours]
red = [0, 100, 90, 0]
[styles.body]
family = "Lora"
size = [8, 12]
@
"""


def placed(found: Cover, element: str) -> Placed:
    """Return an element of a cover."""
    return next(one for one in found.placed if one.id == element)
