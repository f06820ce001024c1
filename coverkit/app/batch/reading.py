"""Read tables: CSV with any of the usual separators and encodings, and spreadsheets."""

from __future__ import annotations

import csv
import datetime as dt
import zipfile
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

from coverkit.app.batch.decoding import decode
from coverkit.app.batch.table import MOST_BYTES, MOST_TEXT, Cell, Table, table_of
from coverkit.errors import InputError, MissingError, UsageError
from coverkit.i18n import system_reason, tr
from coverkit.typography.vietnamese import nfc

SHEETS = (".xlsx", ".xlsm", ".xls", ".ods")
TEXTS = (".csv", ".tsv", ".txt")
_SEPARATORS = ";\t,"
_MOST_UNPACKED = 300_000_000
_WHOLE = 1e15
"""Numbers below it are whole to the last digit; spreadsheets hold all numbers as fractions."""


def read_table(path: Path, encoding: str = "", sheet: str = "") -> Table:
    """Read a table.

    Args:
        path: a CSV file or a spreadsheet.
        encoding: of a CSV file; "" to find out.
        sheet: the sheet's name; "" for the first.

    Raises:
        UsageError: the file's name has no ending of a table, or there is no such sheet or encoding.
        InputError: it cannot be read, or holds no table.
        MissingError: what reads spreadsheets is not installed.
    """
    ending = path.suffix.lower()
    if ending not in (*SHEETS, *TEXTS):
        raise UsageError(
            tr("{path} is no table by its name.", path=path),
            tr("The name must end with one of: {endings}.", endings=", ".join((*TEXTS, *SHEETS))),
        )
    raw = _bytes(path)
    if ending in SHEETS:
        return table_of(path.name, _sheet_lines(raw, path.name, sheet))
    text, found = decode(raw, path.name, encoding)
    return table_of(path.name, _text_lines(text, path.name), found)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            raw = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)), tr("Check the path.")
        ) from error
    if len(raw) > MOST_BYTES:
        raise InputError(tr("{path} is too large for a table.", path=path), tr("Divide the table."))
    return raw


def _text_lines(text: str, name: str) -> Iterator[tuple[int, list[Cell]]]:
    separator, text = _separator(text)
    csv.field_size_limit(MOST_TEXT * 4)
    lines = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    number = 0
    try:
        for cells in lines:
            number += 1
            yield number, list(cells)
    except csv.Error as error:
        raise InputError(
            tr(
                "{name}, row {row}: the quotation marks do not fit (technical detail: {reason}).",
                name=name,
                row=number + 1,
                reason=error,
            ),
            tr("Save the table again from the program that it was made with."),
        ) from error


def _separator(text: str) -> tuple[str, str]:
    """Return the separator that the heading shows, and the text without Excel's own line that names it."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], rest
    heading = next((line for line in text.splitlines() if line.strip()), "")
    bare = "".join(heading.split('"')[::2])
    return max(_SEPARATORS, key=bare.count), text


def _sheet_lines(raw: bytes, name: str, sheet: str) -> Iterator[tuple[int, list[Cell]]]:
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ImportError as error:
        raise MissingError(
            tr("{name} cannot be read: what reads spreadsheets is not installed.", name=name),
            tr("Save the table as “CSV UTF-8”, or install python-calamine."),
        ) from error
    _refuse_bomb(raw, name)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(raw))
        names = book.sheet_names
        if not names or (sheet and sheet not in names):
            raise UsageError(
                tr("{name} has no sheet “{sheet}”.", name=name, sheet=sheet),
                tr("Its sheets: {names}.", names=", ".join(names) or "–"),
            )
        lines = book.get_sheet_by_name(sheet or names[0]).to_python(skip_empty_area=False)
    except (CalamineError, ValueError, OSError) as error:
        raise InputError(
            tr("{name} is no spreadsheet, is damaged or protected (technical detail: {reason}).", name=name, reason=error),
            tr("Save the table again from the program that it was made with, or as “CSV UTF-8”."),
        ) from error
    for number, cells in enumerate(lines, 1):
        yield number, [_cell(value) for value in cells]


def _refuse_bomb(raw: bytes, name: str) -> None:
    """Refuse a spreadsheet that unpacks to more than any table needs."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            size = sum(one.file_size for one in archive.infolist())
    except zipfile.BadZipFile:
        return
    if size > _MOST_UNPACKED:
        raise InputError(tr("{path} is too large for a table.", path=name), tr("Divide the table."))


def _cell(value: object) -> Cell:
    match value:
        case dt.datetime():
            return value.date()
        case dt.date():
            return value
        case float() if value.is_integer() and abs(value) < _WHOLE:
            return str(int(value))
        case str():
            return nfc(value)
        case _:
            return str(value)
