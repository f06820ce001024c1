"""Keys of a later PDF, thumbnails, and what annotations bring: told by the right rule, and only where it prints."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from tests.preflight.files import Change
from tests.rules.press.subjects import codes, foreign, result


def _page(**entries: object) -> Change:
    def change(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.pages[0].obj[f"/{key}"] = value

    return change


def _state(**entries: object) -> Change:
    return _page(Resources=Dictionary(ExtGState=Dictionary(G=Dictionary(entries))))


def test_what_came_with_a_later_pdf_and_prints_is_told() -> None:
    assert codes("press.version", foreign(_page(OutputIntents=Array([])))) == ["newer-key"]
    assert codes("press.version", foreign(_state(**{"/HTO": Array([0, 0])}), b"/G gs 0 0 9 9 re f")) == ["newer-key"]
    assert codes("press.version", foreign(_state(**{"/UseBlackPtComp": Name.ON}))) == []
    assert codes("press.version", foreign(_page(UserUnit=1.0))) == []
    assert codes("press.version", foreign(_page(UserUnit=1.0), standard="PDF/X-1a:2003")) == ["newer-key"]
    (finding,) = result("press.version", foreign(_page(DPart=Dictionary()))).findings
    assert finding.problem.measured == "2.0"


def test_a_key_is_newer_only_in_what_it_belongs_to() -> None:
    def aside(pdf: Pdf) -> None:
        pdf.Root["/Own"] = pdf.make_indirect(Dictionary(Type=Name.Own, HTO=1, DPart=2, ca=0.5))

    assert codes("press.version", foreign(aside)) == []


def test_what_nothing_leads_to_does_not_count() -> None:
    def lost(pdf: Pdf) -> None:
        pdf.make_indirect(Dictionary(Type=Name.ExtGState, HTO=Array([0, 0])))

    assert codes("press.version", foreign(lost)) == []


def test_a_thumbnail_is_a_note() -> None:
    def thumbnail(pdf: Pdf) -> None:
        pdf.pages[0].obj.Thumb = pdf.make_stream(bytes(48), Width=4, Height=4, BitsPerComponent=8, ColorSpace=Name.DeviceRGB)

    found = result("press.xobjects", foreign(thumbnail))
    assert [(one.code, one.severity) for one in found.findings] == [("thumbnail", "note")]
    # It is never printed, so its colours are nobody's concern.
    assert codes("press.device-colours", foreign(thumbnail)) == []


@pytest.mark.parametrize(("flags", "expected"), [(4, ["not-embedded"]), (0, []), (6, [])])
def test_type_in_an_annotation_counts_where_it_prints(flags: int, expected: list[str]) -> None:
    def note(pdf: Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        entries = {"/Subtype": Name.Form, "/BBox": Array([0, 0, 9, 9]), "/Resources": Dictionary(Font=Dictionary(F=font))}
        form: Object = pdf.make_stream(b"BT /F 5 Tf (a) Tj ET", entries)
        one = Dictionary(Subtype=Name.FreeText, Rect=Array([200, 200, 230, 230]), F=flags, AP=Dictionary(N=form))
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(one)])

    assert codes("press.fonts", foreign(note)) == expected
