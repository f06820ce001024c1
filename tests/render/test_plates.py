"""Separations and ink coverage: known answers, and Ghostscript's plates beside ours."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path as File

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from coverkit import resources as shipped
from coverkit.campaigns.art import sealed_art
from coverkit.geometry import Point, Rect
from coverkit.model.values import BLACK, WHITE, Cmyk
from coverkit.render.pdf import PaintOptions, PaintResources, Policy, paint
from coverkit.render.pdf_pictures import Detail
from coverkit.render.plates import ENGINE, Plates, ink_coverage, ink_view, separations
from coverkit.scene.gradients import even_stops
from coverkit.scene.operations import Art, Crop, Fill, Gradient, Picture, Stroke
from coverkit.scene.path import Path
from coverkit.scene.scene import Scene
from tests.render.scenes import CYAN, cmyk_picture, resources, run, scene, sha, tiny_art

SIDE = Rect(0, 0, 20, 20)
BUILD = Cmyk(0.6, 0.4, 0.4, 0)


def _square(ink: Cmyk, overprint: bool = False) -> Fill:
    return Fill("a", Path.rectangle(SIDE), ink, overprint=overprint)


def _flat(rows: float, columns: float = 400) -> Plates:
    zero = np.zeros((int(rows), int(columns)), np.uint8)
    return Plates(zero.copy(), zero.copy(), zero.copy(), zero.copy(), Rect(-3, -3, columns / 2, rows / 2))


@pytest.mark.parametrize(
    ("operations", "expected"),
    [
        ((_square(BUILD), _square(BLACK, True)), 240),
        ((_square(BUILD), _square(BLACK)), 100),
        ((_square(Cmyk(0.6, 0.4, 0.4, 1)), _square(WHITE)), 0),
        ((_square(Cmyk(0.6, 0.4, 0.4, 1)), _square(WHITE, True)), 0),
        ((_square(Cmyk(1, 1, 0, 0)), _square(BLACK, True)), 300),
        ((_square(Cmyk(1, 1, 1, 1)),), 400),
    ],
    ids=["k overprints", "k knocks out", "white knocks out", "white never overprints", "k on two inks", "all"],
)
def test_known_answers(operations: tuple[Fill, ...], expected: float) -> None:
    page = scene(*operations, width=20, height=20)
    report = ink_coverage(separations(page, resources()), 300)
    assert report.max_mean_15mm == pytest.approx(expected, abs=1)
    assert report.peak_1mm == pytest.approx(expected, abs=1)
    assert report.area_over_limit == (1.0 if expected > 300 else 0.0)
    assert report.engine == ENGINE


def test_pictures_and_art_count() -> None:
    data = cmyk_picture(["KK", "KK"])
    tiny = tiny_art()
    known = resources([data], [tiny])
    page = scene(
        _square(CYAN),
        Picture("p", sha(data), Rect(0, 0, 20, 10), Crop(0, 0, 1, 1)),
        Art("a", tiny.sha256, Rect(0, 10, 20, 10)),
        width=20,
        height=20,
    )
    plates = separations(page, known, 127)
    assert [int(plane[25, 50]) for plane in (plates.cyan, plates.magenta, plates.yellow, plates.black)] == [0, 0, 0, 255]
    assert [int(plane[75, 25]) for plane in (plates.cyan, plates.magenta, plates.yellow, plates.black)] == [255, 0, 0, 0]
    assert [int(plane[75, 75]) for plane in (plates.cyan, plates.magenta, plates.yellow, plates.black)] == [0, 255, 0, 0]


def test_the_mean_is_over_fifteen_millimetres() -> None:
    """A square of 10 mm at 400 % is 4/9 of one of 15 mm."""
    page = scene(Fill("a", Path.rectangle(Rect(40, 50, 10, 10)), Cmyk(1, 1, 1, 1)), width=100, height=100, bleed=3)
    report = ink_coverage(separations(page, resources()), 300)
    assert report.max_mean_15mm == pytest.approx(400 * 100 / 225, rel=0.08)
    assert report.peak_1mm == pytest.approx(400, abs=1)
    assert report.place.contains(Rect(40.5, 50.5, 9, 9))
    assert report.area_over_limit == pytest.approx(100 / 106**2, rel=0.1)


def test_the_bleed_counts_and_the_limit_itself_is_not_above_it() -> None:
    page = scene(Fill("a", Path.rectangle(Rect(-3, -3, 3, 106)), Cmyk(1, 1, 1, 0)), width=100, height=100, bleed=3)
    report = ink_coverage(separations(page, resources()), 300)
    assert report.place.x == pytest.approx(-3)
    assert report.max_mean_15mm == pytest.approx(300 * 3 / 15, rel=0.08)
    assert report.area_over_limit == 0
    assert ink_coverage(separations(page, resources()), 299).area_over_limit > 0


@given(st.integers(31, 60), st.integers(31, 60), st.integers(0, 2**32 - 1))
@settings(max_examples=25, deadline=None)
def test_sums_agree_with_counting(rows: int, columns: int, seed: int) -> None:
    plates = _flat(rows, columns)
    plates.black[:] = np.random.default_rng(seed).integers(0, 256, (rows, columns))
    report = ink_coverage(plates, 300)
    windows = np.lib.stride_tricks.sliding_window_view(plates.black.astype(float), (30, 30)).mean(axis=(2, 3))
    row, column = np.unravel_index(windows.argmax(), windows.shape)
    assert report.max_mean_15mm == pytest.approx(windows.max() / 2.55)
    assert (report.place.x, report.place.y) == pytest.approx((column / 2 - 3, row / 2 - 3))


def test_a_page_smaller_than_the_square_is_taken_whole() -> None:
    plates = _flat(10, 12)
    plates.cyan[:5] = 255
    report = ink_coverage(plates, 300)
    assert report.max_mean_15mm == pytest.approx(50)
    assert report.place == Rect(-3, -3, 6, 5)


def test_the_view_of_ink_darkens_and_turns_red_above_the_limit() -> None:
    plates = _flat(1, 3)
    plates.black[0, 1:] = 255
    for plane in (plates.cyan, plates.magenta, plates.yellow):
        plane[0, 2] = 255
    found = np.asarray(ink_view(plates, 300).image())[0].tolist()
    assert found == [[255, 255, 255], [192, 192, 192], [255, 0, 0]]


def _cover() -> tuple[Scene, PaintResources]:
    folder = shipped.assets()
    photo = (folder / "samples" / "nui-hoang-hon.jpg").read_bytes()
    file = next((folder / "templates" / "campaigns").glob("*/art/square.pdf"))
    art = sealed_art(file.read_bytes(), file.name)
    known = resources([photo], [art])
    page = scene(
        Fill("bg", Path.rectangle(Rect(-3, -3, 126, 166)), Cmyk(0.1, 0, 0.2, 0.05)),
        Picture("p", sha(photo), Rect(-3, -3, 126, 90), Crop(0, 0.1, 1, 0.9)),
        Gradient(
            "g", Path.rounded(Rect(5, 95, 50, 20), 4), Point(5, 95), Point(55, 115), even_stops(CYAN, Cmyk(0, 0.5, 1, 0.2))
        ),
        Stroke("s", Path.rounded(Rect(60, 95, 50, 20), 4), Cmyk(0, 1, 0.5, 0.1), 1.5),
        Art("a", art.sha256, Rect(5, 118, 40, 40)),
        run("BẢN TIN NỘI BỘ", 5, 20, 36, WHITE),
        run("Chào mừng Đại hội, số 10 năm 2020", 50, 130, 11, BLACK, overprint=True),
        run("Tháng 10/2020", 50, 140, 24, Cmyk(0, 0.9, 0.9, 0.1), family="Lora"),
        width=120,
        height=160,
        bleed=3,
    )
    return page, known


@pytest.mark.skipif(shutil.which("gs") is None, reason="Ghostscript is not installed")
def test_plates_agree_with_ghostscript(tmp_path: File) -> None:
    """Both at 150 dpi; Ghostscript averages 16 pixels, as otherwise it paints each one that a shape touches."""
    page, known = _cover()
    (tmp_path / "press.pdf").write_bytes(paint(page, Policy.PRESS, known, PaintOptions(detail=Detail(max_ppi=300))))
    quality = ["-r600", "-dDownScaleFactor=4", "-sDEVICE=tiffsep", "-sOutputFile=sep.tif"]
    command = ["gs", "-dSAFER", "-q", "-dNOPAUSE", "-dBATCH", *quality, "press.pdf"]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert not result.stderr
    ours = separations(page, known, 150)
    for name, plane in (
        ("Cyan", ours.cyan),
        ("Magenta", ours.magenta),
        ("Yellow", ours.yellow),
        ("Black", ours.black),
    ):
        with Image.open(tmp_path / f"sep({name}).tif") as image:
            theirs = 255 - np.asarray(image.convert("L")).astype(int)
        rows, columns = min(theirs.shape[0], plane.shape[0]), min(theirs.shape[1], plane.shape[1])
        difference = (theirs[:rows, :columns] - plane[:rows, :columns].astype(int)) / 2.55
        assert np.abs(difference).mean() < 0.9, name
        assert abs(difference.mean()) < 0.4, name
