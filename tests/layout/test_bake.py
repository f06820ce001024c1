"""Tints become flat ink, gradients and veils: nothing translucent is left, and no area is lost or painted twice."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coverkit.elements.context import Layer, Tint
from coverkit.geometry import Point, Rect
from coverkit.layout.bake import bake
from coverkit.model.values import BLACK, WHITE, Cmyk
from coverkit.scene.gradients import STEPS
from coverkit.scene.operations import Crop, Fill, Gradient, Picture, Stroke
from coverkit.scene.path import Path

RED = Cmyk(0.0, 1.0, 0.9, 0.0)
GREEN = Cmyk(0.8, 0.2, 1.0, 0.0)
WHOLE = Crop(0.0, 0.0, 1.0, 1.0)


def fill(box: Rect, ink: Cmyk = GREEN) -> Fill:
    return Fill("ground", Path.rectangle(box), ink)


def picture(box: Rect, angle: float = 0.0) -> Picture:
    return Picture("photo", "0" * 64, box, WHOLE, (), angle)


def tint(box: Rect, start: float = 0.5, end: float = 0.5, **more: float | bool) -> Tint:
    return Tint("tint", box, RED, start, end, **more)  # type: ignore[arg-type]


def test_opaque_layers_stay_as_they_are() -> None:
    layers = (fill(Rect(0, 0, 9, 9)), picture(Rect(0, 0, 5, 5)))
    assert bake(layers) == layers


def test_over_a_picture_a_tint_becomes_a_veil_of_it() -> None:
    laid = tint(Rect(0, 0, 10, 5), 0.8, 0.0, angle=0.0, radius=2.0)
    (only,) = bake((picture(Rect(0, 0, 10, 10)), laid))
    assert isinstance(only, Picture)
    (veil,) = only.veils
    assert (veil.box, veil.ink) == (laid.box, RED)
    assert (veil.opacity_start, veil.opacity_end, veil.angle, veil.radius) == (0.8, 0.0, 0.0, 2.0)


def test_stacked_tints_become_veils_in_their_order() -> None:
    (only,) = bake((picture(Rect(0, 0, 10, 10)), tint(Rect(0, 0, 10, 5), 0.2, 0.2), tint(Rect(0, 0, 10, 8), 0.4, 0.4)))
    assert isinstance(only, Picture)
    assert [veil.opacity_start for veil in only.veils] == [0.2, 0.4]


def test_over_ink_it_is_mixed_and_over_paper_with_white() -> None:
    _, over_ink = bake((fill(Rect(0, 0, 10, 10)), tint(Rect(2, 2, 3, 3), 0.25, 0.25)))
    assert isinstance(over_ink, Fill)
    assert over_ink.ink == RED.mixed_over(GREEN, 0.25)
    assert over_ink.source == "tint"
    (over_paper,) = bake((tint(Rect(2, 2, 3, 3), 0.25, 0.25),))
    assert isinstance(over_paper, Fill)
    assert over_paper.ink == RED.mixed_over(WHITE, 0.25)


def test_multiplying_darkens_and_never_lightens() -> None:
    _, mixed = bake((fill(Rect(0, 0, 10, 10)), tint(Rect(2, 2, 3, 3), 0.5, 0.5, multiply=True)))
    assert isinstance(mixed, Fill)
    ink = mixed.ink
    assert (ink.c, ink.m, ink.y, ink.k) == pytest.approx((0.8, 0.6, 1.0, 0.0))


def test_half_over_a_picture_and_half_over_paper_is_split() -> None:
    photo, flat = bake((picture(Rect(0, 0, 10, 10)), tint(Rect(5, 2, 10, 4), radius=1.0)))
    assert isinstance(photo, Picture)
    assert isinstance(flat, Fill)
    assert photo.veils[0].box == Rect(5, 2, 10, 4)
    assert flat.path == Path.rectangle(Rect(10, 2, 5, 4))


def test_a_whole_tint_keeps_its_round_corners() -> None:
    (flat,) = bake((tint(Rect(5, 2, 10, 4), radius=1.0),))
    assert isinstance(flat, Fill)
    assert flat.path == Path.rounded(Rect(5, 2, 10, 4), 1.0)


def test_a_fade_over_ink_is_a_gradient_along_the_whole_tint() -> None:
    ground = (fill(Rect(0, 0, 10, 20)), fill(Rect(0, 10, 10, 10), BLACK))
    *_, first, second = bake((*ground, tint(Rect(0, 0, 10, 20), 0.0, 1.0)))
    for one in (first, second):
        assert isinstance(one, Gradient)
        assert (one.start.x, one.start.y, one.end.x, one.end.y) == pytest.approx((5, 0, 5, 20))
        assert len(one.stops) == STEPS + 1
        assert one.stops[-1].ink == RED
    assert isinstance(first, Gradient)
    assert isinstance(second, Gradient)
    assert {first.stops[0].ink, second.stops[0].ink} == {GREEN, BLACK}


def test_a_shadow_darkens_only_pictures() -> None:
    shadow = tint(Rect(2, 2, 3, 3), blur=1.5, multiply=True)
    photo = bake((picture(Rect(0, 0, 10, 10)), shadow))[0]
    assert isinstance(photo, Picture)
    assert photo.veils[0].blur == 1.5
    assert bake((fill(Rect(0, 0, 10, 10)), shadow)) == (fill(Rect(0, 0, 10, 10)),)
    near = bake((picture(Rect(0, 0, 10, 10)), tint(Rect(12, 0, 3, 3), blur=1.5)))[0]
    assert isinstance(near, Picture)
    assert near.veils


def test_a_picture_under_opaque_ink_gets_no_veil() -> None:
    photo, *_ = bake((picture(Rect(0, 0, 10, 10)), fill(Rect(0, 0, 10, 10)), tint(Rect(2, 2, 3, 3))))
    assert isinstance(photo, Picture)
    assert photo.veils == ()


def test_lines_and_turned_pictures_are_no_flat_ground() -> None:
    line = Stroke("line", Path.line(Point(0, 5), Point(10, 5)), BLACK, 1.0)
    turned = picture(Rect(0, 0, 10, 10), 30.0)
    *_, flat = bake((turned, line, tint(Rect(2, 2, 3, 3))))
    assert isinstance(flat, Fill)
    assert flat.ink == RED.mixed_over(WHITE, 0.5)


lengths = st.integers(1, 40).map(float)
boxes = st.builds(Rect, st.integers(0, 40).map(float), st.integers(0, 40).map(float), lengths, lengths)


@given(boxes, st.lists(boxes, max_size=5), st.none() | boxes, st.booleans())
def test_every_part_of_a_tint_is_laid_once(box: Rect, grounds: list[Rect], photo: Rect | None, fades: bool) -> None:
    layers: list[Layer] = [] if photo is None else [picture(photo)]
    layers += [fill(ground) for ground in grounds]
    layers.append(tint(box, 0.3, 0.9 if fades else 0.3))
    laid = [one.path.bounds() for one in bake(layers) if one.source == "tint" and isinstance(one, Fill | Gradient)]
    assert all(box.contains(part, 1e-9) for part in laid)
    assert all(a.intersection(b) is None for a, b in itertools.combinations(laid, 2))
    seen = 0.0 if photo is None else _visible(photo, grounds, box)
    assert sum(part.area for part in laid) + seen == pytest.approx(box.area)


def _visible(photo: Rect, grounds: list[Rect], box: Rect) -> float:
    """Count the unit squares of the box where the picture lies uncovered."""
    squares = itertools.product(range(int(box.x), int(box.right)), range(int(box.y), int(box.bottom)))
    cells = [Rect(float(x), float(y), 1.0, 1.0) for x, y in squares]
    free = [cell for cell in cells if photo.contains(cell) and not any(ground.contains(cell) for ground in grounds)]
    return float(len(free))
