"""QR codes: on pictures that somebody places on a cover, on the front page of foreign PDFs, on pictures of covers."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from reportlab.graphics import renderPDF
from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from coverkit.app import codes
from coverkit.app.codes import cover_codes
from coverkit.app.file_check import check_file
from coverkit.app.picture_check import check_picture
from coverkit.app.pipeline import check_cover
from coverkit.app.project import Project
from coverkit.app.sample import sample_project
from coverkit.campaigns.library import shipped
from coverkit.checks.finding import Finding, Severity
from coverkit.formats.printers import printer_profile
from coverkit.geometry import MM, Rect
from coverkit.model import edits
from coverkit.model.document import Element
from coverkit.model.values import PictureValue
from coverkit.records import replace
from coverkit.render import raster
from tests.recognition.qr import OFFICE, SHOP, encoded, on, picture

BOX = Rect(150.0, 190.0, 25.0, 25.0)
RULE, SEEN = "law.advertising", "law.recognised-codes"


def with_picture(data: bytes, box: Rect, angle: float = 0.0) -> Project:
    """Return the sample, nobody having answered, with a picture of one's own on it."""
    project, sha256 = sample_project().with_picture(data, "mã.png")
    element = Element("own-1", "picture", box=box, angle=angle, values={"picture": PictureValue(sha256, "mã.png")})
    document = edits.add_element(project.document, element, project.permissions).document
    return project.with_document(replace(document, answers={}))


def hints(project: Project) -> list[Finding]:
    return [one for one in check_cover(project).result.findings if one.rule == RULE]


@pytest.mark.parametrize("angle", [0.0, 30.0])
def test_a_code_that_is_placed_on_a_cover_is_read_where_it_stands(angle: float) -> None:
    (found,) = hints(with_picture(encoded(picture(SHOP)), BOX, angle))
    assert (found.code, found.severity) == ("code-sells", Severity.WARNING)
    assert SHOP in found.problem.message
    assert found.problem.element == "own-1"
    assert found.problem.box is not None
    assert found.problem.box.centre.x == pytest.approx(BOX.centre.x, abs=1.0)
    assert found.problem.box.centre.y == pytest.approx(BOX.centre.y, abs=1.0)


def test_a_code_in_a_part_of_a_small_picture() -> None:
    with Image.open(Path(codes.__file__).parents[2] / "assets" / "samples" / "nui-hoang-hon.jpg") as photograph:
        page = on(photograph.resize((900, 600)), SHOP, 200, 10, (600, 300))
    box = Rect(20.0, 120.0, 75.0, 50.0)
    (found,) = hints(with_picture(encoded(page, "JPEG"), box))
    assert found.code == "code-sells"
    assert found.problem.box is not None
    assert box.contains(found.problem.box, 0.5)
    assert found.problem.box.x > box.x + 45


def test_an_office_of_the_state_is_left_in_peace_and_others_are_notes() -> None:
    assert hints(with_picture(encoded(picture(OFFICE)), BOX)) == []
    (found,) = hints(with_picture(encoded(picture("Bản tin số 3")), BOX))
    assert (found.code, found.severity) == ("code", Severity.NOTE)


def test_only_where_somebody_asks_and_a_picture_may_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    project = with_picture(encoded(picture(SHOP)), BOX)
    answered = project.with_document(replace(project.document, answers={"no-advertising": True}))
    other = project.with_document(replace(project.document, issue=replace(project.document.issue, kind="tai-lieu")))
    assert cover_codes(answered.compose(), answered.file.assets) == ()
    assert cover_codes(other.compose(), other.file.assets) == ()
    monkeypatch.setattr(codes, "_seen", lambda *_: pytest.fail("the photograph of the sample was looked at"))
    plain = sample_project()
    plain = plain.with_document(replace(plain.document, answers={}))
    assert cover_codes(plain.compose(), plain.file.assets) == ()


def test_without_the_library_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codes, "can_look", lambda: False)
    assert hints(with_picture(encoded(picture(SHOP)), BOX)) == []


def foreign(draw: str, text: str, side: float = 25.0) -> bytes:
    """Return a PDF of another program with a code on it: drawn as rectangles, as a picture, or a scan of the whole page."""
    buffer = io.BytesIO()
    page = canvas.Canvas(buffer, pagesize=(190 * MM, 270 * MM))
    page.drawString(30, 30, "BAN TIN")
    if draw == "drawn":
        code = Drawing(side * MM, side * MM)
        code.add(QrCodeWidget(text, barWidth=side * MM, barHeight=side * MM))
        renderPDF.draw(code, page, 140 * MM, 20 * MM)
    elif draw == "picture":
        page.drawImage(ImageReader(picture(text)), 140 * MM, 20 * MM, side * MM, side * MM)
    elif draw == "scan":
        whole = on(Image.new("RGB", (1122, 1594), (240, 235, 220)), text, round(side * 5.9), 7, (700, 1200))
        page.drawImage(ImageReader(whole), 0, 0, 190 * MM, 270 * MM)
    page.showPage()
    page.save()
    return buffer.getvalue()


@pytest.mark.parametrize("draw", ["drawn", "picture", "scan"])
def test_a_code_on_a_foreign_pdf(draw: str) -> None:
    found = check_file(foreign(draw, SHOP), "x.pdf", look=draw == "scan")
    findings = [one for one in found.result.findings if one.rule == SEEN]
    assert [(one.code, one.severity) for one in findings] == [("code-sells", Severity.WARNING)]
    box = findings[0].problem.box
    assert box is not None
    if draw != "scan":
        assert Rect(140.0, 225.0, 25.0, 25.0).contains(box, 1.0)


def test_a_photograph_under_type_is_only_searched_where_pixels_are_looked_at_anyway(monkeypatch: pytest.MonkeyPatch) -> None:
    data = foreign("scan", SHOP)
    monkeypatch.setattr(raster, "rasterise", lambda *_, **__: pytest.fail("the page was drawn"))
    found = {one.id: one.status.value for one in check_file(data, "x.pdf").result.rules}
    assert found[SEEN] == "not_checked"


def test_a_page_without_a_likely_place_is_not_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(raster, "rasterise", lambda *_, **__: pytest.fail("the page was drawn"))
    found = {one.id: one.status.value for one in check_file(foreign("", SHOP), "x.pdf").result.rules}
    assert found[SEEN] == "pass"


def test_a_code_on_a_picture_of_a_cover() -> None:
    page = on(Image.new("RGB", (1000, 1414), "white"), SHOP, 160, 4, (700, 1100))
    checked = check_picture(encoded(page), "x.png", shipped("bau-cu-2016"), printer_profile("offset-coated"))
    assert [one.code for one in checked.result.findings if one.rule == SEEN] == ["code-sells"]
