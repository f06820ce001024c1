"""What the columns of a table mean: a slot of the base's design, or one of the names that are known everywhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Literal

from coverkit.app.batch.table import Table, column_letters
from coverkit.app.project import Project
from coverkit.errors import InputError
from coverkit.i18n import tr
from coverkit.model.document import Unit
from coverkit.records import dataclass

Meaning = Literal["file", "number", "date", "kind", "unit", "unit_field", "text", "picture"]

KNOWN: Mapping[str, tuple[Meaning, tuple[str, ...]]] = {
    "file": ("file", ("tệp", "tên tệp", "file name")),
    "number": ("number", ("số", "số báo", "số phát hành", "issue number")),
    "issue_date": ("date", ("date", "ngày", "ngày phát hành", "issue date")),
    "kind": ("kind", ("loại", "loại ấn phẩm")),
    "unit": ("unit", ("đơn vị", "tệp đơn vị")),
    "unit.name": ("unit_field", ("tên đơn vị", "unit name")),
    "unit.parent": ("unit_field", ("cơ quan chủ quản",)),
    "unit.publication": ("unit_field", ("tên bản tin", "tên ấn phẩm")),
}
"""Names by which a heading asks for something that is no slot, with others for the same."""

UNIT_FIELDS = tuple(one.name for one in fields(Unit))
_FILLED = ("text", "slogan", "picture")


@dataclass(frozen=True, slots=True)
class Column:
    """A column and what it changes.

    Attributes:
        index: its place, from 0.
        title: as in the heading.
        target: the slot, or the unit's field; "" for what has no name of its own.
    """

    index: int
    title: str
    meaning: Meaning
    target: str = ""

    @property
    def where(self) -> str:
        """How messages name it: as the spreadsheet does, and by its heading."""
        return tr("column {letters} (“{title}”)", letters=column_letters(self.index), title=self.title)


def columns_of(table: Table, base: Project) -> tuple[Column, ...]:
    """Return what the columns of a table mean for a base cover.

    Raises:
        InputError: a heading means nothing here, or two mean the same.
    """
    known = dict(_known(base))
    found: list[Column] = []
    for index, title in enumerate(table.heading):
        if not title:
            continue
        meaning, target = known.get(_plain(title)) or _unit_field(title)
        if not meaning:
            raise _unknown(table, index, title, base)
        column = Column(index, title, meaning, target)
        twin = next((one for one in found if (one.meaning, one.target) == (meaning, target)), None)
        if twin is not None:
            raise InputError(
                tr("{name}: {one} and {other} mean the same.", name=table.name, one=twin.where, other=column.where),
                tr("Leave one of them out."),
            )
        found.append(column)
    return tuple(found)


def _known(base: Project) -> Iterator[tuple[str, tuple[Meaning, str]]]:
    """Yield all headings that mean something, the known names first: a slot's id wins over them, its names do not."""
    for slot in base.design.slots:
        if "content" in slot.open and slot.kind in _FILLED:
            for name in (slot.name_vi, slot.name_en):
                yield _plain(name), _meaning(slot.kind, slot.id)
    for name, (meaning, others) in KNOWN.items():
        target = name.removeprefix("unit.") if meaning == "unit_field" else ""
        for one in (name, *others):
            yield _plain(one), (meaning, target)
    for slot in base.design.slots:
        if "content" in slot.open and slot.kind in _FILLED:
            yield _plain(slot.id), _meaning(slot.kind, slot.id)
    for element in base.document.elements:
        if element.kind in _FILLED:
            yield _plain(element.id), _meaning(element.kind, element.id)


def _meaning(kind: str, name: str) -> tuple[Meaning, str]:
    return ("picture" if kind == "picture" else "text"), name


def _unit_field(title: str) -> tuple[Meaning | None, str]:
    name = _plain(title).removeprefix("unit.").replace(" ", "_")
    return ("unit_field", name) if _plain(title).startswith("unit.") and name in UNIT_FIELDS else (None, "")


def _unknown(table: Table, index: int, title: str, base: Project) -> InputError:
    slots = [slot.id for slot in base.design.slots if "content" in slot.open and slot.kind in _FILLED]
    names = ", ".join((*slots, *KNOWN))
    where = Column(index, title, "text").where
    if any(slot.id == title for slot in base.design.slots):
        message = tr("{name}: {where} names a part that the design fills itself.", name=table.name, where=where)
    else:
        message = tr("{name}: {where} is not known.", name=table.name, where=where)
    return InputError(message, tr("Known are: {names}.", names=names))


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
