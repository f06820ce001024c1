"""The window of a finished file, as a printer and a reviewer use it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Pdf
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from coverkit.app.decisions import entries
from coverkit.app.pictures import render
from coverkit.app.pipeline import ExportRequest, export, write_files
from coverkit.app.sample import CAMPAIGN, sample_project
from coverkit.checks.finding import Finding, Severity
from coverkit.gui.desk import Desk
from coverkit.gui.review.compare_window import CompareWindow
from coverkit.gui.review.file_window import FileWindow
from coverkit.gui.theme.tokens import LIGHT
from tests.preflight import files

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture(scope="module")
def press_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("press")
    return write_files(export(sample_project(), ExportRequest("pdf-x4"), "bia"), folder / "bia.pdf")[0]


def opened(desk: Desk, path: Path, until: Until) -> FileWindow:
    window = FileWindow(desk, path)
    desk.show(window)
    until(lambda: window.examination.examined is not None and not window.examination.worker.busy)
    return window


def test_a_printer_sees_what_the_file_is(desk: Desk, until: Until, press_file: Path) -> None:
    window = opened(desk, press_file, until)
    until(lambda: "…" not in window.overview.proof.text())
    assert "bia.pdf" in window.overview.proof.text()
    assert window.overview.proof.property("kind") == "good"
    assert window.facts.fonts.topLevelItemCount() == 5
    assert window.facts.pictures.topLevelItemCount() == 1
    assert not [one for one in window.examination.examined.report.findings if one.severity == Severity.ERROR]  # type: ignore[union-attr] # opened


def _without_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents
    pdf.pages[0].obj.Rotate = 90


def test_findings_are_stepped_through_with_the_keyboard_and_shown_on_the_page(desk: Desk, until: Until, tmp_path: Path) -> None:
    path = tmp_path / "foreign.pdf"
    path.write_bytes(files.built(_without_intent))
    window = opened(desk, path, until)
    examined = window.examination.examined
    assert examined is not None
    assert examined.report.findings
    shown: list[Finding] = []
    window.examination.pointed_out.connect(shown.append)
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_F8)
    assert [one.problem.message for one in shown] == [one.problem.message for one in examined.report.findings[:2]]
    assert window.findings.detail.text()
    window.findings.search.setText("qqqq")
    assert all(window.findings.list.isRowHidden(row) for row in range(window.findings.list.count()))


def test_a_reviewer_returns_a_file_with_reasons_and_approves_it_later(desk: Desk, until: Until, press_file: Path) -> None:
    window = opened(desk, press_file, until)
    panel = window.decisions
    window.tabs.setCurrentWidget(panel)
    QTest.keyClicks(panel.words, "Doi khau hieu")
    QTest.keyClicks(panel.name, "Lan")
    QTest.mouseClick(panel.give_back, Qt.MouseButton.LeftButton)
    QTest.mouseClick(panel.approve, Qt.MouseButton.LeftButton)
    said = entries(press_file)
    assert [(one.kind, one.text, one.by) for one in said] == [("returned", "Doi khau hieu", "Lan"), ("approved", "", "Lan")]
    assert panel.history.count() == 2
    assert panel.standing.property("kind") == "good"
    assert desk.settings.text("reviewer") == "Lan"
    examined = window.examination.examined
    assert examined is not None
    assert examined.report.decision is not None
    assert examined.report.decision.approved


def test_the_page_is_trimmed_at_a_key(desk: Desk, until: Until, press_file: Path) -> None:
    window = opened(desk, press_file, until)
    window.page.fit()
    until(lambda: not window.examination.worker.busy)

    def shown() -> float:
        """Return how wide what is not ground is, in mm."""
        picture = window.page.grab().toImage()
        middle = picture.height() // 2
        ground = sum(picture.pixelColor(x, middle).name() == LIGHT.sunken for x in range(picture.width()))
        return (picture.width() - ground) / picture.devicePixelRatio() / window.page.transform().m11()

    assert shown() > 195, "with the bleed of 3 mm on both sides"
    QTest.keyClick(window, Qt.Key.Key_W)
    assert shown() < 194, "the bleed is covered"


def test_plates_go_when_their_tab_is_left(desk: Desk, until: Until, press_file: Path) -> None:
    window = opened(desk, press_file, until)
    window.tabs.setCurrentWidget(window.ink)
    QTest.mouseClick(window.ink.separate, Qt.MouseButton.LeftButton)
    until(lambda: bool(window.ink.amounts))
    total = next(one for one in window.ink.views.buttons() if one.property("ink") == "total")
    total.click()
    assert window.ink.legend.isVisible()
    assert "300" in window.ink.legend.text()
    window.tabs.setCurrentWidget(window.decisions)
    assert not total.isChecked()


def test_what_is_required_is_looked_for_in_own_files_too(desk: Desk, until: Until, press_file: Path) -> None:
    window = opened(desk, press_file, until)
    examined = window.examination.examined
    assert examined is not None
    states = {one.id: one.status.value for one in examined.report.rules}
    assert states["campaign.recognised-slogan-present"] == "pass"
    assert states["campaign.recognised-slogan-dates"] == "pass"


def test_two_versions_are_compared(desk: Desk, until: Until, press_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    project = sample_project("chu-lon")
    other.write_bytes(export(project, ExportRequest("pdf-x4", force=True)).files[0].data)
    for second, same in ((press_file, True), (other, False)):
        window = CompareWindow(desk, press_file, second)
        desk.show(window)
        until(lambda window=window: window.found is not None)  # type: ignore[misc] # a default binds the loop's window
        assert window.found is not None
        assert (window.found.share == 0) is same
        assert bool(window.found.places) is not same
        window.modes.button(2).click()
        window.close()


def test_what_is_no_pdf_is_told(desk: Desk, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr("coverkit.gui.review.file_window.show_error", lambda parent, message, remedy="": told.append(message))
    path = tmp_path / "hỏng.pdf"
    path.write_bytes(b"%PDF-1.4 broken")
    window = FileWindow(desk, path)
    desk.show(window)
    until(lambda: bool(told))
    assert "hỏng.pdf" in told[0]


def test_a_printer_measures_ink_under_the_cursor_and_sees_a_plate(desk: Desk, until: Until, press_file: Path) -> None:
    window = opened(desk, press_file, until)
    window.tabs.setCurrentWidget(window.ink)
    QTest.mouseClick(window.ink.separate, Qt.MouseButton.LeftButton)
    until(lambda: bool(window.ink.amounts))
    corner = window.page.mapFromScene(QPointF(2.0, 265.0))
    QTest.mouseMove(window.page.viewport(), corner)
    until(lambda: window.ink.amounts["total"].text() not in ("–", ""))
    assert int(window.ink.amounts["total"].text().split()[0]) > 100
    before = window.page.grab().toImage()
    window.ink.views.button(5).click()
    assert window.page.grab().toImage() != before
    window.ink.views.button(0).click()
    assert window.page.grab().toImage() == before


def test_a_picture_of_a_cover_is_looked_at_for_a_campaign(desk: Desk, until: Until, tmp_path: Path) -> None:
    picture = tmp_path / "bìa.png"
    picture.write_bytes(render(sample_project(), 60))
    window = opened(desk, picture, until)
    assert window.campaign.currentData() == CAMPAIGN, "the one that is seen on it"
    assert window.examination.page_count == 1
    assert window.examination.examined is not None
    assert window.examination.examined.report.subject.kind == "picture"


def test_a_window_that_is_built_anew_keeps_what_the_file_is_held_against(desk: Desk, until: Until, press_file: Path) -> None:
    window = opened(desk, press_file, until)
    window.campaign.setCurrentIndex(window.campaign.findData(CAMPAIGN))
    window.campaign.activated.emit(window.campaign.currentIndex())
    until(lambda: not window.examination.worker.busy)
    fresh = window.built_anew()
    assert (fresh.examination.campaign, fresh.campaign.currentData()) == (CAMPAIGN, CAMPAIGN)
    fresh.examination.close()
    fresh.deleteLater()
