"""Make a class a frozen, slotted dataclass now, and write its methods later.

What the standard library's `dataclass(frozen=True, slots=True)` promises holds: order and defaults of fields, inheritance,
equality, hash, repr, `__match_args__`, `dataclasses.fields`, copies and pickles. Other kinds are left to the standard library.
"""

from __future__ import annotations

import dataclasses
import inspect
from collections.abc import Callable, Mapping
from operator import attrgetter
from typing import Any

from coverkit.records.initialiser import MISSING, filled_by_hand, initialiser

_FIELDS = "__record_fields__"
_set = object.__setattr__
_BY_HAND = 8

Values = Callable[[Any], Any]
"""Gives what two records are compared by: their fields' values, or the one value of a record with one field."""


def dataclass(
    cls: type | None = None, /, *, frozen: bool = False, slots: bool = False, kw_only: bool = False, **options: Any
) -> Any:
    """Make a class a record if it is frozen and slotted, else a dataclass of the standard library."""

    def made(one: type) -> type:
        if frozen and slots and not options and _is_plain(one):
            return _record(one, kw_only=kw_only)
        real: type = dataclasses.dataclass(frozen=frozen, slots=slots, kw_only=kw_only, **options)(one)
        return real

    return made if cls is None else made(cls)


def replace(record: Any, /, **changes: Any) -> Any:
    """Return a copy of a record with some fields changed, as `dataclasses.replace` does."""
    fields = getattr(type(record), _FIELDS, None)
    if fields is None:
        return dataclasses.replace(record, **changes)
    for name in fields:
        if name not in changes:
            changes[name] = getattr(record, name)
    return type(record)(**changes)


def _is_plain(cls: type) -> bool:
    """Tell whether nothing of the class asks for more than a record does; what it inherits are records too."""
    bases = cls.__mro__[1:]
    return not hasattr(cls, "__post_init__") and all(
        _FIELDS in base.__dict__ for base in bases if dataclasses.is_dataclass(base)
    )


def _record(cls: type, *, kw_only: bool) -> type:
    inherited: dict[str, Any] = {}
    for base in reversed(cls.__mro__[1:]):
        inherited |= base.__dict__.get(_FIELDS, {})
    body = dict(cls.__dict__)
    own = {
        name: (body.pop(name, MISSING), kw_only)
        for name, kind in body.get("__annotations__", {}).items()
        if not str(kind).startswith(("ClassVar", "typing.ClassVar"))
    }
    fields = inherited | own
    for name in ("__dict__", "__weakref__"):
        body.pop(name, None)
    body["__slots__"] = tuple(name for name in own if name not in inherited)
    body[_FIELDS] = fields
    body["__dataclass_fields__"] = _StandardFields()
    body.setdefault("__match_args__", tuple(name for name, (_, by_name) in fields.items() if not by_name))
    for name, method in {**_methods(tuple(fields)), **_SHARED}.items():
        body.setdefault(name, method)
    if body["__hash__"] is None:
        # A class body with __eq__ of its own says this of itself.
        body["__hash__"] = _methods(tuple(fields))["__hash__"]
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    if "__init__" not in cls.__dict__:
        made.__init__ = _first(made, fields)  # type: ignore[misc]  # this is what a record is for
    return made


def _first(cls: type, fields: Mapping[str, Any]) -> Callable[..., None]:
    """Return an `__init__` that fills a few records by hand, then puts the real one in its place.

    Writing the real one takes as long as filling twenty by hand, and half the classes of a short run have fewer.
    """
    left = _BY_HAND

    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        nonlocal left
        left -= 1
        if left >= 0 and filled_by_hand(self, fields, args, kwargs):
            return
        real = initialiser(cls, fields)
        cls.__init__ = real  # type: ignore[misc]  # see above
        real(self, *args, **kwargs)

    return __init__


def _methods(names: tuple[str, ...]) -> dict[str, Any]:
    values: Values = attrgetter(*names) if names else _nothing

    def __eq__(self: Any, other: object) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def __hash__(self: Any) -> int:
        return hash(values(self))

    return {"__eq__": __eq__, "__hash__": __hash__}


def _nothing(_: Any) -> tuple[()]:
    return ()


def _repr(self: Any) -> str:
    inner = ", ".join(f"{name}={getattr(self, name)!r}" for name in getattr(type(self), _FIELDS))
    return f"{type(self).__qualname__}({inner})"


def _refuse_set(self: Any, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_delete(self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in getattr(type(self), _FIELDS)]


def _restore(self: Any, state: list[Any]) -> None:
    for name, value in zip(getattr(type(self), _FIELDS), state, strict=True):
        _set(self, name, value)


_SHARED: Mapping[str, Any] = {
    "__repr__": _repr,
    "__setattr__": _refuse_set,
    "__delattr__": _refuse_delete,
    "__getstate__": _state,
    "__setstate__": _restore,
}


class _StandardFields:
    """What `dataclasses.fields` looks at: made by the standard library itself, from a class with the same fields."""

    def __get__(self, record: object, cls: type) -> Mapping[str, Any]:
        # Without a docstring the standard library would write one, and read the signature of `object` for it: 40 ms.
        body: dict[str, Any] = {"__doc__": cls.__doc__ or cls.__name__, "__annotations__": _annotations(cls)}
        body |= {name: default for name, (default, _) in getattr(cls, _FIELDS).items() if default is not MISSING}
        twin: Any = dataclasses.dataclass(init=False, repr=False, eq=False)(type(cls.__name__, (), body))
        found: Mapping[str, Any] = twin.__dataclass_fields__
        for base in cls.__mro__:
            if isinstance(base.__dict__.get("__dataclass_fields__"), _StandardFields):
                type.__setattr__(base, "__dataclass_fields__", found)
                break
        return found


def _annotations(cls: type) -> dict[str, Any]:
    known: dict[str, Any] = {}
    for base in reversed(cls.__mro__):
        known |= inspect.get_annotations(base)
    return {name: known[name] for name in getattr(cls, _FIELDS)}
