"""Printer profiles: what a printer asks for."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Literal, cast

from coverkit.datafile import Table
from coverkit.errors import UsageError
from coverkit.formats.gwg import gwg_variant_ids
from coverkit.i18n import language, tr
from coverkit.records import dataclass
from coverkit.scene.scene import Bleed

Standard = Literal["PDF/X-4", "PDF/X-1a:2003"]
Mark = Literal["crop", "registration", "colour-bar", "slug"]

DEFAULT_PRINTER = "offset-coated"
"""The profile where nobody named one."""
_FOLDER = Path(__file__).parent / "data" / "printers"
_STANDARDS = ("PDF/X-4", "PDF/X-1a:2003")
_MARKS = ("crop", "registration", "colour-bar", "slug")


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """What a printer asks for.

    Attributes:
        condition: id of the output condition (`colour.profile`).
        bleed: mm per edge.
        safe: live matter stays so many mm inside the trim.
        ink_limit: greatest total ink coverage in % (mean of any 15 mm square).
        least_ppi, refuse_ppi: effective resolution below which pictures are a warning, an error.
        picture_ppi: pictures above it are reduced to it.
        outlines: text becomes outlines.
        gwg: the Ghent Workgroup's variant to check against.
        trim: width and height in mm of what it prints; None for any size.
        trim_tolerance: mm by which either may be off.
    """

    id: str
    name_vi: str
    name_en: str
    standard: Standard
    condition: str
    bleed: Bleed
    safe: float
    marks: tuple[Mark, ...]
    ink_limit: float
    least_ppi: float
    refuse_ppi: float
    picture_ppi: float
    outlines: bool
    gwg: str
    trim: tuple[float, float] | None = None
    trim_tolerance: float = 0.5

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return self.name_vi if language() == "vi" else self.name_en


@cache
def printer_profiles() -> tuple[PrinterProfile, ...]:
    """Return the shipped profiles, by id."""
    return tuple(_read(path) for path in sorted(_FOLDER.glob("*.toml")))


def printer_profile(name: str) -> PrinterProfile:
    """Return a profile by its id.

    Raises:
        UsageError: there is none of that id.
    """
    for one in printer_profiles():
        if one.id == name:
            return one
    known = ", ".join(one.id for one in printer_profiles())
    raise UsageError(tr("There is no printer profile “{name}”.", name=name), tr("Known: {known}.", known=known))


def _read(path: Path) -> PrinterProfile:
    table = Table.load(path)
    marks = table.texts("marks")
    if any(mark not in _MARKS for mark in marks):
        raise table.wrong("marks", ", ".join(_MARKS))
    found = PrinterProfile(
        id=path.stem,
        name_vi=table.text("name_vi"),
        name_en=table.text("name_en"),
        standard=cast("Standard", table.text("standard", choices=_STANDARDS)),
        condition=table.text("condition"),
        bleed=Bleed(*table.numbers("bleed_mm", 4)),
        safe=table.number("safe_mm", least=0),
        marks=cast("tuple[Mark, ...]", marks),
        ink_limit=table.number("ink_limit", least=100),
        least_ppi=table.number("least_ppi", least=1),
        refuse_ppi=table.number("refuse_ppi", least=1),
        picture_ppi=table.number("picture_ppi", least=72),
        outlines=table.flag("outlines"),
        gwg=table.text("gwg", choices=gwg_variant_ids()),
        trim=_trim(table),
        trim_tolerance=table.number("trim_tolerance_mm", 0.5, least=0),
    )
    table.finish()
    return found


def _trim(table: Table) -> tuple[float, float] | None:
    width, height = table.numbers("trim_mm", 2, (0.0, 0.0))
    if width == height == 0:
        return None
    if min(width, height) <= 0:
        raise table.wrong("trim_mm", tr("2 numbers greater than 0"))
    return width, height
