"""Unit profiles: small TOML files, kept apart from covers in the person's own folder and reused by all of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import fields
from pathlib import Path

from coverkit.datafile import Table
from coverkit.errors import OutputError, UsageError
from coverkit.i18n import system_reason, tr
from coverkit.model.document import Unit
from coverkit.model.storage.atomic import atomic_write
from coverkit.model.storage.folders import make_folder
from coverkit.records import dataclass
from coverkit.resources import user_folder
from coverkit.typography.library import slug

_LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class KeptUnit:
    """A profile that is kept on this computer: its short name and its file."""

    id: str
    path: Path
    unit: Unit


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
        licence_format=table.text("licence_format", ""),
        licence_pages=table.integer("licence_pages", 0),
        licence_print_run=table.integer("licence_print_run", 0),
        licence_printer=table.text("licence_printer", ""),
        licence_periodicity=table.text("licence_periodicity", ""),
        licence_masthead=table.text("licence_masthead", ""),
        masthead_outline=table.text("masthead_outline", ""),
        masthead_words=table.text("masthead_words", ""),
    )
    table.finish()
    return unit


def unit_text(unit: Unit) -> str:
    """Return a profile as TOML; what is empty is left out."""
    lines = []
    for field in fields(Unit):
        value = getattr(unit, field.name)
        if isinstance(value, dt.date):
            lines.append(f"{field.name} = {value.isoformat()}")
        elif isinstance(value, int) and value:
            lines.append(f"{field.name} = {value}")
        elif isinstance(value, str) and value:
            lines.append(f"{field.name} = {_quoted(value)}")
    return "\n".join(lines) + "\n"


def units_folder() -> Path:
    """Return where the profiles are kept; it may not exist yet."""
    return user_folder() / "units"


def kept_units() -> tuple[KeptUnit, ...]:
    """Return the profiles that are kept, by short name.

    Raises:
        InputError: one of them cannot be read; the message names its file.
    """
    return tuple(KeptUnit(path.stem, path, read_unit(path)) for path in sorted(units_folder().glob("*.toml")))


def find_unit(name: str) -> Unit:
    """Return a profile by its short name among those that are kept, or by its file.

    Raises:
        UsageError: there is none of that name.
        InputError: the file is wrong.
    """
    kept = _file_of(name)
    if kept is not None:
        return read_unit(kept)
    path = Path(name)
    if path.suffix == ".toml" or path.exists():
        return read_unit(path)
    known = ", ".join(sorted(one.stem for one in units_folder().glob("*.toml"))) or tr("none")
    raise UsageError(
        tr("There is no unit “{name}”.", name=name),
        tr("Kept units: {known}. Or give a TOML file; “coverkit units save FILE” keeps it.", known=known),
    )


def kept_unit(name: str) -> Unit:
    """Return a kept profile by its short name.

    Raises:
        UsageError: there is none of that name.
        InputError: its file is wrong.
    """
    path = _file_of(name)
    if path is None:
        raise UsageError(tr("There is no unit “{name}”.", name=name), tr("“coverkit units list” shows the kept ones."))
    return read_unit(path)


def save_unit(unit: Unit, name: str = "", *, replace: bool = False) -> KeptUnit:
    """Keep a profile under a short name, made of its short or long name if left out.

    Raises:
        UsageError: another profile has the name and is not to be replaced, or the name is no name.
        OutputError: it cannot be written.
    """
    wanted = slug(name or unit.short_name or unit.name)[:_LONGEST_NAME].strip("-")
    if name and wanted != name:
        raise UsageError(
            tr("“{name}” cannot be a unit's short name.", name=name),
            tr("Use small letters, digits and hyphens: {name}.", name=wanted),
        )
    path = units_folder() / f"{wanted}.toml"
    if path.exists() and not replace and read_unit(path) != unit:
        raise UsageError(
            tr("Another unit is kept as “{name}”.", name=wanted),
            tr("Choose another name (--name), or replace it (--replace)."),
        )
    make_folder(path.parent)
    atomic_write(path, unit_text(unit).encode("utf-8"))
    return KeptUnit(wanted, path, unit)


def remove_unit(name: str) -> Path:
    """Take a profile away; covers keep what they took from it.

    Raises:
        UsageError: there is none of that name.
        OutputError: it cannot be removed.
    """
    path = _file_of(name)
    if path is None:
        raise UsageError(tr("There is no unit “{name}”.", name=name), tr("“coverkit units list” shows the kept ones."))
    try:
        path.unlink()
    except OSError as error:
        raise OutputError(tr("{path} cannot be written: {reason}.", path=path, reason=system_reason(error))) from error
    return path


def _file_of(name: str) -> Path | None:
    path = units_folder() / f"{name}.toml"
    return path if slug(name) == name and path.is_file() else None


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(char if char.isprintable() else f"\\U{ord(char):08X}" for char in escaped) + '"'
