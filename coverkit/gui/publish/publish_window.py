"""The window that makes a campaign: steps at the left, what is still missing named at each, the seal at the end."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMainWindow,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from coverkit.app.art_intake import TakenArt, take_art
from coverkit.app.publishing import Draft, draft_of, gaps
from coverkit.campaigns import library
from coverkit.errors import CoverKitError
from coverkit.gui.dialogs.messages import ask, show_error
from coverkit.gui.panels.parts import fill_line
from coverkit.gui.publish.list_steps import ArtStep, SlogansStep
from coverkit.gui.publish.seal_step import SealStep
from coverkit.gui.publish.step import Step
from coverkit.gui.publish.words_steps import DispatchStep, PeriodStep, RulesStep
from coverkit.gui.theme.icons import icon
from coverkit.gui.windows.sizes import fit_screen
from coverkit.gui.work.worker import Worker
from coverkit.i18n import mark, tr

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk

_TITLES = {
    "dispatch": mark("The dispatch"),
    "period": mark("Period and publications"),
    "art": mark("Banner art"),
    "slogans": mark("Slogans"),
    "rules": mark("Placement rules"),
    "seal": mark("Seal and send"),
}


class PublishWindow(QMainWindow):
    """One campaign being made."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.draft = Draft(date=dt.date.today())
        self._kept = self.draft
        self._worker = Worker(self, "coverkit-publish")
        self.art = ArtStep()
        self.seal = SealStep()
        self.steps: tuple[Step, ...] = (DispatchStep(), PeriodStep(), self.art, SlogansStep(), RulesStep(), self.seal)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Steps"))
        self.pages = QStackedWidget()
        self.back = QPushButton(icon("chevron-left"), tr("Back"))
        self.forward = QPushButton(tr("Next"))
        self.forward.setProperty("kind", "primary")
        self.open = QPushButton(icon("folder-open"), tr("New version of a campaign…"))
        self._arrange()
        self._listen()
        self.setWindowTitle(tr("Publish a campaign"))
        fit_screen(self, 1080, 780)
        self._show(self.draft)

    def open_campaign(self, where: str) -> None:
        """Begin the next version of a campaign, given by its id or its file."""
        self._worker.submit("open", lambda task: draft_of(library.load(where)), self._opened, self._broken)

    def take_in(self, path: Path, name: str) -> None:
        """Take in a file as the art of a name."""
        self.art.told.setProperty("kind", "muted")
        self.art.told.setText(tr("Taking in {name} …", name=path.name))

        def done(taken: object) -> None:
            assert isinstance(taken, TakenArt)
            self.art.took(name, taken)

        self._worker.submit("art", lambda task: take_art(path), done, self._refused)

    def built_anew(self) -> PublishWindow:
        """Return a window with the same draft, in the language and theme as they are now."""
        self._worker.close()
        fresh = PublishWindow(self.desk)
        fresh._show(self.draft)
        fresh._kept = self._kept
        fill_line(fresh.seal.key, self.seal.key.text())
        fresh.list.setCurrentRow(self.list.currentRow())
        return fresh

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before a draft is lost, end the background work, leave the desk."""
        if self.draft != self._kept and not self._may_lose():
            event.ignore()
            return
        self._worker.close()
        self.desk.closed(self)
        event.accept()

    def _arrange(self) -> None:
        for step in self.steps:
            self.list.addItem(QListWidgetItem(tr(_TITLES[step.name])))
            self.pages.addWidget(step)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        left.addWidget(self.open)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.forward)
        right = QVBoxLayout()
        right.addWidget(self.pages, 1)
        right.addLayout(buttons)
        content = QWidget()
        layout = QHBoxLayout(content)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addLayout(left)
        layout.addLayout(right, 1)
        self.list.setFixedWidth(230)
        self.setCentralWidget(content)
        self.list.setCurrentRow(0)

    def _listen(self) -> None:
        self.list.currentRowChanged.connect(self._turn)
        self.back.clicked.connect(lambda: self.list.setCurrentRow(self.list.currentRow() - 1))
        self.forward.clicked.connect(lambda: self.list.setCurrentRow(self.list.currentRow() + 1))
        self.open.clicked.connect(self._ask_open)
        self.art.wanted.connect(self.take_in)
        self.seal.published.connect(self._published)
        for step in self.steps:
            step.changed.connect(self._changed)
        QShortcut(QKeySequence("Ctrl+W"), self, self.close)
        QShortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Right), self, self.forward.click)
        QShortcut(QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left), self, self.back.click)

    def _turn(self, row: int) -> None:
        self.steps[row].show_draft(self.draft)
        self.pages.setCurrentIndex(row)
        self.back.setEnabled(row > 0)
        self.forward.setVisible(row < len(self.steps) - 1)

    def _changed(self, draft: Draft) -> None:
        self.draft = draft
        missing = {gap.step for gap in gaps(draft)}
        for row, step in enumerate(self.steps):
            done = step.name not in missing if step is not self.seal else not missing
            item = self.list.item(row)
            item.setIcon(icon("circle-check", "good") if done else icon("circle-dashed", "muted"))
            state = tr("complete") if done else tr("something is missing")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}: {state}")

    def _show(self, draft: Draft) -> None:
        self._changed(draft)
        self._turn(self.list.currentRow())

    def _ask_open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("New version of a campaign"), "", tr("Campaigns") + " (*.campaign)")
        if name and (self.draft == self._kept or self._may_lose()):
            self.open_campaign(name)

    def _opened(self, draft: object) -> None:
        assert isinstance(draft, Draft)
        self._kept = draft
        self._show(draft)

    def _published(self) -> None:
        self._kept = self.draft

    def _may_lose(self) -> bool:
        return ask(
            self,
            tr("Close without sealing?"),
            tr("What was filled in is lost, for the campaign was not sealed."),
            tr("Close"),
        )

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, CoverKitError):
            raise error
        self.art.refused(error.message, error.remedy)

    def _broken(self, error: Exception) -> None:
        if not isinstance(error, CoverKitError):
            raise error
        show_error(self, error.message, error.remedy)
