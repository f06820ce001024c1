"""Types of arguments: assignments, boxes, dates. What is wrong is told by argparse as a usage error."""

from __future__ import annotations

import argparse
import datetime as dt
import math
from collections.abc import Iterable
from pathlib import Path

from coverkit.errors import InputError, UsageError
from coverkit.geometry import Rect
from coverkit.i18n import system_reason, tr

MOST_TEXT = 100_000
"""Bytes of a text file that is put into a slot."""

_REPLIES = {"yes": True, "no": False, "none": None}


def assignment(argument: str) -> tuple[str, str]:
    """Read `NAME=VALUE`."""
    name, equals, value = argument.partition("=")
    if not equals or not name.strip():
        raise argparse.ArgumentTypeError(tr("“{argument}” is not of the form NAME=VALUE", argument=argument))
    return name.strip(), value


def text(argument: str) -> tuple[str, str]:
    r"""Read `SLOT=TEXT`; `\n` breaks a line, `@FILE` takes the text from a UTF-8 file, `@@` begins a text with @."""
    slot, value = assignment(argument)
    if value.startswith("@@"):
        value = value[1:]
    elif value.startswith("@"):
        return slot, _text_of(Path(value[1:]))
    return slot, value.replace("\\n", "\n")


def placed(argument: str) -> tuple[str, Rect]:
    """Read `SLOT=X,Y,WIDTH,HEIGHT` in mm."""
    slot, value = assignment(argument)
    try:
        numbers = [float(part) for part in value.split(",")]
        x, y, width, height = numbers
    except ValueError:
        raise argparse.ArgumentTypeError(
            tr("four numbers in mm are wanted, X,Y,WIDTH,HEIGHT, not “{text}”", text=value)
        ) from None
    if not all(math.isfinite(number) for number in numbers) or width <= 0 or height <= 0:
        raise argparse.ArgumentTypeError(tr("a width and height greater than 0 are wanted, not “{text}”", text=value))
    return slot, Rect(x, y, width, height)


def date(argument: str) -> dt.date:
    """Read a day, YYYY-MM-DD."""
    try:
        return dt.date.fromisoformat(argument)
    except ValueError:
        raise argparse.ArgumentTypeError(tr("a date like 2020-10-15 is wanted, not “{text}”", text=argument)) from None


def positive(argument: str) -> float:
    """Read a number greater than 0."""
    try:
        number = float(argument)
    except ValueError:
        number = math.nan
    if not (math.isfinite(number) and number > 0):
        raise argparse.ArgumentTypeError(tr("a number greater than 0 is wanted, not “{text}”", text=argument))
    return number


def whole(argument: str) -> int:
    """Read a whole number."""
    try:
        return int(argument)
    except ValueError:
        raise argparse.ArgumentTypeError(tr("a whole number is wanted, not “{text}”", text=argument)) from None


def count(argument: str) -> int:
    """Read a whole number from 1."""
    found = whole(argument)
    if found < 1:
        raise argparse.ArgumentTypeError(tr("a whole number from 1 is wanted, not “{text}”", text=argument))
    return found


def waiver(argument: str) -> tuple[str, str, str]:
    """Read `RULE/CODE=REASON`."""
    name, reason = assignment(argument)
    rule, slash, code = name.partition("/")
    if not slash or not rule or not code or not reason.strip():
        raise argparse.ArgumentTypeError(tr("“{argument}” is not of the form RULE/CODE=REASON", argument=argument))
    return rule, code, reason.strip()


def answer(argument: str) -> tuple[str, bool | None]:
    """Read `ID=yes`, `ID=no`, or `ID=none` to take an answer back."""
    question, value = assignment(argument)
    if value not in _REPLIES:
        raise argparse.ArgumentTypeError(tr("yes, no or none is wanted, not “{text}”", text=value))
    return question, _REPLIES[value]


def by_name(option: str, pairs: Iterable[tuple[str, object]]) -> None:
    """Refuse a name that is given twice to one option.

    Raises:
        UsageError: it is.
    """
    seen: set[str] = set()
    for name, _ in pairs:
        if name in seen:
            raise UsageError(tr("{option} sets “{name}” twice.", option=option, name=name), tr("Leave one of them out."))
        seen.add(name)


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_TEXT + 1)
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)), tr("Check the path.")
        ) from error
    if len(data) > MOST_TEXT:
        raise InputError(tr("{path} is too long for a text on a cover.", path=path), tr("Shorten it."))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n")
    except UnicodeDecodeError as error:
        raise InputError(tr("{path} is not UTF-8 text.", path=path), tr("Save it as UTF-8 (Unicode).")) from error


def size(argument: str) -> tuple[float, float]:
    """Read WIDTHxHEIGHT in mm; a decimal comma will do."""
    try:
        width, height = (float(part.replace(",", ".")) for part in argument.lower().replace("×", "x").split("x"))
    except ValueError:
        width = height = math.nan
    if not (0 < width < math.inf and 0 < height < math.inf):
        raise argparse.ArgumentTypeError(tr("a size in mm like 210x297 is wanted, not “{text}”", text=argument))
    return width, height
