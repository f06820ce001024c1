"""A note near the pointer: why something was refused, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

_SHOWN = 6000
_WIDTH = 340


class Note(QFrame):
    """A small card over the canvas; it goes by itself, or when it is clicked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._message = QLabel(self)
        self._message.setWordWrap(True)
        self._remedy = QLabel(self)
        self._remedy.setWordWrap(True)
        self._remedy.setProperty("kind", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(4)
        layout.addWidget(self._message)
        layout.addWidget(self._remedy)
        self.setFixedWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._message.text() if self.isVisible() else ""

    def say(self, message: str, remedy: str, near: QPoint) -> None:
        """Show a message beside a place of the parent, wholly inside it."""
        self._message.setText(message)
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self.setAccessibleName(message)
        self.adjustSize()
        room = self.parentWidget()
        assert room is not None
        x = min(max(8, near.x() + 16), max(8, room.width() - self.width() - 8))
        y = near.y() + 20 if near.y() + 20 + self.height() < room.height() else near.y() - self.height() - 12
        self.move(x, max(8, y))
        self.show()
        self.raise_()
        self._timer.start(_SHOWN)
