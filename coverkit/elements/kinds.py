"""What an element type is, and how its fields are filled.

A type is a frozen dataclass whose fields hold `model.values`. A slot of a design sets some of them, a person others; what
nobody set has the type's default. Storage, inspector and locks derive from these fields.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Mapping
from functools import cache
from types import UnionType
from typing import Protocol, TypeVar

from coverkit import registry
from coverkit.elements.context import Composed, Context
from coverkit.errors import InputError
from coverkit.i18n import tr
from coverkit.model.entrance import wanted_types
from coverkit.model.values import Cmyk, PictureValue, Value
from coverkit.records import dataclass


class ElementType(Protocol):
    """A frozen dataclass of fields that can compose itself."""

    def compose(self, context: Context) -> Composed:
        """Return operations for the place that the context names."""
        ...


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """A field of an element type: its accepted value types, default, and which lock guards it."""

    name: str
    types: tuple[type, ...]
    default: Value | None
    lock: typing.Literal["style", "content"]


Kind = TypeVar("Kind", bound=ElementType)
_kinds: dict[str, type[ElementType]] = {}


def element(name: str) -> Callable[[type[Kind]], type[Kind]]:
    """Register a class as the element type of that name."""

    def register(cls: type[Kind]) -> type[Kind]:
        if name in _kinds and _kinds[name].__module__ != cls.__module__:
            raise TypeError(f"two element types are called {name}")
        _kinds[name] = cls
        return cls

    return register


@cache
def kinds() -> Mapping[str, type[ElementType]]:
    """Return every element type by name; all modules of the package are imported."""
    registry.import_all("coverkit.elements")
    return dict(sorted(_kinds.items()))


@cache
def field_infos(kind: str) -> Mapping[str, FieldInfo]:
    """Return the fields of a type by name.

    Raises:
        InputError: there is no such type.
    """
    cls = _class(kind)
    hints = typing.get_type_hints(cls)
    infos: dict[str, FieldInfo] = {}
    for item in dataclasses.fields(typing.cast("type[typing.Any]", cls)):
        hint = hints[item.name]
        types = typing.get_args(hint) if isinstance(hint, UnionType) else (hint,)
        accepted = tuple(one for one in types if one in (str, bool, float, Cmyk, PictureValue))
        infos[item.name] = FieldInfo(item.name, accepted, _default(item), item.metadata.get("lock", "content"))
    return infos


@cache
def style_fields() -> frozenset[str]:
    """Return the names of all fields, of any type, that the style lock guards."""
    return frozenset(info.name for kind in kinds() for info in field_infos(kind).values() if info.lock == "style")


def build(kind: str, *layers: Mapping[str, Value]) -> ElementType:
    """Build an element; later layers of fields win.

    Raises:
        InputError: a field is unknown or its value has the wrong type.
    """
    infos = field_infos(kind)
    values: dict[str, Value] = {}
    for layer in layers:
        for name, value in layer.items():
            values[name] = _fitting(kind, infos, name, value)
    return _class(kind)(**values)


def _class(kind: str) -> type[ElementType]:
    if kind not in kinds():
        raise InputError(tr("There is no element type “{kind}”.", kind=kind), tr("Known: {known}.", known=", ".join(kinds())))
    return kinds()[kind]


def _fitting(kind: str, infos: Mapping[str, FieldInfo], name: str, value: object) -> Value:
    info = infos.get(name)
    if info is None:
        raise InputError(
            tr("An element of type “{kind}” has no field “{name}”.", kind=kind, name=name),
            tr("Its fields: {names}.", names=", ".join(infos)),
        )
    if isinstance(value, int) and not isinstance(value, bool) and float in info.types:
        return float(value)
    if not isinstance(value, info.types) or (isinstance(value, bool) and bool not in info.types):
        raise InputError(
            tr("Field “{name}” of type “{kind}” holds a wrong value.", name=name, kind=kind),
            tr("It wants: {wanted}.", wanted=wanted_types(info.types)),
        )
    return typing.cast("Value", value)


def _default(item: dataclasses.Field[typing.Any]) -> Value | None:
    return None if item.default is dataclasses.MISSING else typing.cast("Value | None", item.default)
