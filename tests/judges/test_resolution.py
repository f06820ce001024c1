"""The resolution that rules go by is that of poppler, however a picture is turned, leant or nested."""

from __future__ import annotations

import math
import shutil
from pathlib import Path

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from coverkit.preflight.inspect import inspect
from tests.judges.tools import resolutions
from tests.preflight.files import built

PLACES = ("90 0 0 60", "0 90 -60 0", "63 63 -42 42", "-90 0 0 -60", "30 0 0 200", "90 0 45 60")


def _pictures(pdf: Pdf) -> None:
    image = pdf.make_stream(
        b"\0" * 240_000,
        {"/Subtype": Name.Image, "/Width": 300, "/Height": 200, "/BitsPerComponent": 8, "/ColorSpace": Name.DeviceCMYK},
    )
    form = pdf.make_stream(
        b"q 90 0 0 60 0 0 cm /Im Do Q",
        Subtype=Name.Form,
        BBox=[0, 0, 400, 400],
        Matrix=Array([2, 0, 0, 1.5, 0, 0]),
        Resources=Dictionary(XObject=Dictionary(Im=image)),
    )
    pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im=image, Fm=form))


@pytest.mark.skipif(shutil.which("pdfimages") is None, reason="poppler (pdfimages) is not installed")
def test_the_worse_axis_is_the_one_that_poppler_tells(tmp_path: Path) -> None:
    content = "".join(f"q {place} 200 300 cm /Im Do Q " for place in PLACES) + "q .5 0 0 .5 100 100 cm /Fm Do Q"
    path = tmp_path / "pictures.pdf"
    path.write_bytes(built(_pictures, content.encode()))
    (page,) = inspect(path).pages
    told = resolutions(path)
    assert len(told) == len(PLACES) + 1
    for image, (across, down) in zip(page.images, told, strict=True):
        assert math.isclose(image.ppi, min(across, down), abs_tol=1.0)
