"""Printing: the cover lies on the paper at its true size, in the pixels of the same PDF; reports of an open cover."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from coverkit.app.sample import sample_project
from coverkit.gui.desk import Desk
from coverkit.gui.export import printing
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.render.raster import rasterise

Until = Callable[[Callable[[], bool]], None]


def _window(desk: Desk) -> CoverWindow:
    window = desk.open_cover(sample_project(), None).window
    assert isinstance(window, CoverWindow)
    return window


def _into(printer: QPrinter, path: Path) -> None:
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(150)


def test_it_prints_through_the_systems_dialog_at_true_size(
    desk: Desk, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, path = _window(desk), tmp_path / "in.pdf"

    def accept(dialog: QPrintDialog) -> QDialog.DialogCode:
        _into(dialog.printer(), path)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QPrintDialog, "exec", accept)
    window.actions_["file.print"].trigger()
    until(lambda: path.is_file() and path.read_bytes().rstrip().endswith(b"%%EOF"))
    printed = rasterise(path.read_bytes(), dpi=50, area="media")
    assert printed.width == pytest.approx(190 / 25.4 * 50, abs=1)
    assert printed.height == pytest.approx(270 / 25.4 * 50, abs=1)
    cover = window.editor.cover
    wanted = printing.pixels(window.editor.project, cover, 50).image().resize((printed.width, printed.height))
    assert _red(path), "a line says that it is a proof"
    # All but the lowest of eight rows, which holds the notice.
    rows = 7 * 8 * 3
    pairs = zip(printed.image().resize((8, 8)).tobytes()[:rows], wanted.resize((8, 8)).tobytes()[:rows], strict=True)
    assert max(abs(one - other) for one, other in pairs) < 12, "the very cover, edge to edge"


def _red(path: Path) -> bool:
    """Tell whether the sheet's lower left corner, where the notice stands, has its red letters on white."""
    foot = rasterise(path.read_bytes(), dpi=144, area="media").image()
    corner = foot.crop((0, foot.height - 26, 200, foot.height))
    level = np.asarray(corner.convert("RGB"), np.int16).reshape(-1, 3)
    white = np.count_nonzero(level.min(axis=1) > 240)
    red = np.count_nonzero((level[:, 0] > 150) & (level[:, 1] < 110) & (level[:, 2] < 110))
    return bool(white > 2000 and red > 50)


def test_its_pixels_are_fine_and_it_is_never_scaled_to_fit(desk: Desk, tmp_path: Path) -> None:
    """On paper with room it stands in the middle at 100 %, with at least 300 pixels to the inch, the notice below it."""
    cover = _window(desk).editor.cover
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _into(printer, tmp_path / "a4.pdf")
    printer.setResolution(1200)
    printing.prepare(printer, cover)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    assert printing.dpi_of(printer) >= 300
    made = printing.pixels(sample_project(), cover, 300)
    printing.paint(printer, cover, made, "BẢN IN THỬ")
    with pikepdf.open(tmp_path / "a4.pdf") as pdf:
        page = pdf.pages[0]
        picture = next(one for one in page.Resources.XObject.values() if one.get("/Subtype") == "/Image")
        assert (int(picture.Width), int(picture.Height)) == (made.width, made.height)
        assert [round(float(edge) / 72 * 25.4) for edge in page.mediabox[2:]] == [210, 297]
    sheet = rasterise((tmp_path / "a4.pdf").read_bytes(), dpi=72, area="media").image().convert("L")
    box = sheet.point(lambda level: 255 if level < 200 else 0).crop((0, 0, sheet.width, 806)).getbbox()
    assert box is not None
    assert (box[2] - box[0]) / 72 * 25.4 == pytest.approx(190, abs=1)
    assert (box[3] - box[1]) / 72 * 25.4 == pytest.approx(270, abs=1)


def test_a_cover_larger_than_the_paper_is_made_smaller_and_a_smaller_one_is_not_enlarged(desk: Desk, tmp_path: Path) -> None:
    cover = _window(desk).editor.cover
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    _into(printer, tmp_path / "in.pdf")
    printing.prepare(printer, cover)
    whole = printing.target(printer, cover)
    assert whole.width() / printer.resolution() * 25.4 == pytest.approx(190, abs=0.2)
    small = QPrinter(QPrinter.PrinterMode.HighResolution)
    _into(small, tmp_path / "nho.pdf")
    small.setPageSize(small.pageLayout().pageSize().id().A5)
    small.setFullPage(True)
    box = printing.target(small, cover)
    assert box.width() / small.resolution() * 25.4 == pytest.approx(148, abs=0.5)
    assert box.width() / box.height() == pytest.approx(190 / 270, rel=0.01)


def test_the_report_of_an_open_cover_is_saved_in_any_form(
    desk: Desk, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = _window(desk)
    for name in ("bao-cao.html", "bao-cao.pdf", "bao-cao.json"):
        path = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *arguments, chosen=path: (str(chosen), ""))
        window.actions_["check.report"].trigger()
        until(path.is_file)
    told = json.loads((tmp_path / "bao-cao.json").read_text("utf-8"))
    assert told["subject"]["kind"] == "cover"
    assert told["counts"]["error"] == 0
