"""Strict reading of TOML data: every wrong or unknown key is an error that names file, key and what is wanted."""

from __future__ import annotations

import datetime as dt
import math
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from coverkit.errors import InputError
from coverkit.i18n import number, system_reason, tr

_LIMIT = 2_000_000
_LONGEST_KEY = 80
_LARGEST_INTEGER = 10**300
"""Larger ones are no numbers to a float, and cannot be written in a message."""


class Table:
    """A TOML table that is read key by key; `finish` refuses what nobody asked for."""

    def __init__(self, data: Mapping[str, Any], file: str, where: str = "") -> None:
        self._data = data
        self._file = file
        self._where = where
        self._read: set[str] = set()

    @classmethod
    def parse(cls, raw: bytes, file: str) -> Table:
        """Parse TOML bytes.

        Raises:
            InputError: not UTF-8, not TOML, or larger than 2 MB.
        """
        if len(raw) > _LIMIT:
            raise InputError(tr("{file} is too large for a data file.", file=file), tr("It may have at most 2 MB."))
        try:
            return cls(tomllib.loads(raw.decode("utf-8-sig")), file)
        except UnicodeDecodeError as error:
            raise InputError(tr("{file} is not UTF-8 text.", file=file), tr("Save it again as UTF-8.")) from error
        except RecursionError as error:
            raise InputError(
                tr("{file} is nested too deeply.", file=file), tr("Ask whoever made it for a simpler file.")
            ) from error
        except ValueError as error:  # TOMLDecodeError, and numbers of too many digits
            raise InputError(
                tr("{file} is not valid TOML (technical detail: {reason}).", file=file, reason=error),
                tr("Correct it at the place named."),
            ) from error

    @classmethod
    def load(cls, path: Path) -> Table:
        """Read and parse a file.

        Raises:
            InputError: the file cannot be read or is not TOML.
        """
        try:
            return cls.parse(path.read_bytes(), path.name)
        except OSError as error:
            raise InputError(
                tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)), tr("Check the path.")
            ) from error

    def wrong(self, key: str, wanted: str) -> InputError:
        """Return the error for a key that does not hold what is wanted."""
        return InputError(
            tr("{file}: “{key}” is missing or wrong.", file=self._file, key=self._path(key)),
            tr("Wanted: {wanted}.", wanted=wanted),
        )

    def has(self, key: str) -> bool:
        """Tell whether a key is there."""
        return key in self._data

    def keys(self) -> tuple[str, ...]:
        """Return all keys in their order."""
        return tuple(self._data)

    def raw(self, key: str) -> Any:
        """Return a value as it is."""
        self._read.add(key)
        return self._data.get(key)

    def text(self, key: str, default: str | None = None, choices: Sequence[str] = ()) -> str:
        """Return a text, in NFC."""
        value = self._get(key, default)
        if not isinstance(value, str):
            raise self.wrong(key, tr("a text"))
        if choices and value not in choices:
            raise self.wrong(key, tr("one of {names}", names=", ".join(choices)))
        return unicodedata.normalize("NFC", value)

    def number(self, key: str, default: float | None = None, least: float = float("-inf")) -> float:
        """Return a number that is at least `least`."""
        value = self._get(key, default)
        if not _is_number(value) or value < least:
            raise self.wrong(
                key, tr("a number") if least == float("-inf") else tr("a number from {least}", least=number(least))
            )
        return float(value)

    def integer(self, key: str, default: int | None = None) -> int:
        """Return a whole number."""
        value = self._get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or abs(value) > _LARGEST_INTEGER:
            raise self.wrong(key, tr("a whole number"))
        return value

    def flag(self, key: str, default: bool | None = None) -> bool:
        """Return true or false."""
        value = self._get(key, default)
        if not isinstance(value, bool):
            raise self.wrong(key, tr("true or false"))
        return value

    def date(self, key: str) -> dt.date:
        """Return a date."""
        value = self._get(key, None)
        if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
            raise self.wrong(key, tr("a date like 2020-10-02"))
        return value

    def optional_date(self, key: str) -> dt.date | None:
        """Return a date, or None when the key is absent."""
        return self.date(key) if self.has(key) else None

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of texts, in NFC."""
        value = self._get(key, default)
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            raise self.wrong(key, tr("a list of texts"))
        return tuple(unicodedata.normalize("NFC", item) for item in value)

    def numbers(self, key: str, count: int, default: tuple[float, ...] | None = None) -> tuple[float, ...]:
        """Return a list of a fixed count of numbers."""
        value = self._get(key, default)
        good = isinstance(value, list | tuple) and len(value) == count
        if not good or not all(_is_number(item) for item in value):
            raise self.wrong(key, tr("{count} numbers", count=count))
        return tuple(float(item) for item in value)

    def table(self, key: str, optional: bool = False) -> Table:
        """Return a table; an empty one when it is optional and absent."""
        value = self._get(key, {} if optional else None)
        if not isinstance(value, dict):
            raise self.wrong(key, tr("a table"))
        return Table(value, self._file, self._path(key))

    def tables(self, key: str, optional: bool = True) -> tuple[Table, ...]:
        """Return a list of tables."""
        value = self._get(key, [] if optional else None)
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self.wrong(key, tr("a list of tables"))
        return tuple(Table(item, self._file, f"{self._path(key)}[{index}]") for index, item in enumerate(value))

    def finish(self) -> None:
        """Refuse keys that were never read: they are typing errors.

        Raises:
            InputError: naming the first unknown key.
        """
        for key in self._data:
            if key not in self._read:
                raise InputError(
                    tr("{file}: “{key}” is not known here.", file=self._file, key=self._path(key)),
                    tr("Correct its spelling, or take it out."),
                )

    def _get(self, key: str, default: Any) -> Any:
        self._read.add(key)
        return self._data.get(key, default)

    def _path(self, key: str) -> str:
        shown = key if key.isprintable() and len(key) <= _LONGEST_KEY else ascii(key[:_LONGEST_KEY])[1:-1] + "…"
        return f"{self._where}.{shown}" if self._where else shown


def _is_number(value: object) -> bool:
    """Tell whether a value is a number that can be calculated with: TOML knows nan, inf and integers without end."""
    if isinstance(value, float):
        return not math.isnan(value) and value != math.inf
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < _LARGEST_INTEGER
