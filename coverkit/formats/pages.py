"""Page formats: trim sizes that covers come in."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from coverkit.datafile import Table
from coverkit.errors import UsageError
from coverkit.i18n import language, tr
from coverkit.model.document import PageFormat
from coverkit.records import dataclass

_FOLDER = Path(__file__).parent / "data" / "pages"
_CUSTOM = re.compile(r"(\d+(?:\.\d+)?)x(\d+(?:\.\d+)?)(?:mm)?")


@dataclass(frozen=True, slots=True)
class NamedFormat:
    """A trim size with its names and what is to be known of it."""

    page: PageFormat
    name_vi: str
    name_en: str
    note_vi: str
    note_en: str

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return self.name_vi if language() == "vi" else self.name_en

    @property
    def note(self) -> str:
        """The remark in the reader's language."""
        return self.note_vi if language() == "vi" else self.note_en


@cache
def named_formats() -> tuple[NamedFormat, ...]:
    """Return the shipped formats, largest first."""
    found = [_read(path) for path in sorted(_FOLDER.glob("*.toml"))]
    return tuple(sorted(found, key=lambda one: -one.page.width * one.page.height))


def page_format(name: str) -> PageFormat:
    """Return a format by its id, or a custom one like `190x250` (mm).

    Raises:
        UsageError: no such format, or a size outside 60 to 500 mm.
    """
    for one in named_formats():
        if one.page.id == name:
            return one.page
    match = _CUSTOM.fullmatch(name)
    if match is None:
        known = ", ".join(one.page.id for one in named_formats())
        raise UsageError(
            tr("There is no page format “{name}”.", name=name), tr("Known: {known}; or a size in mm like 190x250.", known=known)
        )
    width, height = float(match[1]), float(match[2])
    if not (60 <= width <= 500 and 60 <= height <= 500):
        raise UsageError(
            tr("A cover cannot have the size {name}.", name=name), tr("Width and height lie between 60 and 500 mm.")
        )
    return PageFormat(name, width, height)


def _read(path: Path) -> NamedFormat:
    table = Table.load(path)
    width, height = table.numbers("trim_mm", 2)
    found = NamedFormat(
        PageFormat(path.stem, width, height),
        table.text("name_vi"),
        table.text("name_en"),
        table.text("note_vi", ""),
        table.text("note_en", ""),
    )
    table.finish()
    return found
