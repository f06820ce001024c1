"""Rules R0001 to R0006 and R0034 to R0037: standard, boxes, pages, layers, output intent, scale."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from coverkit.facts.file import FileSubject
from coverkit.facts.ink import InkReport
from coverkit.formats.printers import printer_profile
from coverkit.geometry import Rect
from tests.preflight.files import CONTENT, Change, boxes, built
from tests.rules.gwg.subjects import GROUND, found, of_bytes, result, subject, text
from tests.rules.press.subjects import judged

ALL = ("SheetCMYK", "SheetSpot", "MagazineAds", "WebCMYK", "DigitalPrint", "Newspaper")


def _page(**entries: object) -> Change:
    def change(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.pages[0].obj[f"/{key}"] = value

    return change


def _two(**entries: object) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.add_blank_page()
        page = pdf.pages[1].obj
        boxes(page)
        page.Contents = pdf.make_stream(CONTENT)
        for key, value in entries.items():
            page[f"/{key}"] = value

    return change


def _unclaimed() -> FileSubject:
    def change(pdf: Pdf) -> None:
        del pdf.Root.Metadata, pdf.trailer.Info

    return subject(change=change)


def test_r0001_fires_on_files_that_claim_nothing_or_something_else() -> None:
    assert found("r0001", _unclaimed()) == [("not-claimed", "error")]
    assert found("r0001", of_bytes(built(x1a=True))) == [("not-claimed", "error")]


def test_r0001_stays_quiet_and_says_where_more_is_told() -> None:
    outcome = result("r0001", subject())
    assert outcome is not None
    assert (outcome.status.value, outcome.findings) == ("pass", ())
    assert "press." in outcome.reason


def test_r0001_option_variant_and_files_that_are_meant_as_another_standard() -> None:
    for variant in ALL:
        assert found("r0001", _unclaimed(), variant=variant) == [("not-claimed", "error")]
    own = result("r0001", judged(built(x1a=True), x1a=True))
    foreign = result("r0001", replace(of_bytes(built(x1a=True)), printer=printer_profile("legacy-rip")))
    for outcome in (own, foreign):
        assert outcome is not None
        assert (outcome.status.value, outcome.findings) == ("not_checked", ())


def test_r0002_fires_on_a_user_unit() -> None:
    assert found("r0002", subject(change=_page(UserUnit=1))) == [("user-unit", "error")]


def test_r0002_stays_quiet() -> None:
    assert found("r0002", subject()) == []


def test_r0002_option_variant_weighs_it() -> None:
    assert found("r0002", subject(change=_page(UserUnit=2)), variant="LargeFormat") == [("user-unit", "warning")]


def test_r0003_fires_on_a_smaller_crop_box() -> None:
    assert found("r0003", subject(change=_page(CropBox=Array([9, 9, 500, 700])))) == [("crop-box", "error")]


def test_r0003_stays_quiet() -> None:
    def same(pdf: Pdf) -> None:
        pdf.pages[0].obj.CropBox = pdf.pages[0].obj.MediaBox

    assert found("r0003", subject(change=same)) == []
    assert found("r0003", subject()) == []


def test_r0003_option_variant_is_an_error_everywhere() -> None:
    of = subject(change=_page(CropBox=Array([9, 9, 500, 700])))
    for variant in ALL:
        assert found("r0003", of, variant=variant) == [("crop-box", "error")]


def test_r0004_fires_on_pages_of_other_sizes_or_turned() -> None:
    assert found("r0004", subject(change=_two(TrimBox=Array([40, 40, 500, 700])))) == [("size", "warning")]
    assert found("r0004", subject(change=_page(Rotate=90))) == [("turned", "warning")]


def test_r0004_stays_quiet() -> None:
    for change in (_two(), _page(Rotate=0), _page(Rotate=360), _two(TrimBox=Array([0, 0, 538.5827, 765.3543]))):
        assert found("r0004", subject(change=change)) == []


def test_r0004_option_variant_weighs_it() -> None:
    of = subject(change=_page(Rotate=180))
    assert found("r0004", of, variant="WebCMYK") == [("turned", "error")]
    assert result("r0004", of, variant="Newspaper") is None


@pytest.mark.parametrize(
    "content", [b"", b"0 0 0 0 k 50 50 9 9 re f", b"0 g 0 0 9 9 re f", b"3 Tr " + text(9), b"/Half gs 1 g 50 50 9 9 re f"]
)
def test_r0005_fires_on_pages_without_ink(content: bytes) -> None:
    assert found("r0005", subject(content)) == [("empty", "warning")]


def test_r0005_stays_quiet() -> None:
    assert found("r0005", subject(GROUND)) == []
    assert found("r0005", subject(text(9))) == []


def test_r0005_does_not_know_whether_a_picture_is_blank_unless_the_ink_was_measured() -> None:
    inline = b"q 99 0 0 99 60 60 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \xff EI Q"
    outcome = result("r0005", subject(inline))
    assert outcome is not None
    assert outcome.status.value == "not_checked"

    def measured(peak: float) -> FileSubject:
        return replace(subject(inline), ink=InkReport(peak, Rect(0, 0, 15, 15), peak, 0.0, 300.0, "test"))

    assert found("r0005", measured(0.0)) == [("empty", "warning")]
    outcome = result("r0005", measured(9.0))
    assert outcome is not None
    assert outcome.status.value == "pass"


def test_r0005_does_not_know_what_it_could_not_read() -> None:
    def broken(pdf: Pdf) -> None:
        pdf.pages[0].obj.Contents = pdf.make_stream(b"no data", Filter=Name.JPXDecode)

    outcome = result("r0005", subject(change=broken))
    assert outcome is not None
    assert (outcome.status.value, outcome.findings) == ("not_checked", ())


def test_r0005_option_variant_weighs_it() -> None:
    assert found("r0005", subject(b""), variant="Newspaper") == [("empty", "error")]
    assert result("r0005", subject(b""), variant="DigitalPrint") is None


def test_r0006_fires_on_two_pages() -> None:
    assert found("r0006", subject(change=_two(), variant="MagazineAds")) == [("pages", "error")]


def test_r0006_stays_quiet() -> None:
    assert found("r0006", subject(variant="Newspaper")) == []


def test_r0006_option_variant_that_does_not_ask() -> None:
    assert result("r0006", subject(change=_two()), variant="SheetCMYK") is None


def _layers(**entries: object) -> Change:
    def change(pdf: Pdf) -> None:
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Lớp"))
        properties = Dictionary(OCGs=Array([layer]), D=Dictionary(Name="D"))
        for key, value in entries.items():
            properties[f"/{key}"] = value
        if "hidden" in entries:
            properties.D.OFF = Array([layer])
        pdf.Root.OCProperties = properties

    return change


def test_r0034_fires_on_further_configurations() -> None:
    of = subject(change=_layers(Configs=Array([Dictionary(Name="two")])), variant="MagazineAds")
    assert found("r0034", of) == [("configurations", "error")]


def test_r0034_stays_quiet() -> None:
    assert found("r0034", subject(change=_layers(), variant="Newspaper")) == []
    assert found("r0034", subject(variant="Newspaper")) == []


def test_r0034_option_variant_that_does_not_ask() -> None:
    assert result("r0034", subject(change=_layers()), variant="SheetCMYK") is None


def _intent(kind: bytes | None) -> Change:
    def change(pdf: Pdf) -> None:
        (intent,) = pdf.Root.OutputIntents
        if kind is None:
            del intent["/DestOutputProfile"]
        else:
            data = intent.DestOutputProfile.read_bytes()
            intent.DestOutputProfile = pdf.make_stream(data[:16] + kind + data[20:], N=3)

    return change


def test_r0035_fires_on_intents_that_are_no_cmyk_press() -> None:
    def without(pdf: Pdf) -> None:
        del pdf.Root.OutputIntents

    assert found("r0035", subject(change=_intent(b"RGB "))) == [("not-cmyk", "error")]
    assert found("r0035", subject(change=_intent(None))) == [("profile-missing", "error")]
    assert found("r0035", subject(change=without)) == [("intent-missing", "error")]


def test_r0035_stays_quiet() -> None:
    assert found("r0035", subject()) == []


def test_r0035_option_variant_is_an_error_everywhere() -> None:
    for variant in ALL:
        assert found("r0035", subject(change=_intent(b"GRAY")), variant=variant) == [("not-cmyk", "error")]


def test_r0036_fires_on_hidden_layers() -> None:
    of = subject(change=_layers(hidden=True), variant="LargeFormat")
    assert found("r0036", of) == [("hidden", "error")]


def test_r0036_stays_quiet() -> None:
    assert found("r0036", subject(change=_layers(), variant="LargeFormat")) == []
    assert found("r0036", subject(variant="LargeFormat")) == []


def test_r0036_option_variant_that_does_not_ask() -> None:
    assert result("r0036", subject(change=_layers(hidden=True)), variant="SheetCMYK") is None


def test_r0037_stays_quiet_and_says_by_which_option_limits_go() -> None:
    outcome = result("r0037", subject(variant="LargeFormat"), scaling_factor=10.0, viewing_distance_m=4.0)
    assert outcome is not None
    assert (outcome.status.value, outcome.findings) == ("pass", ())
    assert "10" in outcome.reason
    assert "4 m" in outcome.reason
    assert result("r0037", subject()) is None


def test_a_variant_that_nobody_knows_is_told_and_decides_nothing() -> None:
    outcome = result("r0007", subject(), variant="Plakat")
    assert outcome is not None
    assert outcome.status.value == "not_checked"
    assert "Plakat" in outcome.reason
