"""A digest of PDF values that is the same whoever reads or writes them: key order and ways of writing numbers do not count."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

Plain = None | bool | int | float | str | bytes | Sequence["Plain"] | Mapping[str, "Plain"]
"""A PDF value without references: names are texts that begin with "/", strings are bytes."""

_DIGITS = 4
_ZERO, _MINUS_ZERO = "0.0000 ", "-0.0000 "


def digest(value: Plain) -> str:
    """Return the SHA-256 of a value; numbers count to 4 decimals."""
    parts: list[str] = []
    _write(value, parts)
    return hashlib.sha256("".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _write(value: Plain, parts: list[str]) -> None:
    match value:
        case None | bool():
            parts.append(f"{value} ")
        case float() | int():
            written = f"{value:.{_DIGITS}f} "
            parts.append(_ZERO if written == _MINUS_ZERO else written)
        case str():
            parts.append(f"{len(value)}{value} ")
        case bytes():
            parts.append(f"<{value.hex()}>")
        case Mapping():
            parts.append("{")
            for key in sorted(value):
                parts.append(f"{len(key)}{key} ")
                _write(value[key], parts)
            parts.append("}")
        case _:
            parts.append("[")
            for item in value:
                _write(item, parts)
            parts.append("]")
