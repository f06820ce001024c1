"""PDF reports: A4, real text, everything on the paper."""

from __future__ import annotations

import io
import itertools
from typing import Any

import numpy as np
import pypdf
import pytest
from PIL import Image

from coverkit import i18n
from coverkit.checks.finding import RuleResult, Severity, Status
from coverkit.geometry import MM, Point, Rect
from coverkit.preflight.inspect import inspect
from coverkit.render.raster import rasterise
from coverkit.report.html_page import PagePicture
from coverkit.report.pdf_paper import BOTTOM, LEFT, RIGHT, Paper, Style, Typesetter
from coverkit.report.pdf_report import pdf_report
from coverkit.scene.operations import GlyphRun
from coverkit.typography.library import FontLibrary
from tests.report.samples import finding, full_report, report, result


def opened(data: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(data), strict=True)


def words(data: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in opened(data).pages).split())


def picture() -> PagePicture:
    buffer = io.BytesIO()
    Image.new("RGB", (98, 138), "white").save(buffer, "PNG")
    return PagePicture(buffer.getvalue(), Rect(-3.0, -3.0, 196.0, 276.0), (190.0, 270.0), caption="Trim")


def test_it_is_a4_and_says_what_the_other_reports_say() -> None:
    data = pdf_report(full_report(), (picture(),))
    box = opened(data).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx((210 * MM, 297 * MM), abs=0.01)
    text = words(data)
    for part in (
        "thang-10.cover",
        "Ảnh bìa có 143 ppi",
        "Chọn ảnh lớn hơn.",
        "Source: House policy",
        "images.resolution/below-limit",
        "a" * 64,
        "rule set 7",
        "press.boxes",
        "No file yet.",
        "This campaign is a sample",
        "page 1 of",
    ):
        assert part in text, part


def test_the_same_report_gives_the_same_bytes() -> None:
    assert pdf_report(full_report(), (picture(),)) == pdf_report(full_report(), (picture(),))


def test_a_mark_is_drawn_where_the_finding_is() -> None:
    red = finding(severity=Severity.ERROR, box=Rect(60.0, 100.0, 60.0, 60.0))
    with_mark = rasterise(pdf_report(report(result(red)), (picture(),)), dpi=72).image()
    without = rasterise(pdf_report(report(result(finding(box=None))), (picture(),)), dpi=72).image()
    side = [image.crop((int(LEFT * MM), 300, int((LEFT + 66) * MM), 560)) for image in (with_mark, without)]
    arrays = [np.asarray(image, np.uint8) for image in side]
    reds = [np.count_nonzero((array[..., 0] > 150) & (array[..., 1] < 90)) for array in arrays]
    assert reds[0] > 100
    assert reds[1] == 0


def test_many_findings_flow_over_pages_and_none_is_lost() -> None:
    findings = [finding(code=f"code-{index}", message=f"Lỗi thứ {index} " + "rất dài " * 20) for index in range(40)]
    data = pdf_report(report(result(*findings)), (picture(),))
    assert len(opened(data).pages) > 4
    text = words(data)
    assert all(f"images.resolution/code-{index}" in text for index in range(40))


@pytest.mark.parametrize("nasty", ["W" * 500, "x" * 3000, "漢字 \U0001f600 \u200b", "ỆỖẶ " * 600, "a\tb\nc", ""])
def test_no_text_breaks_it_or_leaves_the_paper(nasty: str) -> None:
    paper = Paper(Typesetter(FontLibrary.bundled()))
    paper.text(nasty, Style(9.5, 600), LEFT + 73.0)
    paper.text(nasty, Style(7.2))
    assert paper.y <= BOTTOM
    for operation in paper.pages[0]:
        assert isinstance(operation, GlyphRun)
        assert operation.bounds.right <= RIGHT + 0.1
    assert pdf_report(report(result(finding(message=nasty or "–", element=nasty)), RuleResult("a.b", Status.CRASH, nasty)))


def test_signs_of_our_own_messages_have_a_stand_in() -> None:
    paper = Typesetter(FontLibrary.bundled())
    (run,) = paper.runs("[XIII → XII] ∅", Style(8.0), Point(0.0, 0.0), 100.0)
    assert isinstance(run, GlyphRun)
    assert run.text == "[XIII › XII] –"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_names_of_facts_do_not_lie_on_one_another(language: str) -> None:
    before = i18n.language()
    i18n.activate(language)
    try:
        data = pdf_report(full_report())
    finally:
        i18n.activate(before)
    texts = [one for one in inspect(data).pages[0].texts if one.box.x < LEFT + 20 and one.box.height < 6]
    rows = sorted((one.box for one in texts), key=lambda box: box.y)
    assert len(rows) > 5
    assert all(upper.y < lower.y - 1.0 or upper == lower for upper, lower in itertools.pairwise(rows) if upper.x == lower.x)
