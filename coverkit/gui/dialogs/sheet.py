"""The frame of a dialog: what it is about, its content, and a row of buttons at the end."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from coverkit.gui.theme.headings import heading, rule
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr


class Sheet(QDialog):
    """A dialog. Put the content into `body`; Escape closes it, Ctrl+Enter presses the main button."""

    def __init__(self, title: str, parent: QWidget | None, about: str = "") -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.body = QVBoxLayout()
        self.body.setSpacing(3 * SPACE)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(2 * SPACE)
        self._buttons.setContentsMargins(5 * SPACE, 3 * SPACE, 5 * SPACE, 4 * SPACE)
        self._buttons.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(5 * SPACE, 5 * SPACE, 5 * SPACE, 3 * SPACE)
        head.setSpacing(SPACE)
        head.addWidget(heading(title))
        if about:
            head.addWidget(heading(about, "muted"))
        middle = QVBoxLayout()
        middle.setContentsMargins(5 * SPACE, SPACE, 5 * SPACE, 4 * SPACE)
        middle.addLayout(self.body)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(head)
        outer.addLayout(middle, 1)
        outer.addWidget(rule())
        outer.addLayout(self._buttons)

    def add_button(self, text: str, press: Callable[[], object], *, primary: bool = False, left: bool = False) -> QPushButton:
        """Add a button at the end of the row; those at the left do not close the dialog."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda checked=False: press())
        if primary:
            button.setProperty("kind", "primary")
            button.setDefault(True)
            for keys in ("Ctrl+Return", "Ctrl+Enter"):
                QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        if left:
            self._buttons.insertWidget(0, button)
        else:
            self._buttons.addWidget(button)
        return button

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as lines that wrap need: Qt asks them for their height before it knows their width."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            room = self.screen().availableGeometry().height()
            self.resize(self.width(), max(self.height(), min(room, layout.totalHeightForWidth(self.width()))))

    def add_close(self) -> QPushButton:
        """Add the only button of a dialog that changes nothing."""
        return self.add_button(tr("Close"), self.accept, primary=True)

    def add_cancel(self) -> QPushButton:
        """Add the button that changes nothing."""
        return self.add_button(tr("Cancel"), self.reject)


def scrolled(widget: QWidget) -> QScrollArea:
    """Return a widget in an area that scrolls upwards and downwards only."""
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def framed(view: QAbstractItemView, name: str) -> None:
    """Give a list in a dialog its frame and its name; long lines are cut with dots instead of scrolling sideways."""
    view.setProperty("kind", "framed")
    view.ensurePolished()
    view.setAccessibleName(name)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
