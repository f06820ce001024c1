"""`coverkit check --fix`: what was done is told, and the cover is saved or another is written."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from coverkit.app.covers import save
from coverkit.app.project import Project
from coverkit.app.sample import sample_project
from coverkit.model.document import Element
from coverkit.model.values import Cmyk
from tests.cli.runner import run

RICH_BLACK = Cmyk(0.6, 0.4, 0.4, 1.0)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    save(sample_project(), tmp_path / "tốt.cover")
    return tmp_path / "tốt.cover"


@pytest.fixture
def turned(tmp_path: Path) -> Path:
    """A cover whose banner was turned and whose label was overwritten with another program."""
    project = sample_project()
    by_hand = (Element("banner", angle=180.0), Element("label", values={"text": "BÁO"}), *project.document.elements)
    save(project.with_document(dataclasses.replace(project.document, elements=by_hand)), tmp_path / "bìa.cover")
    return tmp_path / "bìa.cover"


def _elements(path: Path) -> set[str]:
    return {element.id for element in Project.open(path).document.elements}


def test_it_mends_lists_and_saves(turned: Path) -> None:
    said = run("--lang", "en", "check", turned)
    assert said.code == 1
    assert "Use: coverkit check FILE --fix" in said.out
    mended = run("--lang", "en", "check", turned, "--fix")
    assert (mended.code, mended.err) == (0, "")
    lines = mended.out.splitlines()
    assert "Mended: Put Official banner right (campaign.banner-aspect/turned)" in lines
    assert "Mended: Restore what is locked (campaign.locks/content)" in lines
    assert lines.index(f"Saved: {turned}") == 2
    assert {"banner", "label"} & _elements(turned) == set()
    assert run("check", turned).code == 0


def test_another_name_leaves_the_first_as_it_is(turned: Path) -> None:
    before, other = turned.read_bytes(), turned.with_name("sửa.cover")
    assert run("check", turned, "--fix", "-o", other).code == 0
    assert turned.read_bytes() == before
    assert {"banner", "label"} & _elements(other) == set()
    assert [path.name for path in turned.parent.iterdir() if path.suffix != ".cover"] == []


def test_a_report_is_of_the_mended_cover(turned: Path) -> None:
    report = turned.with_name("báo-cáo.json")
    assert run("check", turned, "--fix", "-o", report).code == 0
    assert json.loads(report.read_text("utf-8"))["counts"]["error"] == 0
    assert {"banner", "label"} & _elements(turned) == set()


def test_json_has_standard_output_for_itself(turned: Path) -> None:
    found = json.loads(run("check", turned, "--json").out)["findings"]
    assert {(one["rule"], one["fixable"]) for one in found if one["severity"] == "error"} >= {("campaign.locks", True)}
    mended = run("--lang", "en", "check", turned, "--json", "--fix")
    assert json.loads(mended.out)["counts"]["error"] == 0
    assert "Mended: " in mended.err


def test_a_good_cover_is_not_written_again(good: Path) -> None:
    before = good.stat().st_mtime_ns
    said = run("--lang", "en", "check", good, "--fix")
    assert said.code == 0
    assert "There is nothing that can be mended safely." in said.out
    assert good.stat().st_mtime_ns == before


def test_a_good_cover_is_written_to_another_name(good: Path) -> None:
    other = good.with_name("khác.cover")
    assert run("check", good, "--fix", "-o", other).code == 0
    assert Project.open(other).document == Project.open(good).document


@pytest.mark.parametrize("options", [("--campaign", "none"), ("--printer", "offset-coated")])
def test_it_mends_for_the_covers_own_campaign_and_printer(turned: Path, options: tuple[str, str]) -> None:
    before = turned.read_bytes()
    assert run("check", turned, "--fix", *options).code == 2
    assert turned.read_bytes() == before


def test_a_pdf_is_refused(tmp_path: Path) -> None:
    pdf = tmp_path / "bìa.pdf"
    pdf.write_bytes(b"%PDF-1.6\n")
    assert "is no cover" in run("--lang", "en", "check", pdf, "--fix").err
    assert pdf.read_bytes() == b"%PDF-1.6\n"


def test_a_cover_is_no_report(turned: Path) -> None:
    assert run("check", turned, "-o", turned.with_name("x.cover")).code == 2


def test_small_black_text_is_mended_in_the_file(good: Path) -> None:
    from coverkit.geometry import Rect

    project = Project.open(good)
    own = Element("own", "text", {"text": "Nội bộ", "colour": RICH_BLACK, "size_max": 8.0}, Rect(75.0, 90.0, 40.0, 12.0))
    elements = (*project.document.elements, own)
    save(project.with_document(dataclasses.replace(project.document, elements=elements)), good)
    assert run("check", good, "--fix").code == 0
    mended = Project.open(good).document.element("own")
    assert mended is not None
    assert mended.values["colour"] == Cmyk(0.0, 0.0, 0.0, 1.0)


def test_rules_tell_what_they_mend() -> None:
    assert (
        "Mended by “coverkit check --fix”: mirrored, stretched, turned"
        in run("--lang", "en", "rules", "campaign.banner-aspect").out
    )
    assert "check --fix" not in run("--lang", "en", "rules", "text.syllables").out
    (entry,) = json.loads(run("rules", "text.look-alikes", "--json").out)["rules"]
    assert entry["fixes"] == ["eth"]
