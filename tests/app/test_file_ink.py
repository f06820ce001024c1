"""Ink of any PDF: twelve patches, where plates lie, ten covers beside our own plates, limits, and no engine at all."""

from __future__ import annotations

import io
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from coverkit.app import file_ink
from coverkit.app.covers import Changes, change_cover
from coverkit.app.file_ink import InkPlates, ink_report, measure
from coverkit.app.pictures import press_bytes
from coverkit.app.pipeline import measured
from coverkit.app.sample import FORMAT, MORE_PHOTOGRAPHS, PHOTOGRAPH, sample_folder, sample_project
from coverkit.errors import InputError, MissingError, UsageError
from coverkit.facts.ink import FILE_PLATES
from coverkit.facts.marks import PROCESS
from coverkit.geometry import Point, Rect
from coverkit.layout.design import design_ids
from coverkit.preflight.inspect import inspect
from coverkit.preflight.profiles import press_profile
from coverkit.render import tiffsep
from coverkit.render.tiffsep import PlateRequest
from tests.app.ink_pages import PAGE, PATCHES, corners, middle, patches, written
from tests.cli.runner import run
from tests.judges.ghostscript import needs_ghostscript

MEDIA, TRIM = (0.0, 0.0, 300.0, 400.0), (20.0, 30.0, 280.0, 370.0)


def percents(plates: InkPlates, point: Point) -> tuple[int, int]:
    """Return the ink of the four plates and of all, in whole per cent."""
    found = plates.at(point)
    assert found is not None
    return round(sum(found[name] for name in PROCESS)), round(sum(found.values()))


@needs_ghostscript
@pytest.mark.parametrize(("page", "dpi"), [(1, 72.0), (1, 144.0), (2, 72.0), (3, 300.0)])
def test_twelve_of_twelve_patches(page: int, dpi: float) -> None:
    plates = measure(patches(pages=max(1, page)), page, dpi)
    assert (tuple(plates.planes), plates.spots) == ((*PROCESS, "SPOT"), ("SPOT",))
    found = {one.name: percents(plates, middle(index)) for index, one in enumerate(PATCHES)}
    assert found == {one.name: (one.cmyk, one.total) for one in PATCHES}


@needs_ghostscript
@pytest.mark.parametrize("name", ["PANTONE 185 C", "Vernis sélectif", "a/b(c)"])
def test_spots_of_any_name_have_their_plate(name: str) -> None:
    plates = measure(patches(name))
    assert len(plates.spots) == 1
    assert percents(plates, middle(4)) == (0, 100)


@needs_ghostscript
@pytest.mark.parametrize(
    ("boxes", "turned", "unit"),
    [
        ({}, 0, 1.0),
        ({"TrimBox": TRIM}, 90, 1.0),
        ({"TrimBox": TRIM, "BleedBox": (10.0, 20.0, 290.0, 380.0)}, 270, 1.0),
        ({"TrimBox": TRIM, "BleedBox": (-20.0, -20.0, 320.0, 420.0)}, 180, 1.0),
        ({"TrimBox": TRIM}, 0, 2.0),
        ({"MediaBox": (-50.0, -60.0, 300.0, 400.0), "TrimBox": TRIM, "CropBox": (50.0, 60.0, 250.0, 330.0)}, 0, 1.0),
    ],
)
def test_plates_lie_where_the_page_lies_however_it_is_turned(
    boxes: dict[str, tuple[float, ...]], turned: int, unit: float
) -> None:
    every = {"MediaBox": MEDIA, **boxes}
    plates = measure(corners(every, turned, unit))
    left, bottom, right, top = every.get("TrimBox", every["MediaBox"])
    width, height = ((right - left) * unit * 25.4 / 72, (top - bottom) * unit * 25.4 / 72)
    at = [
        plates.at(Point(x, y)) for x, y in ((9 * unit, 9 * unit), (width - 9 * unit, height - 9 * unit), (11 * unit, 11 * unit))
    ]
    inks = [{name: round(value) for name, value in (found or {}).items() if value > 1} for found in at]
    assert inks == [{"Cyan": 100}, {"Magenta": 100}, {}]
    assert plates.at(Point(-99, 0)) is None
    assert plates.at(Point(width + 99, 0)) is None


@needs_ghostscript
def test_the_report_has_the_means_of_all_inks_and_of_the_four_alone() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 300))
    page = pdf.pages[0].obj
    tint = pikepdf.Dictionary(FunctionType=2, Domain=pikepdf.Array([0, 1]), C1=pikepdf.Array([0, 1, 1, 0]), N=1)
    tint.C0 = pikepdf.Array([0, 0, 0, 0])
    space = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.Gold, pikepdf.Name.DeviceCMYK, tint])
    over = pikepdf.Dictionary(OP=True, op=True, OPM=1)
    page.Resources = pikepdf.Dictionary(ColorSpace=pikepdf.Dictionary(S=space), ExtGState=pikepdf.Dictionary(G=over))
    page.Contents = pdf.make_stream(
        b"/G gs 1 1 1 0 k 20 220 60 60 re f /S cs 1 scn 20 220 60 60 re f 1 1 1 .2 k 200 20 60 60 re f"
    )
    report = ink_report(measure(written(pdf)), 300)
    assert (round(report.max_mean_15mm), round(report.cmyk_mean_15mm or 0), report.spots) == (400, 320, ("Gold",))
    assert report.cmyk_place is not None
    assert report.place.moved(60, 70).x == pytest.approx(report.cmyk_place.x, abs=8)
    assert Rect(6, 6, 24, 24).contains(report.place)
    assert report.area_over_limit == pytest.approx(2 * 3600 / 90_000, rel=0.06)


@needs_ghostscript
def test_ten_covers_have_the_ink_that_our_plates_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    photographs = {}
    for name in (PHOTOGRAPH, MORE_PHOTOGRAPHS["picture_2"]):
        photographs[name] = tmp_path / name
        with Image.open(sample_folder() / name) as image:
            image.thumbnail((1000, 1000))
            image.save(photographs[name], quality=90)
    wanted = [(design, FORMAT, PHOTOGRAPH) for design in design_ids()]
    wanted += [("cao-nguyen", FORMAT, MORE_PHOTOGRAPHS["picture_2"]), ("cao-nguyen", "145x205", PHOTOGRAPH)]
    assert len(wanted) == 10
    ours, files = [], []
    for design, size, photograph in wanted:
        project = sample_project(design, size)
        pictures = {slot.id: photographs[photograph] for slot in project.design.slots if slot.kind == "picture"}
        project = change_cover(project, Changes(pictures=pictures))
        cover = measured(project, project.compose())
        assert cover.ink is not None
        ours.append(cover.ink.max_mean_15mm)
        files.append(press_bytes(project, cover))
    with ThreadPoolExecutor(2) as pool:
        theirs = [ink_report(plates, 300).max_mean_15mm for plates in pool.map(measure, files)]
    differences = [abs(one - other) for one, other in zip(ours, theirs, strict=True)]
    assert max(differences) < 2, differences
    monkeypatch.setattr(tiffsep, "ghostscript", lambda: None)
    for data, mean in list(zip(files, ours, strict=True))[::2]:
        again = ink_report(measure(data), 300)
        assert again.engine == FILE_PLATES
        assert again.max_mean_15mm == pytest.approx(mean, abs=2)


@needs_ghostscript
def test_of_several_pages_the_one_with_most_ink_is_told() -> None:
    data = patches(pages=2)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.pages[0].obj.Contents = pdf.make_stream(b"1 0 0 0 k 0 0 260 200 re f")
        data = written(pdf)
    report, reason = file_ink.file_ink(data, inspect(data, "x.pdf"), 300)
    assert report is not None
    assert (report.page, reason) == (2, "")


@needs_ghostscript
def test_pages_beyond_the_limit_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    data = patches(pages=2)
    monkeypatch.setattr(file_ink, "_MOST_PAGES", 1)
    report, reason = file_ink.file_ink(data, inspect(data, "x.pdf"), 300)
    assert report is not None
    assert "first 1 pages" in reason


def test_without_an_engine_it_is_not_checked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tiffsep, "ghostscript", lambda: None)
    data = patches()
    report, reason = file_ink.file_ink(data, inspect(data, "x.pdf"), 300)
    assert report is None
    assert "not installed" in reason
    with pytest.raises(MissingError):
        measure(data)
    (tmp_path / "a.pdf").write_bytes(data)
    found = {one["id"]: one for one in json.loads(run("check", tmp_path / "a.pdf", "--json").out)["rules"]}
    assert (found["printer.ink"]["status"], found["gwg.r0026"]["status"]) == ("not_checked", "not_checked")
    assert "Ghostscript" in found["printer.ink"]["reason"]
    assert run("render", tmp_path / "a.pdf", "-o", tmp_path / "k.png", "--view", "k").code == 4


@needs_ghostscript
def test_limits_of_time_and_size_are_kept() -> None:
    data = patches()
    with pytest.raises(InputError, match=r"within 0\.001 seconds"):
        tiffsep.plates(data, PlateRequest(1, "media", PAGE, 72, seconds=0.001))
    with pytest.raises(InputError, match="too large"):
        tiffsep.plates(data, PlateRequest(1, "media", (14_400, 14_400), 150))
    with pytest.raises(InputError, match="cannot draw"):
        tiffsep.plates(b"%PDF-1.4\n%%EOF", PlateRequest(1, "media", PAGE, 72))


def test_pages_and_files_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no page 2"):
        measure(patches(), page=2)
    with pytest.raises(InputError):
        measure(tmp_path / "none.pdf")


def test_the_press_profile_is_that_of_the_output_intent() -> None:
    assert press_profile(patches())[36:40] == b"acsp"
    assert press_profile(corners({"MediaBox": MEDIA})) == b""
    assert press_profile(b"no pdf") == b""


@needs_ghostscript
def test_check_and_render_measure_foreign_files(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(patches())
    found = json.loads(run("check", path, "--json").out)
    assert {"printer.ink", "gwg.r0026"} <= {one["rule"] for one in found["findings"]}
    off = json.loads(run("check", path, "--json", "--ink", "off").out)
    assert "printer.ink" not in {one["rule"] for one in off["findings"]}
    pixels = {}
    for view in ("proof", "press", "c", "k", "ink"):
        out = tmp_path / f"{view}.png"
        assert run("render", path, "-o", out, "--view", view, "--dpi", "72").code == 0
        with Image.open(out) as image:
            assert image.size == PAGE
            pixels[view] = image.convert("RGB").getpixel((160, 100)), image.convert("RGB").getpixel((220, 160))
    # The picture has all inks; the overprinting spot in the corner has no black, and 300 % is not above the limit.
    assert pixels["c"] == ((0, 0, 0), (0, 0, 0))
    assert pixels["k"] == ((0, 0, 0), (255, 255, 255))
    assert pixels["ink"] == ((255, 0, 0), (64, 64, 64))
    assert run("render", path, "-o", tmp_path / "x.png", "--page", "2").code == 2
