"""A part of the Inspector: a heading with its lock, why it is closed, and rows of labelled fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.tokens import SPACE

_LABELS = 104
"""Width of the column of labels, px."""


class Section(QWidget):
    """A heading and rows under it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel(title, self)
        self.title.setProperty("kind", "heading")
        self.title.setWordWrap(True)
        self.lock = QLabel(self)
        self.reason = QLabel(self)
        self.reason.setWordWrap(True)
        self.reason.setProperty("kind", "small")
        self.reason.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.reason.hide()
        self.head = QHBoxLayout()
        self.head.setSpacing(SPACE)
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.lock)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(2 * SPACE)
        self.grid.setVerticalSpacing(int(1.5 * SPACE))
        self.grid.setColumnStretch(1, 1)
        self.grid.setColumnMinimumWidth(0, _LABELS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(int(1.5 * SPACE))
        layout.addLayout(self.head)
        layout.addWidget(self.reason)
        layout.addLayout(self.grid)

    def show_lock(self, is_open: bool, words: str, reason: str) -> None:
        """Show an open or closed lock; `words` is its tooltip, `reason` stands under the heading."""
        self.lock.setPixmap(icon("lock-open" if is_open else "lock", "good" if is_open else "locked").pixmap(16, 16))
        self.lock.setToolTip(words)
        self.lock.setAccessibleName(words)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def add_row(self, label: str, content: QWidget, extra: QWidget | None = None, *, wide: bool = False) -> QLabel:
        """Add a field: beside its label, or under it over the whole width."""
        row = self.grid.rowCount()
        name = QLabel(label, self)
        name.setBuddy(content)
        name.setProperty("kind", "muted")
        name.setWordWrap(True)
        if wide:
            self.grid.addWidget(_beside(name, extra, self), row, 0, 1, 2)
            self.grid.addWidget(content, row + 1, 0, 1, 2)
            return name
        name.setMaximumWidth(int(1.4 * _LABELS))
        self.grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop if isinstance(content, QLabel) else Qt.AlignmentFlag(0))
        self.grid.addWidget(_beside(content, extra, self), row, 1)
        return name


def _beside(content: QWidget, extra: QWidget | None, parent: QWidget) -> QWidget:
    """Return both in one row; nothing is left free where the second is hidden."""
    if extra is None:
        return content
    holder = QWidget(parent)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE)
    row.addWidget(content, 1)
    row.addWidget(extra, 0, Qt.AlignmentFlag.AlignTop)
    return holder


def rule(parent: QWidget | None = None) -> QWidget:
    """Return a thin line between sections."""
    from PySide6.QtWidgets import QFrame

    line = QFrame(parent)
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line
