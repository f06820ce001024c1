"""The Ghent Workgroup's rules on what other programs write: faults that were put in are found, and nothing else is."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from coverkit.app.file_check import check_file
from coverkit.formats.printers import printer_profile
from tests.judges.other_writers import needs_ghostscript, needs_scribus, run_scribus

_GROUND = "0 1 1 0 setcmykcolor 50 50 300 300 rectfill "
_WORDS = "/Times-Roman findfont {size} scalefont setfont 100 {y} moveto (Words) show "
_GOLD = "[/Separation (Gold) /DeviceCMYK {{dup 0 exch dup .5 mul exch 0}}] setcolorspace 1 setcolor "
_PICTURE = (
    "gsave 60 60 translate 72 72 scale 100 100 8 [100 0 0 100 0 0] "
    "{{currentfile 100 string readhexstring pop}} image\n{data}\ngrestore "
)
_SPECK = "0 setgray 400 400 50 50 rectfill "

FAULTS = {
    "white text that overprints": (
        "gwg.r0007",
        _GROUND + "true setoverprint 0 0 0 0 setcmykcolor " + _WORDS.format(size=20, y=100),
    ),
    "white shape that overprints": ("gwg.r0008", _GROUND + "true setoverprint 0 0 0 0 setcmykcolor 90 90 99 99 rectfill "),
    "small black text that knocks out": ("gwg.r0009", _GROUND + "0 0 0 1 setcmykcolor " + _WORDS.format(size=9, y=100)),
    "small black text that overprints without mode 1": (
        "gwg.r0009",
        _GROUND + "true setoverprint 0 0 0 1 setcmykcolor " + _WORDS.format(size=9, y=100),
    ),
    "thin black line that knocks out": (
        "gwg.r0010",
        _GROUND + "0 0 0 1 setcmykcolor 1 setlinewidth 60 90 moveto 300 90 lineto stroke ",
    ),
    "small grey text over something": ("gwg.r0011", _GROUND + ".2 setgray " + _WORDS.format(size=9, y=100)),
    "thin grey bar over something": ("gwg.r0012", _GROUND + ".2 setgray 60 90 200 1 rectfill "),
    "black text of much ink": ("gwg.r0015", ".8 .8 .8 1 setcmykcolor " + _WORDS.format(size=40, y=100)),
    "small white text": ("gwg.r0016", _GROUND + "0 0 0 0 setcmykcolor " + _WORDS.format(size=7, y=100)),
    "small text in two inks": ("gwg.r0017", "1 1 0 0 setcmykcolor " + _WORDS.format(size=7, y=100)),
    "thin white line": ("gwg.r0018", _GROUND + "0 0 0 0 setcmykcolor .2 setlinewidth 60 90 moveto 300 90 lineto stroke "),
    "thin line in two inks": ("gwg.r0019", "1 1 0 0 setcmykcolor .2 setlinewidth 60 90 moveto 300 90 lineto stroke "),
    "a spot colour": ("gwg.r0020", _GOLD.format() + "60 60 99 99 rectfill "),
    "the registration colour": ("gwg.r0024", _GOLD.format().replace("(Gold)", "/All") + "60 60 99 99 rectfill "),
    "RGB": ("gwg.r0027", "1 0 0 setrgbcolor 60 60 99 99 rectfill "),
    "a coarse picture": ("gwg.r0031", _PICTURE.format(data="7f" * 10_000)),
    "nothing": ("gwg.r0005", " "),
}
RIGHT = {
    "large text and lines": _GROUND + "0 0 0 1 setcmykcolor " + _WORDS.format(size=14, y=100) + "60 90 240 3 rectfill ",
    "black that overprints": _GROUND
    + "true setoverprint 1 .setoverprintmode 0 0 0 1 setcmykcolor "
    + _WORDS.format(size=9, y=100),
    "small black text on paper": _WORDS.format(size=7, y=400) + "0 0 0 1 setcmykcolor " + _WORDS.format(size=7, y=390),
    "a thin black line on paper": "0 0 0 1 setcmykcolor .2 setlinewidth 60 90 moveto 300 90 lineto stroke ",
}
_OF_THE_DOCUMENT = {"gwg.r0001", "gwg.r0035"}
"""Ghostscript writes no PDF/X-4."""


def _found(program: str, folder: Path, *options: str) -> set[str]:
    """Return which rules object to what Ghostscript makes of a PostScript program."""
    source, out = folder / "source.ps", folder / "out.pdf"
    source.write_text(f"%!PS\n<< /PageSize [500 500] >> setpagedevice\n{program}\nshowpage\n", encoding="ascii")
    command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=pdfwrite", *options, f"-sOutputFile={out}", str(source)]
    subprocess.run(command, capture_output=True, check=True)
    return _objecting(out) - _OF_THE_DOCUMENT


def _objecting(path: Path) -> set[str]:
    found = check_file(path, printer=printer_profile("offset-coated"))
    return {one.rule for one in found.result.findings if one.rule.startswith("gwg.")}


@needs_ghostscript
@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_that_ghostscript_writes_is_found_and_no_other(fault: str, tmp_path: Path) -> None:
    rule, program = FAULTS[fault]
    rest = "" if fault == "nothing" else _SPECK
    assert _found(program + rest, tmp_path) == {rule}


@needs_ghostscript
@pytest.mark.parametrize("page", RIGHT)
def test_what_ghostscript_writes_rightly_is_left_alone(page: str, tmp_path: Path) -> None:
    assert _found(RIGHT[page] + _SPECK, tmp_path) == set()


_SCRIPT = """
import scribus
scribus.newDocument((190, 270), (10, 10, 10, 10), scribus.PORTRAIT, 1, scribus.UNIT_MILLIMETERS, scribus.PAGE_1, 0, 1)
scribus.defineColorCMYK("Red", 0, 255, 255, 0)
scribus.defineColorCMYK("Gold", 0, 80, 255, 0)
scribus.setSpotColor("Gold", True)
ground = scribus.createRect(-3, -3, 196, 100)
scribus.setFillColor("Red", ground)
scribus.setLineColor("None", ground)
def words(y, size, colour):
    frame = scribus.createText(10, y, 170, 20)
    scribus.setText("Trial", frame)
    scribus.setFontSize(size, frame)
    scribus.setTextColor(colour, frame)
words(120, 30, "Red")
if {faults}:
    words(10, 6, "White")
    words(150, 6, "Red")
    line = scribus.createLine(10, 200, 100, 200)
    scribus.setLineWidth(0.2, line)
    scribus.setLineColor("Red", line)
    spot = scribus.createRect(20, 220, 20, 20)
    scribus.setFillColor("Gold", spot)
    scribus.setLineColor("None", spot)
scribus.setInfo("Trial", "Trial", "")
pdf = scribus.PDFfile()
pdf.version = 10
pdf.file = {out!r}
pdf.bleedt = pdf.bleedb = pdf.bleedl = pdf.bleedr = 3
pdf.useDocBleeds = False
pdf.fontEmbedding = 0
pdf.outdst = 1
pdf.save()
"""


@needs_scribus
@pytest.mark.parametrize("faults", [False, True])
def test_faults_that_scribus_writes_are_found_and_no_others(faults: bool, tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    run_scribus(_SCRIPT.format(faults=faults, out=str(out)), out)
    assert _objecting(out) == ({"gwg.r0016", "gwg.r0017", "gwg.r0019", "gwg.r0020"} if faults else set())
