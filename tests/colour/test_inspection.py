"""Which pictures are taken and which are refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from coverkit.colour.decoding import decode
from coverkit.colour.inspection import PictureInfo, inspect
from coverkit.errors import InputError
from tests.colour.builders import (
    WHOLE,
    grey_profile,
    jpeg_without_adobe,
    photo,
    png16,
    png_of_size,
    rgb_profile,
    saved,
    tiff16,
)


def test_what_it_tells() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = saved(photo(60, 40), "JPEG", exif=exif, icc_profile=rgb_profile(), dpi=(300, 300))
    assert inspect(data, "a.jpg") == PictureInfo(
        40, 60, "rgb", 8, "jpeg", False, True, "Test profile", True, False, (300.0, 300.0), True
    )


@pytest.mark.parametrize("whole", [True, False])
def test_kinds(whole: bool) -> None:
    cmyk = saved(photo(16, 16, "CMYK"), "JPEG")
    assert inspect(cmyk, "a", whole=whole).adobe_inverted
    assert not inspect(jpeg_without_adobe(cmyk), "a", whole=whole).adobe_inverted
    assert not inspect(saved(photo(16, 16), "JPEG", progressive=True), "a", whole=whole).baseline
    assert inspect(png16(2, (1, 2, 3)), "a", whole=whole).bits == 16
    assert inspect(png16(4, (1, 2)), "a", whole=whole).mode == "gray"
    assert inspect(tiff16(5, (1, 2, 3, 4)), "a", whole=whole).mode == "cmyk"
    assert inspect(saved(photo(16, 16, "RGBA"), "WEBP"), "a", whole=whole).has_alpha
    assert inspect(saved(photo(16, 16).quantize(8), "PNG", transparency=0), "a", whole=whole).has_alpha


@pytest.mark.parametrize("icc", [b"nonsense" * 40, grey_profile(2.2), rgb_profile()[:200]])
def test_a_profile_that_cannot_be_used_counts_as_none(icc: bytes) -> None:
    assert not inspect(saved(photo(16, 16), "PNG", icc_profile=icc), "a").has_profile


def test_a_phones_jpeg_with_others_behind_it_is_a_jpeg() -> None:
    data = saved(photo(16, 16), "MPO", save_all=True, append_images=[photo(16, 16)])
    assert inspect(data, "a").format == "jpeg"


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "empty"),
    "gif": (lambda: saved(photo(9, 9), "GIF"), "not a JPEG"),
    "wave": (lambda: b"RIFF\x00\x00\x00\x00WAVEfmt ", "not a JPEG"),
    "text": (lambda: b"Bia 1", "not a JPEG"),
    "animated png": (lambda: saved(photo(9, 9), "PNG", save_all=True, append_images=[photo(9, 9, seed=2)]), "several"),
    "animated webp": (lambda: saved(photo(9, 9), "WEBP", save_all=True, append_images=[photo(9, 9, seed=2)]), "several"),
    "pages": (lambda: saved(photo(9, 9), "TIFF", save_all=True, append_images=[photo(9, 9)]), "several"),
    "large": (lambda: png_of_size(30_000, 20_000), "300 million"),
    "bomb": (lambda: png_of_size(60_000, 60_000), "300 million"),
    "nothing in it": (lambda: png_of_size(2_000, 2_000), "cut short"),
    "lab": (lambda: saved(Image.new("LAB", (9, 9)), "TIFF"), "kind of colours"),
    "float": (lambda: saved(Image.new("F", (9, 9)), "TIFF"), "kind of colours"),
    "32 bits": (lambda: saved(Image.new("I", (9, 9)), "TIFF"), "kind of colours"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refuses_with_a_sentence_that_names_the_file(case: str) -> None:
    make, reason = REFUSED[case]
    with pytest.raises(InputError, match=reason) as caught:
        inspect(make(), "Ảnh bìa.jpg")
    assert "Ảnh bìa.jpg" in caught.value.message
    assert caught.value.remedy


@cache
def _files() -> dict[str, bytes]:
    image = photo(70, 50)
    exif = Image.Exif()
    exif[0x0112] = 6
    return {
        "jpeg": saved(image, "JPEG", exif=exif, icc_profile=rgb_profile()),
        "progressive": saved(image, "JPEG", progressive=True),
        "cmyk": saved(photo(70, 50, "CMYK"), "JPEG"),
        "png": saved(image, "PNG", exif=exif, icc_profile=rgb_profile()),
        "tiff": saved(image, "TIFF", exif=exif),
        "lzw": saved(image, "TIFF", compression="tiff_lzw"),
        "webp": saved(image, "WEBP", exif=exif),
    }


NAMES = st.sampled_from(["jpeg", "progressive", "cmyk", "png", "tiff", "lzw", "webp"])


@settings(deadline=None, max_examples=150)
@given(NAMES, st.floats(0, 1, exclude_max=True))
def test_cut_short_anywhere_is_refused(name: str, share: float) -> None:
    data = _files()[name]
    # The end of a PNG holds checksums only; all its pixels may be there without them.
    short = data[: int(share * (len(data) - 24))]
    with pytest.raises(InputError):
        inspect(short, name)
    with pytest.raises(InputError):
        decode(short, name, WHOLE, (40, 40))


@settings(deadline=None, max_examples=200)
@given(NAMES, st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=5))
def test_damage_anywhere_is_refused_or_harmless(name: str, hits: list[tuple[float, int]]) -> None:
    data = bytearray(_files()[name])
    for share, value in hits:
        data[int(share * len(data))] = value
    try:
        info = inspect(bytes(data), name)
        image = decode(bytes(data), name, WHOLE, (40, 40))
    except InputError:
        return
    assert info.width > 0
    assert image.width <= 40
    assert np.asarray(image).dtype == np.uint8
