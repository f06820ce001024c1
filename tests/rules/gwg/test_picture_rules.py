"""Rules R0031 to R0033: resolution of photographs, of line art, and of pages that are one picture."""

from __future__ import annotations

from typing import Any

import pytest
from pikepdf import Dictionary, Name, Pdf

from coverkit.facts.file import FileSubject
from coverkit.geometry import MM
from tests.preflight.files import BLEED, MARGIN, TRIM
from tests.rules.gwg.subjects import GROUND, found, result, subject

WIDTH, HEIGHT = (round(side * MM + 2 * BLEED * MM, 3) for side in TRIM)
LOW = MARGIN * MM


def _picture(ppi: float, size: int = 100, before: bytes = b"", variant: str = "SheetCMYK", **entries: object) -> FileSubject:
    """Return a page with a square picture of some pixels a side at a resolution."""
    side = size * 72 / ppi
    return _placed(b"%s q %f 0 0 %f 60 60 cm /Im Do Q" % (before, side, side), size, variant, **entries)


def _page(ppi: float, before: bytes = b"", variant: str = "MagazineAds", **entries: object) -> FileSubject:
    """Return a page that one picture covers to the bleed, at a resolution."""
    size = round(WIDTH / 72 * ppi)
    place = b"%s q %f 0 0 %f %f %f cm /Im Do Q" % (before, size * 72 / ppi, HEIGHT, LOW, LOW)
    return _placed(place, size, variant, **{"Height": 99_999, **entries})


def _placed(content: bytes, size: int, variant: str, **entries: object) -> FileSubject:
    def change(pdf: Pdf) -> None:
        base = {"Width": size, "Height": size, "BitsPerComponent": 8, "ColorSpace": Name.DeviceCMYK, **entries}
        kept = {f"/{key}": value for key, value in base.items() if value is not None}
        image = pdf.make_stream(b"\0", {"/Subtype": Name.Image, **kept})
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im=image))

    return subject(content, change, variant)


@pytest.mark.parametrize(
    ("ppi", "expected"),
    [(149, [("refused", "error")]), (149.2, [("doubtful", "warning")]), (224, [("doubtful", "warning")]), (224.5, [])],
)
def test_r0031_fires_up_to_its_limits_and_stays_quiet_above(ppi: float, expected: list[tuple[str, str]]) -> None:
    assert found("r0031", _picture(ppi)) == expected


def test_r0031_fires_on_inline_pictures_and_small_sides() -> None:
    inline = b"q 90 0 0 9 60 60 cm BI /W 17 /H 2 /BPC 8 /CS /G ID %s EI Q" % (b"a" * 34)
    assert found("r0031", subject(inline)) == [("refused", "error")]
    assert found("r0031", _picture(72, 17)) == [("refused", "error")]


def test_r0031_stays_quiet_about_what_is_no_picture_to_look_at() -> None:
    assert found("r0031", _picture(10, 16)) == []
    assert found("r0031", _picture(10, BitsPerComponent=1, ColorSpace=Name.DeviceGray)) == []
    assert found("r0031", _picture(10, ImageMask=True, BitsPerComponent=None, ColorSpace=None)) == []
    assert found("r0031", _picture(10, before=b"0 0 20 20 re W n")) == []


def test_r0031_stays_quiet_about_soft_masks() -> None:
    def change(pdf: Pdf) -> None:
        size = {"/Subtype": Name.Image, "/BitsPerComponent": 8}
        mask = pdf.make_stream(b"\0", {**size, "/Width": 20, "/Height": 20, "/ColorSpace": Name.DeviceGray})
        image = pdf.make_stream(b"\0", {**size, "/Width": 900, "/Height": 900, "/ColorSpace": Name.DeviceCMYK, "/SMask": mask})
        pdf.pages[0].obj.Resources = Dictionary(XObject=Dictionary(Im=image))

    assert found("r0031", subject(b"q 200 0 0 200 60 60 cm /Im Do Q", change)) == []


@pytest.mark.parametrize(
    ("variant", "error", "warning"),
    [("SheetSpot", 149, 224), ("DigitalPrint", 95, 149), ("Newspaper", 99, 149), ("LargeFormat", 239, 299)],
)
def test_r0031_option_variant_with_its_limits(variant: str, error: int, warning: int) -> None:
    def said(ppi: float) -> list[str]:
        return [severity for _, severity in found("r0031", _picture(ppi), variant=variant)]

    assert [said(ppi) for ppi in (error, error + 0.5, warning, warning + 0.5)] == [["error"], ["warning"], ["warning"], []]


def test_r0031_option_distance_and_scale_count_for_large_formats_only() -> None:
    of = _picture(150)
    assert found("r0031", of, variant="LargeFormat", viewing_distance_m=2.0) == []
    assert found("r0031", of, variant="LargeFormat", viewing_distance_m=2.0, scaling_factor=2.0) == [("refused", "error")]
    assert found("r0031", of, variant="SheetCMYK", viewing_distance_m=2.0) == [("doubtful", "warning")]


ONE_BIT: dict[str, Any] = {"BitsPerComponent": 1, "ColorSpace": Name.DeviceGray}


@pytest.mark.parametrize(
    ("ppi", "expected"),
    [(549, [("refused", "error")]), (550, [("doubtful", "warning")]), (799, [("doubtful", "warning")]), (800, [])],
)
def test_r0032_fires_up_to_its_limits_and_stays_quiet_above(ppi: float, expected: list[tuple[str, str]]) -> None:
    assert found("r0032", _picture(ppi, **ONE_BIT)) == expected
    assert found("r0032", _picture(ppi, ImageMask=True, BitsPerComponent=None, ColorSpace=None)) == expected


def test_r0032_stays_quiet() -> None:
    assert found("r0032", _picture(10)) == []
    assert found("r0032", _picture(10, 16, **ONE_BIT)) == []


def test_r0032_option_variant_with_its_limits() -> None:
    of = _picture(400, **ONE_BIT)
    assert found("r0032", of, variant="SheetCMYK") == [("refused", "error")]
    assert found("r0032", of, variant="DigitalPrint") == [("doubtful", "warning")]


@pytest.mark.parametrize(("ppi", "expected"), [(149, "error"), (150, "warning"), (449, "warning"), (450, "")])
def test_r0033_fires_on_pages_that_are_one_picture(ppi: float, expected: str) -> None:
    of = _page(ppi)
    assert [severity for _, severity in found("r0033", of)] == ([expected] if expected else [])
    assert found("r0031", of) == []


def test_r0033_stays_quiet_where_there_is_more_or_the_page_is_not_covered() -> None:
    assert found("r0033", _page(72, GROUND)) == []
    assert found("r0031", _page(72, GROUND)) == [("refused", "error")]
    assert found("r0033", _page(72, **ONE_BIT)) == []
    assert found("r0033", _picture(72, variant="MagazineAds")) == []


def test_r0033_option_variant_that_does_not_ask_leaves_the_page_to_r0031() -> None:
    assert result("r0033", _page(72), variant="SheetCMYK") is None
    assert found("r0031", _page(72), variant="SheetCMYK") == [("refused", "error")]
    assert found("r0033", _page(120), variant="Newspaper") == [("doubtful", "warning")]
