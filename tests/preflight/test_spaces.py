"""Colour spaces: down to their last alternate, and tint transforms compared by what they are."""

from __future__ import annotations

import zlib
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from coverkit.facts.marks import Colour
from coverkit.preflight.inspect import inspect
from tests.preflight.files import built

PROGRAM = b"{ dup 0 exch dup 0 }"


def _fill(space: object, **also: Any) -> Colour:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.Resources = Dictionary(ColorSpace=Dictionary(S=space, **also))

    (page,) = inspect(built(change, b"/S cs 1 scn 0 0 9 9 re f")).pages
    (path,) = page.paths
    assert path.fill is not None
    return path.fill


def _tint(magenta: float = 0.8) -> Dictionary:
    return Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[0, magenta, 0.9, 0])


def _spot(name: str, alternate: object = Name.DeviceCMYK, tint: object = None) -> Array:
    return Array([Name.Separation, Name(f"/{name}"), alternate, _tint() if tint is None else tint])


def _profiled(channels: int) -> Array:
    return Array([Name.ICCBased, Dictionary(N=channels)])


@pytest.mark.parametrize(
    ("space", "chain"),
    [
        (Array([Name.Lab, Dictionary(WhitePoint=[1, 1, 1])]), ("Lab",)),
        (_profiled(3), ("ICCBased", "DeviceRGB")),
        (_spot("A"), ("Separation", "DeviceCMYK")),
        (_spot("A", _profiled(4)), ("Separation", "ICCBased", "DeviceCMYK")),
        (Array([Name.DeviceN, Array([Name.A, Name.B]), Name.DeviceRGB, _tint()]), ("DeviceN", "DeviceRGB")),
        (Array([Name.Indexed, _spot("A", Name.DeviceRGB), 0, String(b"a")]), ("Indexed", "Separation", "DeviceRGB")),
        (Array([Name.Pattern, _spot("A")]), ("Pattern", "Separation", "DeviceCMYK")),
    ],
)
def test_the_chain_goes_down_to_the_last_space(space: Array, chain: tuple[str, ...]) -> None:
    assert _fill(space).chain == chain


def test_a_redefined_device_space_is_what_it_becomes() -> None:
    colour = _fill(_spot("A", Name.DeviceRGB), DefaultRGB=_profiled(3))
    assert colour.chain == ("Separation", "ICCBased", "DeviceRGB")
    itself = _fill(_spot("A", Name.DeviceRGB), DefaultRGB=Name.DeviceRGB)
    assert itself.chain[0] == "Separation"


def test_a_definition_is_the_same_whatever_the_name_and_the_coding() -> None:
    one = _fill(_spot("Gold")).definition
    assert one == _fill(_spot("Or", tint=_tint())).definition
    assert one != _fill(_spot("Gold", Name.DeviceRGB)).definition
    assert one != _fill(_spot("Gold", tint=_tint(0.9))).definition
    assert _fill(_profiled(3)).definition == ""

    def program(data: bytes, **entries: Object) -> str:
        spaces: list[Colour] = []

        def change(pdf: Pdf) -> None:
            tint = Stream(pdf, data, FunctionType=4, Domain=[0, 1], Range=[0, 1] * 4, **entries)
            pdf.pages[0].obj.Resources = Dictionary(ColorSpace=Dictionary(S=_spot("Gold", tint=pdf.make_indirect(tint))))

        (page,) = inspect(built(change, b"/S cs 1 scn 0 0 9 9 re f")).pages
        spaces += [path.fill for path in page.paths if path.fill is not None]
        return spaces[0].definition

    assert program(PROGRAM) == program(zlib.compress(PROGRAM), Filter=Name.FlateDecode)
    assert program(PROGRAM) != program(b"{ 0 exch dup 0 }")
