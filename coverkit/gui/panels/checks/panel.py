"""The Checks panel: what the rules say of the cover now, and what can be done about it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coverkit.app.pipeline import Checked
from coverkit.checks.finding import Finding
from coverkit.gui.editor import Editor
from coverkit.gui.panels.checks.card import Card
from coverkit.gui.panels.checks.findings import FILTERS, Entry, entries_of, matching
from coverkit.gui.panels.checks.groups import FindingList
from coverkit.gui.panels.checks.questions_dialog import ask_questions, open_questions
from coverkit.gui.panels.checks.summary import Summary
from coverkit.gui.panels.checks.waive_dialog import WaiveDialog
from coverkit.gui.panels.panel import Panel
from coverkit.gui.panels.parts import name_button, push_button
from coverkit.gui.settings import Settings
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr
from coverkit.model import edits

MOST = 100
"""Cards at once: of hundreds of findings the first are enough to begin with, and more would make the window slow."""
NAME = "waiver/name"
"""Setting: who accepted a finding last."""


class ChecksPanel(Panel):
    """Findings grouped by severity, with search, filter, and what mends or accepts them."""

    def __init__(self, editor: Editor, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._settings = settings
        self._entries: tuple[Entry, ...] = ()
        self.search, self.filter = QLineEdit(self), QComboBox(self)
        self.summary = Summary(self)
        self.mend_all, self.questions = push_button("", "wrench", self), push_button("", "circle-help", self)
        self.list = FindingList(self)
        self.more = QLabel(self)
        self.area = QScrollArea(self)
        self._lay_out()
        self.search.textChanged.connect(lambda text: self._show())
        self.filter.currentIndexChanged.connect(lambda index: self._show())
        self.mend_all.clicked.connect(self.mend_everything)
        self.questions.clicked.connect(self.ask)
        self.list.made.connect(self._connect)
        self.list.chosen.connect(self._chosen)
        editor.check_began.connect(self.summary.show_running)
        editor.checked.connect(self._judged)
        if editor.findings is not None:
            self._judged(editor.findings)

    def step(self, by: int) -> None:
        """Fold out the next finding (1) or the one before (-1), and show it on the page."""
        found = [one for one in self._shown()[:MOST] if one.finding is not None and one.finding.status == "open"]
        if not found:
            return
        current = self.list.current
        keys = [one.key for one in found]
        if current is not None and current.key in keys:
            place = (keys.index(current.key) + by) % len(found)
        else:
            place = 0 if by > 0 else len(found) - 1
        self.open(found[place])

    def open(self, entry: Entry) -> None:
        """Fold an entry out, scroll to it, and give it the keys."""
        card = self.list.open(entry)
        if card is not None:
            card.head.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def mend_current(self) -> None:
        """Mend the finding that is folded out."""
        current = self._current()
        if current is None:
            return
        if current.fixable:
            self._mend([current])
        else:
            self._editor.refused.emit(tr("This finding cannot be mended by the program."), tr("Follow its remedy."))

    def mend_everything(self) -> None:
        """Mend what can be mended."""
        self._mend(None)

    def waive_current(self) -> None:
        """Accept the finding that is folded out."""
        current = self._current()
        if current is not None and current.status == "open":
            self._waive(current)

    def ask(self) -> None:
        """Ask the questions that only a person can answer."""
        edit = ask_questions(self._editor.cover, self.window())
        if edit is not None:
            self._editor.perform(edit)

    def _current(self) -> Finding | None:
        """Return the finding that is folded out; where there is none, say how to choose one."""
        current = self.list.current
        if current is None or current.finding is None:
            self._editor.refused.emit(tr("No finding is chosen."), tr("Choose one in the list, or press F8."))
            return None
        return current.finding

    def _scroll_to(self, card: Card) -> None:
        """Bring a card into sight, its head at the top where it is higher than the panel."""
        self.list.ensure_laid_out()
        room, top = self.area.viewport().height(), card.y() - SPACE
        bar = self.area.verticalScrollBar()
        if top < bar.value() or card.geometry().bottom() > bar.value() + room:
            bar.setValue(top if card.height() > room else max(min(top, bar.value()), card.geometry().bottom() + SPACE - room))

    def _judged(self, checked: Checked) -> None:
        self._entries = entries_of(checked)
        self.summary.show_result(checked.result)
        self.mend_all.setEnabled(True)
        fixable = sum(one.finding is not None and one.finding.fixable and one.finding.status == "open" for one in self._entries)
        name_button(self.mend_all, tr("Mend all ({count})", count=fixable))
        self.mend_all.setVisible(fixable > 0)
        waiting = len(open_questions(checked))
        name_button(self.questions, tr("Questions ({count})", count=waiting))
        self.questions.setVisible(waiting > 0)
        self._show()

    def _shown(self) -> tuple[Entry, ...]:
        return matching(self._entries, self.search.text(), self.filter.currentData())

    def _show(self) -> None:
        shown = self._shown()
        self.list.show_entries(shown[:MOST])
        left = len(shown) - MOST
        self.more.setText(tr("Not listed here: {count} more. Mend some of these first, or search.", count=left))
        self.more.setVisible(left > 0)
        self.summary.show_nothing_matches(bool(self._entries) and not shown)

    def _connect(self, card: Card) -> None:
        finding = card.entry.finding
        if finding is None:
            return
        card.shown.connect(lambda: self._point_out(card.entry))
        card.mended.connect(lambda: self._mend([finding]))
        card.waived.connect(lambda: self._waive(finding))
        card.unwaived.connect(lambda: self._unwaive(finding))

    def _chosen(self, entry: Entry) -> None:
        card = self.list.card_of(entry)
        if card is not None:
            self._scroll_to(card)
        self._point_out(entry)

    def _point_out(self, entry: Entry) -> None:
        finding = entry.finding
        if finding is None:
            return
        if finding.problem.element:
            self._editor.select([finding.problem.element])
        self._editor.pointed_out.emit(finding)

    def _mend(self, findings: list[Finding] | None) -> None:
        self.mend_all.setEnabled(False)
        self._editor.mend(findings, self._mended)

    def _mended(self, count: int) -> None:
        self.mend_all.setEnabled(True)
        if not count:
            self._editor.refused.emit(
                tr("Nothing was mended: each try would have left the cover no better."),
                tr("Follow the remedies of the findings."),
            )

    def _waive(self, finding: Finding) -> None:
        name = self._settings.text(NAME) or self._editor.document.unit.responsible
        dialog = WaiveDialog(finding, name, dt.date.today(), self.window())
        if dialog.exec() == QDialog.DialogCode.Accepted:
            waiver = dialog.waiver()
            self._settings.put(NAME, waiver.by)
            self._editor.perform(lambda document, permissions: edits.waive(document, waiver))
        dialog.deleteLater()

    def _unwaive(self, finding: Finding) -> None:
        self._editor.perform(lambda document, permissions: edits.unwaive(document, finding.rule, finding.code))

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(tr("Search"))
        self.search.setAccessibleName(tr("Search the findings"))
        self.search.setClearButtonEnabled(True)
        self.filter.setAccessibleName(tr("Which findings are shown"))
        for value, words in FILTERS.items():
            self.filter.addItem(tr(words), value)
        self.mend_all.hide()
        self.questions.hide()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.list)
        self.list.setProperty("kind", "surface")
        self.more.setProperty("kind", "small")
        self.more.setWordWrap(True)
        self.more.hide()
        tools = QHBoxLayout()
        tools.setSpacing(SPACE)
        tools.addWidget(self.search, 3)
        tools.addWidget(self.filter, 2)
        self.mend_all.setToolTip(tr("Mends everything that the program can mend; each is a step that can be undone."))
        self.questions.setToolTip(tr("Questions that only you can answer; rules wait for the answers."))
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        buttons.addWidget(self.mend_all)
        buttons.addWidget(self.questions)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 0)
        layout.setSpacing(int(1.5 * SPACE))
        layout.addLayout(tools)
        layout.addWidget(self.summary)
        layout.addLayout(buttons)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.more)
        self.setFocusProxy(self.search)
