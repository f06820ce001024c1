"""Write the `__init__` of a record."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

MISSING: Any = dataclasses.MISSING
_set = object.__setattr__

Fields = Mapping[str, tuple[Any, bool]]
"""For each name its default (a value, a `dataclasses.field`, or MISSING) and whether it is passed by name only."""


def initialiser(owner: type, fields: Fields) -> Callable[..., None]:
    """Return a function that sets the fields of a frozen object from its arguments.

    Args:
        owner: the slotted class; its name is shown where arguments are wrong.
        fields: in their order.
    """
    known: dict[str, Any] = {"_missing": MISSING}
    by_place = ["self"]
    by_name: list[str] = []
    body = []
    for name, (default, name_only) in fields.items():
        argument, value = _argument(name, default, known)
        (by_name if name_only else by_place).append(argument)
        # The slot's own setter does not look for the name: a third less time for each record, and pages have thousands.
        known[f"_set_{name}"] = getattr(owner, name).__set__
        body.append(f"    _set_{name}(self, {value})")
    arguments = ", ".join([*by_place, *(["*", *by_name] if by_name else [])])
    made: dict[str, Any] = {}
    # Names of fields come from class bodies of ours, never from data; the standard library writes the same way.
    exec(f"def __init__({arguments}):\n" + "\n".join(body or ["    pass"]), known, made)
    made["__init__"].__qualname__ = f"{owner.__qualname__}.__init__"
    written: Callable[..., None] = made["__init__"]
    return written


def filled_by_hand(record: object, fields: Fields, args: tuple[Any, ...], given: dict[str, Any]) -> bool:
    """Set the fields without a written function; tell whether the arguments were as they have to be, else set nothing."""
    values = dict(zip(fields, args, strict=False))
    if len(values) < len(args) or any(name not in fields or name in values for name in given):
        return False
    values.update(given)
    for name, (default, name_only) in fields.items():
        if name_only:
            return False
        if name not in values:
            if default is MISSING:
                return False
            values[name] = _standing(default)
            if values[name] is MISSING:
                return False
    for name in fields:
        _set(record, name, values[name])
    return True


def _standing(default: Any) -> Any:
    """Return the value that a default gives, MISSING where a field says nothing of one."""
    if not isinstance(default, dataclasses.Field):
        return default
    factory: Any = default.default_factory
    return default.default if factory is MISSING else factory()


def _argument(name: str, default: Any, known: dict[str, Any]) -> tuple[str, str]:
    """Return an argument as it is written in the head, and its value as it is written in the body."""
    factory = default.default_factory if isinstance(default, dataclasses.Field) else MISSING
    if isinstance(default, dataclasses.Field):
        default = default.default
    if factory is not MISSING:
        known[f"_made_{name}"] = factory
        return f"{name}=_missing", f"_made_{name}() if {name} is _missing else {name}"
    if default is MISSING:
        return name, name
    known[f"_default_{name}"] = default
    return f"{name}=_default_{name}", name
