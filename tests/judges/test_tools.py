"""The judges themselves: silent on a good file, not on a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest
from pikepdf import Array, Pdf

from tests.judges import tools
from tests.preflight.files import built


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.pdf"
    path.write_bytes(built())
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    def broken(pdf: Pdf) -> None:
        pdf.pages[0].obj.MediaBox = Array([1])

    path = tmp_path / "bad.pdf"
    path.write_bytes(built(broken, b"1 0 0 (").replace(b"endstream", b"endstraem", 1))
    return path


def test_qpdf(good: Path, bad: Path) -> None:
    assert tools.qpdf_check(good) == ""
    assert tools.qpdf_check(bad) != ""


def test_ghostscript(good: Path, bad: Path) -> None:
    assert tools.ghostscript_complaints(good) == ""
    assert tools.ghostscript_complaints(bad) != ""


def test_pdfcpu(good: Path, bad: Path) -> None:
    assert tools.pdfcpu_validate(good) == ""
    assert tools.pdfcpu_validate(bad) != ""


def test_poppler(good: Path) -> None:
    assert tools.info(good)["PDF subtype"] == "PDF/X-4"
    assert tools.fonts(good) == {}
    assert tools.text(good).strip() == ""
