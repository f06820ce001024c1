"""Press rules over what the document says of itself: identification, metadata, ids, version, trapping, protection, actions."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from tests.preflight.files import Change, built, xmp
from tests.rules.press.subjects import codes, judged, result, subject


def _info(key: str, value: object) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.trailer.Info[f"/{key}"] = value

    return change


def _without(key: str) -> Change:
    def change(pdf: Pdf) -> None:
        del pdf.trailer.Info[f"/{key}"]

    return change


def _packet(data: bytes) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.Root.Metadata = pdf.make_stream(data, {"/Type": Name.Metadata, "/Subtype": Name.XML})

    return change


def _root(key: str, value: object) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.Root[key] = value

    return change


@pytest.mark.parametrize(
    ("change", "x1a", "expected"),
    [
        (_packet(xmp("")), False, ["xmp-version"]),
        (_packet(xmp().replace(b"PDF/X-4<", b"PDF/X-4p<")), False, ["xmp-version"]),
        (_without("GTS_PDFXVersion"), False, ["info-version-missing"]),
        (_info("GTS_PDFXVersion", "PDF/X-3:2002"), False, ["info-version"]),
        (_without("GTS_PDFXVersion"), True, ["info-version"]),
        (_info("GTS_PDFXConformance", "PDF/X-1a:2001"), True, ["conformance-of-2001"]),
        (_packet(xmp()), True, ["xmp-version"]),
    ],
)
def test_identification(change: Change, x1a: bool, expected: list[str]) -> None:
    assert codes("press.identification", subject(change, x1a=x1a)) == expected


def test_a_missing_version_in_the_information_only_warns() -> None:
    assert result("press.identification", subject(_without("GTS_PDFXVersion"))).status == "warning"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_without("Title"), ["info-missing"]),
        (_info("Title", "Bản tin khác"), ["differs"]),
        (_info("CreationDate", "D:20201015083000+08'00'"), ["differs"]),
        (_info("CreationDate", "D:20201015013000Z"), []),
        (_info("ModDate", "D:20201015083000"), ["differs"]),
        (_info("ModDate", "yesterday"), ["differs"]),
        (_packet(b"<x>"), ["xmp-unreadable"]),
        (_packet(b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), ["xmp-unreadable"]),
        (_packet(xmp().replace(b"uuid:1", b"")), ["xmp-property-missing"]),
        (_packet(xmp().replace(b"xmpMM:VersionID", b"xmpMM:Other")), ["xmp-property-missing"]),
    ],
)
def test_metadata(change: Change, expected: list[str]) -> None:
    assert codes("press.metadata", subject(change)) == expected


def test_metadata_streams_are_there_typed_and_not_compressed() -> None:
    def packed(pdf: Pdf) -> None:
        # The library unpacks metadata when it saves, so the key is spelled right only afterwards.
        pdf.Root.Metadata = pdf.make_stream(
            xmp().hex().encode(), {"/Type": Name.Metadata, "/Subtype": Name.XML, "/Filtex": Name.ASCIIHexDecode}
        )

    def untyped(pdf: Pdf) -> None:
        pdf.Root.Metadata = pdf.make_stream(xmp())

    def gone(pdf: Pdf) -> None:
        del pdf.Root.Metadata

    assert codes("press.metadata", judged(built(packed).replace(b"/Filtex", b"/Filter"))) == ["xmp-compressed"]
    assert codes("press.metadata", subject(untyped)) == ["xmp-untyped"]
    assert codes("press.metadata", subject(gone)) == ["xmp-missing"]
    assert codes("press.metadata", subject(gone, x1a=True)) == []


def test_file_id() -> None:
    data = built()
    assert codes("press.file-id", judged(data)) == []
    at = data.rindex(b"/ID")
    assert codes("press.file-id", judged(data[:at] + b"/XY" + data[at + 3 :])) == ["id-missing"]


def test_version() -> None:
    assert codes("press.version", judged(built().replace(b"%PDF-1.6", b"%PDF-1.7"))) == ["too-new"]
    assert codes("press.version", subject(_root("/Version", Name("/2.0")))) == ["too-new"]
    assert codes("press.version", subject(_root("/Version", Name("/1.5")))) == []
    assert codes("press.version", judged(built(x1a=True).replace(b"%PDF-1.4", b"%PDF-1.6"), x1a=True)) == ["too-new"]
    assert codes("press.version", subject(_root("/OCProperties", Dictionary(OCGs=[], D=Dictionary())), x1a=True)) == ["layers"]


def test_object_streams_are_for_pdf_x4_alone() -> None:
    def packed(x1a: bool) -> bytes:
        out = io.BytesIO()
        with pikepdf.open(io.BytesIO(built(x1a=x1a))) as pdf:
            pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, fix_metadata_version=False)
        return out.getvalue()

    assert codes("press.version", judged(packed(x1a=False))) == []
    assert codes("press.version", judged(packed(x1a=True), x1a=True)) == ["object-streams", "too-new"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_without("Trapped"), ["missing"]),
        (_info("Trapped", True), ["differs", "not-true-or-false"]),
        (_info("Trapped", "False"), ["not-true-or-false"]),
        (_info("Trapped", Name.Unknown), ["differs", "not-true-or-false"]),
        (_info("Trapped", Name("/True")), ["differs"]),
    ],
)
def test_trapped(change: Change, expected: list[str]) -> None:
    assert codes("press.trapped", subject(change)) == expected


def test_encryption() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(built())) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="secret", user="", R=4))
    assert codes("press.encryption", judged(out.getvalue())) == ["encrypted"]
    assert codes("press.encryption", subject()) == []


def _annotation(*rect: float) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=list(rect)))])

    return change


def _attached(pdf: Pdf) -> None:
    pdf.attachments["a.txt"] = b"text"


def _outline(pdf: Pdf) -> None:
    pdf.Root.Outlines = pdf.make_indirect(Dictionary(First=pdf.make_indirect(Dictionary(Title="x", A=Dictionary(S=Name.NOP)))))


def _page_action(pdf: Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.JavaScript, JS="app.alert(1)"))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_root("/OpenAction", Dictionary(S=Name.JavaScript, JS="1")), ["actions"]),
        (_page_action, ["actions"]),
        (_outline, ["actions"]),
        (_root("/AcroForm", Dictionary(Fields=[])), ["form"]),
        (_root("/AcroForm", Dictionary(Fields=[], XFA=Array([]))), ["form", "xfa"]),
        (_attached, ["attachments"]),
        (_root("/ViewerPreferences", Dictionary(PrintArea=Name.TrimBox)), ["viewer-box"]),
        (_root("/ViewerPreferences", Dictionary(PrintArea=Name.BleedBox, ViewArea=Name.MediaBox)), []),
        (_annotation(100, 100, 200, 200), ["annotation"]),
        (_annotation(0, 0, 20, 20), []),
        (_annotation(0, 0, 29, 29), ["annotation"]),
    ],
)
def test_no_actions(change: Change, expected: list[str]) -> None:
    assert codes("press.no-actions", subject(change)) == expected


def test_one_page() -> None:
    def second(pdf: Pdf) -> None:
        pdf.add_blank_page()

    assert codes("press.one-page", subject(second)) == ["pages"]
    assert codes("press.one-page", subject()) == []


def test_intact() -> None:
    data = built()
    assert codes("press.intact", judged(data)) == []
    moved = data.replace(b"startxref", b"%%\nstartxref").replace(b"%PDF-1.6\n", b"%PDF-1.6\n%moved\n", 1)
    assert codes("press.intact", judged(moved)) == ["damaged"]
