"""Press rules over the output intent and the page boxes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from coverkit.geometry import MM
from coverkit.resources import assets
from tests.preflight.files import Change, profile
from tests.rules.press.subjects import codes, result, subject


def _intent(key: str, value: object) -> Change:
    def change(pdf: Pdf) -> None:
        intent = pdf.Root.OutputIntents[0]
        if value is None:
            del intent[key]
        else:
            intent[key] = value

    return change


def _profile(data: bytes, channels: int = 4) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(data, N=channels)

    return change


def _second(subtype: str, data: bytes = b"") -> Change:
    def change(pdf: Pdf) -> None:
        other = Dictionary(Type=Name.OutputIntent, S=Name(subtype), OutputConditionIdentifier="x", Info="x")
        if data:
            other.DestOutputProfile = pdf.make_stream(data, N=3)
        pdf.Root.OutputIntents.append(other)

    return change


def _gone(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def _rgb() -> bytes:
    return (assets() / "profiles" / "sRGB.icc").read_bytes()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_gone, ["missing"]),
        (_second("/GTS_PDFX"), ["several"]),
        (_second("/GTS_PDFA1"), []),
        (_second("/GTS_PDFA1", _rgb()), ["two-profiles"]),
        (_intent("/OutputConditionIdentifier", None), ["identifier-missing"]),
        (_intent("/OutputConditionIdentifier", "FOGRA51"), ["other-condition"]),
        (_intent("/RegistryName", None), []),
        (_intent("/DestOutputProfile", None), ["profile-missing"]),
        (_intent("/DestOutputProfileRef", Dictionary()), ["external-profile"]),
        (_profile(b"not a profile at all"), ["no-profile"]),
        (_profile(profile(), 3), ["channels"]),
        (_profile(profile().replace(b"A2B0", b"A2BX", 1)), ["no-output-profile", "other-profile"]),
        (_profile(profile()[:-1] + b"\xff"), ["other-profile"]),
        (_profile(_rgb(), 3), ["no-output-profile", "not-cmyk", "other-profile"]),
    ],
)
def test_output_intent(change: Change, expected: list[str]) -> None:
    assert codes("press.output-intent", subject(change)) == expected


def test_a_registered_condition_without_profile_is_enough_for_x1a() -> None:
    assert codes("press.output-intent", subject(_intent("/DestOutputProfile", None), x1a=True)) == []


def test_an_undescribed_condition_without_registry() -> None:
    def change(pdf: Pdf) -> None:
        _intent("/RegistryName", None)(pdf)
        _intent("/Info", None)(pdf)

    assert codes("press.output-intent", subject(change)) == ["unexplained"]


def test_icc_version_option() -> None:
    assert codes("press.output-intent", subject(), newest_icc=1) == ["icc-version"]


def _page(key: str, value: object) -> Change:
    def change(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        if value is None:
            del page[key]
        else:
            page[key] = value

    return change


def _edge(key: str, index: int, by_mm: float) -> Change:
    def change(pdf: Pdf) -> None:
        box = pdf.pages[0].obj[key]
        box[index] = float(box[index]) + by_mm * MM

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_page("/MediaBox", None), ["media-missing"]),
        (_page("/TrimBox", None), ["trim-missing"]),
        (_page("/ArtBox", Array([50, 50, 100, 100])), ["trim-and-art"]),
        (_page("/BleedBox", None), ["bleed-size"]),
        (_page("/Rotate", 90), ["rotated"]),
        (_page("/Rotate", 0), []),
        (_page("/UserUnit", 1), ["user-unit"]),
        (_page("/CropBox", Array([36, 36, 500, 700])), ["crop", "outside"]),
        (_edge("/TrimBox", 2, 0.02), ["bleed-size", "trim-size"]),
        (_edge("/TrimBox", 2, 0.005), []),
        (_edge("/BleedBox", 0, -0.5), ["bleed-size"]),
        (_edge("/BleedBox", 1, 4.0), ["bleed-size", "outside"]),
        (_edge("/MediaBox", 3, -8.0), ["no-room-for-marks"]),
        (_edge("/MediaBox", 3, -11.0), ["no-room-for-marks", "outside"]),
        (_edge("/MediaBox", 3, 6000.0), ["side"]),
    ],
)
def test_boxes(change: Change, expected: list[str]) -> None:
    assert codes("press.boxes", subject(change)) == expected


def test_a_crop_box_equal_to_the_sheet_is_fine() -> None:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.CropBox = pdf.pages[0].obj.MediaBox

    assert codes("press.boxes", subject(change)) == []


def test_box_options() -> None:
    wide = subject(_edge("/TrimBox", 2, 0.02))
    assert codes("press.boxes", wide, tolerance_mm=0.05) == []
    tight = subject(_edge("/MediaBox", 3, -8.0))
    assert codes("press.boxes", tight, marks_room_mm=1.0) == []
    assert codes("press.boxes", tight, marks_room_mm=0.0) == []


def test_bleed_is_compared_edge_by_edge() -> None:
    uneven = replace(subject(), bleed_mm=(3.0, 3.0, 5.0, 3.0))
    (finding,) = result("press.boxes", uneven).findings
    problem = finding.problem
    assert (problem.element, problem.limit) == ("right", 5.0)
    assert problem.measured == pytest.approx(3.0, abs=0.001)
