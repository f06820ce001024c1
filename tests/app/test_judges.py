"""Independent judges find nothing in the exported files: every design, both standards."""

from __future__ import annotations

import hashlib
import io
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pikepdf
import pytest

import coverkit
from coverkit.geometry import MM
from tests.app.shelf import DESIGNS, OUTPUTS, PROFILES, PressFile, Shelf
from tests.judges import arlington, device_colours, ghostscript, tools
from tests.judges.ghostscript import needs_ghostscript
from tests.judges.reading import reading_text

_STANDARDS = {"pdf-x4": "PDF/X-4", "pdf-x1a": "PDF/X-1a:2003"}
_LEAST_MARGIN = 5.0
"""Mm outside the bleed that marks need: crop marks of 5 mm length and more begin there."""


@pytest.fixture(params=[(design, output) for design in DESIGNS for output in OUTPUTS], ids=" ".join)
def press(request: pytest.FixtureRequest, shelf: Shelf) -> PressFile:
    design, output = request.param
    return shelf.press(design, output)


def test_qpdf_finds_nothing(press: PressFile) -> None:
    assert tools.qpdf_check(press.path) == ""


def test_pdfcpu_finds_nothing(press: PressFile) -> None:
    assert tools.pdfcpu_validate(press.path) == ""


def test_the_arlington_tables_object_to_nothing(press: PressFile) -> None:
    assert arlington.messages(press.path) == []


@needs_ghostscript
def test_ghostscript_draws_it_without_a_word(press: PressFile) -> None:
    assert ghostscript.complaints(press.path) == ""


def test_poppler_finds_every_font_embedded_as_a_subset(press: PressFile) -> None:
    found = tools.fonts(press.path)
    assert len(found) >= 2
    assert all(found.values()), found
    assert all(re.match(r"[A-Z]{6}\+", name) for name in found), found


def test_poppler_reads_the_text_that_was_set(press: PressFile) -> None:
    """Line by line as it stands, and each text as a whole in its reading order."""
    read = reading_text(press.path)
    assert unicodedata.is_normalized("NFC", read)
    lines, flow = read.splitlines(), " ".join(read.split())
    texts = list(press.exported.cover.texts())
    assert {"label", "name", "body", "date", "headline", "slogan"} <= {one.role for one in texts}
    for one in texts:
        assert one.text is not None
        wanted = [line.shaped.text for line in one.text.lines if line.shaped.text.strip()]
        assert wanted
        assert all(unicodedata.is_normalized("NFC", line) for line in wanted)
        for line in wanted:
            assert any(line.strip() in found for found in lines), (one.id, line)
        assert " ".join(" ".join(wanted).split()) in flow, one.id


def test_nothing_that_was_written_is_lost_on_the_way_to_the_file(press: PressFile) -> None:
    """What people typed, in any letter case, without the places where lines were broken."""
    flow = " ".join(reading_text(press.path).split()).casefold()
    cover = press.exported.cover
    for one in cover.texts():
        assert " ".join(one.plain_text.split()).casefold() in flow, one.id
    unit, issue = cover.document.unit, cover.document.issue
    day = f"ngày {issue.date.day} tháng {issue.date.month} năm {issue.date.year}"
    for words in (unit.publication, unit.name, day, f"số {issue.number}", "bản tin"):
        assert words.casefold() in flow, words


def test_the_boxes_are_those_of_the_format(press: PressFile) -> None:
    said = tools.info(press.path)
    media, bleed, trim = ([float(edge) / MM for edge in said[name].split()] for name in ("MediaBox", "BleedBox", "TrimBox"))
    scene = press.exported.cover.scene
    assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((190.0, 270.0), abs=0.01)
    outside = (trim[0] - bleed[0], bleed[3] - trim[3], bleed[2] - trim[2], trim[1] - bleed[1])
    wanted = (scene.bleed.left, scene.bleed.top, scene.bleed.right, scene.bleed.bottom)
    assert outside == pytest.approx(wanted, abs=0.01)
    assert wanted == (3.0, 3.0, 3.0, 3.0)
    margins = (bleed[0] - media[0], bleed[1] - media[1], media[2] - bleed[2], media[3] - bleed[3])
    assert min(margins) >= _LEAST_MARGIN
    assert said["Pages"] == "1"
    assert said["Page rot"] == "0"


def test_poppler_reads_the_standard_that_was_asked_for(press: PressFile) -> None:
    wanted = _STANDARDS[press.output]
    with pikepdf.open(press.path) as document:
        assert str(document.docinfo["/GTS_PDFXVersion"]) == wanted
        assert str(document.docinfo["/Trapped"]) == "/False"
    assert tools.info(press.path)["PDF subtype"].startswith(wanted)


def test_colours_are_those_of_a_press_and_nothing_is_transparent(press: PressFile) -> None:
    assert device_colours.objections(press.data) == []


def test_the_output_profile_is_the_bundled_file_byte_for_byte(press: PressFile) -> None:
    with pikepdf.open(press.path) as document:
        (intent,) = document.Root.OutputIntents
        profile = intent.DestOutputProfile.read_bytes()
    assert profile == (PROFILES / "ISOcoated_v2_300_bas.icc").read_bytes()


_EXPORT = """
import hashlib, sys
from coverkit.app.pipeline import ExportRequest, export
from coverkit.app.sample import sample_project
for pair in sys.argv[1:]:
    design, output = pair.split("/")
    print(hashlib.sha256(export(sample_project(design), ExportRequest(output)).files[0].data).hexdigest())
"""


def test_another_process_elsewhere_writes_the_same_bytes(shelf: Shelf, tmp_path: Path) -> None:
    pairs = [*((design, "pdf-x4") for design in DESIGNS), ("cao-nguyen", "pdf-x1a")]
    surroundings = {
        **os.environ,
        "PYTHONPATH": str(Path(coverkit.__file__).parents[1]),
        "PYTHONHASHSEED": "4711",
        "TZ": "America/New_York",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "vi",
    }
    # Another order, so that nothing may depend on what was made before.
    command = [sys.executable, "-c", _EXPORT, *(f"{design}/{output}" for design, output in reversed(pairs))]
    done = subprocess.run(command, cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    ours = [hashlib.sha256(shelf.press(design, output).data).hexdigest() for design, output in reversed(pairs)]
    assert done.stdout.split() == ours


def test_the_walk_over_colours_finds_what_is_planted(shelf: Shelf) -> None:
    def changed(operators: bytes, **resources: pikepdf.Object) -> list[str]:
        with pikepdf.open(io.BytesIO(shelf.press().data)) as document:
            page = document.pages[0]
            for name, value in resources.items():
                page.Resources[f"/{name}"] = value
            page.contents_add(document.make_stream(operators))
            buffer = io.BytesIO()
            document.save(buffer)
        return device_colours.objections(buffer.getvalue())

    see_through = pikepdf.Dictionary(G=pikepdf.Dictionary(ca=0.5, BM=pikepdf.Name.Multiply))
    lab = pikepdf.Dictionary(L=pikepdf.Array([pikepdf.Name.Lab, pikepdf.Dictionary(WhitePoint=[1, 1, 1])]))
    spot = pikepdf.Array([pikepdf.Name.Separation, pikepdf.Name.Gold, pikepdf.Name.DeviceRGB, pikepdf.Dictionary()])
    assert changed(b"0 0 0 1 k 0 g") == []
    assert changed(b"1 0 0 rg") == ["page: rg"]
    assert len(changed(b"/G gs", ExtGState=see_through)) == 2
    assert len(changed(b"/L cs 1 0 0 scn", ColorSpace=lab)) == 1
    assert len(changed(b"/S cs 1 scn", ColorSpace=pikepdf.Dictionary(S=spot))) == 1
    assert changed(b"BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI") == ["page: an inline image"]
