"""The rail at the left of the start page: where to go, what to open, language and theme."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from coverkit.gui.theme.headings import rule
from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.logo import logo
from coverkit.gui.theme.tokens import ICON, SPACE
from coverkit.i18n import language, tr

WIDTH, NARROW = 208, 62
GAP = "\u2002"
"""Between an icon and the words beside it: style sheets know no such distance."""


class Rail(QFrame):
    """Buttons one above the other; the places among them show where one is."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "rail")
        self.setFixedWidth(WIDTH)
        self._places = QButtonGroup(self)
        self._texts: dict[QPushButton, str] = {}
        self._name = QLabel("CoverKit")
        self._name.setProperty("kind", "brand")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(3 * SPACE, 5 * SPACE, 3 * SPACE, 3 * SPACE)
        self._layout.setSpacing(SPACE)
        self._layout.addLayout(self._head())
        self._layout.addSpacing(4 * SPACE)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone where the window has no room for words; the words are tooltips then."""
        self.setFixedWidth(NARROW if narrow else WIDTH)
        self._name.setVisible(not narrow)
        for button, text in self._texts.items():
            button.setText("" if narrow else text)

    def place(self, text: str, sign: str, go: Callable[[], object]) -> QPushButton:
        """Add a button that goes somewhere on the page, and shows whether one is there."""
        button = self._button(text, sign, go)
        button.setCheckable(True)
        button.setToolTip(text.replace("&", ""))
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
        self.action("English" if language() == "vi" else "Tiếng Việt", "languages", speak)
        self.action(tr("Light theme") if dark else tr("Dark theme"), "sun" if dark else "moon", wear)

    def _button(self, text: str, sign: str, do: Callable[[], object]) -> QPushButton:
        button = QPushButton(f"{GAP}{text}")
        button.setAccessibleName(text.replace("&", ""))
        button.setProperty("kind", "rail")
        button.setIcon(icon(sign))
        button.setIconSize(QSize(ICON, ICON))
        button.clicked.connect(lambda checked=False: do())
        self._texts[button] = button.text()
        self._layout.addWidget(button)
        return button

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(SPACE, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        sign = QLabel()
        sign.setPixmap(logo().pixmap(QSize(30, 30)))
        row.addWidget(sign)
        row.addWidget(self._name, 1, Qt.AlignmentFlag.AlignVCenter)
        return row
