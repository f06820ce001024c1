"""QR codes are found in all sizes that a scan holds and in every position; photographs, banners and designs have none."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from coverkit.app.sample import PHOTOGRAPH, sample_folder
from coverkit.recognition.codes import codes
from coverkit.resources import assets
from tests.recognition.qr import OFFICE, SHOP, on, picture

ROOT = Path(__file__).resolve().parents[2]
OTHERS = [
    *sorted((assets() / "samples").glob("*.jpg")),
    *sorted((assets() / "templates" / "campaigns").glob("*/art/*.png")),
    *sorted((assets() / "templates" / "designs").glob("*/thumbnail.png")),
    *sorted((ROOT / "docs" / "images").glob("window-*.png")),
]


def grey(image: Image.Image) -> NDArray[np.uint8]:
    return np.asarray(image.convert("L"), np.uint8)


@pytest.fixture(scope="module")
def page() -> Image.Image:
    with Image.open(sample_folder() / PHOTOGRAPH) as image:
        return image.convert("RGB").resize((900, 1280))


@pytest.mark.parametrize("angle", [0, 5, 30, 90, 137, 180, 250])
@pytest.mark.parametrize(("px", "text"), [(90, SHOP), (100, OFFICE), (180, OFFICE), (300, SHOP)])
def test_a_code_on_a_photograph_is_read_and_placed(page: Image.Image, px: int, text: str, angle: float) -> None:
    (found,) = codes(grey(on(page, text, px, angle, (300, 700))))
    assert found.text == text
    side = px * (abs(np.cos(np.radians(angle))) + abs(np.sin(np.radians(angle))))
    middle = (found.left + found.right) / 2 * 900, (found.top + found.bottom) / 2 * 1280
    assert middle == pytest.approx((300 + side / 2, 700 + side / 2), abs=6)


def test_two_codes_are_two(page: Image.Image) -> None:
    both = on(on(page, SHOP, 150, 0, (100, 100)), OFFICE, 200, 20, (400, 800))
    assert {one.text for one in codes(grey(both))} == {SHOP, OFFICE}


@pytest.mark.parametrize("px", [0, 150, 1000])
@pytest.mark.parametrize("quiet", [0, 1, 4])
def test_a_picture_that_is_a_code_needs_no_quiet_zone_and_no_size(px: int, quiet: int) -> None:
    image = picture(SHOP, px, quiet)
    assert [one.text for one in codes(grey(image), framed=True)] == [SHOP]


def test_light_on_dark_and_in_colour() -> None:
    code = np.asarray(picture(SHOP, 300)) == 0
    for dark, light in (((255, 255, 255), (120, 10, 20)), ((160, 0, 0), (255, 240, 200))):
        coloured = np.where(code[..., None], dark, light).astype(np.uint8)
        assert [one.text for one in codes(grey(Image.fromarray(coloured)), framed=True)] == [SHOP]


@pytest.mark.parametrize("path", OTHERS, ids=lambda one: f"{one.parent.parent.name}/{one.stem}")
def test_nothing_is_found_where_nothing_is(path: Path) -> None:
    with Image.open(path) as image:
        for longest in (700, 1500):
            seen = image.convert("L")
            seen.thumbnail((longest, longest))
            assert codes(grey(seen)) == ()
            assert codes(grey(seen), framed=True) == ()
