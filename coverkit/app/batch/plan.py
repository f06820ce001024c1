"""What each row of a table asks for, read before anything is made: a wrong cell stops the batch, and all are told at once."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import field
from pathlib import Path
from typing import Any

from coverkit.app.batch.columns import Column, columns_of
from coverkit.app.batch.table import Cell, Row, Table, text_of
from coverkit.app.covers import Changes
from coverkit.app.project import Project
from coverkit.app.units import kept_unit, read_unit
from coverkit.errors import CoverKitError, InputError
from coverkit.i18n import tr
from coverkit.model.document import Kind, Unit
from coverkit.model.storage.archive import is_device_name
from coverkit.records import dataclass, replace

_MOST_TOLD = 20
_DAYS = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})[/.-](?P<year>\d{4})"),
)
_KINDS: dict[str, Kind] = {
    "ban-tin": "ban-tin",
    "bản tin": "ban-tin",
    "tai-lieu": "tai-lieu",
    "tài liệu": "tai-lieu",
    "tài liệu không kinh doanh": "tai-lieu",
}
_REFUSED = re.compile(r'[\x00-\x1f<>:"/\\|?*]')
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What a row asks for; it can be sent to another process.

    Attributes:
        row: its number in the file.
        stem: name of the files to be made, without ending.
        pictures: files by slot.
    """

    row: int
    stem: str
    texts: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, Path] = field(default_factory=dict)
    number: str | None = None
    date: dt.date | None = None
    kind: Kind | None = None
    unit: Unit | None = None

    def changes(self) -> Changes:
        """Return the changes to the base cover."""
        return Changes(
            unit=self.unit,
            issue_date=self.date,
            number=self.number,
            kind=self.kind,
            texts=self.texts,
            pictures=self.pictures,
        )


class _WrongCellError(Exception):
    """A cell does not hold what its column wants; the message says what does."""


def plan(table: Table, base: Project, folder: Path, stem: str) -> tuple[RowPlan, ...]:
    """Read all rows.

    Args:
        table: the table.
        base: the cover that rows change.
        folder: where pictures and units that cells name are looked for.
        stem: begins the names of rows that name no file.

    Raises:
        InputError: columns or cells are wrong; the message names rows and columns.
    """
    columns = columns_of(table, base)
    reader = _Reader(base, folder, stem, len(str(table.rows[-1].number)))
    plans: list[RowPlan] = []
    wrong: list[str] = []
    names: dict[str, int] = {}
    for row in table.rows:
        found = reader.read(row, columns, wrong)
        twin = names.setdefault(found.stem.casefold(), row.number)
        if twin != row.number:
            wrong.append(
                tr("row {row}: the file “{name}” is already that of row {other}", row=row.number, name=found.stem, other=twin)
            )
        plans.append(found)
    if wrong:
        told = wrong[:_MOST_TOLD]
        if len(wrong) > len(told):
            told.append(tr("and {count} more", count=len(wrong) - len(told)))
        raise InputError(
            "\n  ".join((tr("{name} has cells that are wrong:", name=table.name), *told)), tr("Correct them; nothing was made.")
        )
    return tuple(plans)


class _Reader:
    """Reads rows; each unit's file is read once."""

    def __init__(self, base: Project, folder: Path, stem: str, digits: int) -> None:
        self._base = base
        self._folder = folder
        self._stem = stem
        self._digits = digits
        self._units: dict[str, Unit] = {}

    def read(self, row: Row, columns: tuple[Column, ...], wrong: list[str]) -> RowPlan:
        """Return what a row asks for; what is wrong in it is added to a list. Empty cells leave the base as it is."""
        found = RowPlan(row.number, f"{self._stem}-{row.number:0{self._digits}d}")
        # The unit's file first: single fields change what it says.
        for column in sorted(columns, key=lambda one: one.meaning == "unit_field"):
            cell = row.cells[column.index]
            if cell == "":
                continue
            try:
                found = self._with(found, column, cell)
            except (_WrongCellError, CoverKitError) as error:
                reason = error.message if isinstance(error, CoverKitError) else str(error)
                wrong.append(tr("row {row}, {column}: {reason}", row=row.number, column=column.where, reason=reason))
        return found

    def _with(self, found: RowPlan, column: Column, cell: Cell) -> RowPlan:
        match column.meaning:
            case "text":
                return replace(found, texts={**found.texts, column.target: _text(cell)})
            case "picture":
                return replace(found, pictures={**found.pictures, column.target: self._file(text_of(cell))})
            case "file":
                return replace(found, stem=_stem(text_of(cell)))
            case "number":
                return replace(found, number=text_of(cell))
            case "date":
                return replace(found, date=_date(cell))
            case "kind":
                return replace(found, kind=_kind(text_of(cell)))
            case "unit":
                return replace(found, unit=self._unit(text_of(cell)))
            case "unit_field":
                return replace(found, unit=_with_field(found.unit or self._base.document.unit, column.target, cell))

    def _file(self, name: str) -> Path:
        path = self._folder / name
        if not path.is_file():
            raise _WrongCellError(tr("there is no file {path}", path=path))
        return path

    def _unit(self, name: str) -> Unit:
        """Return a unit by its file beside the table, or by its short name among those that are kept."""
        if name not in self._units:
            is_file = name.lower().endswith(".toml") or (self._folder / name).is_file()
            self._units[name] = read_unit(self._file(name)) if is_file else kept_unit(name)
        return self._units[name]


def _text(cell: Cell) -> str:
    r"""Return the text of a cell; `\n` breaks a line, as on the command line."""
    return text_of(cell).replace("\r\n", "\n").replace("\\n", "\n")


def _stem(name: str) -> str:
    stem = name.removesuffix(".pdf").removesuffix(".PDF")
    refused = _REFUSED.search(stem) or is_device_name(stem)
    if not stem or refused or stem.startswith(".") or stem.endswith((".", " ")) or len(stem) > _LONGEST_NAME:
        raise _WrongCellError(tr("“{name}” cannot be the name of a file", name=name))
    return stem


def _date(cell: Cell) -> dt.date:
    if isinstance(cell, dt.date):
        return cell
    for pattern in _DAYS:
        if found := pattern.fullmatch(cell.strip()):
            try:
                return dt.date(*(int(found[part]) for part in ("year", "month", "day")))
            except ValueError:
                break
    raise _WrongCellError(tr("“{text}” is no date like 15/10/2020 or 2020-10-15", text=cell))


def _kind(text: str) -> Kind:
    found = _KINDS.get(text.casefold())
    if found is None:
        raise _WrongCellError(tr("“{text}” is neither ban-tin nor tai-lieu", text=text))
    return found


def _with_field(unit: Unit, name: str, cell: Cell) -> Unit:
    """Set a field of a unit; what an empty unit has there tells which kind of value it wants."""
    value: object
    match getattr(Unit(), name):
        case None:
            value = _date(cell)
        case int():
            value = _whole(cell)
        case _:
            value = text_of(cell)
    values: dict[str, Any] = {name: value}
    return replace(unit, **values)


def _whole(cell: Cell) -> int:
    text = text_of(cell)
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise _WrongCellError(tr("“{text}” is no whole number", text=text))
    return int(text)
