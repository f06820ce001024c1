"""The steps of the form that are lists: art with its limits, slogans with their days."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
)

from coverkit.app.art_intake import TakenArt
from coverkit.app.publishing import Draft, DraftArt, DraftSlogan, with_art
from coverkit.campaigns.campaign import Period, Phase
from coverkit.gui.dialogs.fields import Field, choices, choose
from coverkit.gui.dialogs.unicode_fields import UnicodeLine, UnicodeText
from coverkit.gui.panels.parts import fill_line
from coverkit.gui.publish.step import PeriodField, Step
from coverkit.gui.theme.icons import icon
from coverkit.i18n import mark, number, tr
from coverkit.records import replace

KINDS = (".pdf", ".ai", ".svg", ".png", ".tif", ".tiff", ".jpg", ".jpeg")
_NAMES = (("band", mark("Band, wide")), ("column", mark("Column, high")), ("square", mark("Square")), ("logo", mark("Emblem")))
_PHASES: tuple[tuple[Phase, str], ...] = (
    ("any", mark("at any time")),
    ("before", mark("before the event")),
    ("during", mark("during the event")),
    ("after", mark("after the event")),
)


class ArtStep(Step):
    """The banner art, taken in from what the designer sent."""

    name = "art"
    wanted = Signal(object, str)
    """A file (`Path`) is to be taken in under a name."""

    def __init__(self) -> None:
        super().__init__(
            tr("Banner art"),
            tr("PDF, AI, SVG, PNG, TIFF or JPEG. It becomes sealed art, inks and outlines alone; what was done is told."),
        )
        self.setAcceptDrops(True)
        self.shape = choices(*((tr(text), name) for name, text in _NAMES))
        self.add = QPushButton(icon("plus"), tr("Take in a file…"))
        self.remove = QPushButton(icon("trash-2"), tr("Remove"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Banner art"))
        self.list.setIconSize(QSize(220, 80))
        self.list.setMinimumHeight(220)
        self.least_width, self.share = QDoubleSpinBox(), QDoubleSpinBox()
        self.least_width.setRange(0, 400)
        self.least_width.setSuffix(" mm")
        self.share.setRange(0, 100)
        self.share.setSuffix(" %")
        self.told = QLabel(wordWrap=True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.addWidget(Field(tr("Shape"), self.shape), 1)
        row.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignBottom)
        limits = QHBoxLayout()
        limits.addWidget(Field(tr("Never narrower than"), self.least_width))
        limits.addWidget(Field(tr("At least this share of the page's width"), self.share))
        self.column.addLayout(row)
        self.column.addWidget(self.list)
        self.column.addLayout(limits)
        self.column.addWidget(self.told)
        self.column.addStretch(1)
        self.add.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(self._show_limits)
        self.least_width.valueChanged.connect(self.heard)
        self.share.valueChanged.connect(self.heard)

    def fill(self, draft: Draft) -> None:
        """Put the draft into the controls."""
        row = max(0, self.list.currentRow())
        self.list.clear()
        for one in draft.art:
            size = tr("{width} × {height} mm", width=number(one.width_mm, 1), height=number(one.height_mm, 1))
            item = QListWidgetItem(_picture(one.png), f"{one.name}\n{size}")
            self.list.addItem(item)
        self.list.setCurrentRow(min(row, len(draft.art) - 1))
        self._show_limits(self.list.currentRow())

    def take(self) -> Draft:
        """Return the draft with the limits of the chosen art."""
        row = self.list.currentRow()
        if not 0 <= row < len(self.draft.art):
            return self.draft
        one = replace(
            self.draft.art[row], least_width_mm=round(self.least_width.value(), 1), least_share=self.share.value() / 100
        )
        return replace(self.draft, art=(*self.draft.art[:row], one, *self.draft.art[row + 1 :]))

    def took(self, name: str, art: TakenArt) -> None:
        """Take up what the intake made, and tell what it did."""
        draft = with_art(self.draft, DraftArt.taken(name, art))
        self.told.setProperty("kind", "warning" if art.warnings else "good")
        self.told.style().polish(self.told)
        done = art.steps or (tr("Nothing had to be changed."),)
        self.told.setText("\n".join((*art.warnings, *done)))
        self.show_draft(draft)
        self.list.setCurrentRow(len(draft.art) - 1)
        self.changed.emit(draft)

    def refused(self, message: str, remedy: str) -> None:
        """Tell why a file cannot be art."""
        self.told.setProperty("kind", "bad")
        self.told.style().polish(self.told)
        self.told.setText(f"{message}\n{remedy}")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files that can be art."""
        if any(Path(url.toLocalFile()).suffix.lower() in KINDS for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped."""
        for url in event.mimeData().urls():
            self.wanted.emit(Path(url.toLocalFile()), self.shape.currentData())
        event.acceptProposedAction()

    def _ask(self) -> None:
        pattern = tr("Art") + " (" + " ".join(f"*{ending}" for ending in KINDS) + ")"
        name, _ = QFileDialog.getOpenFileName(self, tr("Take in a file"), "", pattern)
        if name:
            self.wanted.emit(Path(name), self.shape.currentData())

    def _remove(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.draft.art):
            draft = replace(self.draft, art=(*self.draft.art[:row], *self.draft.art[row + 1 :]))
            self.show_draft(draft)
            self.changed.emit(draft)

    def _show_limits(self, row: int) -> None:
        known = 0 <= row < len(self.draft.art)
        before, self._showing = self._showing, True
        for box in (self.least_width, self.share):
            box.setEnabled(known)
        if known:
            self.least_width.setValue(self.draft.art[row].least_width_mm)
            self.share.setValue(self.draft.art[row].least_share * 100)
        self.remove.setEnabled(known)
        self._showing = before


class SlogansStep(Step):
    """The exact texts."""

    name = "slogans"

    def __init__(self) -> None:
        super().__init__(
            tr("Slogans"),
            tr("The exact texts of the list. A unit chooses one; a word that differs on its cover is an error."),
        )
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Slogans"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(150)
        self.add = QPushButton(icon("plus"), tr("Add a slogan"))
        self.remove = QPushButton(icon("trash-2"), tr("Remove"))
        self.text, self.replaces = UnicodeText(), UnicodeText()
        for box in (self.text, self.replaces):
            box.setMaximumHeight(76)
        self.days = PeriodField(tr("Only on these days"))
        self.phase: QComboBox = choices(*((tr(text), phase) for phase, text in _PHASES))
        self.source = UnicodeLine()
        row = QHBoxLayout()
        row.addWidget(self.add)
        row.addWidget(self.remove)
        row.addStretch(1)
        self.column.addWidget(self.list)
        self.column.addLayout(row)
        for label, control in (
            (tr("Text"), self.text),
            (tr("Source (empty: the dispatch)"), self.source),
            (tr("Replaces these earlier texts, one a line"), self.replaces),
            (tr("May be used"), self.phase),
        ):
            self.column.addWidget(Field(label, control))
        self.column.addWidget(self.days)
        self.column.addStretch(1)
        self._listen()

    def _listen(self) -> None:
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(self._show)
        self.text.textChanged.connect(self.heard)
        self.replaces.textChanged.connect(self.heard)
        self.source.textEdited.connect(self.heard)
        self.phase.currentIndexChanged.connect(self.heard)
        self.days.changed.connect(self.heard)

    def fill(self, draft: Draft) -> None:
        """Put the draft into the controls."""
        row = max(0, self.list.currentRow())
        self.list.clear()
        for one in draft.slogans:
            self.list.addItem(one.text or tr("(no text yet)"))
        self.list.setCurrentRow(min(row, len(draft.slogans) - 1))
        self._show(self.list.currentRow())

    def take(self) -> Draft:
        """Return the draft with the chosen slogan as the controls have it."""
        row = self.list.currentRow()
        if not 0 <= row < len(self.draft.slogans):
            return self.draft
        days = self.days.period()
        one = DraftSlogan(
            self.text.toPlainText(),
            days.first,
            days.last,
            self.phase.currentData(),
            self.replaces.toPlainText(),
            self.source.text(),
        )
        self.list.item(row).setText(one.text or tr("(no text yet)"))
        return replace(self.draft, slogans=(*self.draft.slogans[:row], one, *self.draft.slogans[row + 1 :]))

    def _add(self) -> None:
        draft = replace(self.draft, slogans=(*self.draft.slogans, DraftSlogan("")))
        self.show_draft(draft)
        self.list.setCurrentRow(len(draft.slogans) - 1)
        self.text.setFocus()
        self.changed.emit(draft)

    def _remove(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.draft.slogans):
            draft = replace(self.draft, slogans=(*self.draft.slogans[:row], *self.draft.slogans[row + 1 :]))
            self.show_draft(draft)
            self.changed.emit(draft)

    def _show(self, row: int) -> None:
        known = 0 <= row < len(self.draft.slogans)
        before, self._showing = self._showing, True
        one = self.draft.slogans[row] if known else DraftSlogan("")
        for control in (self.text, self.replaces, self.source, self.phase, self.days, self.remove):
            control.setEnabled(known)
        self.text.setPlainText(one.text)
        self.replaces.setPlainText(one.replaces)
        fill_line(self.source, one.source)
        choose(self.phase, one.phase)
        self.days.stated.setChecked(False)
        self.days.show_period(Period(one.first, one.last))
        self._showing = before


def _picture(png: bytes) -> QIcon:
    pixels = QPixmap()
    if png:
        pixels.loadFromData(png)
    return icon("image") if pixels.isNull() else QIcon(pixels)
