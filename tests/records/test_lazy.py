"""Records keep what the standard library's frozen slotted dataclasses promise."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from dataclasses import field
from typing import ClassVar, Generic, TypeVar

import pytest

from coverkit.records import dataclass, replace

ItemT = TypeVar("ItemT")


@dataclass(frozen=True, slots=True)
class Point:
    unit: ClassVar[str] = "mm"
    x: float
    y: float = 2.0


@dataclass(frozen=True, slots=True)
class Named(Point):
    y: float = 5.0
    name: str = "A"
    tags: list[str] = field(default_factory=list)
    about: str = field(default="", metadata={"title": "About"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ByName(Point):
    depth: float


@dataclass(frozen=True, slots=True)
class Nothing:
    pass


@dataclass(frozen=True, slots=True)
class Box(Generic[ItemT]):
    item: ItemT


@dataclass(frozen=True, slots=True)
class Loose:
    """Equal to whatever has the same first letter."""

    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Loose) and self.name[:1] == other.name[:1]

    def __hash__(self) -> int:
        return hash(self.name[:1])


def standard(cls: type) -> type:
    """The same class as the standard library makes it."""
    body: dict[str, object] = {"__annotations__": {one.name: one.type for one in dataclasses.fields(cls)}}
    body |= {one.name: one for one in dataclasses.fields(cls) if one.default is not one.default_factory}
    made: type = dataclasses.dataclass(frozen=True, slots=True)(type(cls.__name__, (), body))
    return made


@pytest.mark.parametrize("cls", [Point, Named, Nothing, Box, Loose])
def test_fields_and_patterns_are_the_standard_librarys(cls: type) -> None:
    wanted = standard(cls)
    assert [one.name for one in dataclasses.fields(cls)] == [one.name for one in dataclasses.fields(wanted)]
    assert cls.__match_args__ == wanted.__match_args__  # type: ignore[attr-defined]  # dataclasses have them
    assert dataclasses.is_dataclass(cls)


def test_defaults_and_order() -> None:
    assert (Point(1).x, Point(1).y, Point(y=3, x=4)) == (1, 2.0, Point(4, 3))
    named = Named(1)
    assert (named.x, named.y, named.name, named.tags, named.about) == (1, 5.0, "A", [], "")
    assert named.tags is not Named(1).tags
    assert Point.unit == "mm"
    assert ByName(1, depth=3).depth == 3
    with pytest.raises(TypeError, match=r"Point\.__init__"):
        Point()  # type: ignore[call-arg]  # the fault that is tested
    with pytest.raises(TypeError):
        ByName(1, 2, 3)  # type: ignore[call-arg]  # as above


def test_the_first_records_are_like_the_later_ones() -> None:
    """The first ones are filled before an `__init__` is written."""

    @dataclass(frozen=True, slots=True)
    class Late(Named):
        size: float = 1.0

    made = [Late(number, size=2.0, name="B") for number in range(40)]
    assert [one.x for one in made] == list(range(40))
    assert {(one.y, one.size, one.name, tuple(one.tags), one.about) for one in made} == {(5.0, 2.0, "B", (), "")}
    assert len({id(one.tags) for one in made}) == len(made)


def test_wrong_arguments_are_refused_from_the_first_record_on() -> None:
    for wrong in ({}, {"x": 1, "z": 2}, {"x": 1, "name": "A", "nam": "B"}):

        @dataclass(frozen=True, slots=True)
        class Fresh(Point):
            name: str = "A"

        with pytest.raises(TypeError, match="Fresh"):
            Fresh(**wrong)
        with pytest.raises(TypeError, match="Fresh"):
            Fresh(1, 2, "A", 4)  # type: ignore[call-arg]  # as above
        with pytest.raises(TypeError, match="multiple values"):
            Fresh(1, x=2)  # type: ignore[misc]  # as above


def test_nothing_can_be_changed_or_added() -> None:
    point = Point(1)
    for name in ("x", "unit", "other"):
        with pytest.raises(dataclasses.FrozenInstanceError, match=name):
            setattr(point, name, 3)
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.x
    assert not hasattr(point, "__dict__")
    assert not hasattr(Named(1), "__dict__")


def test_equality_hash_and_repr() -> None:
    assert Point(1) == Point(1, 2)
    assert Point(1) != Point(2)
    assert Point(1, 5) != Named(1)
    assert len({Point(1), Point(1, 2), Point(3)}) == 2
    assert (Nothing(), hash(Nothing())) == (Nothing(), hash(Nothing()))
    assert Box[object](1) == Box[object](1) != Box[object]((1,))
    assert repr(Named(1)) == repr(standard(Named)(1)) == "Named(x=1, y=5.0, name='A', tags=[], about='')"
    assert Loose("ab") == Loose("ac")
    assert len({Loose("ab"), Loose("ac")}) == 1


def test_replace_copies_and_pickles() -> None:
    named = Named(1, tags=["a"])
    assert replace(named, x=3) == dataclasses.replace(named, x=3) == Named(3, tags=["a"])
    assert copy.deepcopy(named) == named == pickle.loads(pickle.dumps(named))
    with pytest.raises(TypeError):
        replace(named, z=3)  # type: ignore[call-arg]  # the fault that is tested
    assert dataclasses.asdict(Box(named))["item"]["tags"] == ["a"]
    assert dataclasses.fields(Named)[4].metadata["title"] == "About"


def test_a_heir_without_the_decorator_is_made_whole() -> None:
    class Heir(Point):
        pass

    assert Heir(1).y == 2.0
    assert [one.name for one in dataclasses.fields(Heir)] == ["x", "y"]


def test_other_kinds_are_the_standard_librarys() -> None:
    @dataclass(slots=True)
    class Open:
        x: int = 1

    @dataclass(frozen=True)
    class Roomy:
        x: int = 1

    @dataclass(frozen=True, slots=True)
    class Checked:
        x: int = 1

        def __post_init__(self) -> None:
            if self.x < 0:
                raise ValueError("negative")

    one = Open()
    one.x = 2
    assert one == Open(2)
    assert Roomy().__dict__ == {"x": 1}
    assert replace(Roomy(), x=2) == Roomy(2)
    with pytest.raises(ValueError, match="negative"):
        Checked(-1)
