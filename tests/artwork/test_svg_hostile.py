"""Hostile and damaged SVG: a sentence each, nothing from outside, no bombs."""

from __future__ import annotations

import gzip
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverkit.artwork.svg.reader import svg_drawing
from coverkit.errors import CoverKitError, InputError
from tests.artwork.svgs import svg

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
GOOD = svg(
    '<style>.a{fill:red}</style><linearGradient id="g"><stop stop-color="red"/><stop offset="1"/></linearGradient>'
    '<clipPath id="c"><circle r="9"/></clipPath><g transform="scale(2)" clip-path="url(#c)">'
    '<path class="a" d="M0 0L9 9A4 4 0 0 1 3 3z"/>'
    '<use href="#r"/></g><rect id="r" width="9" height="9" fill="url(#g)"/><text font-family="Anton" x="4">Đại hội</text>'
)


def refused(data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        svg_drawing(data, "hình.svg")
    assert caught.value.remedy
    return caught.value.message


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (svg("&l9;", before=f'<!DOCTYPE svg [<!ENTITY l0 "ha">{LAUGHS}]>'), "entities"),
        (svg("&x;", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "entities"),
        (svg("", before=f'<!DOCTYPE svg [<!ENTITY x "{"a" * 300}">]>'), "entities"),
        (svg("<g>" * 200 + "</g>" * 200), "nest too deeply"),
        (svg("<g/>" * 100_001), "too many elements"),
        (svg('<g id="a"><use href="#a"/></g>'), "nest too deeply"),
        (
            svg(
                '<g id="u0"><rect/></g>'
                + "".join(f'<g id="u{n}">' + f'<use href="#u{n - 1}"/>' * 12 + "</g>" for n in range(1, 9))
            ),
            "too many elements",
        ),
        (svg("", root='width="1e9" height="1e9"'), "no page has"),
        (svg("", root='width="100%"'), "states no size"),
        (
            svg("<style>" + "".join(f"*:nth-child({n}){{fill:red}}" for n in range(2_000)) + "</style>" + "<g/>" * 20_000),
            "style sheet",
        ),
        (gzip.compress(svg("")), "SVGZ"),
        (b"<html/>", "no SVG"),
        (b"<svg", "cannot be read"),
        (b"\xff\xfe\x00", "cannot be read"),
    ],
)
def test_it_is_refused_with_a_sentence(data: bytes, word: str) -> None:
    assert word in refused(data)


@settings(max_examples=150)
@given(st.data())
def test_damage_anywhere_never_crashes(data: st.DataObject) -> None:
    broken = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(broken) - 1))
        broken[at : at + data.draw(st.integers(0, 4))] = data.draw(st.binary(max_size=4))
    with suppress(CoverKitError):
        svg_drawing(bytes(broken), "hỏng.svg")
