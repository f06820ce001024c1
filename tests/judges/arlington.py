"""A walk over a PDF's objects by the Arlington tables for PDF 1.6: keys, types and names that the syntax defines.

It says nothing about PDF/X. The tables lie beside the project; without them the calling test is skipped, and says so.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

import pikepdf
import pytest

TABLES = Path(__file__).resolve().parents[2].parent / "shared" / "corpus" / "arlington-1.6" / "tsv"
_OF_XREF_STREAMS = frozenset(("Type", "W", "Index", "Filter", "DecodeParms", "Length"))
_TREES = ("name-tree", "number-tree")
_DEEPEST = 32


@dataclass(frozen=True)
class Row:
    """One key of a table; the alternatives of type, values and links run side by side."""

    key: str
    types: tuple[str, ...]
    required: bool
    inheritable: bool
    values: tuple[tuple[str, ...], ...]
    links: tuple[tuple[str, ...], ...]


def messages(path: Path) -> list[str]:
    """Return what the tables object to in a file: missing keys, wrong types, unknown names, unknown keys."""
    if not TABLES.is_dir():
        pytest.skip("the Arlington tables are not beside the project")
    found: list[str] = []
    with pikepdf.open(path, suppress_warnings=True, inherit_page_attributes=False) as pdf:
        seen: set[tuple[object, str]] = set()
        todo: list[tuple[str, object, str]] = [("trailer", pdf.trailer, "FileTrailer")]
        while todo:
            where, thing, table = todo.pop()
            mark = (thing.objgen if isinstance(thing, pikepdf.Object) and thing.is_indirect else where, table)
            if mark not in seen and where.count("/") < _DEEPEST:
                seen.add(mark)
                found += _objections(where, thing, table)
                todo += _below(where, thing, table)
    return found


@cache
def _table(name: str) -> dict[str, Row]:
    with (TABLES / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return {line["Key"]: _row(line) for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


def _row(line: dict[str, str]) -> Row:
    return Row(
        key=line["Key"],
        types=tuple(_without_predicate(one) for one in _split(line["Type"], ";")),
        required=line["Required"] == "TRUE",
        inheritable=line["Inheritable"] == "TRUE",
        values=tuple(_listed(one, keep=True) for one in _split(line["PossibleValues"], ";")),
        links=tuple(_listed(one, keep=False) for one in _split(line["Link"], ";")),
    )


def _split(text: str, mark: str) -> list[str]:
    """Split where no bracket is open."""
    parts, depth = [""], 0
    for letter in text:
        depth += (letter in "([") - (letter in ")]")
        if letter == mark and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts


def _listed(text: str, keep: bool) -> tuple[str, ...]:
    """Return the items of "[a,b]"; with `keep`, none at all where a predicate decides."""
    inner = text.strip().removeprefix("[").removesuffix("]")
    if keep and "fn:" in inner:
        return ()
    return tuple(_without_predicate(one) for one in _split(inner, ",") if one)


def _without_predicate(text: str) -> str:
    while (found := re.fullmatch(r"fn:\w+\((.*)\)", text.strip())) is not None:
        text = _split(found[1], ",")[-1]
    return text.strip()


def _fits(value: object, kind: str) -> bool:
    """Tell whether a value is of a type of the tables."""
    match value:
        case bool():
            return kind == "boolean"
        case int():
            return kind in ("integer", "number", "bitmask")
        case Decimal() | float():
            return kind == "number"
        case pikepdf.Name():
            return kind == "name"
        case pikepdf.String():
            return kind.startswith("string") or (kind == "date" and bytes(value).startswith(b"D:"))
        case pikepdf.Array():
            return kind == "array" or (kind, len(value)) in (("rectangle", 4), ("matrix", 6))
        case pikepdf.Dictionary():
            return kind == "dictionary" or kind in _TREES
        case pikepdf.Stream():
            return kind == "stream"
        case _:
            return kind == "null"


def _entries(thing: object) -> Iterator[tuple[str, object]]:
    if isinstance(thing, pikepdf.Array):
        yield from ((str(index), item) for index, item in enumerate(thing))
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        yield from ((str(key)[1:], value) for key, value in thing.items())


def _rule(table: str, key: str) -> Row | None:
    """Return the row of a key; of an array's place, the repeating one where none is its own."""
    rows = _table(table)
    if key in rows:
        return rows[key]
    repeated = [row for name, row in rows.items() if name.endswith("*") and name != "*"]
    if key.isdigit() and repeated:
        return repeated[(int(key) - int(repeated[0].key[:-1])) % len(repeated)]
    return rows.get("*")


def _alternative(row: Row, value: object) -> int | None:
    return next((index for index, kind in enumerate(row.types) if _fits(value, kind)), None)


def _of(parts: tuple[tuple[str, ...], ...], index: int) -> tuple[str, ...]:
    return parts[index] if index < len(parts) else ()


def _objections(where: str, thing: object, table: str) -> Iterator[str]:
    present = dict(_entries(thing))
    for row in _table(table).values():
        if row.required and row.key.rstrip("*") not in present and not row.key.endswith("*") and not _inherits(thing, row):
            yield f"{where}: {table} has no {row.key}"
    for key, value in present.items():
        if table == "FileTrailer" and key in _OF_XREF_STREAMS:
            continue
        row_or_none = _rule(table, key)
        if row_or_none is None:
            if "_" not in key and ":" not in key:
                yield f"{where}: {table} knows no {key}"
            continue
        index = _alternative(row_or_none, value)
        if index is None:
            yield f"{where}/{key}: {type(value).__name__} instead of {' or '.join(row_or_none.types)}"
        elif isinstance(value, pikepdf.Name):
            allowed = _of(row_or_none.values, index)
            if allowed and "*" not in allowed and str(value)[1:] not in allowed:
                yield f"{where}/{key}: {value} is none of {', '.join(allowed)}"


def _inherits(thing: object, row: Row) -> bool:
    for _ in range(_DEEPEST if row.inheritable else 0):
        thing = thing.get("/Parent") if isinstance(thing, pikepdf.Dictionary) else None
        if isinstance(thing, pikepdf.Dictionary) and f"/{row.key}" in thing:
            return True
    return False


def _below(where: str, thing: object, table: str) -> Iterator[tuple[str, object, str]]:
    for key, value in _entries(thing):
        row = _rule(table, key)
        index = _alternative(row, value) if row is not None else None
        if row is None or index is None or row.types[index] in _TREES:
            continue
        candidates = [name for name in _of(row.links, index) if (TABLES / f"{name}.tsv").is_file()]
        if candidates and isinstance(value, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
            yield f"{where}/{key}", value, max(candidates, key=lambda name: _score(value, name))


def _score(thing: object, table: str) -> int:
    """Tell how well a table describes an object: required keys that are there, values that are among the possible ones."""
    present = dict(_entries(thing))
    score = 0
    for row in _table(table).values():
        if row.key not in present:
            score -= 2 if row.required else 0
            continue
        score += 1 if row.required else 0
        index = _alternative(row, present[row.key])
        allowed = _of(row.values, index) if index is not None else ()
        if index is None:
            score -= 3
        elif allowed:
            score += 3 if str(present[row.key]).removeprefix("/") in allowed else -5
    return score
