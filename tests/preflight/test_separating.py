"""Pages of flat ink become plates without Ghostscript; whatever else they hold is refused, never guessed."""

from __future__ import annotations

import io

import numpy as np
import pikepdf
import pytest
from PIL import Image

from coverkit.app.file_ink import measure
from coverkit.errors import InputError
from coverkit.facts.marks import PROCESS
from coverkit.facts.page import Box
from coverkit.geometry import Point
from coverkit.preflight.separating.pages import ink_pages
from coverkit.render import tiffsep
from coverkit.render.raster import rasterise
from tests.judges.ghostscript import needs_ghostscript
from tests.preflight.pages import pdf

OVER = "/ExtGState << /O << /OP true /op true /OPM 1 >> /Z << /OP true /op true /OPM 0 >> /N << /OP false /op false >> >>"
GROUND = "1 1 0 0 k 0 0 100 50 re f "


def inks(data: bytes, x: float = 50, y: float = 25) -> tuple[int, ...]:
    """Return the inks in per cent at a place (points from the lower left)."""
    pages = ink_pages(data, 1, Box(0, 0, 100, 50))
    found = []
    for ink in range(4):
        grey = rasterise(pages, dpi=144, grey=True, page=ink)
        level = np.frombuffer(grey.data, np.uint8).reshape(grey.height, grey.width)[grey.height - 1 - int(2 * y), int(2 * x)]
        found.append(round((255 - int(level)) / 2.55))
    return tuple(found)


FLAT = {
    "four inks": (".1 .2 .3 .4 k 0 0 100 50 re f", "", (10, 20, 30, 40)),
    "grey is black ink": (".25 g 0 0 100 50 re f", "", (0, 0, 0, 75)),
    "black is the first colour": ("0 0 100 50 re f", "", (0, 0, 0, 100)),
    "named spaces": ("/DeviceCMYK cs .5 0 0 0 scn 0 0 100 50 re f", "", (50, 0, 0, 0)),
    "black knocks out": (GROUND + "0 0 0 1 k 20 0 60 50 re f", "", (0, 0, 0, 100)),
    "black overprints": (GROUND + "/O gs 0 0 0 1 k 20 0 60 50 re f", OVER, (100, 100, 0, 100)),
    "grey overprints nothing": (GROUND + "/O gs 0 g 20 0 60 50 re f", OVER, (0, 0, 0, 100)),
    "mode 0 knocks out": (GROUND + "/Z gs 0 0 0 1 k 20 0 60 50 re f", OVER, (0, 0, 0, 100)),
    "overprint ends": (GROUND + "q /O gs Q 0 0 0 1 k 20 0 60 50 re f", OVER, (0, 0, 0, 100)),
    "overprint is switched off": (GROUND + "/O gs /N gs 0 0 0 1 k 20 0 60 50 re f", OVER, (0, 0, 0, 100)),
    "one ink of two shows through": (GROUND + "/O gs 0 .5 .5 0 k 20 0 60 50 re f", OVER, (100, 50, 50, 0)),
    "a stroke overprints": (GROUND + "/O gs 0 0 0 1 K 30 w 0 25 m 100 25 l S", OVER, (100, 100, 0, 100)),
    "fill shows, stroke does not": (GROUND + "/O gs .5 .5 .5 .5 k 0 0 0 1 K 2 w 20 5 60 40 re B", OVER, (50, 50, 50, 50)),
    "what clips still clips": ("0 0 40 50 re W n 1 1 1 1 k 0 0 100 50 re f", "", (0, 0, 0, 0)),
    "a gradient": (
        "/S sh",
        "/Shading << /S << /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 100 0] /Extend [true true] /Function "
        "<< /FunctionType 2 /Domain [0 1] /N 1 /C0 [0 0 1 0] /C1 [1 0 0 0] >> >> >>",
        (50, 0, 50, 0),
    ),
}


@pytest.mark.parametrize("name", FLAT)
def test_flat_ink_lies_on_its_plates(name: str) -> None:
    content, resources, wanted = FLAT[name]
    assert inks(pdf(content, resources)) == pytest.approx(wanted, abs=1)


@needs_ghostscript
@pytest.mark.parametrize("name", [name for name in FLAT if "clips" not in name])
def test_ghostscript_says_the_same(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    content, resources, _ = FLAT[name]
    data = pdf(content, resources)
    theirs = measure(data).at(Point(17.6, 8.8))
    monkeypatch.setattr(tiffsep, "ghostscript", lambda: None)
    ours = measure(data).at(Point(17.6, 8.8))
    assert theirs is not None
    assert ours is not None
    assert [ours[ink] for ink in PROCESS] == pytest.approx([theirs[ink] for ink in PROCESS], abs=1.5)


def _form(file: pikepdf.Pdf, page: pikepdf.Dictionary) -> None:
    form = file.make_stream(b"0 0 60 50 re f", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form)
    form.BBox, form.Matrix = pikepdf.Array([0, 0, 60, 50]), pikepdf.Array([1, 0, 0, 1, 20, 0])
    page.Resources.XObject = pikepdf.Dictionary(F=form)


def test_a_form_takes_colour_and_overprint_over() -> None:
    assert inks(pdf(GROUND + "/O gs 0 0 0 1 k /F Do", OVER, _form)) == (100, 100, 0, 100)
    assert inks(pdf(GROUND + "0 0 1 0 k /F Do", OVER, _form)) == (0, 0, 100, 0)


def _image(file: pikepdf.Pdf, page: pikepdf.Dictionary, jpeg: bool = False) -> None:
    colours = Image.new("CMYK", (8, 8), (255, 128, 51, 0))
    packed = io.BytesIO()
    colours.save(packed, "JPEG", quality=100)
    made = file.make_stream(packed.getvalue() if jpeg else colours.tobytes())
    made.update(
        pikepdf.Dictionary(
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Width=8,
            Height=8,
            ColorSpace=pikepdf.Name.DeviceCMYK,
            BitsPerComponent=8,
        )
    )
    if jpeg:
        made.Filter = pikepdf.Name.DCTDecode
        made.Decode = pikepdf.Array([1, 0, 1, 0, 1, 0, 1, 0])
    page.Resources.XObject = pikepdf.Dictionary(I=made)


@pytest.mark.parametrize("jpeg", [False, True])
def test_a_picture_lies_on_its_plates(jpeg: bool) -> None:
    data = pdf("q 100 0 0 50 0 0 cm /I Do Q", "", lambda file, page: _image(file, page, jpeg))
    assert inks(data) == pytest.approx((100, 50, 20, 0), abs=2)


@pytest.mark.parametrize(
    ("content", "resources"),
    [
        ("1 0 0 rg 0 0 9 9 re f", ""),
        ("/S cs 1 scn 0 0 9 9 re f", "/ColorSpace << /S [/Separation /Gold /DeviceCMYK << >>] >>"),
        ("/A gs 0 0 9 9 re f", "/ExtGState << /A << /ca .5 >> >>"),
        ("/A gs 0 0 9 9 re f", "/ExtGState << /A << /BM /Multiply >> >>"),
        ("/Pattern cs /P scn 0 0 9 9 re f", "/Pattern << /P << /PatternType 2 >> >>"),
        ("1 0 0 0 k 0 0 9 9 re f", "/ColorSpace << /DefaultCMYK [/ICCBased 1] >>"),
        ("BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI", ""),
        ("/S sh", "/Shading << /S << /ShadingType 1 /ColorSpace /DeviceCMYK >> >>"),
        ("BT /F 9 Tf (a) Tj ET", "/Font << /F << /Type /Font /Subtype /Type3 >> >>"),
    ],
)
def test_what_is_not_flat_ink_is_refused(content: str, resources: str) -> None:
    with pytest.raises(InputError, match="Ghostscript"):
        ink_pages(pdf(content, resources), 1, Box(0, 0, 100, 50))
