"""Watch a reader of data files at work and write down, as JSON Schema, what it asks for.

The readers are the single source of what a file may hold: a key that is read is a property, one without a default is
required, and a table that is finished allows no others. Only checks that a reader makes by itself have to be told.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any, ClassVar
from unittest import mock

from coverkit.datafile import Table

Schema = dict[str, Any]

DATE: Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_TEXTS: Schema = {"type": "array", "items": {"type": "string"}}


@dataclass(slots=True)
class Node:
    """What was asked of the tables in one place of a file."""

    properties: dict[str, Schema] = field(default_factory=dict)
    tables: dict[str, Node] = field(default_factory=dict)
    lists: set[str] = field(default_factory=set)
    needed: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    named: bool = False
    finished: bool = False

    def note(self, key: str, schema: Schema, needed: bool) -> None:
        """Write down that a key was read; choices and a default that depend on the file are no part of the schema."""
        before = self.properties.get(key, schema)
        self.properties[key] = {
            name: value for name, value in schema.items() if name not in ("enum", "default") or before.get(name) == value
        }
        if needed and key not in self.asked:
            self.needed.add(key)

    def below(self, key: str, needed: bool) -> Node:
        """Return the node of a table in this one."""
        self.note(key, {}, needed)
        return self.tables.setdefault("*" if self.named else key, Node())

    def schema(self) -> Schema:
        """Return what was written down."""
        if self.named:
            return {"type": "object", "additionalProperties": self._value(next(iter(self.properties), ""))}
        found: Schema = {"type": "object", "properties": {key: self._value(key) for key in self.properties}}
        if self.needed:
            found["required"] = sorted(self.needed)
        return {**found, "additionalProperties": False} if self.finished else found

    def _value(self, key: str) -> Schema:
        inner = self.tables.get("*" if self.named else key)
        if inner is None:
            return self.properties.get(key, {})
        return {"type": "array", "items": inner.schema()} if key in self.lists else inner.schema()


class Recorder(Table):
    """A table that answers as always and writes down what it was asked."""

    roots: ClassVar[dict[str, Node]] = {}

    def __init__(self, data: Mapping[str, Any], file: str, where: str = "", node: Node | None = None) -> None:
        super().__init__(data, file, where)
        self._node = self.roots.setdefault(file.rsplit("/", 1)[-1], Node()) if node is None else node

    def has(self, key: str) -> bool:
        """Tell whether a key is there; one that is asked after may be missing."""
        self._node.asked.add(key)
        return super().has(key)

    def keys(self) -> tuple[str, ...]:
        """Return all keys: they are names of the author's own."""
        self._node.named = True
        return super().keys()

    def raw(self, key: str) -> Any:
        """Return a value as it is."""
        self._node.note(key, {}, True)
        return super().raw(key)

    def text(self, key: str, default: str | None = None, choices: Sequence[str] = ()) -> str:
        """Return a text."""
        self._leaf(key, {"type": "string", **({"enum": list(choices)} if choices else {})}, default)
        return super().text(key, default, choices)

    def number(self, key: str, default: float | None = None, least: float = float("-inf")) -> float:
        """Return a number."""
        self._leaf(key, {"type": "number", **({} if least == float("-inf") else {"minimum": least})}, default)
        return super().number(key, default, least)

    def integer(self, key: str, default: int | None = None) -> int:
        """Return a whole number."""
        self._leaf(key, {"type": "integer"}, default)
        return super().integer(key, default)

    def flag(self, key: str, default: bool | None = None) -> bool:
        """Return true or false."""
        self._leaf(key, {"type": "boolean"}, default)
        return super().flag(key, default)

    def date(self, key: str) -> Any:
        """Return a date."""
        self._node.note(key, dict(DATE), True)
        return super().date(key)

    def optional_date(self, key: str) -> Any:
        """Return a date or None; written down even where the sample has none."""
        self._node.note(key, dict(DATE), False)
        return super().optional_date(key)

    def texts(self, key: str, default: tuple[str, ...] | None = None) -> tuple[str, ...]:
        """Return a list of texts."""
        self._leaf(key, dict(_TEXTS), None if default is None else list(default))
        return super().texts(key, default)

    def numbers(self, key: str, count: int, default: tuple[float, ...] | None = None) -> tuple[float, ...]:
        """Return so many numbers."""
        wanted: Schema = {"type": "array", "items": {"type": "number"}, "minItems": count, "maxItems": count}
        self._leaf(key, wanted, None if default is None else list(default))
        return super().numbers(key, count, default)

    def table(self, key: str, optional: bool = False) -> Table:
        """Return a table that writes down too."""
        return self._watched(super().table(key, optional), self._node.below(key, not optional))

    def tables(self, key: str, optional: bool = True) -> tuple[Table, ...]:
        """Return a list of tables that write down too."""
        node = self._node.below(key, not optional)
        self._node.lists.add(key)
        return tuple(self._watched(one, node) for one in super().tables(key, optional))

    def finish(self) -> None:
        """Refuse unknown keys: so does the schema."""
        self._node.finished = True
        super().finish()

    def _leaf(self, key: str, schema: Schema, default: object) -> None:
        self._node.note(key, schema if default in (None, "", []) else {**schema, "default": default}, default is None)

    def _watched(self, plain: Table, node: Node) -> Recorder:
        return Recorder(plain._data, plain._file, plain._where, node)


def recorded(module: ModuleType, file: str, *readings: Callable[[], object]) -> Schema:
    """Return the schema of what a module reads.

    Args:
        module: the reader, whose `Table` is watched.
        file: the file's name, or its ending.
        readings: reads one sample each; together they should use every key that is only read where it is present.
    """
    with _watching(module) as roots:
        for read in readings:
            read()
    merged = Node()
    for name, node in roots.items():
        if name.endswith(file):
            merged.properties.update(node.properties)
            merged.tables.update(node.tables)
            merged.lists |= node.lists
            merged.asked |= node.asked
            merged.needed |= node.needed
            merged.finished |= node.finished
    return merged.schema()


@contextlib.contextmanager
def _watching(module: ModuleType) -> Iterator[dict[str, Node]]:
    Recorder.roots.clear()
    with mock.patch.object(module, "Table", Recorder):
        yield Recorder.roots
