"""Unit profiles: small TOML files that are kept apart from covers and reused by all."""

from __future__ import annotations

from pathlib import Path

from coverkit.datafile import Table
from coverkit.model.document import Unit


def read_unit(path: Path) -> Unit:
    """Read a unit's profile.

    Raises:
        InputError: the file cannot be read, or a key is wrong; the message names it.
    """
    table = Table.load(path)
    unit = Unit(
        name=table.text("name"),
        short_name=table.text("short_name", ""),
        parent=table.text("parent", ""),
        publication=table.text("publication", ""),
        address=table.text("address", ""),
        licence_number=table.text("licence_number", ""),
        licence_date=table.optional_date("licence_date"),
        responsible=table.text("responsible", ""),
        printer=table.text("printer", ""),
        print_run=table.integer("print_run", 0),
        periodicity=table.text("periodicity", ""),
        pages=table.integer("pages", 0),
    )
    table.finish()
    return unit
