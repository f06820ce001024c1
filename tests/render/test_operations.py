"""Each operation of a scene, pixel by pixel."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from coverkit.errors import MissingError
from coverkit.geometry import Point, Rect
from coverkit.model.values import BLACK, WHITE, Cmyk
from coverkit.render.pdf import PaintOptions, Policy, paint
from coverkit.render.pdf_inks import Inks
from coverkit.render.raster import rasterise
from coverkit.scene.gradients import even_stops
from coverkit.scene.operations import Art, Crop, Fill, Gradient, Picture, Stop, Stroke
from coverkit.scene.path import Path
from tests.render.scenes import (
    CONDITION,
    CYAN,
    MAGENTA,
    RECT,
    RED,
    YELLOW,
    assert_pixels,
    cmyk_picture,
    content,
    pixels,
    resources,
    run,
    scene,
    sha,
    tiny_art,
)

WHOLE = Crop(0, 0, 1, 1)


@pytest.mark.parametrize("policy", [Policy.PROOF, Policy.PLATES_CMY, Policy.PLATE_C, Policy.PLATE_K])
def test_fill_covers_its_path_only(policy: Policy) -> None:
    page = scene(Fill("a", Path.rectangle(RECT), RED), Fill("b", Path.rectangle(Rect(4, 0, 1, 1)), BLACK))
    assert_pixels("....K. .RRR.. .RRR.. ......", page, policy)


def test_scene_is_upright_with_bleed_around() -> None:
    page = scene(Fill("a", Path.rectangle(Rect(-1, -1, 2, 1)), CYAN), width=2, height=1, bleed=1)
    assert_pixels("CC.. .... ....", page)


def test_even_odd_leaves_a_hole() -> None:
    outer, inner = Path.rectangle(Rect(0, 0, 5, 4)), Path.rectangle(Rect(1, 1, 2, 2))
    both = Path(outer.segments + inner.segments)
    assert_pixels("CCCCC. C..CC. C..CC. CCCCC.", scene(Fill("a", both, CYAN, even_odd=True)))
    assert_pixels("CCCCC. CCCCC. CCCCC. CCCCC.", scene(Fill("a", both, CYAN)))


def test_curves_are_drawn() -> None:
    page = scene(Fill("a", Path.circle(Point(2, 2), 2), MAGENTA))
    found = pixels(page, Policy.PLATE_M, scale=20)
    assert (found < 128).sum() / 400 == pytest.approx(np.pi * 4, rel=0.02)


def test_stroke_has_its_width_and_dash() -> None:
    line = Path.line(Point(0, 1), Point(6, 1))
    assert_pixels("KKKKKK KKKKKK ...... ......", scene(Stroke("a", line, BLACK, 2 * 72 / 25.4)))
    dash = (72 / 25.4, 2 * 72 / 25.4)
    assert_pixels("K..K.. K..K.. ...... ......", scene(Stroke("a", line, BLACK, 2 * 72 / 25.4, dash)))


def test_round_ends_reach_beyond_the_line() -> None:
    line = Path.line(Point(2, 2), Point(4, 2))
    plain = pixels(scene(Stroke("a", line, BLACK, 5.0)), Policy.PLATE_K, scale=10)
    ends = pixels(scene(Stroke("a", line, BLACK, 5.0, round_ends=True)), Policy.PLATE_K, scale=10)
    assert plain[20, 15] == 255
    assert ends[20, 15] == 0


@pytest.mark.parametrize("policy", [Policy.PROOF, Policy.PLATES_CMY, Policy.PLATE_K])
def test_gradient_meets_its_stops(policy: Policy) -> None:
    stops = even_stops(CYAN, Cmyk(0, 0, 1, 0.5))
    page = scene(Gradient("a", Path.rectangle(Rect(0, 1, 100, 2)), Point(10, 0), Point(90, 0), stops), width=100, height=4)
    found = pixels(page, policy)
    inks = Inks(policy, CONDITION)
    for x, share in ((0, 0.0), (9, 0.0), (30, 20.5 / 80), (50, 40.5 / 80), (95, 1.0)):
        ink = Cmyk(0, 0, 1, 0.5).mixed_over(CYAN, share)
        expected = [round(part * 255) for part in inks.components(ink)]
        assert np.abs(np.atleast_1d(found[2, x]) - expected).max() <= 4, (x, found[2, x], expected)
    assert np.all(pixels(page, policy, scale=10)[5] == 255)


def test_gradient_with_a_hard_edge_and_inner_stops() -> None:
    stops = (Stop(0.25, CYAN), Stop(0.5, CYAN), Stop(0.5, MAGENTA), Stop(0.75, MAGENTA))
    page = scene(Gradient("a", Path.rectangle(Rect(0, 0, 6, 4)), Point(0, 0), Point(6, 0), stops))
    assert_pixels("CCCMMM CCCMMM CCCMMM CCCMMM", page, Policy.PLATES_CMY)


def test_picture_is_cropped_and_upright() -> None:
    data = cmyk_picture(["CM", "YK"])
    known = resources([data])
    assert_pixels("CCMM.. CCMM.. YYKK.. YYKK..", scene(Picture("p", sha(data), Rect(0, 0, 4, 4), WHOLE)), known=known)
    half = Picture("p", sha(data), Rect(0, 0, 4, 4), Crop(0.5, 0, 1, 1))
    assert_pixels("MMMM.. MMMM.. KKKK.. KKKK..", scene(half), known=known)


def test_picture_turns_clockwise_and_is_clipped() -> None:
    data = cmyk_picture(["CM", "YK"])
    known = resources([data])
    turned = Picture("p", sha(data), Rect(0, 0, 4, 4), WHOLE, angle=90)
    assert_pixels("YYCC.. YYCC.. KKMM.. KKMM..", scene(turned), known=known)
    clipped = Picture("p", sha(data), Rect(0, 0, 4, 4), WHOLE, clip=Path.rectangle(Rect(1, 1, 2, 3)))
    assert_pixels("...... .CM... .YK... .YK...", scene(clipped), known=known)


@pytest.mark.parametrize("policy", [Policy.PLATES_CMY, Policy.PLATE_C, Policy.PLATE_M, Policy.PLATE_Y, Policy.PLATE_K])
def test_picture_plates_are_exact(policy: Policy) -> None:
    data = cmyk_picture(["CM", "YK"])
    page = scene(Picture("p", sha(data), Rect(0, 0, 2, 2), WHOLE), width=2, height=2)
    assert_pixels("CM YK", page, policy, resources([data]))


@pytest.mark.parametrize("options", [PaintOptions(), PaintOptions(art_px_per_mm=10.0)])
@pytest.mark.parametrize(
    ("art", "picture"),
    [
        (Art("a", "", Rect(0, 0, 4, 2)), "CCMM.. CCMM.. ...... ......"),
        (Art("a", "", Rect(0, 0, 4, 2), mirrored=True), "MMCC.. MMCC.. ...... ......"),
        (Art("a", "", Rect(0, 1, 4, 2), angle=90), ".CC... .CC... .MM... .MM..."),
        (Art("a", "", Rect(0, 1, 4, 2), angle=90, mirrored=True), ".MM... .MM... .CC... .CC..."),
        (Art("a", "", Rect(0, 0, 6, 4)), "CCCMMM CCCMMM CCCMMM CCCMMM"),
    ],
)
def test_art_is_placed_turned_mirrored_stretched(art: Art, picture: str, options: PaintOptions) -> None:
    tiny = tiny_art()
    known = resources(art=[tiny])
    page = scene(Art(art.source, tiny.sha256, art.box, art.angle, art.mirrored))
    assert_pixels(picture, page, Policy.PLATES_CMY, known, options)


@pytest.mark.parametrize("options", [PaintOptions(), PaintOptions(art_px_per_mm=10.0)])
def test_art_that_leaves_paper_clear_shows_what_is_below(options: PaintOptions) -> None:
    hole = tiny_art(content=b"0 1 0 0 k 0 0 10 10 re f\n")
    known = resources(art=[hole])
    page = scene(Fill("bg", Path.rectangle(Rect(0, 0, 6, 4)), YELLOW), Art("a", hole.sha256, Rect(0, 0, 4, 2)))
    assert_pixels("MMYYYY MMYYYY YYYYYY YYYYYY", page, Policy.PLATES_CMY, known, options)


def test_missing_art_is_named() -> None:
    with pytest.raises(MissingError, match="0123456789ab"):
        paint(scene(Art("a", "0123456789abcdef", RECT)), Policy.PRESS, resources())


def _differing(one: Any, other: Any) -> float:
    return float((np.abs(one - other) > 100).mean())


@pytest.mark.parametrize("angle", [0.0, -30.0, 90.0])
def test_text_lies_in_its_bounds_and_outlines_look_the_same(angle: float) -> None:
    line = run("Số Ễ gỹ", 15, 30, 30, MAGENTA, angle=angle)
    page = scene(line, width=60, height=60)
    as_text = pixels(page, Policy.PLATE_M, scale=8)
    rows, columns = np.nonzero(as_text < 128)
    assert rows.size > 1000
    bounds = line.bounds.outset(0.3)
    assert columns.min() / 8 >= bounds.x
    assert columns.max() / 8 <= bounds.right
    assert rows.min() / 8 >= bounds.y
    assert rows.max() / 8 <= bounds.bottom
    pdf = paint(page, Policy.PLATE_M, resources(), PaintOptions(outlines=True))
    assert b"/Font" not in pdf
    outlined = np.asarray(rasterise(pdf, size=(480, 480), grey=True).image()).astype(int)
    assert _differing(as_text, outlined) < 0.004


def test_black_overprints_on_the_press_and_in_the_plates() -> None:
    below = Fill("bg", Path.rectangle(Rect(0, 0, 6, 4)), CYAN)
    over = Fill("a", Path.rectangle(RECT), BLACK, overprint=True)
    page = scene(below, over)
    assert_pixels("CCCCCC CCCCCC CCCCCC CCCCCC", page, Policy.PLATES_CMY)
    assert np.all(pixels(page, Policy.PLATE_K, scale=10)[12:28, 12:38] == 0)
    assert "/Over gs" in content(paint(page, Policy.PRESS, resources()))


def test_black_that_knocks_out_does_so_on_every_plate() -> None:
    below = Fill("bg", Path.rectangle(Rect(0, 0, 6, 4)), CYAN)
    page = scene(below, Fill("a", Path.rectangle(RECT), BLACK))
    assert_pixels("CCCCCC C...CC C...CC CCCCCC", page, Policy.PLATES_CMY)
    assert "/Over gs" not in content(paint(page, Policy.PRESS, resources()))


def test_white_never_overprints_and_mixtures_must_not() -> None:
    below = Fill("bg", Path.rectangle(Rect(0, 0, 6, 4)), CYAN)
    page = scene(below, Fill("a", Path.rectangle(RECT), WHITE, overprint=True))
    assert "/Over gs" not in content(paint(page, Policy.PRESS, resources()))
    assert_pixels("CCCCCC C...CC C...CC CCCCCC", page, Policy.PLATES_CMY)
    with pytest.raises(ValueError, match="black alone"):
        paint(scene(Fill("a", Path.rectangle(RECT), RED, overprint=True)), Policy.PRESS, resources())
