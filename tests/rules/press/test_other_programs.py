"""The press rules on files of other programs: as much as the standard that they claim asks, and no more."""

from __future__ import annotations

import re
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from coverkit.checks.finding import Severity
from coverkit.checks.rule import registered
from coverkit.checks.runner import run
from coverkit.facts.file import FileSubject
from coverkit.facts.standard import Standard
from coverkit.formats.printers import printer_profile
from coverkit.preflight.inspect import inspect
from tests.preflight.files import Change, built, profile, xmp
from tests.rules.press.subjects import codes, foreign, result

TINT = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[0, 0, 1, 0])
BOX = b" 50 50 100 100 re f"
GROUP = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
COLOURS = "press.device-colours"
CLEAR = Dictionary(ExtGState=Dictionary(G=Dictionary(ca=0.5)))


def _icc(channels: int) -> Array:
    return Array([Name.ICCBased, Dictionary(N=channels)])


def _spaces(**spaces: object) -> Dictionary:
    return Dictionary(ColorSpace=Dictionary({f"/{key}": value for key, value in spaces.items()}))


def _with(resources: Dictionary, change: Change | None = None) -> Change:
    def changed(pdf: Pdf) -> None:
        pdf.pages[0].obj.Resources = resources
        if change is not None:
            change(pdf)

    return changed


def _info(change: Change | None = None, **entries: object) -> Change:
    def changed(pdf: Pdf) -> None:
        for key, value in entries.items():
            if value is None:
                del pdf.trailer.Info[f"/{key}"]
            else:
                pdf.trailer.Info[f"/{key}"] = value
        if change is not None:
            change(pdf)

    return changed


@pytest.mark.parametrize("standard", ["PDF/X-4", "PDF/X-1a:2003"])
def test_no_rule_objects_to_a_good_file(standard: Standard) -> None:
    found = run([one for one in registered() if one.id.startswith("press.")], foreign(standard=standard))
    assert [(one.id, one.status) for one in found.rules if one.findings] == []
    assert "press.official-art" not in {one.id for one in found.rules}


@pytest.mark.parametrize(
    ("resources", "content", "x4", "x3", "x1a"),
    [
        (_spaces(), b"1 0 0 rg", ["not-ink"], ["not-ink"], ["not-ink"]),
        (_spaces(S=_icc(3)), b"/S cs 1 0 0 scn", [], [], ["not-ink"]),
        (_spaces(S=Array([Name.CalRGB, Dictionary(WhitePoint=[1, 1, 1])])), b"/S cs 1 0 0 scn", [], [], ["not-ink"]),
        (_spaces(DefaultRGB=_icc(3)), b"1 0 0 rg", [], [], ["remapped"]),
        (_spaces(DefaultCMYK=_icc(4)), b"1 0 0 0 k", [], [], ["remapped"]),
        (_spaces(S=Array([Name.Separation, Name.Gold, Name.DeviceCMYK, TINT])), b"/S cs 1 scn", [], [], []),
        (
            _spaces(S=Array([Name.Separation, Name.Gold, Name.DeviceRGB, TINT])),
            b"/S cs 1 scn",
            *(["alternate"], ["alternate"], ["alternate"]),
        ),
        (_spaces(S=Array([Name.Separation, Name.Gold, _icc(3), TINT])), b"/S cs 1 scn", [], [], ["alternate"]),
        (_spaces(S=Array([Name.Indexed, Name.DeviceRGB, 0, pikepdf.String(b"abc")])), b"/S cs 0 sc", *([["not-ink"]] * 3)),
        (_spaces(), b"/Nothing cs 1 scn", ["not-ink"], ["not-ink"], ["not-ink"]),
    ],
)
def test_colours_by_standard(resources: Dictionary, content: bytes, x4: list[str], x3: list[str], x1a: list[str]) -> None:
    wanted: dict[Standard, list[str]] = {"PDF/X-4": x4, "PDF/X-3:2002": x3, "PDF/X-1a:2001": x1a}
    found = {one: codes(COLOURS, foreign(_with(resources), content + BOX, one)) for one in wanted}
    assert found == wanted


def _rgb_intent(pdf: Pdf) -> None:
    data = bytearray(profile())
    data[16:20] = b"RGB "
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(bytes(data), N=3)


def test_colours_fit_an_intent_of_another_system() -> None:
    assert codes(COLOURS, foreign(_rgb_intent, b"1 0 0 rg" + BOX)) == []
    assert codes(COLOURS, foreign(_rgb_intent, b"1 0 0 0 k" + BOX)) == ["not-ink"]
    assert codes(COLOURS, foreign(_rgb_intent, b"0 g" + BOX)) == []
    assert codes("press.output-intent", foreign(_rgb_intent)) == []
    assert codes("press.output-intent", foreign(_rgb_intent, standard="PDF/X-1a:2003")) == ["not-cmyk"]


def test_colours_in_patterns_glyphs_and_soft_masks_are_seen() -> None:
    def aside(pdf: Pdf) -> None:
        red = b"1 0 0 rg 0 0 9 9 re f"
        form = {"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": [0, 0, 9, 9], "/Group": GROUP}
        cell = {"/PatternType": 1, "/PaintType": 1, "/TilingType": 1, "/BBox": [0, 0, 9, 9], "/XStep": 9, "/YStep": 9}
        mask = Dictionary(S=Name.Luminosity, G=pdf.make_stream(red, form))
        drawing = pdf.make_stream(b"9 0 d0 " + red)
        font = Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=[0, 0, 9, 9],
            FontMatrix=[0.1, 0, 0, 0.1, 0, 0],
            CharProcs=Dictionary(a=drawing),
            Encoding=Dictionary(Differences=[97, Name.a]),
            FirstChar=97,
            LastChar=97,
            Widths=[9],
        )
        pdf.pages[0].obj.Resources = Dictionary(
            Pattern=Dictionary(Ti=pdf.make_stream(red, cell)),
            ExtGState=Dictionary(Gs=Dictionary(SMask=mask)),
            Font=Dictionary(F=pdf.make_indirect(font)),
        )

    for content in (b"/Pattern cs /Ti scn" + BOX, b"/Gs gs 0 g" + BOX, b"BT /F 9 Tf (a) Tj ET"):
        found = foreign(aside, content)
        assert codes(COLOURS, found) == ["not-ink"], content
        assert [type(mark).__name__ for mark in found.pages[0].parts] == ["PathMark"]
    assert codes(COLOURS, foreign(aside, b"BT /F 9 Tf (b) Tj ET")) == []
    assert foreign(aside, b"BT /F 9 Tf 3 Tr (a) Tj ET").pages[0].parts == ()


def test_an_uncoloured_tiling_is_painted_in_the_colour_it_is_used_with() -> None:
    def change(pdf: Pdf) -> None:
        cell = {"/PatternType": 1, "/PaintType": 2, "/TilingType": 1, "/BBox": [0, 0, 9, 9], "/XStep": 9, "/YStep": 9}
        tile = pdf.make_stream(b"0 0 9 9 re f", cell)
        spaces = Dictionary(Cs=Array([Name.Pattern, Name.DeviceRGB]), Ck=Array([Name.Pattern, Name.DeviceCMYK]))
        pdf.pages[0].obj.Resources = Dictionary(Pattern=Dictionary(Ti=tile), ColorSpace=spaces)

    assert codes(COLOURS, foreign(change, b"/Cs cs 1 0 0 /Ti scn" + BOX)) == ["not-ink"]
    assert codes(COLOURS, foreign(change, b"/Ck cs 0 1 0 0 /Ti scn" + BOX)) == []


def _group(value: object) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.Group = value

    return change


@pytest.mark.parametrize(
    ("change", "content", "expected"),
    [
        (None, BOX, []),
        (None, b"/G gs" + BOX, ["no-page-group"]),
        (_group(GROUP), b"/G gs" + BOX, []),
        (_group(GROUP), BOX, []),
        (_group(Dictionary(S=Name.Transparency)), b"/G gs" + BOX, ["no-blend-space"]),
        (_group(Dictionary(S=Name.Transparency)), BOX, []),
        (_group(Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)), BOX, ["blend-space"]),
        (_group(Dictionary(S=Name.Transparency, CS=_icc(3))), b"/G gs" + BOX, []),
    ],
)
def test_transparency_in_pdf_x4(change: Change | None, content: bytes, expected: list[str]) -> None:
    assert codes("press.transparency", foreign(_with(CLEAR, change), content)) == expected


def test_a_page_group_that_is_missing_warns_and_one_in_other_colours_is_an_error() -> None:
    missing = foreign(_with(CLEAR), b"/G gs" + BOX)
    assert result("press.transparency", missing).status == "warning"
    wrong = foreign(_group(Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)))
    assert result("press.transparency", wrong).status == "error"


@pytest.mark.parametrize("standard", ["PDF/X-1a:2003", "PDF/X-3:2002"])
def test_the_older_standards_allow_no_transparency(standard: Standard) -> None:
    found = foreign(_with(CLEAR, _group(GROUP)), b"/G gs" + BOX, standard)
    assert codes("press.transparency", found) == ["opacity", "page-group"]


@pytest.mark.parametrize(
    ("standard", "change", "expected"),
    [
        ("PDF/X-3:2002", _info(GTS_PDFXVersion="PDF/X-3:2002"), []),
        ("PDF/X-3:2002", _info(GTS_PDFXVersion="PDF/X-3:2002", GTS_PDFXConformance="PDF/X-3:2002"), []),
        ("PDF/X-1a:2001", _info(GTS_PDFXVersion="PDF/X-1:2001", GTS_PDFXConformance="PDF/X-1a:2001"), []),
        ("PDF/X-1a:2001", _info(GTS_PDFXVersion="PDF/X-1a:2001"), ["conformance", "info-version"]),
        ("PDF/X-1a:2003", _info(GTS_PDFXConformance="PDF/X-1a:2001"), ["conformance-of-2001"]),
        ("PDF/X-1a:2003", _info(GTS_PDFXVersion="PDF/X-5g"), ["unknown-standard"]),
    ],
)
def test_identification_of_the_older_standards(standard: Standard, change: Change, expected: list[str]) -> None:
    assert codes("press.identification", foreign(change, standard=standard)) == expected


def test_what_the_metadata_of_the_older_standards_lack_weighs_more() -> None:
    assert result("press.metadata", foreign(_info(Title=None))).status == "warning"
    assert result("press.metadata", foreign(_info(Title=None), standard="PDF/X-1a:2003")).status == "error"
    assert result("press.metadata", foreign(_info(Creator=None))).status == "note"

    def packed(pdf: Pdf) -> None:
        pdf.Root.Metadata = pdf.make_stream(xmp(""), Filter=Array([]))
        del pdf.Root.Metadata["/Filter"]

    untyped = result("press.metadata", foreign(packed, standard="PDF/X-1a:2003"))
    assert [finding.severity for finding in untyped.findings] == [Severity.NOTE]


def _edge(key: str, index: int, by_points: float) -> Change:
    def change(pdf: Pdf) -> None:
        box = pdf.pages[0].obj[key]
        box[index] = float(box[index]) + by_points

    return change


def test_boxes_may_be_rounded_and_of_any_size() -> None:
    assert codes("press.boxes", foreign(_edge("/TrimBox", 2, -40.0))) == []
    assert codes("press.boxes", foreign(_edge("/BleedBox", 0, 9.2))) == ["outside"]
    assert codes("press.boxes", foreign(_edge("/BleedBox", 0, 8.9))) == []

    def art(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        page.ArtBox = page.TrimBox
        del page["/TrimBox"]

    assert codes("press.boxes", foreign(art)) == []


def _images(**entries: object) -> Change:
    def change(pdf: Pdf) -> None:
        other = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
        alternate = Dictionary({"/Image": other, **{f"/{key}": value for key, value in entries.items()}})
        pdf.Root.Thing = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Alternates=Array([alternate]))

    return change


def test_alternate_pictures_count_where_they_are_meant_for_print() -> None:
    assert codes("press.xobjects", foreign(_images())) == []
    assert codes("press.xobjects", foreign(_images(DefaultForPrinting=True))) == ["alternates"]


def _annotation(subtype: str) -> Change:
    def change(pdf: Pdf) -> None:
        one = Dictionary(Type=Name.Annot, Subtype=Name(f"/{subtype}"), Rect=[100, 100, 200, 200])
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(one)])

    return change


def test_annotations_of_printers_have_rules_of_their_own() -> None:
    assert codes("press.no-actions", foreign(_annotation("TrapNet"))) == []
    assert codes("press.no-actions", foreign(_annotation("Square"))) == ["annotation"]


def test_a_destination_that_is_opened_is_no_action() -> None:
    def destination(pdf: Pdf) -> None:
        pdf.Root.OpenAction = Array([pdf.pages[0].obj, Name.Fit])

    assert codes("press.no-actions", foreign(destination)) == []


def test_several_pages_warn() -> None:
    def longer(pdf: Pdf) -> None:
        pdf.add_blank_page()

    found = result("press.one-page", foreign(longer))
    assert found.status == "warning"


def test_fonts_as_a_whole_are_fine() -> None:
    def change(pdf: Pdf) -> None:
        descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.Face, FontFile2=pdf.make_stream(b"font"))
        font = Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Face, FontDescriptor=descriptor)
        pdf.pages[0].obj.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(font)))

    assert codes("press.fonts", foreign(change, b"BT /F 12 Tf (A) Tj ET")) == []


def test_a_font_that_a_graphics_state_sets() -> None:
    def change(pdf: Pdf) -> None:
        descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name.Face)
        font = pdf.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.TrueType, BaseFont=Name.Face, FontDescriptor=descriptor)
        )
        pdf.pages[0].obj.Resources = Dictionary(ExtGState=Dictionary(G=Dictionary(Font=Array([font, 9]))))

    found = foreign(change, b"/G gs BT (A) Tj ET")
    assert codes("press.fonts", found) == ["not-embedded"]
    assert [text.size for text in found.pages[0].texts] == pytest.approx([9.0])


def test_private_values_of_the_older_standards_are_texts() -> None:
    assert codes("press.metadata", foreign(_info(Private=7), standard="PDF/X-1a:2003")) == ["not-text"]
    assert codes("press.metadata", foreign(_info(Private=7))) == []


def test_several_intents_weigh_less_where_the_standard_could_not_be_read() -> None:
    def change(pdf: Pdf) -> None:
        pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])

    found = result("press.output-intent", foreign(change))
    assert [(one.code, one.severity) for one in found.findings] == [("several", Severity.WARNING)]


def test_a_page_in_another_unit_is_measured_in_mm() -> None:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.UserUnit = 2

    trim = foreign(change).pages[0].trim_mm
    assert trim is not None
    assert (trim.width, trim.height) == pytest.approx((380.0, 540.0), abs=0.01)


def test_what_was_left_behind_by_editing_does_not_count() -> None:
    def change(pdf: Pdf) -> None:
        pdf.Root.Thing = pdf.make_indirect(Dictionary(A=Dictionary(S=Name.JavaScript, JS="1")))
        pdf.Root.Other = pikepdf.Stream(pdf, b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01", Filter=Name.LZWDecode)

    data = built(change)
    kept = FileSubject(pdf=inspect(data), printer=printer_profile("offset-coated"), standard="PDF/X-4")
    assert codes("press.no-actions", kept) == ["actions"]
    assert codes("press.filters", kept) == ["filter"]
    cut = re.sub(rb"/(Thing|Other) \d+ 0 R", lambda found: b" " * len(found[0]), data)
    left = replace(kept, pdf=inspect(cut))
    assert left.pdf.objects.count == kept.pdf.objects.count
    assert codes("press.no-actions", left) == []
    assert codes("press.filters", left) == []
