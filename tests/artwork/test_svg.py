"""SVG as drawings: shapes, style sheets, transforms, gradients, clips, reuse, text and pictures."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image

from coverkit.artwork.drawing import Box, Fill, Outline, Raster, Rgb, Shade, Stroke, seen_box, tight_box
from coverkit.errors import InputError
from tests.artwork.svgs import drawn, only, svg

RED = Rgb(1.0, 0.0, 0.0)


def box(outline: Outline) -> Box:
    found = tight_box(outline)
    assert found is not None
    return found


def test_the_size_is_that_of_the_file_in_points() -> None:
    drawing = drawn("", root='width="180mm" height="40mm" viewBox="0 0 1800 400"')
    assert (drawing.width, drawing.height) == pytest.approx((510.236, 113.386), abs=1e-3)


def test_a_view_box_is_fitted_and_centred() -> None:
    item = only('<rect width="10" height="10" fill="red"/>', root='width="100" height="50" viewBox="0 0 10 10"')
    assert isinstance(item, Fill)
    assert box(item.outline) == pytest.approx((18.75, 0.0, 56.25, 37.5))


@pytest.mark.parametrize(
    ("shape", "wanted"),
    [
        ('<rect x="10" y="10" width="20" height="10"/>', (7.5, 22.5, 22.5, 30.0)),
        ('<rect x="10%" y="20%" width="20%" height="20%"/>', (7.5, 22.5, 22.5, 30.0)),
        ('<circle cx="50" cy="25" r="10"/>', (30.0, 11.25, 45.0, 26.25)),
        ('<ellipse cx="50" cy="25" rx="20" ry="10"/>', (22.5, 11.25, 52.5, 26.25)),
        ('<polygon points="0,0 20,0 20,20"/>', (0.0, 22.5, 15.0, 37.5)),
        ('<path d="M10 10h20v10h-20z"/>', (7.5, 22.5, 22.5, 30.0)),
        ('<path d="M0 25 A 25 25 0 0 1 50 25"/>', (0.0, 18.75, 37.5, 37.5)),
        ('<g transform="translate(10 0) scale(2)"><rect width="5" height="5"/></g>', (7.5, 30.0, 15.0, 37.5)),
        ('<rect width="10" height="10" transform="rotate(90 10 10)"/>', (7.5, 30.0, 15.0, 37.5)),
        ('<rect width="10" height="10" transform="matrix(1 0 0 1 10 10)"/>', (7.5, 22.5, 15.0, 30.0)),
        (
            '<svg x="10" y="10" width="20" height="20" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>',
            (7.5, 15.0, 22.5, 30.0),
        ),
    ],
)
def test_shapes_stand_where_the_file_says(shape: str, wanted: Box) -> None:
    item = only(shape)
    assert isinstance(item, Fill)
    assert box(item.outline) == pytest.approx(wanted, abs=0.02)


@pytest.mark.parametrize(
    "body",
    [
        '<rect width="9" height="9" fill="#f00"/>',
        '<rect width="9" height="9" style="fill:rgb(255,0,0)"/>',
        '<rect width="9" height="9" fill="blue" style="fill:red"/>',
        '<style>.st0{fill:#FF0000;}</style><rect class="st0" width="9" height="9"/>',
        '<style>g > .a{fill:red}</style><g><rect class="a" width="9" height="9"/></g>',
        '<style>#x{fill:red} rect{fill:blue}</style><rect id="x" width="9" height="9"/>',
        '<g fill="red"><rect width="9" height="9"/></g>',
        '<g color="red"><rect width="9" height="9" fill="currentColor"/></g>',
        '<rect width="9" height="9" fill="url(#none) red"/>',
        '<switch><foreignObject requiredExtensions="x"/><g><rect width="9" height="9" fill="red"/></g></switch>',
    ],
)
def test_colours_come_by_the_rules_of_css(body: str) -> None:
    item = only(body)
    assert isinstance(item, Fill)
    assert item.colour == RED


def test_lines_keep_their_pen() -> None:
    item = only('<line x2="50" stroke="red" stroke-width="4" stroke-linecap="round" stroke-dasharray="3 2 1"/>')
    assert isinstance(item, Stroke)
    assert (item.line.width, item.line.cap, item.line.dash) == (4.0, 1, (3.0, 2.0, 1.0, 3.0, 2.0, 1.0))


def test_a_gradient_takes_stops_from_another_and_is_measured_by_its_shape() -> None:
    item = only(
        '<linearGradient id="a"><stop stop-color="red"/><stop offset="50%" stop-color="lime"/><stop offset="1"/>'
        "</linearGradient>"
        '<linearGradient id="b" xlink:href="#a" x2="0" y2="1"/><rect x="10" y="10" width="20" height="10" fill="url(#b)"/>'
    )
    assert isinstance(item, Shade)
    assert [at for at, _ in item.stops] == [0.0, 0.5, 1.0]
    assert item.coords == (0.0, 0.0, 0.0, 1.0)
    assert item.matrix == pytest.approx((15.0, 0.0, 0.0, -7.5, 7.5, 30.0))


def test_a_round_gradient_keeps_its_focus() -> None:
    item = only(
        '<radialGradient id="a" gradientUnits="userSpaceOnUse" cx="50" cy="25" r="20" fx="45" fy="20"><stop stop-color="red"/>'
        '<stop offset="1" stop-color="blue"/></radialGradient><rect width="99" height="50" fill="url(#a)"/>'
    )
    assert isinstance(item, Shade)
    assert item.coords == (45.0, 20.0, 0.0, 50.0, 25.0, 20.0)


def test_clips_confine_what_is_painted() -> None:
    item = only(
        '<clipPath id="c"><rect width="10" height="10"/></clipPath><g clip-path="url(#c)"><rect width="99" height="50"/></g>'
    )
    assert seen_box(item, 75.0, 37.5) == pytest.approx((0.0, 30.0, 7.5, 37.5))


def test_reuse_and_symbols_are_placed() -> None:
    drawing = drawn(
        '<defs><rect id="r" width="10" height="10"/></defs><use xlink:href="#r" x="20"/>'
        '<symbol id="s" viewBox="0 0 1 1"><rect width="1" height="1"/></symbol><use href="#s" x="50" width="10" height="10"/>'
    )
    boxes = [box(item.outline) for item in drawing.items if isinstance(item, Fill)]
    assert boxes == [pytest.approx((15.0, 30.0, 22.5, 37.5)), pytest.approx((37.5, 30.0, 45.0, 37.5))]


def test_what_does_not_show_is_left_out_and_told() -> None:
    drawing = drawn('<g style="display:none"><rect width="9" height="9"/></g><rect visibility="hidden" width="9" height="9"/>')
    assert (drawing.items, drawing.dropped) == ((), ("display:none",))


def test_text_becomes_outlines_by_the_fonts_at_hand() -> None:
    drawing = drawn(
        '<text x="50" y="30" font-family="Be Vietnam Pro" font-size="10" text-anchor="middle" fill="red">Đảng bộ'
        '<tspan x="50" dy="12" font-weight="bold">lần thứ</tspan></text>'
    )
    first, second = (box(item.outline) for item in drawing.items if isinstance(item, Fill))
    assert drawing.outlined == 2
    assert (first[0] + first[2]) / 2 == pytest.approx(37.5, abs=0.6)
    assert (second[0] + second[2]) / 2 == pytest.approx(37.5, abs=0.6)
    assert first[1] > second[3] - 4


@pytest.mark.parametrize(
    ("size", "height"), [("20px", 20.0), ("15pt", 20.0), ("1.25em", 20.0), ("medium", 16.0), ("200%", 32.0)]
)
def test_sizes_of_type_are_read_as_css_writes_them(size: str, height: float) -> None:
    def tall(value: str) -> float:
        item = only(f'<text y="40" font-family="Anton" font-size="{value}">I</text>')
        assert isinstance(item, Fill)
        _, low, _, high = box(item.outline)
        return high - low

    assert tall(size) / tall("10px") == pytest.approx(height / 10, rel=1e-3)


def test_letters_that_have_places_of_their_own_are_set_there() -> None:
    drawing = drawn('<text x="0 40 80" y="30" font-family="Oswald" font-size="10">III</text>')
    lefts = [box(item.outline)[0] for item in drawing.items if isinstance(item, Fill)]
    assert [round(one - lefts[0]) for one in lefts] == [0, 30, 60]


def test_a_picture_inside_keeps_its_pixels() -> None:
    stream = io.BytesIO()
    Image.new("RGBA", (4, 2), (255, 0, 0, 128)).save(stream, "PNG")
    data = base64.b64encode(stream.getvalue()).decode()
    item = only(f'<image x="10" y="10" width="40" height="40" href="data:image/png;base64,{data}"/>')
    assert isinstance(item, Raster)
    assert (item.pixels.width, item.pixels.height, item.pixels.alpha) == (4, 2, b"\x80" * 8)
    assert item.matrix == pytest.approx((30.0, 0.0, 0.0, 15.0, 7.5, 7.5))


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ('<filter id="f"/><rect width="9" height="9" filter="url(#f)"/>', "filter"),
        ('<rect width="9" height="9" mask="url(#m)"/>', "mask"),
        ('<rect width="9" height="9" style="mix-blend-mode:multiply"/>', "transparency"),
        (
            '<pattern id="p" width=".1" height=".1" patternUnits="userSpaceOnUse"><rect width=".1" height=".1"/></pattern>'
            '<rect width="50" height="9" fill="url(#p)"/>',
            "2000 cells",
        ),
        (
            '<pattern id="p" width="1" height="1"><rect width="9" height="9"/></pattern>'
            '<rect width="9" height="9" fill="none" stroke="url(#p)"/>',
            "gradient or a pattern",
        ),
        (
            '<pattern id="p" width="1" height="1"><rect width="9" height="9" fill="url(#p)"/></pattern>'
            '<rect width="9" height="9" fill="url(#p)"/>',
            "nest",
        ),
        ('<path d="M0 0h9" stroke="red" marker-end="url(#m)"/>', "markers"),
        ('<text font-family="UTM Impact">a</text>', "UTM Impact 400"),
        ('<text font-family="Anton">\U0001f600</text>', "lacks"),
        ('<text font-family="Anton"><textPath href="#p">a</textPath></text>', "path"),
        ('<text font-family="Anton" rotate="9">a</text>', "one by one"),
        ('<rect width="9" height="9" fill="rot"/>', "colour"),
        ('<rect width="9cubits" height="9"/>', "length"),
        ('<path d="M0 0 L wrong"/>', "damaged"),
        ('<rect width="9" height="9" transform="wobble(3)"/>', "transformation"),
        ('<image href="banner.png" width="9" height="9"/>', "another file"),
        ('<use href="other.svg#a"/>', "another file"),
        ("<style>@import url(a.css);</style>", "another file"),
        (
            '<linearGradient id="g"><stop stop-color="red" stop-opacity="0"/><stop offset="1"/></linearGradient>'
            '<rect width="9" height="9" fill="url(#g)"/>',
            "transparency",
        ),
        (
            '<linearGradient id="g" spreadMethod="repeat"><stop/><stop offset="1"/></linearGradient>'
            '<rect width="9" height="9" fill="url(#g)"/>',
            "repeats",
        ),
    ],
)
def test_what_sealed_art_cannot_have_is_refused_with_what_to_do(body: str, word: str) -> None:
    with pytest.raises(InputError) as caught:
        drawn(body)
    assert word in caught.value.message
    assert "hình.svg" in caught.value.message
    assert len(caught.value.remedy) > 20


def test_the_bytes_may_begin_with_a_mark_and_a_document_type() -> None:
    head = '\ufeff<?xml version="1.0" encoding="utf-8"?><!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]>'
    assert isinstance(only('<rect xmlns="&ns;" width="9" height="9" fill="red"/>', before=head), Fill)
    assert svg("").startswith(b"<svg")


_CELL = '<rect width="4" height="4" fill="#0b6b3a"/>'


@pytest.mark.parametrize(
    ("pattern", "cells"),
    [
        (f'<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse">{_CELL}</pattern>', 6),
        (f'<pattern id="p" width=".5" height=".5">{_CELL}</pattern>', 4),
        (
            f'<pattern id="q" width="10" height="10" patternUnits="userSpaceOnUse">{_CELL}</pattern>'
            '<pattern id="p" xlink:href="#q" patternTransform="translate(5 5)"/>',
            6,
        ),
        (
            '<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse" viewBox="0 0 1 1">'
            '<rect width=".4" height=".4" fill="#0b6b3a"/></pattern>',
            6,
        ),
        (
            '<pattern id="p" width=".5" height=".5" patternContentUnits="objectBoundingBox">'
            '<rect width=".2" height=".2" fill="#0b6b3a"/></pattern>',
            4,
        ),
    ],
)
def test_a_pattern_is_drawn_in_each_cell_that_shows(pattern: str, cells: int) -> None:
    drawing = drawn(f'{pattern}<rect x="10" y="10" width="30" height="20" fill="url(#p)"/>')
    boxes = [box for item in drawing.items if (box := seen_box(item, drawing.width, drawing.height)) is not None]
    assert len(boxes) == cells
    assert min(one[0] for one in boxes) >= 7.5 - 0.01
    assert max(one[2] for one in boxes) <= 30.01
    assert all(isinstance(item, Fill) and item.colour == Rgb(11 / 255, 107 / 255, 58 / 255) for item in drawing.items)
    assert all(one[2] - one[0] > 2.9 for one in boxes)


def test_an_empty_pattern_paints_nothing_and_opacity_is_that_of_all_cells() -> None:
    assert drawn('<pattern id="p"/><rect width="9" height="9" fill="url(#p)"/>').items == ()
    pattern = f'<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse">{_CELL}</pattern>'
    items = drawn(f'{pattern}<rect width="30" height="9" fill="url(#p)" fill-opacity=".5"/>').items
    assert {item.opacity for item in items} == {0.5}
    assert len({item.group for item in items}) == 1
    assert items[0].group > 0
