"""Encoding, plates and proofs."""

from __future__ import annotations

import io
import zlib

import numpy as np
import pytest
from PIL import Image

from coverkit.colour.inks import delta_e00, to_srgb
from coverkit.colour.realised import Kind, Realised, channel, cmy_composite, to_srgb_image
from coverkit.colour.transforms import converter
from coverkit.model.values import Cmyk
from tests.colour.builders import fogra39, photo


def made(image: Image.Image) -> Realised:
    kind: Kind = "gray" if image.mode == "L" else "cmyk"
    return Realised("key", kind, image.size, lambda: image)


@pytest.mark.parametrize("mode", ["CMYK", "L"])
def test_a_photograph_becomes_a_fine_jpeg(mode: str) -> None:
    image = photo(400, 300, mode)
    encoded = made(image).encoded()
    assert encoded.filter == "DCTDecode"
    assert encoded.inverted == (mode == "CMYK")
    decoded = Image.open(io.BytesIO(encoded.data))
    assert decoded.mode == mode
    assert np.abs(np.asarray(decoded).astype(int) - np.asarray(image)).mean() < 2.5
    assert b"ICC_PROFILE" not in encoded.data
    # No subsampling: each component of the frame header has sampling factors 1 × 1.
    frame = encoded.data.index(b"\xff\xc0")
    assert all(encoded.data[frame + 11 + 3 * index] == 0x11 for index in range(encoded.data[frame + 9]))
    assert made(image.copy()).encoded().data == encoded.data


@pytest.mark.parametrize("image", [Image.new("CMYK", (400, 300), (10, 20, 30, 40)), photo(60, 50, "CMYK"), photo(60, 50, "L")])
def test_small_and_flat_pictures_are_kept_exact(image: Image.Image) -> None:
    encoded = made(image).encoded()
    assert encoded.filter == "FlateDecode"
    assert not encoded.inverted
    assert zlib.decompress(encoded.data) == image.tobytes() == made(image).pixels


def test_plates() -> None:
    image = photo(50, 40, "CMYK")
    plates = [channel(made(image), ink) for ink in ("c", "m", "y", "k")]
    inks = np.asarray(image)
    for index, plate in enumerate(plates):
        assert np.array_equal(np.asarray(plate), 255 - inks[:, :, index])
    assert np.array_equal(np.asarray(cmy_composite(made(image))), 255 - inks[:, :, :3])
    assert cmy_composite(made(photo(50, 40, "L"))).getextrema() == ((255, 255),) * 3


INKS = [
    Cmyk(0, 0, 0, 0),
    Cmyk(1, 0, 0, 0),
    Cmyk(0, 1, 1, 0),
    Cmyk(0.2, 0.4, 0.6, 0.1),
    Cmyk(0, 0, 0, 1),
    Cmyk(0.8, 0.6, 0.2, 0.4),
]


@pytest.mark.parametrize("ink", INKS)
def test_a_pictures_proof_is_the_inks_proof(ink: Cmyk) -> None:
    values = (round(ink.c * 255), round(ink.m * 255), round(ink.y * 255), round(ink.k * 255))
    shown = to_srgb_image(made(Image.new("CMYK", (9, 9), values)), fogra39()).getpixel((4, 4))
    assert shown == pytest.approx(tuple(round(part * 255) for part in to_srgb(ink, fogra39())), abs=2)


@pytest.mark.parametrize("grey", range(0, 256, 51))
def test_a_grey_pictures_proof_is_that_of_black_ink(grey: int) -> None:
    shown = to_srgb_image(made(Image.new("L", (9, 9), grey)), fogra39()).getpixel((4, 4))
    assert shown == tuple(round(part * 255) for part in to_srgb(Cmyk(0, 0, 0, 1 - grey / 255), fogra39()))


def test_what_the_press_can_print_comes_back_the_same() -> None:
    """From sRGB inside the gamut to inks and back, the difference is small."""
    colours = [(128, 128, 128), (200, 180, 160), (120, 140, 160), (160, 110, 90), (90, 120, 90), (235, 230, 220)]
    image = Image.new("RGB", (len(colours), 1))
    image.putdata(colours)
    inks = converter("RGB", None, fogra39().profile)(image)
    back = np.asarray(to_srgb_image(made(inks), fogra39())).astype(int)[0]
    assert np.abs(back - np.array(colours)).max() <= 4
    for first, second in zip(colours, back, strict=True):
        assert delta_e00(_lab(first), _lab(tuple(second))) < 1.5


def _lab(colour: tuple[int, ...]) -> tuple[float, float, float]:
    """Return a rough CIELAB of an sRGB colour, enough to compare near ones."""
    linear = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    rows = ((0.4361, 0.3851, 0.1431), (0.2225, 0.7169, 0.0606), (0.0139, 0.0971, 0.7141))
    white = (0.9642, 1.0, 0.8249)
    x, y, z = (
        (sum(a * b for a, b in zip(row, linear, strict=True)) / w) ** (1 / 3) for row, w in zip(rows, white, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
