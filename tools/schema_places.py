"""Find places in a JSON Schema by ways like `elements[].box.x`, and add to them: limits, and words from docstrings."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from typing import Any

from tools.recorder import Schema

_NAMES = re.compile(r" {4}(\w+(?:, \w+)*): (.+)")


def place(schema: Schema, way: str) -> Schema:
    """Return the schema at a place: names, `[]` for what is in a list, `*` for what an author names.

    Raises:
        KeyError: no reader reads that.
    """
    inner: Any = schema
    for step in way.split(".") if way else ():
        name = step.removesuffix("[]")
        inner = inner["additionalProperties"] if name == "*" else inner["properties"][name]
        inner = inner["items"] if step.endswith("[]") else inner
    found: Schema = inner
    return found


def add(schema: Schema, extras: Mapping[str, Schema]) -> None:
    """Add to what was recorded at each place."""
    for way, extra in extras.items():
        place(schema, way).update(extra)


def describe(schema: Schema, way: str, source: type, **renamed: str) -> None:
    """Describe the keys at a place with what the docstring of a class says of its attributes.

    Args:
        schema: the whole schema.
        way: the place.
        source: the class that is read from there.
        **renamed: the keys of attributes that are called otherwise in the file.
    """
    properties = place(schema, way)["properties"]
    for name, words in attributes(source).items():
        key = renamed.get(name, name)
        if key in properties:
            properties[key]["description"] = words


def attributes(source: type) -> Mapping[str, str]:
    """Return what the docstring of a class says of each attribute."""
    told: dict[str, str] = {}
    names: list[str] = []
    for line in (inspect.getdoc(source) or "").partition("Attributes:\n")[2].splitlines():
        if found := _NAMES.fullmatch(line):
            names = found[1].split(", ")
            told.update(dict.fromkeys(names, found[2]))
        else:
            told.update({name: f"{told[name]} {line.strip()}" for name in names})
    return {name: words[:1].upper() + words[1:] for name, words in told.items()}
