"""The preview beside Ghostscript's colour-managed picture of the press file: what is seen on the screen is what prints."""

from __future__ import annotations

from pathlib import Path as File
from typing import Any

import numpy as np
import pytest

from coverkit.colour import difference
from coverkit.geometry import Rect
from coverkit.model.values import Cmyk
from coverkit.render.pdf import Policy, paint
from coverkit.render.preview import preview
from coverkit.scene.operations import Fill
from coverkit.scene.path import Path
from coverkit.scene.scene import Bleed, Scene
from tests.app.shelf import DESIGNS, PROFILES, Shelf
from tests.judges import ghostscript
from tests.judges.differences import delta_e00, lab_of_srgb, mean_difference
from tests.judges.ghostscript import needs_ghostscript
from tests.render.scenes import resources

PRESS, SCREEN = PROFILES / "ISOcoated_v2_300_bas.icc", PROFILES / "sRGB.icc"
DPI = 144
SIDE = 5.0
STEPS = (0.0, 0.35, 0.7, 1.0)
FLAT = [Cmyk(c, m, y, k) for c in STEPS for m in STEPS for y in STEPS for k in (0.0, 0.5, 1.0) if c + m + y + k <= 3]
COLUMNS = 16


@needs_ghostscript
@pytest.mark.parametrize("design", DESIGNS)
def test_a_cover_looks_as_it_prints(design: str, shelf: Shelf, tmp_path: File) -> None:
    press = shelf.press(design)
    scene, known = press.exported.cover.scene, press.project.resources()
    editing = preview(scene, known, DPI, area="trim")
    theirs = ghostscript.proof(press.data, "/TrimBox", (editing.width, editing.height), tmp_path, PRESS, SCREEN)
    assert mean_difference(np.asarray(editing.image()), theirs) <= 1.5
    final = preview(scene, known, DPI, area="trim", final=True)
    assert mean_difference(np.asarray(final.image()), theirs) <= 1.3


@needs_ghostscript
def test_flat_colours_look_as_they_print(tmp_path: File) -> None:
    rows = -(-len(FLAT) // COLUMNS)
    places = [Rect(SIDE * (index % COLUMNS), SIDE * (index // COLUMNS), SIDE, SIDE) for index in range(len(FLAT))]
    fills = tuple(Fill("flat", Path.rectangle(place), ink) for place, ink in zip(places, FLAT, strict=True))
    page = Scene(SIDE * COLUMNS, SIDE * rows, Bleed.even(0), fills)
    ours = preview(page, resources(), 25.4 * 2)
    size = ours.width, ours.height
    theirs = ghostscript.proof(paint(page, Policy.PRESS, resources()), "/TrimBox", size, tmp_path, PRESS, SCREEN)
    differences = delta_e00(_middles(ours.image()), _middles(theirs))[: len(FLAT)]
    assert differences.mean() <= 0.2
    # One level of 8 bits is 0.8 in the darkest colours.
    assert differences.max() <= 1.0, FLAT[int(differences.argmax())]


def _middles(picture: Any) -> Any:
    """Return CIELAB of the middle pixel of each patch, row by row."""
    pixels = np.asarray(picture)[5::10, 5::10]
    return lab_of_srgb(pixels.reshape(-1, 3))


def test_the_measure_is_the_one_that_is_proven() -> None:
    colours = np.random.default_rng(7).uniform((0, -90, -90), (100, 90, 90), (300, 3))
    colours[:20, 1:] = 0
    pairs = [(colours[index].tolist(), colours[index - 1].tolist()) for index in range(len(colours))]
    expected = [difference.delta_e00(tuple(one), tuple(other)) for one, other in pairs]
    assert delta_e00(colours, np.roll(colours, 1, axis=0)) == pytest.approx(np.array(expected), abs=1e-9)
