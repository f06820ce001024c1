"""Covers with one fault each that can be mended, and what mending must lead to."""

from __future__ import annotations

import dataclasses
import datetime as dt
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from coverkit.app.project import Project
from coverkit.geometry import Rect
from coverkit.model.document import Element
from coverkit.model.values import BLACK, Cmyk, PictureValue, Value
from tests.app.faults import REPLACED, by_hand

FREE = Rect(75.0, 90.0, 40.0, 12.0)
"""Where the sample shows nothing but its photograph."""
RICH_BLACK = Cmyk(0.6, 0.4, 0.4, 1.0)


@dataclass(frozen=True, slots=True)
class Mendable:
    """A fault: how it is made, which rule mends it, and a value that must stand in the document afterwards."""

    name: str
    make: Callable[[Project], Project]
    rule: str
    code: str
    element: str
    becomes: object


def value(project: Project, element: str) -> object:
    """Return an element's content, else its box, else None: what the table below compares."""
    found = project.document.element(element)
    if found is None:
        return None
    return next((found.values[name] for name in ("colour", "slogan", "text") if name in found.values), found.box)


def same(one: object, other: object) -> bool:
    """Compare contents; boxes to a thousandth of a millimetre."""
    if isinstance(one, Rect) and isinstance(other, Rect):
        return one.outset(0.001).contains(other) and other.outset(0.001).contains(one)
    return one == other


def typed(text: str, slot: str = "headline") -> Callable[[Project], Project]:
    """Put a text into a slot, past the entrance that would compose its letters."""
    return lambda project: slot_with(project, slot, text=text)


def slot_with(project: Project, slot: str, **values: Value) -> Project:
    """Set fields of a slot, whatever its locks say."""
    element = project.document.element(slot) or Element(slot)
    return by_hand(project, dataclasses.replace(element, values={**element.values, **values}))


def own(kind: str, box: Rect, **values: Value) -> Callable[[Project], Project]:
    """Add an element of a person's own."""
    return lambda project: by_hand(project, Element("own", kind, values, box))


def banner(element: Element) -> Callable[[Project], Project]:
    """Override the official banner by hand."""
    return lambda project: by_hand(project, element)


def stretched(project: Project) -> Project:
    """Make the official banner 5 % too high."""
    box = next(one.box for one in project.compose().placed if one.id == "banner")
    taller = Rect(box.x, box.bottom - box.height * 1.05, box.width, box.height * 1.05)
    return by_hand(project, Element("banner", box=taller))


def own_banner(project: Project) -> Project:
    """Add a second banner of half its height."""
    box = next(one.box for one in project.compose().placed if one.id == "banner")
    return by_hand(project, Element("own", "banner", {}, Rect(20.0, 90.0, 140.0, 140.0 / box.aspect / 2)))


def dated(day: dt.date, slogan: str) -> Callable[[Project], Project]:
    """Date the issue and choose a slogan."""

    def make(project: Project) -> Project:
        issue = dataclasses.replace(project.document.issue, date=day)
        return slot_with(project.with_document(dataclasses.replace(project.document, issue=issue)), "slogan", slogan=slogan)

    return make


def own_picture(project: Project) -> Project:
    """Show the photograph a second time, at the left edge without bleed."""
    picture = PictureValue(project.document.pictures()[0], "ảnh.jpg")
    return by_hand(project, Element("own", "picture", {"picture": picture}, Rect(0.0, 80.0, 40.0, 30.0)))


def one_letter(project: Project) -> Project:
    """Mistype the slogan by one letter."""
    text = next(one.plain_text for one in project.compose().placed if one.id == "slogan")
    return slot_with(project, "slogan", slogan=text.replace("biểu", "biếu"))


def unit_in_nfd(project: Project) -> Project:
    """Store the publisher's address in NFD."""
    unit = dataclasses.replace(project.document.unit, address=unicodedata.normalize("NFD", "Gia Nghĩa, Đắk Nông"))
    return project.with_document(dataclasses.replace(project.document, unit=unit))


def eth_in_the_name(project: Project) -> Project:
    """Write the publication's name, which the masthead shows, with an Icelandic letter."""
    unit = dataclasses.replace(project.document.unit, publication="Khuyến nông Ðắk Nông")
    return project.with_document(dataclasses.replace(project.document, unit=unit))


FAULTS = (
    Mendable("eth in the publication's name", eth_in_the_name, "text.look-alikes", "eth", "name", None),
    Mendable(
        "decomposed letters",
        typed(unicodedata.normalize("NFD", "Mùa xanh trên cao nguyên")),
        "text.nfc",
        "decomposed",
        "headline",
        "Mùa xanh trên cao nguyên",
    ),
    Mendable("decomposed unit", unit_in_nfd, "text.nfc", "decomposed", "", None),
    Mendable("one-letter numeral", typed("Đại hội lần thứ Ⅻ"), "text.nfc", "compatibility", "headline", "Đại hội lần thứ XII"),
    Mendable("eth", typed("Mùa xanh ở Ðắk Nông"), "text.look-alikes", "eth", "headline", "Mùa xanh ở Đắk Nông"),
    Mendable(
        "two small eths", typed("Mùa vàng ðến, nước về ðủ"), "text.look-alikes", "eth", "headline", "Mùa vàng đến, nước về đủ"
    ),
    Mendable(
        "zero-width space",
        typed("Mùa xanh\u200b trên cao\u00ad nguyên"),
        "text.clean-characters",
        "invisible",
        "headline",
        "Mùa xanh trên cao nguyên",
    ),
    Mendable("locked text", typed("Báo Mới", "label"), "campaign.locks", "content", "label", None),
    Mendable(
        "locked style",
        lambda project: slot_with(project, "name", colour=BLACK),
        "campaign.locks",
        "style",
        "name",
        None,
    ),
    Mendable("banner hidden", banner(Element("banner", hidden=True)), "campaign.locks", "place", "banner", None),
    Mendable(
        "banner stretched",
        stretched,
        "campaign.banner-aspect",
        "stretched",
        "banner",
        None,
    ),
    Mendable("banner turned", banner(Element("banner", angle=180.0)), "campaign.banner-aspect", "turned", "banner", None),
    Mendable(
        "banner mirrored",
        banner(Element("banner", values={"mirrored": True})),
        "campaign.banner-aspect",
        "mirrored",
        "banner",
        None,
    ),
    Mendable(
        "slogan replaced",
        lambda project: slot_with(project, "slogan", slogan=REPLACED),
        "campaign.slogan-current",
        "replaced",
        "slogan",
        "chao-mung",
    ),
    Mendable("slogan mistyped", one_letter, "campaign.slogan-exact", "wrong-words", "slogan", "chao-mung"),
    Mendable(
        "slogan out of its days",
        dated(dt.date(2020, 11, 5), "chao-mung"),
        "campaign.slogan-dates",
        "not-valid",
        "slogan",
        "thanh-cong",
    ),
    Mendable("own banner stretched", own_banner, "campaign.banner-aspect", "stretched", "own", Rect(20.0, 90.0, 140.0, 28.0)),
    Mendable(
        "own text at the edge",
        own("text", Rect(1.0, 90.0, 30.0, 8.0), text="Mới"),
        "layout.safe-area",
        "too-near",
        "own",
        "Mới",
    ),
    Mendable(
        "own panel short of the bleed",
        own("panel", Rect(150.0, 150.0, 40.0, 10.0), colour=Cmyk(0.0, 0.0, 0.6, 0.0)),
        "layout.bleed-filled",
        "short-right",
        "own",
        Cmyk(0.0, 0.0, 0.6, 0.0),
    ),
    Mendable(
        "own picture short of the bleed", own_picture, "layout.bleed-filled", "short-left", "own", Rect(-3.0, 80.0, 43.0, 30.0)
    ),
    Mendable(
        "own text in a mixed black",
        own("text", FREE, text="Lưu hành nội bộ", colour=RICH_BLACK, size_min=8.0, size_max=8.0),
        "colour.small-text-inks",
        "mixed-black",
        "own",
        BLACK,
    ),
)
