"""The window of a finished file: page in the middle, what was found at the right, pages at the left."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QIcon, QImage, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QProgressBar,
    QSplitter,
    QTabWidget,
    QToolBar,
)

from coverkit.app.examining import Examined
from coverkit.campaigns import library as campaigns
from coverkit.errors import CoverKitError
from coverkit.formats.printers import printer_profiles
from coverkit.gui.dialogs.messages import show_error
from coverkit.gui.review.decision_panel import DecisionPanel
from coverkit.gui.review.examination import Examination
from coverkit.gui.review.facts_panel import FactsPanel
from coverkit.gui.review.findings_panel import FindingsPanel
from coverkit.gui.review.ink_panel import InkPanel
from coverkit.gui.review.overview_panel import OverviewPanel
from coverkit.gui.review.page_view import PageView
from coverkit.gui.theme.icons import icon
from coverkit.gui.windows.sizes import fit_screen
from coverkit.i18n import number, tr
from coverkit.report.files import wants_pictures, write_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from coverkit.gui.desk import Desk

_THUMB = 110
_THUMB_SCALE = 0.6
"""Px per mm of the page list's pictures."""


class FileWindow(QMainWindow):
    """Any PDF, or the press file of a cover, with everything that is known of it."""

    def __init__(self, desk: Desk, path: Path) -> None:
        super().__init__()
        self.desk = desk
        self.examination = Examination(path, self)
        self.page = PageView(self.examination)
        self.overview = OverviewPanel(self.examination)
        self.findings = FindingsPanel(self.examination)
        self.facts = FactsPanel(self.examination)
        self.ink = InkPanel(self.examination)
        self.decisions = DecisionPanel(self.examination, desk.settings)
        self.tabs = QTabWidget()
        self.pages = _page_list()
        self.printer, self.campaign = QComboBox(), QComboBox()
        self._place, self._busy = QLabel(), QProgressBar(maximum=0)
        self.setProperty("checks_pictures", True)
        self._arrange()
        self._fill_tool_bar()
        self._listen()
        self.setWindowTitle(tr("{name} – check", name=path.name))
        fit_screen(self, 1360, 860)
        self.examination.start()

    def built_anew(self) -> FileWindow:
        """Return a window on the same file, in the language and theme as they are now."""
        self.examination.close()
        fresh = FileWindow(self.desk, self.examination.path)
        fresh.printer.setCurrentIndex(self.printer.currentIndex())
        fresh.campaign.setCurrentIndex(self.campaign.currentIndex())
        fresh.tabs.setCurrentIndex(self.tabs.currentIndex())
        fresh.examination.page = self.examination.page
        fresh.page.take_up(self.page.place())
        fresh.trimmed.setChecked(self.trimmed.isChecked())
        fresh.findings.search.setText(self.findings.search.text())
        fresh.decisions.take_up(self.decisions)
        fresh.splitter.restoreState(self.splitter.saveState())
        if fresh.printer.currentIndex() > 0 or fresh.campaign.currentIndex() > 0:
            fresh._choose()
        return fresh

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the background work and leave the desk."""
        self.examination.close()
        self.desk.closed(self)
        event.accept()

    def _arrange(self) -> None:
        for panel, title in (
            (self.overview, tr("Overview")),
            (self.findings, tr("Findings")),
            (self.facts, tr("Contents")),
            (self.ink, tr("Ink")),
            (self.decisions, tr("Decision")),
        ):
            self.tabs.addTab(panel, title)
        self.tabs.setDocumentMode(True)
        # No tab is cut, whatever the language; findings add their number to one of them.
        self.tabs.setMinimumWidth(self.tabs.tabBar().sizeHint().width() + 40)
        self.splitter = splitter = QSplitter(Qt.Orientation.Horizontal)
        for part in (self.pages, self.page, self.tabs):
            splitter.addWidget(part)
        splitter.setSizes([140, 780, 440])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        self.setCentralWidget(splitter)
        self._busy.setFixedWidth(140)
        self._busy.setAccessibleName(tr("Working"))
        self.statusBar().addWidget(self._place)
        self.statusBar().addPermanentWidget(self._busy)

    def _fill_tool_bar(self) -> None:
        bar = QToolBar(tr("Tools"), self)
        bar.setMovable(False)
        self._add(bar, tr("Open…"), "folder-open", "Ctrl+O", self._open)
        self._add(bar, tr("Save the report…"), "file-text", "Ctrl+S", self._save_report)
        self._add(bar, tr("Compare…"), "layout-template", "Ctrl+K", self._compare)
        bar.addSeparator()
        self._add(bar, tr("Zoom in"), "zoom-in", "Ctrl++", self.page.zoom_in)
        self._add(bar, tr("Zoom out"), "zoom-out", "Ctrl+-", self.page.zoom_out)
        self._add(bar, tr("Fit the page"), "maximize", "Ctrl+0", self.page.fit)
        self.trimmed = self._add(bar, tr("As it will be cut"), "crop", "W", None)
        self.trimmed.setCheckable(True)
        self.trimmed.toggled.connect(self.page.show_trimmed)
        bar.addSeparator()
        self._add(bar, tr("Previous finding"), "arrow-up", "Shift+F8", lambda: self._step(-1))
        self._add(bar, tr("Next finding"), "arrow-down", "F8", lambda: self._step(1))
        bar.addSeparator()
        bar.addWidget(QLabel(tr("Printer") + " "))
        bar.addWidget(self.printer)
        bar.addWidget(QLabel("  " + tr("Campaign") + " "))
        bar.addWidget(self.campaign)
        self._fill_choices()
        self.addToolBar(bar)
        self._add(None, tr("Close"), "x", "Ctrl+W", self.close)

    def _add(self, bar: QToolBar | None, text: str, picture: str, keys: str, does: Callable[[], object] | None) -> QAction:
        action = QAction(icon(picture), text, self)
        action.setShortcut(QKeySequence(keys))
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{text} ({shown})")
        if does is not None:
            action.triggered.connect(lambda checked=False: does())
        self.addAction(action)
        if bar is not None:
            bar.addAction(action)
        return action

    def _fill_choices(self) -> None:
        self.printer.setAccessibleName(tr("Printer"))
        self.campaign.setAccessibleName(tr("Campaign"))
        self.printer.addItem(tr("as the file says"), None)
        for profile in printer_profiles():
            self.printer.addItem(profile.name, profile.id)
        self.campaign.addItem(tr("as the file says"), None)
        for name in sorted({one.id for one in campaigns.known()}):
            self.campaign.addItem(campaigns.find(name).title, name)
        self.campaign.setMaximumWidth(320)
        self.printer.activated.connect(self._choose)
        self.campaign.activated.connect(self._choose)

    def _listen(self) -> None:
        examination = self.examination
        examination.began.connect(self._busy.show)
        examination.done.connect(self._show)
        examination.failed.connect(self._tell)
        examination.page_drawn.connect(self._thumb)
        examination.page_chosen.connect(lambda page: self.pages.setCurrentRow(page - 1))
        self.pages.currentRowChanged.connect(lambda row: examination.choose_page(row + 1))
        examination.refined.connect(self._number)
        self.page.pointed_at.connect(self._point)
        self.page.pointed_at.connect(self.ink.point)
        self.ink.shown.connect(self.page.show_overlay)
        # Plates belong to their tab: who goes on to findings or decides sees the page.
        self.tabs.currentChanged.connect(lambda _: None if self.tabs.currentWidget() is self.ink else self.ink.show_page())

    def _choose(self) -> None:
        self.examination.printer = self.printer.currentData()
        self.examination.campaign = self.campaign.currentData()
        self.examination.start()

    def _show(self, examined: Examined) -> None:
        self._busy.hide()
        if examined.report.subject.kind == "picture" and examined.report.subject.campaign is not None:
            # A picture is held against the campaign that is seen on it: here it is said which.
            self.campaign.setCurrentIndex(max(0, self.campaign.findData(examined.report.subject.campaign.id)))
        self._number(examined)
        if self.pages.count() != self.examination.page_count:
            self.pages.clear()
            for number_ in range(1, self.examination.page_count + 1):
                self.pages.addItem(QListWidgetItem(str(number_)))
                self.examination.draw(number_, _THUMB_SCALE, f"thumb {number_}")
            self.pages.setCurrentRow(self.examination.page - 1)
        self.pages.setVisible(self.examination.page_count > 1)

    def _number(self, examined: Examined) -> None:
        self.page.show_findings(tuple(enumerate(examined.report.findings, 1)))
        self.tabs.setTabText(1, tr("Findings ({count})", count=len(examined.report.findings)))

    def _thumb(self, page: int, px_per_mm: float, picture: QImage) -> None:
        if px_per_mm == _THUMB_SCALE and page <= self.pages.count():
            self.pages.item(page - 1).setIcon(QIcon(QPixmap.fromImage(picture)))

    def _tell(self, message: str, remedy: str) -> None:
        self._busy.hide()
        show_error(self, message, remedy)

    def _point(self, at: object) -> None:
        if isinstance(at, QPointF):
            self._place.setText(tr("{x} mm from the left, {y} mm from the top", x=number(at.x(), 1), y=number(at.y(), 1)))
        else:
            self._place.setText("")

    def _step(self, by: int) -> None:
        self.tabs.setCurrentWidget(self.findings)
        self.findings.step(by)

    def _open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Open"), str(self.examination.path.parent), _filter())
        if name:
            self.desk.open_files([Path(name)], self)

    def _save_report(self) -> None:
        examined = self.examination.examined
        if examined is None:
            return
        suggested = self.examination.path.with_suffix(".html")
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Save the report"), str(suggested), "HTML (*.html);;PDF (*.pdf);;JSON (*.json)"
        )
        if not name:
            return
        out = Path(name)
        try:
            write_report(out, examined.report, examined.pictures() if wants_pictures(out) else ())
        except CoverKitError as error:
            show_error(self, error.message, error.remedy)
            return
        self.statusBar().showMessage(tr("Saved: {path}", path=out), 8000)

    def _compare(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Compare with"), str(self.examination.path.parent), _filter())
        if name:
            from coverkit.gui.review.compare_window import CompareWindow

            self.desk.show(CompareWindow(self.desk, self.examination.path, Path(name)))


def _filter() -> str:
    return tr("Covers, PDFs and pictures") + " (*.cover *.pdf *.png *.jpg *.jpeg *.tif *.tiff)"


def _page_list() -> QListWidget:
    pages = QListWidget()
    pages.setAccessibleName(tr("Pages"))
    pages.setViewMode(QListView.ViewMode.IconMode)
    pages.setFlow(QListView.Flow.TopToBottom)
    pages.setWrapping(False)
    pages.setMovement(QListView.Movement.Static)
    pages.setIconSize(QSize(_THUMB, _THUMB))
    pages.setSpacing(6)
    return pages
