"""A table as it was read, from whatever file: a heading and rows of cells, each with the number that a spreadsheet shows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from coverkit.errors import InputError
from coverkit.i18n import tr
from coverkit.records import dataclass

Cell = str | dt.date
MOST_BYTES = 50_000_000
MOST_ROWS = 10_000
MOST_COLUMNS = 200
MOST_TEXT = 100_000
"""Characters of a cell."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its number in the file, and its cells, as many as the heading has; "" for an empty one."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        name: of the file, for messages.
        heading: the first row that is not empty, as texts.
        heading_row: its number.
        rows: the others that are not empty.
        encoding: how the text was written, "" where the file says it.
    """

    name: str
    heading: tuple[str, ...]
    heading_row: int
    rows: tuple[Row, ...]
    encoding: str = ""


def table_of(name: str, lines: Iterable[tuple[int, list[Cell]]], encoding: str = "") -> Table:
    """Put a table together.

    Args:
        name: of the file.
        lines: numbers and cells of its rows; empty ones are passed over.
        encoding: as `Table.encoding`.

    Raises:
        InputError: it has no heading or no row, is too large, or a row has cells that no column holds.
    """
    full = [(number, cells) for number, line in lines if (cells := _trimmed(line))]
    if len(full) < 2:
        raise InputError(
            tr("{name} holds no table: a heading and at least one row are wanted.", name=name),
            tr("Write the names of the columns into the first row."),
        )
    if len(full) > MOST_ROWS + 1 or any(len(cells) > MOST_COLUMNS for _, cells in full):
        message = tr(
            "{name} is too large: at most {rows} rows and {columns} columns.", name=name, rows=MOST_ROWS, columns=MOST_COLUMNS
        )
        raise InputError(message, tr("Divide the table."))
    heading_row, first = full[0]
    heading = tuple(text_of(cell) for cell in first)
    rows = tuple(_row(name, number, cells, heading) for number, cells in full[1:])
    return Table(name, heading, heading_row, rows, encoding)


def text_of(cell: Cell) -> str:
    """Return a cell as a text, without blanks around it; a date as it is written in Viet Nam."""
    return f"{cell:%d/%m/%Y}" if isinstance(cell, dt.date) else cell.strip()


def column_letters(index: int) -> str:
    """Return the letters that a spreadsheet calls a column by: A, B … Z, AA …; the index is from 0."""
    letters, rest = "", index + 1
    while rest:
        rest, place = divmod(rest - 1, 26)
        letters = chr(ord("A") + place) + letters
    return letters


def _row(name: str, number: int, cells: list[Cell], heading: tuple[str, ...]) -> Row:
    for index, cell in enumerate(cells):
        if cell != "" and (index >= len(heading) or not heading[index]):
            raise InputError(
                tr(
                    "{name}, row {row}, column {column}: the column has no heading.",
                    name=name,
                    row=number,
                    column=column_letters(index),
                ),
                tr("Give the column a heading, or empty its cells. A text with the separator in it needs quotation marks."),
            )
        if isinstance(cell, str) and len(cell) > MOST_TEXT:
            raise InputError(
                tr(
                    "{name}, row {row}, column {column}: the text is too long.",
                    name=name,
                    row=number,
                    column=column_letters(index),
                ),
                tr("Shorten it."),
            )
    cells = cells[: len(heading)]
    return Row(number, (*cells, *[""] * (len(heading) - len(cells))))


def _trimmed(cells: list[Cell]) -> list[Cell]:
    """Return cells without the empty ones at the end; one of blanks alone is empty."""
    found = ["" if isinstance(cell, str) and not cell.strip() else cell for cell in cells]
    while found and found[-1] == "":
        found.pop()
    return found
