"""The history: every step by name; a click goes back or forward to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from coverkit.gui.actions import Actions
from coverkit.gui.editor import Editor
from coverkit.gui.panels.panel import Panel
from coverkit.gui.panels.words import step_words
from coverkit.gui.theme.icons import icon
from coverkit.i18n import tr


class HistoryPanel(Panel):
    """The steps of a cover, oldest first; those taken back stand below, greyed."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("History"))
        self.list.setAccessibleDescription(tr("Enter goes back or forward to the step."))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.list)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        editor.history_changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        session, permissions = self._editor.session, self._editor.cover.permissions
        self.list.clear()
        self._add(tr("As it was opened"), "folder-open", False)
        for step in session.done:
            self._add(step_words(step, permissions), "check", False)
        for step in session.undone:
            self._add(step_words(step, permissions), "redo-2", True)
        now = len(session.done)
        self.list.setCurrentRow(now)
        current = self.list.item(now)
        font = current.font()
        font.setBold(True)
        current.setFont(font)
        self.list.scrollToItem(current)

    def _add(self, words: str, picture: str, undone: bool) -> None:
        item = QListWidgetItem(icon(picture, "muted"), words)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, tr("{step}, taken back", step=words) if undone else words)
        if undone:
            item.setForeground(self.palette().placeholderText())
            font = item.font()
            font.setItalic(True)
            item.setFont(font)
        self.list.addItem(item)

    def _go(self, item: QListWidgetItem) -> None:
        self._editor.go_to(self.list.row(item))


class UndoActions:
    """Undo and redo: they name the step that they take back or do again."""

    def __init__(self, editor: Editor, actions: Actions) -> None:
        self._editor = editor
        self._undo, self._redo = actions["edit.undo"], actions["edit.redo"]
        actions.bind("edit.undo", editor.undo)
        actions.bind("edit.redo", editor.redo)
        editor.history_changed.connect(self._name)
        self._name()

    def _name(self) -> None:
        session, permissions = self._editor.session, self._editor.cover.permissions
        done = step_words(session.done[-1], permissions) if session.done else ""
        undone = step_words(session.undone[0], permissions) if session.undone else ""
        _say(self._undo, tr("&Undo: {step}", step=done.replace("&", "&&")) if done else tr("&Undo"), bool(done))
        _say(self._redo, tr("&Redo: {step}", step=undone.replace("&", "&&")) if undone else tr("&Redo"), bool(undone))


def _say(action: QAction, text: str, possible: bool) -> None:
    action.setText(text)
    keys = action.shortcut().toString()
    plain = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    action.setToolTip(f"{plain} ({keys})" if keys else plain)
    action.setEnabled(possible)
