"""Veils against arithmetic in floating point."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image

from coverkit.colour.veils import Grid, bake, reach
from coverkit.geometry import Rect
from coverkit.model.values import Cmyk
from coverkit.scene.operations import Veil
from tests.colour.builders import photo

GRID = Grid(Rect(-3.0, 10.0, 60.0, 40.0), 300, 200)
SHARE = st.floats(0, 1)
INK = Cmyk(0.8, 0.2, 0.0, 0.4)  # whole steps of 255

Floats = NDArray[np.float64]


def opacity(veil: Veil, grid: Grid) -> Floats:
    """Return the opacity of a veil without round corners or blur, by its definition."""
    x = grid.box.x + (np.arange(grid.width) + 0.5) / grid.x_scale
    y = grid.box.y + (np.arange(grid.height) + 0.5) / grid.y_scale
    xx, yy = np.meshgrid(x, y)
    angle = math.radians(veil.angle)
    length = abs(veil.box.width * math.cos(angle)) + abs(veil.box.height * math.sin(angle))
    middle = veil.box.centre
    along = 0.5 + ((xx - middle.x) * math.cos(angle) + (yy - middle.y) * math.sin(angle)) / length
    fade = veil.opacity_start + (veil.opacity_end - veil.opacity_start) * np.clip(along, 0, 1)

    def cover(places: Any, pitch: float, start: float, end: float) -> Any:
        return np.clip((np.minimum(places + pitch / 2, end) - np.maximum(places - pitch / 2, start)) / pitch, 0, 1)

    across = cover(x, 1 / grid.x_scale, veil.box.x, veil.box.right)
    down = cover(y, 1 / grid.y_scale, veil.box.y, veil.box.bottom)
    return np.asarray(fade * down[:, None] * across[None, :], np.float64)


def reference(image: Image.Image, veil: Veil, grid: Grid) -> Floats:
    below = np.asarray(image) / 255.0
    share = opacity(veil, grid)[:, :, None]
    ink = np.array([veil.ink.c, veil.ink.m, veil.ink.y, veil.ink.k])
    result = below + ink * share * (1 - below) if veil.multiply else below * (1 - share) + ink * share
    return np.asarray(result * 255, np.float64)


def baked(image: Image.Image, veil: Veil, grid: Grid = GRID, limit: float = 4.0) -> Floats:
    result = image.copy()
    bake(result, (veil,), grid, limit)
    return np.asarray(result).astype(float)


@pytest.mark.parametrize("multiply", [False, True])
@pytest.mark.parametrize("angle", [0.0, 90.0, 180.0, 270.0, 30.0, 200.0])
@pytest.mark.parametrize("ends", [(0.0, 0.8), (1.0, 0.1), (0.35, 0.35)])
@pytest.mark.parametrize("box", [GRID.box, Rect(0.0, 20.0, 30.0, 20.0), Rect(-20.0, 0.0, 60.0, 25.0)])
def test_tints_and_fades_are_exact_to_one_step(box: Rect, ends: tuple[float, float], angle: float, multiply: bool) -> None:
    veil = Veil(box, INK, *ends, angle=angle, multiply=multiply)
    image = photo(300, 200, "CMYK")
    assert np.abs(baked(image, veil) - reference(image, veil, GRID)).max() <= 1.0


@settings(deadline=None, max_examples=60)
@given(SHARE, SHARE, SHARE, st.floats(0, 360), st.floats(-10, 40), st.floats(1, 50), st.booleans())
def test_any_veil_is_exact_to_three_steps(
    start: float, end: float, part: float, angle: float, left: float, width: float, multiply: bool
) -> None:
    veil = Veil(Rect(left, 15.3, width, 21.7), Cmyk(part, 0.5, 0.0, 1 - part), start, end, angle=angle, multiply=multiply)
    image = photo(300, 200, "CMYK")
    # The ink's own rounding, and that of the cover of pixels which the box's edge cuts, come on top.
    assert np.abs(baked(image, veil) - reference(image, veil, GRID)).max() <= 3.0


def test_round_corners() -> None:
    veil = Veil(Rect(0.0, 20.0, 30.0, 20.0), Cmyk(0, 0, 0, 1), 1.0, 1.0, radius=5.0)
    black = baked(Image.new("CMYK", (300, 200), 0), veil)[:, :, 3] / 255
    pixel = 1 / (GRID.x_scale * GRID.y_scale)
    assert black.sum() * pixel == pytest.approx(30 * 20 - (4 - math.pi) * 25, rel=0.002)
    part = black[50:150, 15:165]
    assert np.abs(part - part[::-1]).max() < 0.2
    assert np.abs(part - part[:, ::-1]).max() < 0.2
    assert part[0, 0] == 0
    assert part[50, 75] == 1


def test_soft_edges_keep_the_amount_and_fall_off_as_a_gaussian() -> None:
    veil = Veil(Rect(12.0, 22.0, 30.0, 16.0), Cmyk(0, 0, 0, 1), 1.0, 1.0, blur=2.0)
    black = baked(Image.new("CMYK", (300, 200), 0), veil)[:, :, 3] / 255
    assert black.sum() / (GRID.x_scale * GRID.y_scale) == pytest.approx(30 * 16, rel=0.01)
    edge = round((12.0 - GRID.box.x) * GRID.x_scale)
    profile = black[100]
    for step in (-20, -10, -5, 0, 5, 10, 20):
        expected = 0.5 * (1 + math.erf((step + 0.5) / (2.0 * GRID.x_scale) / math.sqrt(2)))
        assert profile[edge + step] == pytest.approx(expected, abs=0.03)


def test_a_soft_veil_partly_off_the_picture_is_cut_not_squeezed() -> None:
    veil = Veil(Rect(-10.0, 5.0, 30.0, 20.0), Cmyk(0, 0, 0, 1), 1.0, 1.0, blur=1.5, radius=3.0)
    wide = Grid(Rect(-23.0, -10.0, 100.0, 80.0), 500, 400)
    whole = baked(Image.new("CMYK", (500, 400), 0), veil, wide)
    part = baked(Image.new("CMYK", (300, 200), 0), veil)
    assert np.abs(part - whole[100:300, 100:400]).max() <= 1


@given(SHARE, SHARE, SHARE, SHARE, SHARE, st.booleans(), st.floats(2.4, 3.3))
@settings(deadline=None, max_examples=60)
def test_ink_limit(c: float, m: float, y: float, k: float, share: float, multiply: bool, limit: float) -> None:
    image = photo(60, 40, "CMYK", seed=4)
    veil = Veil(GRID.box, Cmyk(c, m, y, k), share, share, multiply=multiply)
    grid = Grid(GRID.box, 60, 40)
    before = np.asarray(image).astype(float)
    after, free = baked(image, veil, grid, limit), baked(image, veil, grid, 4.0)
    most = np.maximum(before.sum(axis=2), round(limit * 255))
    assert (after.sum(axis=2) <= most + 2).all()
    if multiply:
        assert np.array_equal(after[:, :, 3], free[:, :, 3])
    kept = free.sum(axis=2) <= round(limit * 255)
    assert np.array_equal(after[kept], free[kept])


@pytest.mark.parametrize(
    "veil",
    [
        Veil(GRID.box, INK, 0.0, 0.0),
        Veil(Rect(100.0, 100.0, 10.0, 10.0), INK, 1.0, 1.0),
        Veil(Rect(57.0, 10.0, 10.0, 10.0), INK, 1.0, 1.0),
    ],
)
def test_what_cannot_be_seen_changes_nothing(veil: Veil) -> None:
    assert reach(veil, GRID) is None
    image = photo(300, 200, "CMYK")
    assert np.array_equal(baked(image, veil), np.asarray(image))


def test_black_ink_alone() -> None:
    veil = Veil(GRID.box, Cmyk(0, 0, 0, 0.8), 0.5, 0.5, multiply=True)
    result = baked(Image.new("L", (300, 200), 100), veil)
    assert result == pytest.approx(np.full((200, 300), 100 + 0.4 * 155), abs=1)


@pytest.mark.parametrize("other", [INK, Cmyk(0.1, 0.9, 0.2, 0.0)])
def test_stacked_fades_are_those_laid_one_by_one(other: Cmyk) -> None:
    image = photo(GRID.width, GRID.height, "CMYK")
    stack = (
        Veil(Rect(0, 0, 40, 30), INK, 0.9, 0.0),
        Veil(Rect(0, 0, 40, 18), other, 0.6, 0.0),
        Veil(Rect(3, 5, 20, 18), INK, 0.2, 0.7, 0.0),
    )
    together, single = image.copy(), image.copy()
    bake(together, stack, GRID, 4.0)
    for veil in stack:
        bake(single, (veil,), GRID, 4.0)
    difference = np.abs(np.asarray(together, np.int16) - np.asarray(single, np.int16))
    assert difference.max() <= 2
    assert np.abs(np.asarray(together, np.int16) - np.asarray(image, np.int16)).max() > 50
