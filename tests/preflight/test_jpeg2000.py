"""The colours that JPEG 2000 pictures state themselves."""

from __future__ import annotations

import io

import pytest
from pikepdf import Dictionary, Name, Pdf
from PIL import Image

from coverkit.preflight.inspect import inspect
from coverkit.preflight.jpeg2000 import own_space
from tests.preflight.files import built


def _picture(mode: str) -> bytes:
    out = io.BytesIO()
    Image.new(mode, (20, 20)).save(out, "JPEG2000")
    return out.getvalue()


@pytest.mark.parametrize(
    ("mode", "chain"), [("RGB", ("ICCBased", "DeviceRGB")), ("L", ("ICCBased", "DeviceGray")), ("CMYK", ("DeviceCMYK",))]
)
def test_a_picture_states_its_space(mode: str, chain: tuple[str, ...]) -> None:
    data = _picture(mode)
    assert own_space(data).chain == chain

    def change(pdf: Pdf) -> None:
        image = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, Width=20, Height=20, Filter=Name.JPXDecode)
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im=image))

    (page,) = inspect(built(change, b"q 20 0 0 20 100 100 cm /Im Do Q")).pages
    assert [image.colour.chain for image in page.images] == [chain]


def test_a_picture_that_states_none() -> None:
    data = _picture("RGB")
    assert own_space(data[data.index(b"\xff\x4f") :]).chain == ()
    assert own_space(b"").chain == ()
    for cut in range(0, len(data), 7):
        own_space(data[:cut])
