"""Any PDF is checked: by the standard that it claims, else by what the printer asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Name, Pdf

from coverkit.app.file_check import check_file
from coverkit.checks.finding import Status
from coverkit.errors import InputError
from coverkit.facts.press import PressSubject
from coverkit.facts.standard import claim, known
from coverkit.formats.printers import printer_profile
from coverkit.preflight.inspect import inspect
from tests.app.shelf import Shelf
from tests.preflight.files import Change, built, xmp


def _info(**entries: str) -> Change:
    def change(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.trailer.Info[f"/{key}"] = value

    return change


def _unnamed(pdf: Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(xmp(""), Type=Name.Metadata, Subtype=Name.XML)
    del pdf.trailer.Info["/GTS_PDFXVersion"]


def test_a_file_of_another_program_is_judged_by_its_claim() -> None:
    found = check_file(built(), "theirs.pdf")
    assert found.facts.name == "theirs.pdf"
    assert not found.is_own
    assert found.record == {}
    assert (found.subject.claim, found.subject.standard) == ("PDF/X-4", "PDF/X-4")
    assert found.subject.printer.id == "offset-coated"
    ids = {one.id for one in found.result.rules}
    assert {"press.boxes", "printer.bleed"} <= ids
    assert "press.official-art" not in ids
    assert [one.id for one in found.result.rules if one.status is Status.CRASH] == []
    assert [one.rule for one in found.result.findings if one.severity == "error"] == []


def test_a_file_without_a_claim_is_judged_by_what_the_printer_asks_for() -> None:
    data = built(_unnamed)
    assert check_file(data).subject.standard == "PDF/X-4"
    found = check_file(data, printer=printer_profile("legacy-rip"))
    assert (found.subject.claim, found.subject.standard) == ("", "PDF/X-1a:2003")
    assert "press.identification" in {one.rule for one in found.result.findings}


@pytest.mark.parametrize(
    ("version", "conformance", "expected"),
    [
        ("PDF/X-3:2002", "", "PDF/X-3:2002"),
        ("PDF/X-1:2001", "PDF/X-1a:2001", "PDF/X-1a:2001"),
        ("PDF/X-1:2001", "", "PDF/X-1:2001"),
        ("PDF/X-6", "", "PDF/X-6"),
    ],
)
def test_claims(version: str, conformance: str, expected: str) -> None:
    conformant = {"GTS_PDFXConformance": conformance} if conformance else {}
    facts = inspect(built(_info(GTS_PDFXVersion=version, **conformant), x1a=True))
    assert claim(facts) == expected
    assert (known(expected) is not None) == (expected not in ("PDF/X-6", "PDF/X-1:2001"))


def test_the_metadata_decide_where_both_name_a_standard() -> None:
    assert claim(inspect(built(_info(GTS_PDFXVersion="PDF/X-3:2002")))) == "PDF/X-4"


def test_coverkits_own_file_is_known_by_its_record(shelf: Shelf) -> None:
    path = shelf.press().path
    found = check_file(path)
    assert found.is_own
    assert isinstance(found.subject, PressSubject)
    assert "press.official-art" in {one.id for one in found.result.rules}
    assert found.campaign is not None


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "notes.pdf"
    path.write_text("no PDF")
    with pytest.raises(InputError, match=r"notes\.pdf"):
        check_file(path)
