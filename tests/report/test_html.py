"""HTML reports: whole in themselves, escaped, with marks where the findings are."""

from __future__ import annotations

import io
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from PIL import Image

from coverkit import i18n
from coverkit.errors import OutputError, UsageError
from coverkit.geometry import Rect
from coverkit.report.files import write_report
from coverkit.report.html_page import PagePicture
from coverkit.report.html_report import html_report
from tests.report.samples import finding, full_report, report, result

_VOID = {"meta", "img", "br", "link", "circle", "path"}


def picture(page: int = 1) -> PagePicture:
    buffer = io.BytesIO()
    Image.new("RGB", (196, 276), "white").save(buffer, "PNG")
    return PagePicture(buffer.getvalue(), Rect(-3.0, -3.0, 196.0, 276.0), (190.0, 270.0), page, "Trim <dashed>")


class Balance(HTMLParser):
    """Notes the elements, and fails where one is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            assert self.open.pop() == tag


def parsed(html: str) -> Balance:
    parser = Balance()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser


def test_it_is_well_formed_and_asks_for_nothing_from_elsewhere() -> None:
    html = html_report(full_report(), (picture(),))
    seen = parsed(html).seen
    links = [value for _, attributes in seen for name, value in attributes.items() if name in ("src", "href")]
    assert all(value is not None and value.startswith(("data:image/png;base64,", "#f")) for value in links)
    assert not re.search(r"url\(|@import|https?://", html)
    assert not any(tag in ("script", "link") for tag, _ in seen)


def test_marks_stand_at_the_findings_places() -> None:
    html = html_report(report(result(finding(box=Rect(47.0, 67.0, 98.0, 69.0)))), (picture(),))
    mark = next(attributes for tag, attributes in parsed(html).seen if str(attributes.get("class")).startswith("mark"))
    assert mark["style"] == f"left:{50 / 196:.3%};top:{70 / 276:.3%};width:50.000%;height:25.000%"
    assert 'href="#f1"' in html
    assert 'id="f1"' in html


def test_findings_at_one_place_share_a_mark_and_those_elsewhere_have_none() -> None:
    box = Rect(10.0, 10.0, 20.0, 20.0)
    findings = (
        finding(box=box),
        finding(box=box, code="two"),
        finding(box=None, code="three"),
        finding(box=Rect(900.0, 10.0, 5.0, 5.0), code="out"),
        finding(box=box, page=2, code="four"),
    )
    html = html_report(report(result(*findings)), (picture(),))
    assert html.count('<div class="mark') == 1
    assert html.count('<a href="#f') == 2
    assert html.count("<article") == 5


def test_everything_that_people_wrote_is_escaped() -> None:
    nasty = '<script>alert("1")</script>&'
    hostile = finding(message=nasty, element=nasty, measured=nasty, code=nasty, waiver=nasty, override=nasty)
    html = html_report(report(result(hostile, reason=nasty)), (picture(),))
    parsed(html)
    assert "<script" not in html
    assert "Đại hội &lt;mẫu&gt;" in html
    assert "Pictures are sharp &lt;enough&gt;" in html


def test_it_lists_every_rule_the_hashes_and_the_rule_set() -> None:
    html = html_report(full_report())
    for text in ("a" * 64, "c" * 64, "rule set 7", "law.quiet", "press.boxes", "No file yet.", "Công văn 1/X, 02/10/2020"):
        assert text in html
    assert "<img" not in html
    assert html.count('<td class="state') == 6


def test_it_says_its_language() -> None:
    assert '<html lang="en">' in html_report(full_report())
    i18n.activate("vi")
    assert '<html lang="vi">' in html_report(full_report())


def test_the_ending_of_the_name_says_the_form(tmp_path: Path) -> None:
    for ending, start in ((".html", "<!DOCTYPE html>"), (".json", "{"), (".txt", "covers/")):
        path = tmp_path / f"report{ending}"
        write_report(path, full_report())
        assert path.read_text(encoding="utf-8").startswith(start)
    with pytest.raises(UsageError, match="A report cannot be saved as"):
        write_report(tmp_path / "report.doc", full_report())
    with pytest.raises(OutputError):
        write_report(tmp_path / "nowhere" / "report.html", full_report())
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".html", ".json", ".txt"]
