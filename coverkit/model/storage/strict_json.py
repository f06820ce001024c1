"""JSON read with suspicion and written in one fixed way.

Refuses what Python's reader lets pass: keys given twice, NaN, endless numbers, deep nesting, documents that would fill
the memory.
"""

from __future__ import annotations

import json
import math
from typing import Any, NoReturn

from coverkit.errors import InputError
from coverkit.i18n import tr

LARGEST = 8_000_000
_DEEPEST = 32
_MOST_ITEMS = 400_000
_LONGEST_INTEGER = 15
_LONGEST_KEY = 200


def dump(data: object) -> bytes:
    """Return data as UTF-8 JSON; equal data gives equal bytes, in whatever order it was put together."""
    text = json.dumps(data, ensure_ascii=False, allow_nan=False, sort_keys=True, indent=1)
    return text.encode("utf-8") + b"\n"


def parse(raw: bytes, file: str) -> Any:
    """Parse UTF-8 JSON.

    Raises:
        InputError: anything else, and what the module's first lines name; the message calls the file `file`.
    """
    # Every item costs up to 80 bytes as an object; commas and brackets bound their number before any is made.
    if len(raw) > LARGEST or raw.count(b",") + raw.count(b"[") + raw.count(b"{") > _MOST_ITEMS:
        _refuse(file, tr("it is too large"))
    try:
        data = json.loads(
            raw.decode("utf-8"),
            object_pairs_hook=_object,
            parse_constant=_constant,
            parse_int=_integer,
            parse_float=_fraction,
        )
    except RecursionError:
        _refuse(file, tr("it is nested too deeply"))
    except UnicodeDecodeError:
        _refuse(file, tr("it is not UTF-8 text"))
    except ValueError as error:
        _refuse(file, str(error))
    if not _is_shallow(data):
        _refuse(file, tr("it is nested too deeply"))
    return data


def _refuse(file: str, reason: str) -> NoReturn:
    raise InputError(
        tr("{file} is damaged: {reason}.", file=file, reason=reason),
        tr("Copy the file again from where it came, or open an older copy."),
    ) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError(tr("a key is given twice"))
    if any(len(key) > _LONGEST_KEY or not key.isprintable() for key in found):
        raise ValueError(tr("a key is too long or not printable"))
    return found


def _constant(text: str) -> NoReturn:
    raise ValueError(tr("“{text}” is not a number", text=text))


def _integer(text: str) -> int:
    if len(text) > _LONGEST_INTEGER:
        raise ValueError(tr("a number has too many digits"))
    return int(text)


def _fraction(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(tr("a number is too large"))
    return number


def _is_shallow(data: Any) -> bool:
    level = [data]
    for _ in range(_DEEPEST):
        level = [
            child
            for node in level
            if isinstance(node, dict | list)
            for child in (node.values() if isinstance(node, dict) else node)
        ]
        if not level:
            return True
    return not any(isinstance(node, dict | list) for node in level)
