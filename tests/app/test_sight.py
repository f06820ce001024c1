"""The campaign in other programs' PDFs: by the sealed drawing, by looking, by reading."""

from __future__ import annotations

import datetime as dt
import io
import sys
from collections.abc import Callable

import numpy as np
import pikepdf
import pytest
from PIL import Image

from coverkit.app import sight as sights
from coverkit.app.file_check import FileChecked, check_file
from coverkit.app.sample import CAMPAIGN
from coverkit.campaigns.library import shipped
from coverkit.checks.finding import Status
from coverkit.geometry import Rect
from coverkit.recognition import ocr
from coverkit.render.raster import rasterise
from tests.app.shelf import Shelf

DAY = dt.date(2020, 10, 15)
LOOKED = ("aspect", "colour", "present", "size", "uncovered", "zone")


@pytest.fixture(autouse=True)
def no_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing depends on whether Tesseract is installed where tests run."""
    monkeypatch.setattr(ocr, "program", lambda: None)


def foreign(data: bytes, change: Callable[[pikepdf.Pdf], None] = lambda _: None) -> bytes:
    """Return a press file as another program would have left it: without CoverKit's record."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.Root.Metadata
        change(pdf)
        buffer = io.BytesIO()
        pdf.save(buffer)
    return buffer.getvalue()


def wrapped(matrix: str) -> Callable[[pikepdf.Pdf], None]:
    """Return what draws a page's content through a matrix."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_add(f"q {matrix} cm".encode(), prepend=True)
        page.contents_add(b"Q")

    return change


def pictured(data: bytes, quality: int = 60) -> bytes:
    """Return a PDF that holds a picture of a page and nothing else."""
    buffer = io.BytesIO()
    rasterise(data, dpi=130, area="trim").image().save(buffer, "PDF", resolution=130, quality=quality)
    return buffer.getvalue()


def checked(data: bytes, campaign: str = CAMPAIGN, day: dt.date | None = DAY) -> FileChecked:
    """Check a foreign file for a campaign."""
    return check_file(data, "theirs.pdf", campaign=shipped(campaign), day=day)


def told(found: FileChecked) -> set[tuple[str, str]]:
    """Return what the rules say that judge what was found: rule and code."""
    prefix = "campaign.recognised-"
    return {(one.rule.removeprefix(prefix), one.code) for one in found.result.findings if one.rule.startswith(prefix)}


@pytest.fixture(scope="module")
def press(shelf: Shelf) -> bytes:
    return shelf.press().data


def test_the_sealed_drawing_is_found_exactly_and_the_slogan_is_read(press: bytes) -> None:
    found = checked(foreign(press))
    assert found.sight is not None
    (art,) = found.sight.art
    (slogan,) = found.sight.slogans
    assert (art.manner, art.art, art.confidence, art.cropped) == ("drawing", "band", 1.0, 0.0)
    assert art.covered < 0.01
    assert slogan.match.kind == "exact"
    assert told(found) == set()
    assert {one.status for one in found.result.rules if one.id.startswith("campaign.recog")} == {Status.PASS}


def test_own_files_are_judged_by_their_record_alone(press: bytes) -> None:
    found = checked(press)
    assert found.sight is None
    assert any(one.id == "press.official-art" for one in found.result.rules)


def test_stretched_mirrored_and_turned_drawings_are_told(press: bytes) -> None:
    assert ("banner-aspect", "stretched") in told(checked(foreign(press, wrapped("1 0 0 0.95 0 20"))))
    mirrored = checked(foreign(press, wrapped("-1 0 0 1 538.58 0")))
    assert {code for _, code in told(mirrored) if code in ("mirrored", "turned", "covered")} == {"mirrored"}
    assert ("banner-aspect", "turned") in told(checked(foreign(press, wrapped("0.9994 0.0349 -0.0349 0.9994 0 0"))))


def test_a_page_that_viewers_turn_is_judged_as_it_is_seen(press: bytes) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].Rotate = 90

    assert ("banner-aspect", "turned") in told(checked(foreign(press, change)))


def test_a_drawing_that_is_covered_is_told(press: bytes) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(b"q 0 0 0 0 k 80 60 120 60 re f Q")

    found = checked(foreign(press, change))
    assert ("banner-uncovered", "covered") in told(found)
    assert found.sight is not None
    assert 0.05 < found.sight.art[0].covered < 0.4


def test_a_drawing_that_is_wholly_covered_is_told(press: bytes) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(b"q 0 0 0 0 k 0 0 600 180 re f Q")

    found = checked(foreign(press, change))
    assert ("banner-uncovered", "cropped") in told(found) or ("banner-uncovered", "covered") in told(found)
    assert ("banner-present", "missing") not in told(found)


def test_a_page_of_pixels_is_searched(press: bytes) -> None:
    found = checked(pictured(press))
    assert found.sight is not None
    (art,) = found.sight.art
    (exact,) = checked(foreign(press)).sight.art  # type: ignore[union-attr]  # the test above
    assert (art.manner, art.art, found.sight.pages[0].scan) == ("looking", "band", True)
    assert art.width == pytest.approx(exact.width, rel=0.01)
    assert art.box.contains(exact.box.inset(1.0))
    assert abs(art.stretch) < 0.01
    assert art.confidence > 0.95
    assert told(found) == set()


def test_text_on_pixels_is_not_checked_without_a_reader(press: bytes) -> None:
    result = {one.id: one for one in checked(pictured(press)).result.rules}["campaign.recognised-slogan-present"]
    assert result.status is Status.NOT_CHECKED
    assert "Tesseract" in result.reason


def test_another_campaigns_banner_is_not_this_ones(press: bytes) -> None:
    assert ("banner-present", "missing") in told(checked(foreign(press), "bau-cu-2016", dt.date(2016, 5, 1)))
    assert ("slogan-present", "missing") not in told(checked(pictured(press), "bau-cu-2016", dt.date(2016, 5, 1)))


def test_without_a_date_the_campaign_is_judged_and_that_is_noted(press: bytes) -> None:
    assert told(checked(foreign(press), day=None)) == {("issue-date", "no-date")}
    assert ("issue-date", "outside-period") in told(checked(foreign(press), day=dt.date(2021, 3, 1)))


def test_without_opencv_looking_is_not_checked_and_the_rest_is(press: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sights, "_loads", lambda: False)
    results = {one.id: one for one in checked(pictured(press)).result.rules}
    for name in LOOKED:
        rule = results[f"campaign.recognised-banner-{name}"]
        assert rule.status is Status.NOT_CHECKED
        assert "OpenCV" in rule.reason
    assert {one.status for one in checked(foreign(press)).result.rules if "recognised-banner" in one.id} == {Status.PASS}


def test_a_library_that_does_not_load_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    sights._loads.cache_clear()
    for name in [one for one in sys.modules if one.startswith("coverkit.recognition") or one == "cv2"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "cv2", None)
    assert not sights.can_look()
    sights._loads.cache_clear()


def test_a_page_without_size_is_no_crash() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].MediaBox = pikepdf.Array([0, 0, 0.5, 0.5])
        buffer = io.BytesIO()
        pdf.save(buffer)
    found = checked(buffer.getvalue())
    assert found.result.counts()["crash"] == 0
    assert found.sight is not None
    assert found.sight.art == ()


def test_art_on_a_later_page_is_elsewhere(press: bytes) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        blank = pikepdf.Dictionary(Type=pikepdf.Name.Page, MediaBox=pdf.pages[0].MediaBox)
        pdf.pages.insert(0, pikepdf.Page(blank))

    assert ("banner-present", "elsewhere") in told(checked(foreign(press, change)))


def test_what_looks_like_the_art_but_is_not_its_drawing_is_noted(press: bytes) -> None:
    band = Rect(11.02, 225.39, 167.96, 33.59)
    image = rasterise(press, dpi=150, area="trim").image()
    scale = image.width / 190.0
    box = tuple(round(side * scale) for side in (band.x, band.y, band.right, band.bottom))
    page = Image.new("RGB", image.size, (250, 248, 240))
    page.paste(image.crop(box), box[:2])  # type: ignore[arg-type]  # four numbers
    seen = sights.looked_at(np.asarray(page, np.uint8), scale, shipped(CAMPAIGN))
    (art,) = seen
    assert art.width == pytest.approx(band.width, rel=0.005)
    assert art.box.x == pytest.approx(band.x, abs=0.3)
