"""Opacity, inks and the sealed page: what becomes of colours."""

from __future__ import annotations

from pathlib import Path

import pytest

from coverkit.artwork.drawing import Clip, Drawing, Fill, Painted, Pixels, Raster, Rgb, Shade, Spot, Stroke, rectangle
from coverkit.artwork.drawing import Line as Pen
from coverkit.artwork.inking import InkTable, into_inks, read_inks
from coverkit.artwork.opacity import resolve_opacity
from coverkit.artwork.sealing import seal_drawing
from coverkit.campaigns.art import sealed_art
from coverkit.campaigns.art_rules import require_sealed_art
from coverkit.colour.profile import bundled_condition
from coverkit.errors import InputError
from coverkit.model.values import Cmyk
from coverkit.render.raster import rasterise

FOGRA39 = bundled_condition("FOGRA39")
RED, BLUE = Rgb(1.0, 0.0, 0.0), Rgb(0.0, 0.0, 1.0)


def rect(left: float, bottom: float, right: float, top: float, colour: Rgb | Cmyk | Spot = RED, **more: object) -> Fill:
    return Fill(outline=rectangle(left, bottom, right, top), colour=colour, **more)  # type: ignore[arg-type]  # item's own fields


def page(*items: Painted) -> Drawing:
    return Drawing(100.0, 50.0, items)


def test_over_nothing_a_colour_is_mixed_with_paper() -> None:
    flat, count = resolve_opacity(
        page(rect(0, 0, 50, 50, opacity=0.5), rect(60, 0, 90, 50, Cmyk(0, 1, 1, 0), opacity=0.5)), "a"
    )
    assert [item.colour for item in flat.items if isinstance(item, Fill)] == [Rgb(1.0, 0.5, 0.5), Cmyk(0, 0.5, 0.5, 0)]
    assert count == 2


def test_over_one_flat_colour_it_is_mixed_with_that() -> None:
    flat, _ = resolve_opacity(page(rect(0, 0, 100, 50), rect(10, 10, 20, 20, BLUE, opacity=0.25)), "a")
    assert flat.items[1] == rect(10, 10, 20, 20, Rgb(0.75, 0.0, 0.25))


@pytest.mark.parametrize(
    "items",
    [
        (rect(0, 0, 15, 50), rect(10, 10, 20, 20, BLUE, opacity=0.5)),
        (rect(0, 0, 100, 50), rect(30, 0, 40, 50, BLUE), rect(35, 0, 60, 50, opacity=0.5)),
        (rect(0, 0, 20, 20, opacity=0.5, group=1), rect(10, 0, 30, 20, opacity=0.5, group=1)),
        (rect(0, 0, 100, 50, Cmyk(0, 1, 1, 0)), rect(10, 10, 20, 20, BLUE, opacity=0.5)),
    ],
)
def test_over_more_than_one_colour_it_is_refused(items: tuple[Painted, ...]) -> None:
    with pytest.raises(InputError) as caught:
        resolve_opacity(page(*items), "logo.pdf")
    assert "logo.pdf" in caught.value.message
    assert all(program in caught.value.remedy for program in ("Illustrator", "CorelDRAW", "Inkscape"))


def test_what_is_wholly_clear_vanishes() -> None:
    assert resolve_opacity(page(rect(0, 0, 10, 10, opacity=0.0)), "a")[0].items == ()


def test_clear_pixels_become_paper() -> None:
    pixels = Pixels("RGB", 2, 1, bytes((255, 0, 0, 0, 0, 0)), alpha=b"\xff\x00")
    flat, count = resolve_opacity(page(Raster(matrix=(10, 0, 0, 10, 0, 0), pixels=pixels)), "a")
    (item,) = flat.items
    assert isinstance(item, Raster)
    assert (item.pixels.data, count) == (bytes((255, 0, 0, 255, 255, 255)), 1)


def table(tmp_path: Path, text: str) -> InkTable:
    path = tmp_path / "muc.toml"
    path.write_text(text, encoding="utf-8")
    return read_inks(path)


def test_inks_are_found_by_name_and_by_screen_colour(tmp_path: Path) -> None:
    inks = table(
        tmp_path,
        '[[ink]]\nname = "Đỏ cờ"\nhex = "#FF0000"\ncmyk = [0, 100, 100, 0]\n[[ink]]\nhex = "0000ff"\ncmyk = [100, 80, 0, 0]\n',
    )
    spot = Spot("ĐỎ CỜ", 0.5, Cmyk(0, 0, 0, 0.1))
    found = into_inks(page(rect(0, 0, 9, 9), rect(0, 0, 9, 9, BLUE), rect(0, 0, 9, 9, spot)), inks, FOGRA39)
    colours = [item.colour for item in found.drawing.items if isinstance(item, Fill)]
    assert colours == [Cmyk(0, 1, 1, 0), Cmyk(1, 0.8, 0, 0), Cmyk(0, 0.5, 0.5, 0)]
    assert (found.matched, found.named, found.converted) == (2, 1, 0)


@pytest.mark.parametrize(
    "text",
    [
        "[[ink]]\ncmyk = [0, 0, 0, 0]\n",
        '[[ink]]\nname = "a"\ncmyk = [0, 0, 0, 101]\n',
        '[[ink]]\nhex = "red"\ncmyk = [0, 0, 0, 0]\n',
        '[[ink]]\nname = "a"\ncmyk = [0, 0, 0, 0]\nrgb = 3\n',
    ],
)
def test_a_wrong_table_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError):
        table(tmp_path, text)


def test_other_colours_go_through_the_press_profile_and_greys_to_black() -> None:
    greys = Rgb(0.0, 0.0, 0.0), Rgb(0.5, 0.5, 0.5), Rgb(1.0, 1.0, 1.0)
    found = into_inks(page(*(rect(0, 0, 9, 9, colour) for colour in (RED, *greys))), InkTable(), FOGRA39)
    red, *blacks = [item.colour for item in found.drawing.items if isinstance(item, Fill)]
    assert isinstance(red, Cmyk)
    assert red.m > 0.85
    assert red.y > 0.85
    assert red.c < 0.15
    assert [isinstance(one, Cmyk) and (one.c, one.m, one.y) == (0, 0, 0) for one in blacks] == [True] * 3
    amounts = [one.k for one in blacks if isinstance(one, Cmyk)]
    assert amounts[0] == 1.0
    assert 0.45 < amounts[1] < 0.75
    assert amounts[2] == 0.0
    assert (found.converted, found.neutral) == (1, 3)


def test_a_gradient_of_screen_colours_gets_steps_between() -> None:
    shade = Shade(coords=(0, 0, 1, 0), matrix=(1, 0, 0, 1, 0, 0), stops=((0.0, RED), (1.0, BLUE)))
    (item,) = into_inks(page(shade), InkTable(), FOGRA39).drawing.items
    assert isinstance(item, Shade)
    assert [at for at, _ in item.stops] == [0.0, 0.25, 0.5, 0.75, 1.0]


def everything() -> Drawing:
    black, clip = Cmyk(0, 0, 0, 1), Clip(rectangle(5, 5, 95, 45))
    return page(
        rect(0, 0, 100, 50, Cmyk(0, 1, 1, 0)),
        rect(10, 10, 30, 40, black, clips=(clip,), even_odd=True),
        Stroke(
            outline=rectangle(0, 0, 10, 10),
            matrix=(2, 0, 0, 1, 40, 10),
            colour=black,
            line=Pen(2.0, 1, 1, 4.0, (3.0, 1.0), 0.5),
        ),
        Stroke(outline=rectangle(0, 0, 5, 5), matrix=(2, 0, 0, 2, 40, 25), colour=black, line=Pen(1.0)),
        Shade(
            coords=(60, 0, 80, 0),
            matrix=(1, 0, 0, 1, 0, 0),
            stops=((0.0, black), (0.5, Cmyk(1, 0, 0, 0)), (1.0, black)),
            clips=(clip,),
        ),
        Raster(matrix=(10, 0, 0, 10, 80, 10), pixels=Pixels("CMYK", 1, 2, bytes((0, 0, 0, 255, 255, 0, 0, 0)))),
        Raster(matrix=(10, 0, 0, 10, 80, 25), pixels=Pixels("L", 2, 1, bytes((0, 128)))),
    )


def test_all_that_is_drawn_is_sealed_art_and_the_same_each_time() -> None:
    data = seal_drawing(everything(), "Băng rôn")
    assert data == seal_drawing(everything(), "Băng rôn")
    art = sealed_art(data, "a.pdf")
    require_sealed_art(art, "a.pdf")
    assert sorted(art.pictures) == ["/Im0", "/Im1"]
    image = rasterise(data, dpi=72.0, area="media").image()
    assert image.size == (100, 50)
    red, black, cyan = (image.getpixel(place) for place in ((3, 3), (20, 25), (85, 37)))
    assert isinstance(red, tuple)
    assert isinstance(black, tuple)
    assert isinstance(cyan, tuple)
    assert red[0] > 200 > 80 > red[1]
    assert max(black) < 60
    assert cyan[2] > 150 > 60 > cyan[0]


def test_only_inks_are_written() -> None:
    with pytest.raises(TypeError):
        seal_drawing(page(rect(0, 0, 9, 9)), "a")
