"""Layers (optional content): whether what stands in one is printed by default, and whether it is a processing step."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.facts.marks import Layer
from coverkit.preflight import values

_DEEPEST = 8
_MOST_TERMS = 1000


def off_by_default(root: object) -> frozenset[tuple[int, int]]:
    """Return the groups that the default configuration switches off."""
    properties = values.get(root, "/OCProperties")
    default = values.get(properties, "/D")
    off = set(map(values.identity, values.items(values.get(default, "/OFF"))))
    if values.name(values.get(default, "/BaseState")) == "OFF":
        on = set(map(values.identity, values.items(values.get(default, "/ON"))))
        off |= set(map(values.identity, values.items(values.get(properties, "/OCGs")))) - on
    return frozenset(key for key in off if key is not None)


class Layers:
    """The layers of a document in its default configuration."""

    __slots__ = ("_known", "_off")

    def __init__(self, root: object = None) -> None:
        self._off = off_by_default(root) if values.get(root, "/OCProperties") is not None else frozenset()
        self._known: dict[tuple[int, int], Layer] = {}

    def of(self, group: object) -> Layer:
        """Return what a group, or a membership dictionary, means for what stands in it."""
        key = values.identity(group)
        if key is None:
            return self._read(group)
        if key not in self._known:
            self._known[key] = self._read(group)
        return self._known[key]

    def _read(self, group: object) -> Layer:
        if values.name(values.get(group, "/Type")) == "OCMD":
            return self._membership(group)
        if values.get(values.get(group, "/GTS_Metadata"), "/GTS_ProcStepsGroup") is not None:
            return "step"
        return "off" if values.identity(group) in self._off else ""

    def _membership(self, group: object) -> Layer:
        listed = values.get(group, "/OCGs")
        members = [one for one in (values.items(listed) or [listed]) if one is not None]
        if any(self._read(one) == "step" for one in members if values.name(values.get(one, "/Type")) != "OCMD"):
            return "step"
        expression = values.get(group, "/VE")
        if values.items(expression):
            return "" if self._holds(expression, iter(range(_MOST_TERMS))) else "off"
        on = [values.identity(one) not in self._off for one in members]
        policies = {"AllOn": all(on), "AnyOff": not all(on), "AllOff": not any(on)}
        shown = policies.get(values.name(values.get(group, "/P")), any(on)) or not members
        return "" if shown else "off"

    def _holds(self, expression: object, room: Iterator[int], depth: int = 0) -> bool:
        """Tell whether a visibility expression holds; what is no expression does, and what has no room left."""
        operator, *operands = values.items(expression) or [None]
        if operator is None or depth > _DEEPEST or next(room, None) is None:
            return values.identity(expression) not in self._off
        found = [self._holds(one, room, depth + 1) for one in operands]
        match values.name(operator):
            case "And":
                return all(found)
            case "Or":
                return any(found)
            case "Not":
                return not all(found)
            case _:
                return True
