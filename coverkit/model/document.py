"""The document: everything a person decided about one cover. Frozen; edits return new ones."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Literal

from coverkit.geometry import Rect
from coverkit.model.values import PictureValue, Value
from coverkit.records import dataclass

Kind = Literal["ban-tin", "tai-lieu"]
"""What is published: a bản tin (newsletter) or a tài liệu không kinh doanh (non-commercial document)."""

Axis = Literal["x", "y"]
"""`x` goes across the page, `y` down it."""

SLOT_KIND = ""
"""The kind of an element that fills a slot of the design: the slot says what it is."""


@dataclass(frozen=True, slots=True)
class PackageRef:
    """A campaign or design by id and version, with the SHA-256 of its content where it is known."""

    id: str
    version: int
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class PageFormat:
    """A trim size in mm."""

    id: str
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Unit:
    """The body that publishes, and what the imprint on the last page states: printer, run, pages, responsible person.

    Attributes:
        licence_format: page size as the licence states it, such as "190 x 270 mm", "19 x 27 cm" or "A4"; several with commas.
        licence_pages, licence_print_run: the numbers that the licence states; 0 for none.
        licence_printer, licence_periodicity: as the licence states them.
        licence_masthead: the words of the masthead as they were licensed.
        masthead_outline: the masthead as a drawing, "" for none; `elements.masthead` tells how it is written.
        masthead_words: what the drawing says, "" for the publication's name alone.
    """

    name: str = ""
    short_name: str = ""
    parent: str = ""
    publication: str = ""
    address: str = ""
    licence_number: str = ""
    licence_date: dt.date | None = None
    responsible: str = ""
    printer: str = ""
    print_run: int = 0
    periodicity: str = ""
    pages: int = 0
    licence_format: str = ""
    licence_pages: int = 0
    licence_print_run: int = 0
    licence_printer: str = ""
    licence_periodicity: str = ""
    licence_masthead: str = ""
    masthead_outline: str = ""
    masthead_words: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue of the publication."""

    date: dt.date
    number: str = ""
    kind: Kind = "ban-tin"


def _no_values() -> Mapping[str, Value]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Element:
    """What a person put into a slot of the design, or an element of their own.

    Attributes:
        id: the slot's name, or an id of its own for a free element.
        kind: an element type (`text`, `picture`, `panel` …) for a free element, `SLOT_KIND` for a slot's content.
        values: the fields that were set; all others have the slot's or the type's defaults.
        box: where it stands, in mm from the trim's top left, if it was moved from where the design puts it.
        angle: degrees clockwise about the centre of the box, if it was turned.
        hidden: taken off the page.
    """

    id: str
    kind: str = SLOT_KIND
    values: Mapping[str, Value] = field(default_factory=_no_values)
    box: Rect | None = None
    angle: float | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that a person accepts, with the reason, name and date."""

    rule: str
    code: str
    reason: str
    by: str
    date: dt.date


@dataclass(frozen=True, slots=True)
class Guide:
    """A help line that is never printed: upright at an x, or level at a y, in mm from the trim's top left."""

    axis: Axis
    at: float


@dataclass(frozen=True, slots=True)
class Document:
    """One front cover (Bìa 1)."""

    design: PackageRef
    format: PageFormat
    issue: Issue
    unit: Unit = Unit()
    campaign: PackageRef | None = None
    printer: str = "offset-coated"
    elements: tuple[Element, ...] = ()
    answers: Mapping[str, bool] = field(default_factory=lambda: MappingProxyType({}))
    waivers: tuple[Waiver, ...] = ()
    guides: tuple[Guide, ...] = ()

    def element(self, element_id: str) -> Element | None:
        """Return the element of that id, or None when nothing was set for it."""
        return next((element for element in self.elements if element.id == element_id), None)

    def pictures(self) -> tuple[str, ...]:
        """Return the SHA-256 of every picture used, sorted."""
        found = {
            value.sha256 for element in self.elements for value in element.values.values() if isinstance(value, PictureValue)
        }
        return tuple(sorted(found))
