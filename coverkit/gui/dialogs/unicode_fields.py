"""Fields for texts: what is pasted or dropped into them arrives in Unicode; an old code is shown, and a person decides."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import (
    QAction,
    QClipboard,
    QContextMenuEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from coverkit.gui.dialogs.paste import pasted_text

_PASTE = "edit-paste"
"""Qt's own name of the entry in a field's menu."""


class UnicodeText(QPlainTextEdit):
    """A field of several lines. Tab goes on to the next field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put pasted or dropped text in; every way to paste into a text leads here."""
        words = pasted_text(self.window(), source)
        if words is not None:
            self.insertPlainText(words)
            self.ensureCursorVisible()


class UnicodeLine(QLineEdit):
    """A field of one line. Qt pastes into such a field by keys, menu, drop and mouse, each on a way of its own."""

    def take(self, source: QMimeData | None) -> None:
        """Put pasted or dropped text in, on one line."""
        words = None if source is None or self.isReadOnly() else pasted_text(self.window(), source)
        if words is not None:
            self.insert(" ".join(words.split()) if "\n" in words.strip() else words.strip("\n"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste with the keys for it."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the field's menu."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return Qt's menu of a field, whose entry for pasting goes by way of `take`."""
        menu = self.createStandardContextMenu()
        theirs = next((action for action in menu.actions() if action.objectName() == _PASTE), None)
        if theirs is not None:
            ours = QAction(theirs.icon(), theirs.text(), menu)
            ours.setObjectName(_PASTE)
            ours.setEnabled(theirs.isEnabled())
            ours.triggered.connect(self._paste)
            menu.insertAction(theirs, ours)
            menu.removeAction(theirs)
        return menu

    def _paste(self) -> None:
        self.take(QGuiApplication.clipboard().mimeData())

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what comes from elsewhere where it was dropped; what is moved within the field Qt moves."""
        if event.source() is self or self.isReadOnly() or not event.mimeData().hasText():
            super().dropEvent(event)
            return
        self.deselect()
        self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
        event.acceptProposedAction()
        self.take(event.mimeData())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Paste what is selected elsewhere with the middle button, where the system does so."""
        clipboard = QGuiApplication.clipboard()
        if event.button() != Qt.MouseButton.MiddleButton or not clipboard.supportsSelection():
            super().mouseReleaseEvent(event)
            return
        self.deselect()
        self.setCursorPosition(self.cursorPositionAt(event.position().toPoint()))
        self.take(clipboard.mimeData(QClipboard.Mode.Selection))
