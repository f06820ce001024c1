"""Bitmaps of PDF pages."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pikepdf
import pytest

from coverkit.colour.inks import to_srgb
from coverkit.errors import InputError
from coverkit.geometry import Rect
from coverkit.model.values import BLACK
from coverkit.render.pdf import PaintOptions, Policy, paint
from coverkit.render.preview import preview
from coverkit.render.raster import page_count, rasterise
from coverkit.scene.operations import Fill
from coverkit.scene.path import Path
from tests.render.scenes import CONDITION, CYAN, opened, resources, run, scene

PAGE = scene(Fill("a", Path.rectangle(Rect(-3, -3, 16, 8)), BLACK), width=10, height=10, bleed=3)
PDF = paint(PAGE, Policy.PROOF, resources(), PaintOptions(margin=4))


def test_areas_and_resolutions() -> None:
    for area, side in (("trim", 10), ("bleed", 16), ("media", 24)):
        bitmap = rasterise(PDF, dpi=254, area=area)  # type: ignore[arg-type]
        assert (bitmap.width, bitmap.height) == (side * 10, side * 10)
        assert len(bitmap.data) == 3 * bitmap.width * bitmap.height
    trim = np.asarray(rasterise(PDF, dpi=254, area="trim").image())
    assert trim[49, 50].max() < 60
    assert trim[52, 50].min() == 255


@pytest.mark.parametrize("width", [1, 2, 3, 5, 7, 101])
def test_odd_widths_have_no_padding(width: int) -> None:
    for grey in (True, False):
        bitmap = rasterise(PDF, size=(width, 4), grey=grey)
        assert len(bitmap.data) == width * 4 * (1 if grey else 3)
        assert bitmap.image().size == (width, 4)


def test_clear_pixels_where_nothing_is_painted() -> None:
    image = rasterise(PDF, size=(16, 16), clear=True).image()
    assert image.mode == "RGBA"
    alpha = np.asarray(image.getchannel("A"))
    assert alpha[2, 8] == 255
    assert alpha[12, 8] == 0


def test_a_clip_is_a_part_of_the_whole_picture() -> None:
    whole = np.asarray(rasterise(PDF, size=(320, 320)).image())
    part = rasterise(PDF, size=(320, 320), clip=(40, 150, 100, 30))
    assert (part.width, part.height) == (100, 30)
    assert (np.asarray(part.image()) == whole[150:180, 40:140]).all()
    around = np.asarray(rasterise(PDF, size=(320, 320), clip=(-10, -10, 340, 340), clear=True).image())
    assert around[0, 0, 3] == 0
    with pytest.raises(InputError):
        rasterise(PDF, size=(320, 320), clip=(0, 0, 30_000, 30_000))


def test_the_crop_box_hides_nothing() -> None:
    with opened(PDF) as document:
        document.pages[0].CropBox = pikepdf.Array([30, 30, 40, 40])
        buffer = io.BytesIO()
        document.save(buffer)
    cropped = rasterise(buffer.getvalue(), dpi=100)
    assert cropped.data == rasterise(PDF, dpi=100).data


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_pictured_unturned_as_its_boxes_are(turn: int) -> None:
    with opened(PDF) as document:
        document.pages[0].Rotate = turn
        buffer = io.BytesIO()
        document.save(buffer)
    assert rasterise(buffer.getvalue(), dpi=100).data == rasterise(PDF, dpi=100).data


@pytest.mark.parametrize("data", [b"", b"not a pdf", PDF[:200], b"%PDF-1.6\n%%EOF"])
def test_damaged_files_are_refused(data: bytes) -> None:
    with pytest.raises(InputError):
        rasterise(data)
    with pytest.raises(InputError):
        page_count(data)


def test_pages_that_are_not_there_and_sizes_that_are_too_large() -> None:
    with pytest.raises(InputError):
        rasterise(PDF, page=1)
    with pytest.raises(InputError, match="pixels"):
        rasterise(PDF, dpi=1_000_000)
    assert page_count(paint([PAGE, PAGE], Policy.PROOF, resources())) == 2


def test_many_threads_get_the_same_picture() -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: rasterise(PDF, dpi=100).data, range(40)))
    assert len(found) == 1


def test_preview_shows_the_proof_and_the_plates() -> None:
    page = scene(Fill("a", Path.rectangle(Rect(0, 0, 10, 10)), CYAN), run("K", 2, 8, 20), width=10, height=10)
    proof = np.asarray(preview(page, resources(), 254).image())
    assert proof.shape == (100, 100, 3)
    assert proof[2, 2].tolist() == [round(255 * part) for part in to_srgb(CYAN, CONDITION)]
    assert preview(page, resources(), 100, policy=Policy.PLATE_C).mode == "L"
    with pytest.raises(ValueError, match="press"):
        preview(page, resources(), policy=Policy.PRESS)
