"""Every accepted format, mode and depth gives the right pixels."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageOps

from coverkit.colour import bands
from coverkit.colour.decoding import decode, pixel_box
from coverkit.colour.inspection import inspect
from coverkit.scene.operations import Crop
from tests.colour.builders import WHOLE, jpeg_without_adobe, photo, png16, saved, tiff16

RED = Image.new("RGB", (8, 8), (200, 100, 50))
INKS = Image.new("CMYK", (8, 8), (200, 100, 50, 10))
FULL = (1000, 1000)


def middle(data: bytes) -> Any:
    return decode(data, "a", WHOLE, FULL).getpixel((3, 3))


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (saved(RED, "JPEG", quality=100, subsampling=0), (200, 100, 50)),
        (saved(RED, "JPEG", quality=100, subsampling=0, progressive=True), (200, 100, 50)),
        (saved(RED, "PNG"), (200, 100, 50)),
        (saved(RED, "TIFF"), (200, 100, 50)),
        (saved(RED, "TIFF", compression="tiff_lzw"), (200, 100, 50)),
        (saved(RED, "TIFF", compression="tiff_adobe_deflate"), (200, 100, 50)),
        (saved(RED, "TIFF", compression="packbits"), (200, 100, 50)),
        (saved(RED, "WEBP", lossless=True), (200, 100, 50)),
        (saved(RED.quantize(4), "PNG"), (200, 100, 50)),
        (saved(Image.new("L", (8, 8), 77), "PNG"), 77),
        (saved(Image.new("L", (8, 8), 77), "JPEG"), 77),
        (saved(Image.new("1", (8, 8), 1), "TIFF", compression="group4"), 255),
        (saved(INKS, "TIFF"), (200, 100, 50, 10)),
        (saved(INKS, "TIFF", compression="tiff_lzw"), (200, 100, 50, 10)),
        (saved(INKS, "JPEG", quality=100), (200, 100, 50, 10)),
        (jpeg_without_adobe(saved(ImageChops.invert(INKS), "JPEG", quality=100)), (200, 100, 50, 10)),
        (png16(2, (51400, 25700, 12850)), (200, 100, 50)),
        (png16(0, (30000,)), 117),
        (png16(4, (51400, 32896)), 227),
        (png16(6, (51400, 25700, 12850, 32896)), (227, 177, 152)),
        *((tiff16(2, (51400, 25700, 12850), order), (200, 100, 50)) for order in "<>"),
        *((tiff16(5, (51400, 25700, 12850, 2570), order), (200, 100, 50, 10)) for order in "<>"),
        *((tiff16(1, (30000,), order), 117) for order in "<>"),
        (tiff16(0, (51400,)), 55),
        (saved(Image.new("RGBA", (8, 8), (200, 100, 50, 128)), "PNG"), (227, 177, 152)),
        (saved(Image.new("RGBA", (8, 8), (200, 100, 50, 128)), "TIFF"), (227, 177, 152)),
        (saved(Image.new("RGBA", (8, 8), (200, 100, 50, 128)), "WEBP", lossless=True), (227, 177, 152)),
        (saved(Image.new("LA", (8, 8), (100, 128)), "PNG"), 177),
        (saved(RED, "PNG", transparency=(200, 100, 50)), (255, 255, 255)),
        (saved(RED.quantize(4), "PNG", transparency=0), (255, 255, 255)),
        (saved(Image.new("L", (8, 8), 77), "PNG", transparency=77), 255),
    ],
)
def test_right_colours(data: bytes, expected: int | tuple[int, ...]) -> None:
    assert middle(data) == expected


CORNER = Crop(0.1, 0.25, 0.7, 0.5)


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP", "JPEG"])
@pytest.mark.parametrize("crop", [WHOLE, CORNER])
def test_every_orientation_stands_upright(kind: str, turn: int, crop: Crop) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    every: dict[str, dict[str, Any]] = {"WEBP": {"lossless": True}, "JPEG": {"quality": 100, "subsampling": 0}}
    options = every.get(kind, {})
    plain = photo(64, 48)
    data = saved(plain, kind, exif=exif, **options)
    marked = plain.copy()
    marked.getexif()[0x0112] = turn
    upright = ImageOps.exif_transpose(marked)
    info = inspect(data, "a")
    assert (info.width, info.height) == upright.size
    assert info.exif_turned == (turn != 1)
    got = np.asarray(decode(data, "a", crop, FULL)).astype(int)
    wanted = np.asarray(upright.crop(pixel_box(crop, *upright.size))).astype(int)
    assert got.shape == wanted.shape
    assert np.abs(got - wanted).max() <= (12 if kind == "JPEG" else 0)
    assert np.abs(got - wanted).mean() < 1.5


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 90), st.integers(1, 90), st.tuples(st.floats(0, 0.9), st.floats(0, 0.9)), st.floats(0.05, 1))
def test_never_enlarged_and_never_empty(width: int, height: int, corner: tuple[float, float], part: float) -> None:
    crop = Crop(*corner, min(1.0, corner[0] + part), min(1.0, corner[1] + part))
    image = decode(saved(Image.new("RGB", (70, 50)), "PNG"), "a", crop, (width, height))
    box = pixel_box(crop, 70, 50)
    assert image.size == (min(width, box[2] - box[0]), min(height, box[3] - box[1]))


def test_a_large_jpeg_is_decoded_small_and_looks_the_same() -> None:
    plain = photo(1600, 1200)
    small = decode(saved(plain, "JPEG", quality=95), "a", WHOLE, (200, 150))
    wanted = plain.resize((200, 150), Image.Resampling.LANCZOS)
    assert np.abs(np.asarray(small).astype(int) - np.asarray(wanted)).mean() < 2


@pytest.mark.parametrize("size", [(311, 477), (450, 477), (311, 600)])
def test_bands_leave_no_seam(monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
    noise = np.random.default_rng(2).integers(80, 176, (600, 500, 3), dtype=np.uint8)
    data = saved(Image.fromarray(noise), "PNG")
    crop = Crop(0.05, 0.0, 0.95, 1.0)
    whole = np.asarray(decode(data, "a", crop, size)).astype(int)
    monkeypatch.setattr(bands, "BAND_PIXELS", 10_000)
    banded = np.asarray(decode(data, "a", crop, size)).astype(int)
    assert np.abs(whole - banded).max() <= 2  # Pillow chooses the order of its two passes by the shape, and rounds between
    assert np.abs(whole - banded).mean(axis=(1, 2)).max() < 0.5
