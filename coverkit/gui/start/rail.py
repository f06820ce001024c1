"""The rail at the left of the start page: where to go, what to open, language and theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout

from coverkit.gui.theme.headings import rule
from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.logo import logo
from coverkit.gui.theme.tokens import ICON, SPACE
from coverkit.i18n import language, tr

WIDTH = 208
GAP = "\u2002"
"""Between an icon and the words beside it: style sheets know no such distance."""


class Rail(QFrame):
    """Buttons one above the other; the places among them show where one is."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setFixedWidth(WIDTH)
        self._places = QButtonGroup(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(3 * SPACE, 5 * SPACE, 3 * SPACE, 3 * SPACE)
        self._layout.setSpacing(SPACE)
        self._layout.addLayout(_name())
        self._layout.addSpacing(4 * SPACE)

    def place(self, text: str, sign: str, go: Callable[[], object]) -> QPushButton:
        """Add a button that goes somewhere on the page, and shows whether one is there."""
        button = self._button(text, sign, go)
        button.setCheckable(True)
        self._places.addButton(button)
        return button

    def action(self, text: str, sign: str, do: Callable[[], object], keys: str = "") -> QPushButton:
        """Add a button that does something."""
        button = self._button(text, sign, do)
        plain = text.replace("&", "").rstrip("…")
        button.setToolTip(f"{plain} ({keys})" if keys else plain)
        return button

    def gap(self) -> None:
        """Add a line."""
        self._layout.addSpacing(2 * SPACE)
        self._layout.addWidget(rule())
        self._layout.addSpacing(2 * SPACE)

    def stretch(self) -> None:
        """What follows stands at the bottom."""
        self._layout.addStretch(1)

    def foot(self, speak: Callable[[], object], wear: Callable[[], object], dark: bool) -> None:
        """Add the switches of language and theme."""
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        other = QPushButton("English" if language() == "vi" else "Tiếng Việt")
        other.setProperty("kind", "quiet")
        other.setIcon(icon("languages", "accent"))
        other.clicked.connect(lambda: speak())
        theme = QToolButton()
        theme.setIcon(icon("sun" if dark else "moon"))
        theme.setToolTip(tr("Light theme") if dark else tr("Dark theme"))
        theme.setAccessibleName(theme.toolTip())
        theme.clicked.connect(lambda: wear())
        row.addWidget(other)
        row.addStretch(1)
        row.addWidget(theme)
        self._layout.addLayout(row)

    def _button(self, text: str, sign: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(f"{GAP}{text}")
        button.setAccessibleName(text.replace("&", ""))
        button.setProperty("kind", "rail")
        button.setIcon(icon(sign))
        button.setIconSize(QSize(ICON, ICON))
        button.clicked.connect(lambda checked=False: do())
        self._layout.addWidget(button)
        return button


def _name() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(2 * SPACE, 0, 0, 0)
    row.setSpacing(2 * SPACE)
    sign = QLabel()
    sign.setPixmap(logo().pixmap(QSize(30, 30)))
    name = QLabel("CoverKit")
    name.setProperty("kind", "brand")
    row.addWidget(sign)
    row.addWidget(name, 1, Qt.AlignmentFlag.AlignVCenter)
    return row
