"""Placed pictures in the inks of the press."""

from __future__ import annotations

import io
import threading
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from coverkit.colour import decoding, pictures
from coverkit.colour.inks import to_lab
from coverkit.colour.pictures import PictureStore, Realised, channel, effective_ppi, inspect, to_srgb_image
from coverkit.colour.profile import bundled_condition, bundled_conditions
from coverkit.errors import InputError, MissingError
from coverkit.geometry import Rect
from coverkit.model.values import Cmyk
from coverkit.scene.operations import Crop, Veil
from tests.colour.builders import (
    WHOLE,
    fogra39,
    grey_profile,
    jpeg_without_adobe,
    photo,
    placed,
    rgb_profile,
    saved,
    store_of,
)

SMALL = Rect(0.0, 0.0, 25.4, 25.4)
TINT = Veil(SMALL, Cmyk(0, 0, 0, 1), 0.5, 0.5)
WARM = Veil(SMALL, Cmyk(0, 0.5, 1, 0), 0.5, 0.5)


def press(data: bytes, box: Rect = SMALL, crop: Crop = WHOLE, veils: tuple[Veil, ...] = (), ppi: float = 300) -> Realised:
    store, sha = store_of(data)
    return store.realise(placed(sha, box, crop, veils), fogra39(), max_ppi=ppi)


def flat(colour: tuple[int, ...] | int, mode: str = "RGB", size: int = 20) -> Image.Image:
    return Image.new(mode, (size, size), colour)


@pytest.mark.parametrize("name", bundled_conditions())
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_white_stays_paper(name: str, mode: str) -> None:
    store, sha = store_of(saved(Image.new(mode, (20, 20), "white"), "PNG"))
    made = store.realise(placed(sha, SMALL), bundled_condition(name), max_ppi=300)
    assert made.image.getextrema() == (((0, 0),) * 4 if mode == "RGB" else (255, 255))


def test_rgb_becomes_the_inks_that_the_profile_says() -> None:
    image = photo(40, 40)
    wanted = ImageCms.profileToProfile(
        image,
        ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")),
        ImageCms.ImageCmsProfile(io.BytesIO(fogra39().profile)),
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        "CMYK",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert wanted is not None
    made = press(saved(image, "PNG"))
    assert np.abs(np.asarray(made.image).astype(int) - np.asarray(wanted)).max() <= 1


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF", "WEBP"])
def test_an_embedded_profile_is_honoured(kind: str) -> None:
    options = {"lossless": True} if kind == "WEBP" else {"quality": 100} if kind == "JPEG" else {}
    red = saved(flat((220, 30, 30)), "PNG")
    swapped = saved(flat((30, 220, 30)), kind, icc_profile=rgb_profile(swapped=True), **options)
    plain, profiled = (np.asarray(press(data).image).astype(int)[5, 5] for data in (red, swapped))
    assert np.abs(plain - profiled).max() <= 8  # gamma 2.2 is not quite sRGB's curve
    ignored = np.asarray(press(saved(flat((30, 220, 30)), "PNG")).image).astype(int)[5, 5]
    assert np.abs(plain - ignored).max() > 100


def test_broken_profiles_are_passed_over() -> None:
    data = saved(flat((220, 30, 30)), "PNG", icc_profile=rgb_profile()[:300])
    assert press(data).pixels == press(saved(flat((220, 30, 30)), "PNG")).pixels


@pytest.mark.parametrize("name", bundled_conditions())
def test_grey_stays_one_ink_and_keeps_its_lightness(name: str) -> None:
    condition = bundled_condition(name)
    image = Image.frombytes("L", (256, 1), bytes(range(256)))
    store, sha = store_of(saved(image, "PNG"))
    made = store.realise(placed(sha, Rect(0, 0, 100, 100)), condition, max_ppi=300)
    assert made.mode == "gray"
    values = list(made.pixels)
    assert values == sorted(values)
    assert (values[0], values[255]) == (0, 255)
    solid = _luminance(to_lab(Cmyk(0, 0, 0, 1), condition)[0])
    for grey in range(0, 256, 15):
        share = grey / 255
        light = share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
        printed = _luminance(to_lab(Cmyk(0, 0, 0, 1 - values[grey] / 255), condition)[0])
        assert _lightness(printed) == pytest.approx(_lightness(solid + (1 - solid) * light), abs=0.25)


def _luminance(lightness: float) -> float:
    return float(((lightness + 16) / 116) ** 3) if lightness > 8 else lightness * 27 / 24389


def _lightness(luminance: float) -> float:
    return float(116 * luminance ** (1 / 3) - 16) if luminance > 216 / 24389 else luminance * 24389 / 27


def test_a_grey_profile_is_honoured() -> None:
    dark = press(saved(flat(128, "L"), "PNG", icc_profile=grey_profile(3.0))).pixels[0]
    plain = press(saved(flat(128, "L"), "PNG")).pixels[0]
    light = press(saved(flat(128, "L"), "PNG", icc_profile=grey_profile(1.0))).pixels[0]
    assert dark < plain - 20 < light - 40


def test_a_colour_veil_makes_a_grey_picture_colour_and_a_black_one_does_not() -> None:
    data = saved(photo(40, 40, "L"), "PNG")
    plain, black, warm = (press(data, veils=veils) for veils in ((), (TINT,), (WARM,)))
    assert (plain.mode, black.mode, warm.mode) == ("gray", "gray", "cmyk")
    below = 255 - np.asarray(plain.image).astype(float)
    assert np.abs(255 - np.asarray(black.image) - (below + 255) / 2).max() <= 1
    inks = np.asarray(warm.image).astype(float)
    assert np.abs(inks[:, :, 3] - below / 2).max() <= 1
    assert np.abs(inks[:, :, 2] - 127.5).max() <= 1


def _turned() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = 3
    return exif


CMYK_JPEG = saved(photo(60, 60, "CMYK"), "JPEG", quality=90)


@pytest.mark.parametrize("data", [CMYK_JPEG, jpeg_without_adobe(CMYK_JPEG)])
def test_a_cmyk_jpeg_passes_untouched(data: bytes) -> None:
    made = press(data)
    encoded = made.encoded()
    assert encoded.data == data
    assert encoded.filter == "DCTDecode"
    assert encoded.inverted == inspect(data, "a").adobe_inverted == (data is CMYK_JPEG)
    assert made.is_original
    assert (made.width, made.height) == (60, 60) == made.image.size


def test_what_the_passed_bytes_mean_is_what_the_pixels_are() -> None:
    inverted, bare = press(CMYK_JPEG), press(jpeg_without_adobe(CMYK_JPEG))
    assert inverted.pixels == bytes(255 - value for value in bare.pixels)


def test_a_profile_of_the_same_press_passes_and_another_is_converted() -> None:
    image = photo(60, 60, "CMYK")
    same = saved(image, "JPEG", quality=95, icc_profile=fogra39().profile)
    other = saved(image, "JPEG", quality=95, icc_profile=bundled_condition("FOGRA29").profile)
    assert press(same).is_original
    converted = press(other)
    assert not converted.is_original
    assert np.abs(np.asarray(converted.image).astype(int) - np.asarray(press(same).image)).max() > 20


@pytest.mark.parametrize(
    ("data", "box", "crop", "veils"),
    [
        (CMYK_JPEG, SMALL, Crop(0, 0, 1, 0.9), ()),
        (CMYK_JPEG, SMALL, WHOLE, (TINT,)),
        (CMYK_JPEG, Rect(0, 0, 3, 3), WHOLE, ()),
        (saved(photo(60, 60, "CMYK"), "JPEG", exif=_turned()), SMALL, WHOLE, ()),
        (saved(photo(60, 60, "CMYK"), "JPEG", progressive=True), SMALL, WHOLE, ()),
        (saved(photo(60, 60, "CMYK"), "TIFF"), SMALL, WHOLE, ()),
        (saved(photo(60, 60), "JPEG"), SMALL, WHOLE, ()),
        (saved(photo(60, 60, "L"), "JPEG"), SMALL, WHOLE, ()),
    ],
)
def test_what_may_not_pass(data: bytes, box: Rect, crop: Crop, veils: tuple[Veil, ...]) -> None:
    made = press(data, box, crop, veils)
    assert not made.is_original
    assert made.encoded().data != data


def test_cmyk_without_a_profile_keeps_its_inks() -> None:
    image = photo(60, 60, "CMYK")
    assert press(saved(image, "TIFF")).pixels == image.tobytes()


@settings(deadline=None, max_examples=40)
@given(st.floats(5, 200), st.floats(5, 200), st.floats(72, 600))
def test_reduced_to_the_resolution_and_never_enlarged(width: float, height: float, ppi: float) -> None:
    store, sha = store_of(saved(Image.new("RGB", (300, 200), "red"), "PNG"))
    picture = placed(sha, Rect(0, 0, width, height), Crop(0.1, 0.1, 0.9, 1.0))
    made = store.realise(picture, fogra39(), max_ppi=ppi)
    assert made.width <= min(240, max(1.0, width / 25.4 * ppi + 1e-3))
    assert made.height <= min(180, max(1.0, height / 25.4 * ppi + 1e-3))
    assert made.width >= min(240, int(width / 25.4 * ppi))


def test_effective_resolution_is_that_of_the_worse_axis() -> None:
    info = inspect(saved(Image.new("L", (300, 200)), "PNG"), "a")
    assert effective_ppi(info, placed("a", Rect(5, 5, 50.8, 25.4))) == pytest.approx(150)
    assert effective_ppi(info, placed("a", Rect(5, 5, 25.4, 25.4), Crop(0, 0, 0.5, 0.5))) == pytest.approx(100)


def test_what_was_made_is_kept_and_moving_costs_nothing() -> None:
    store, sha = store_of(saved(photo(80, 80), "PNG"))
    picture = placed(sha, SMALL, WHOLE, (WARM,))
    made = store.realise(picture, fogra39(), max_ppi=300)
    moved = replace(picture, box=SMALL.moved(7.1, 3.3), veils=(replace(WARM, box=SMALL.moved(7.1, 3.3)),))
    assert store.realise(moved, fogra39(), max_ppi=300) is made
    assert made.encoded() is made.encoded()
    for other in (
        replace(picture, crop=Crop(0, 0, 1, 0.9)),
        replace(picture, veils=(replace(WARM, opacity_end=0.6),)),
        replace(picture, box=Rect(0, 0, 30, 25.4), veils=()),
    ):
        assert store.realise(other, fogra39(), max_ppi=300).key != made.key
    larger = replace(picture, box=Rect(0, 0, 30, 30))  # the same pixels, of which the veil covers a smaller part
    assert store.realise(larger, fogra39(), max_ppi=300).pixels != made.pixels
    assert store.realise(picture, bundled_condition("FOGRA29"), max_ppi=300).key != made.key
    assert store.realise(picture, fogra39(), max_ppi=60).key != made.key


def test_what_was_decoded_ahead_is_what_the_screen_gets(monkeypatch: pytest.MonkeyPatch) -> None:
    data = {f"{count}": saved(photo(900, 700 + count), "JPEG") for count in range(5)} | {
        "bad": saved(photo(60, 60), "JPEG")[:-200]
    }
    wanted = [placed(name, SMALL) for name in data]
    plain = PictureStore(data)
    shown = {one.sha256: plain.proxy(one, fogra39(), 10.0).pixels for one in wanted if one.sha256 != "bad"}
    store, threads = PictureStore(data), set[str]()
    decoded = decoding.decode

    def noted(*arguments: Any) -> Image.Image:
        threads.add(threading.current_thread().name)
        return decoded(*arguments)

    monkeypatch.setattr(pictures, "decode", noted)
    store.decode_ahead([*wanted, placed("gone", SMALL)], fogra39(), 10.0)
    assert {one.sha256: store.proxy(one, fogra39(), 10.0).pixels for one in wanted if one.sha256 != "bad"} == shown
    assert threads
    assert all(name.startswith("pictures") for name in threads), "nothing was decoded twice"
    with pytest.raises(InputError):
        store.proxy(placed("bad", SMALL), fogra39(), 10.0)
    with pytest.raises(MissingError):
        store.proxy(placed("gone", SMALL), fogra39(), 10.0)


def test_the_cache_forgets_what_was_longest_unused() -> None:
    data = saved(photo(100, 100), "PNG")
    sha = "a" * 64
    store = PictureStore({sha: data}, cache_bytes=100_000)
    first = store.realise(placed(sha, SMALL), fogra39(), max_ppi=300)
    second = store.realise(placed(sha, SMALL, Crop(0, 0, 1, 0.99)), fogra39(), max_ppi=300)
    assert store.realise(placed(sha, SMALL), fogra39(), max_ppi=300) is first
    store.realise(placed(sha, SMALL, Crop(0, 0, 1, 0.98)), fogra39(), max_ppi=300)
    assert store.realise(placed(sha, SMALL), fogra39(), max_ppi=300) is first
    assert store.realise(placed(sha, SMALL, Crop(0, 0, 1, 0.99)), fogra39(), max_ppi=300) is not second


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_the_screens_picture_looks_like_the_presss(mode: str) -> None:
    store, sha = store_of(saved(photo(425, 300, mode).resize((3400, 2400)), "JPEG", quality=95))
    crop, box = Crop(0.25, 0.1, 0.75, 0.9), Rect(0, 0, 100, 110)
    veils = (
        Veil(Rect(0, 60, 100, 50), Cmyk(1, 0.7, 0, 0.2), 0, 0.9),
        Veil(Rect(20, 20, 50, 20), Cmyk(0, 0, 0, 1), 0.4, 0.4, blur=2),
    )
    picture = placed(sha, box, crop, veils)
    proxy = store.proxy(picture, fogra39(), 3.0)
    fine = store.realise(picture, fogra39(), max_ppi=3.0 * 25.4)
    assert (proxy.width, proxy.height) == (fine.width, fine.height) == (300, 330)
    shown, printed = (np.asarray(to_srgb_image(one, fogra39())).astype(int) for one in (proxy, fine))
    assert np.abs(shown - printed).mean() < 2.5
    assert store.proxy(picture, fogra39(), 3.0) is proxy
    assert store.proxy(picture, fogra39(), 500.0).width == 1700


def test_a_proof_made_in_parts_is_the_proof() -> None:
    store, sha = store_of(saved(photo(200, 200), "PNG"))
    part = Veil(Rect(5, 5, 10, 8), Cmyk(0, 0, 0, 1), 0.7, 0.2, blur=0.5, multiply=True)
    picture = placed(sha, SMALL, WHOLE, (WARM, part, replace(part, opacity_start=0, opacity_end=0)))
    in_parts = to_srgb_image(store.proxy(picture, fogra39(), 6.0), fogra39())
    at_once = to_srgb_image(store.realise(picture, fogra39(), max_ppi=6.0 * 25.4), fogra39())
    made = store.proxy(picture, fogra39(), 6.0)
    alone = to_srgb_image(Realised("alone", "cmyk", made.image.size, lambda: made.image), fogra39())
    assert in_parts.tobytes() == alone.tobytes()
    assert in_parts.size == at_once.size


def test_missing_and_damaged_pictures_are_named() -> None:
    data = saved(photo(60, 60), "JPEG")
    store = PictureStore({"a": data[:-200], "b": b"%PDF"}, {"a": "Ảnh đại hội.jpg", "c": "Mất.png"})
    with pytest.raises(InputError, match=r"Ảnh đại hội\.jpg"):
        store.realise(placed("a", SMALL), fogra39(), max_ppi=300)
    with pytest.raises(InputError, match="not a JPEG"):
        store.info("b")
    with pytest.raises(MissingError, match=r"Mất\.png"):
        store.proxy(placed("c", SMALL), fogra39(), 5.0)


@settings(deadline=None, max_examples=30)
@given(st.floats(0, 1), st.floats(0, 1), st.booleans())
def test_veils_never_pass_the_ink_limit(part: float, share: float, multiply: bool) -> None:
    veil = Veil(SMALL, Cmyk(part, 1, 1, 1 - part), share, 1.0, multiply=multiply)
    made = press(saved(photo(50, 50), "PNG"), veils=(veil,))
    assert np.asarray(made.image).sum(axis=2).max() <= 3.0 * 255 + 2


def test_plates_of_a_grey_picture_are_black_only() -> None:
    made = press(saved(photo(40, 40, "L"), "PNG"))
    assert channel(made, "k").tobytes() == made.pixels
    assert channel(made, "c").getextrema() == (255, 255)
