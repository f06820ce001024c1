"""PDF/X-4 and PDF/X-1a as they are written: intent, identification, metadata, inks, fonts, judges."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path as File
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import pytest

from coverkit.export.metadata import RECORD_NAMESPACE, pdf_date, xmp_packet
from coverkit.export.output import output
from coverkit.export.press import PressOptions, slug_text
from coverkit.geometry import MM
from tests.export.contexts import CONDITION, HANOI, ISSUE, TITLE, UNIT, campaign, context
from tests.render.scenes import opened

KINDS = ("pdf-x4", "pdf-x1a")
_NS = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "ck": RECORD_NAMESPACE,
}


def _written(kind: str, options: PressOptions | None = None, **extra: Any) -> bytes:
    (one,) = output(kind).write(context(**extra), options or PressOptions())
    assert one.ending == ".pdf"
    return one.data


def _xmp(document: pikepdf.Pdf) -> ET.Element:
    stream = document.Root.Metadata
    assert "/Filter" not in stream
    assert [str(stream.Type), str(stream.Subtype)] == ["/Metadata", "/XML"]
    return ET.fromstring(stream.read_raw_bytes().decode("utf-8"))


def _text(xmp: ET.Element, name: str) -> str | None:
    found = xmp.find(f".//{name}", _NS)
    return None if found is None else "".join(found.itertext()).strip()


@pytest.mark.parametrize("kind", KINDS)
def test_the_output_intent_holds_the_profile_unchanged(kind: str) -> None:
    with opened(_written(kind)) as document:
        (intent,) = document.Root.OutputIntents.as_list()
        assert [str(intent.Type), str(intent.S)] == ["/OutputIntent", "/GTS_PDFX"]
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert str(intent.RegistryName) == "http://www.color.org"
        assert "ISO 12647-2" in str(intent.Info)
        assert intent.DestOutputProfile.N == 4
        assert intent.DestOutputProfile.read_bytes() == CONDITION.profile


@pytest.mark.parametrize(("kind", "version", "standard"), [("pdf-x4", "1.6", "PDF/X-4"), ("pdf-x1a", "1.4", "PDF/X-1a:2003")])
def test_identification(kind: str, version: str, standard: str) -> None:
    data = _written(kind)
    assert data.startswith(f"%PDF-{version}\n".encode())
    with opened(data) as document:
        assert str(document.docinfo["/GTS_PDFXVersion"]) == standard
        assert "/GTS_PDFXConformance" not in document.docinfo
        assert document.docinfo["/Trapped"] == "/False"
        assert "/Encrypt" not in document.trailer
        assert len(document.trailer.ID) == 2
        assert set(document.Root.keys()) == {"/Type", "/Pages", "/OutputIntents", "/Metadata", "/Lang"}
        claim = _text(_xmp(document), "pdfxid:GTS_PDFXVersion")
        assert claim == ("PDF/X-4" if kind == "pdf-x4" else None)
    assert b"/ObjStm" not in data
    assert b"/XRef" not in data


@pytest.mark.parametrize("kind", KINDS)
def test_information_and_xmp_agree(kind: str) -> None:
    with opened(_written(kind)) as document:
        info, xmp = document.docinfo, _xmp(document)
        assert str(info["/Title"]) == _text(xmp, "dc:title") == TITLE
        assert str(info["/Author"]) == _text(xmp, "dc:creator") == UNIT
        assert str(info["/Producer"]) == _text(xmp, "pdf:Producer") == "CoverKit 0.1.0"
        assert str(info["/Creator"]) == _text(xmp, "xmp:CreatorTool")
        assert _text(xmp, "pdf:Trapped") == "False"
        moment = dt.datetime(2020, 10, 15, 8, 30, tzinfo=HANOI)
        assert str(info["/CreationDate"]) == str(info["/ModDate"]) == "D:20201015083000+07'00'"
        for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            assert dt.datetime.fromisoformat(_text(xmp, name) or "") == moment
        for name in ("xmpMM:DocumentID", "xmpMM:InstanceID"):
            assert re.fullmatch(r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", _text(xmp, name) or "")
        assert _text(xmp, "xmpMM:DocumentID") != _text(xmp, "xmpMM:InstanceID")
        assert (_text(xmp, "xmpMM:VersionID"), _text(xmp, "xmpMM:RenditionClass")) == ("1", "default")


@pytest.mark.parametrize("result", ["pass", "warning", "not-passed"])
def test_own_record_tells_campaign_design_and_result(result: str) -> None:
    with opened(_written("pdf-x4", result=result)) as document:
        xmp = _xmp(document)
        record = {one.tag.split("}")[1]: one.text for one in xmp.iter() if one.tag.startswith("{" + RECORD_NAMESPACE + "}")}
    assert (record.pop("Proof", "") or "").startswith("uuid:")
    assert record == {
        "Engine": "CoverKit 0.1.0",
        "Result": result,
        "RuleSet": "1",
        "Design": "mat-troi",
        "DesignVersion": "2",
        "Campaign": campaign().id,
        "CampaignVersion": str(campaign().version),
        "CampaignSha256": campaign().sha256,
        "CampaignSeal": campaign().seal,
        "CampaignStanding": "sample",
    }


@pytest.mark.parametrize("title", ["]]> <a&b> \"c' – Ữ", "\x00\x0b\ud7ff😀", "<!-- x -->", "?>"])
def test_hostile_titles_stay_text(title: str) -> None:
    record = replace(context().record, title=title)
    xmp = ET.fromstring(xmp_packet(record, None, "PDF/X-4", "0" * 64).decode())
    assert _text(xmp, "dc:title") == re.sub("[\x00\x0b]", "\ufffd", title).strip()


@pytest.mark.parametrize(
    ("hours", "minutes", "text"), [(0, 0, "+00'00'"), (7, 0, "+07'00'"), (-9, -30, "-09'30'"), (5, 45, "+05'45'")]
)
def test_dates_carry_their_zone(hours: int, minutes: int, text: str) -> None:
    zone = dt.timezone(dt.timedelta(hours=hours, minutes=minutes))
    assert pdf_date(dt.datetime(2020, 1, 2, 3, 4, 5, tzinfo=zone)) == f"D:20200102030405{text}"
    with pytest.raises(ValueError, match="zone"):
        pdf_date(dt.datetime(2020, 1, 2))


@pytest.mark.parametrize("kind", KINDS)
def test_same_cover_same_bytes(kind: str) -> None:
    assert _written(kind) == _written(kind)
    assert _written(kind) != _written(kind, result="warning")


@pytest.mark.parametrize("kind", KINDS)
def test_boxes_leave_room_for_marks(kind: str) -> None:
    with opened(_written(kind)) as document:
        page = document.pages[0]
        assert len(document.pages) == 1
        media, bleed, trim = (
            [float(one) / MM for one in page[box].as_list()] for box in ("/MediaBox", "/BleedBox", "/TrimBox")
        )
        assert trim == pytest.approx([15, 15, 160, 220], abs=1e-4)
        assert bleed == pytest.approx([12, 12, 163, 223], abs=1e-4)
        assert media == pytest.approx([0, 0, 175, 235], abs=1e-4)
        assert "/Group" not in page
        assert "/Annots" not in page


def test_without_marks_the_sheet_is_small_and_bare() -> None:
    with opened(_written("pdf-x4", PressOptions(marks=False))) as document:
        page = document.pages[0]
        assert float(page.TrimBox[0]) / MM == pytest.approx(4, abs=1e-4)
        assert b"1 1 1 1 K" not in page.Contents.read_bytes()
    with opened(_written("pdf-x4")) as document:
        assert b"1 1 1 1 K" in document.pages[0].Contents.read_bytes()


@pytest.mark.parametrize("kind", KINDS)
def test_every_colour_is_cmyk_or_grey(kind: str) -> None:
    with opened(_written(kind)) as document:
        page = document.pages[0]
        operators = {str(one.operator) for one in pikepdf.parse_content_stream(page)}
        assert operators & {"rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "ri", "BI"} == set()
        spaces = {str(one.ColorSpace) for one in document.objects if _is_image(one)}
        assert spaces == {"/DeviceCMYK"}
        for one in document.objects:
            if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
                assert not {"/ca", "/CA", "/SMask", "/BM", "/OPI", "/TR", "/F"} & set(one.keys())
        states = list(page.Resources.ExtGState.values())
        assert [dict(one.items()) for one in states] == [{"/Type": "/ExtGState", "/OP": True, "/op": True, "/OPM": 1}]


def _is_image(one: pikepdf.Object) -> bool:
    return isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"


def test_banner_is_the_sealed_stream() -> None:
    from coverkit.campaigns.art import sealed_art

    entry = campaign().art[0]
    art = sealed_art(campaign().files[entry.file], entry.file)
    with opened(_written("pdf-x4")) as document:
        form = document.pages[0].Resources.XObject["/Art1"]
        assert form.read_raw_bytes() == art.stream


def test_outlines_leave_no_font() -> None:
    data = _written("pdf-x4", PressOptions(outlines=True))
    with opened(data) as document:
        assert "/Font" not in document.pages[0].Resources


def test_the_printers_wish_for_outlines_counts() -> None:
    base = context()
    wishing = replace(base, printer=replace(base.printer, outlines=True))
    (one,) = output("pdf-x4").write(wishing, PressOptions())
    with opened(one.data) as document:
        assert "/Font" not in document.pages[0].Resources


def test_slug_names_unit_issue_standard_and_condition() -> None:
    assert slug_text(context(), "PDF/X-4") == f"{UNIT} · {ISSUE} · 15/10/2020 · 145 × 205 mm · PDF/X-4 · FOGRA39"


def _run(tool: str, *arguments: str, folder: File) -> subprocess.CompletedProcess[bytes]:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    return subprocess.run([tool, *arguments], cwd=folder, capture_output=True, check=False)


@pytest.mark.parametrize("kind", KINDS)
def test_qpdf_finds_nothing(kind: str, tmp_path: File) -> None:
    (tmp_path / "a.pdf").write_bytes(_written(kind))
    result = _run("qpdf", "--check", "a.pdf", folder=tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr
    assert b"No syntax or stream encoding errors" in result.stdout
    assert not result.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_ghostscript_says_nothing(kind: str, tmp_path: File) -> None:
    (tmp_path / "a.pdf").write_bytes(_written(kind))
    result = _run(
        "gs",
        "-dSAFER",
        "-q",
        "-dNOPAUSE",
        "-dBATCH",
        "-r50",
        "-sDEVICE=tiff32nc",
        "-sOutputFile=a.tif",
        "a.pdf",
        folder=tmp_path,
    )
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")


@pytest.mark.parametrize(("kind", "name"), [("pdf-x4", "PDF/X-4"), ("pdf-x1a", "PDF/X-1a:2003")])
def test_poppler_names_the_standard_and_finds_fonts_embedded(kind: str, name: str, tmp_path: File) -> None:
    (tmp_path / "a.pdf").write_bytes(_written(kind))
    assert f"PDF subtype:    {name}".encode() in _run("pdfinfo", "a.pdf", folder=tmp_path).stdout
    fonts = _run("pdffonts", "a.pdf", folder=tmp_path).stdout.decode().splitlines()[2:]
    assert fonts
    assert all(" yes yes yes " in line for line in fonts)
