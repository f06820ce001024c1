"""Small parts that panels and dialogs share."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.tokens import SPACE

_EDGE = 24
"""Around a dialog on a small screen, px; twice at top and foot, for its title."""


def push_button(words: str, sign: str, parent: QWidget | None = None, kind: str = "") -> QPushButton:
    """Return a button with an icon and words."""
    button = QPushButton(icon(sign, "on_accent" if kind == "primary" else "text"), "", parent)
    name_button(button, words)
    if kind:
        button.setProperty("kind", kind)
    return button


def name_button(button: QPushButton, words: str) -> None:
    """Give a button with an icon other words; a space keeps them apart from the icon, screen readers do not hear it."""
    button.setText(f"\N{NO-BREAK SPACE}{words}")
    button.setAccessibleName(words.replace("&", "").rstrip(" …"))


def fill_line(line: QLineEdit, words: str) -> None:
    """Put words into a line that a person may change; long ones show their start, not their end."""
    if line.text() != words:
        line.setText(words)
        line.setCursorPosition(0)


def look(widget: QWidget, kind: str) -> None:
    """Give a widget another look while it is shown."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def plain_label(words: str, parent: QWidget | None = None, kind: str = "") -> QLabel:
    """Return a label of plain text that breaks its lines."""
    label = QLabel(words, parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    return label


def button_row(*buttons: QPushButton) -> QHBoxLayout:
    """Return buttons at the right, the last one the one to press."""
    row = QHBoxLayout()
    row.setSpacing(2 * SPACE)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


def fit_to_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window its size, less where the screen is smaller: 1080 lines at 200 % are 540."""
    room = window.screen().availableGeometry().size() - QSize(_EDGE, 2 * _EDGE)
    window.resize(QSize(width, height).boundedTo(room))
