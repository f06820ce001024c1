"""The title of a panel: its name, and buttons that let it float and hide it."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr

_SIGN = 14


class TitleBar(QWidget):
    """Qt's own title cuts Vietnamese letters at the foot, and its buttons say nothing to a screen reader."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setProperty("kind", "surface")
        self.title = QLabel(dock.windowTitle(), self)
        self.title.setProperty("kind", "heading")
        float_, close = QToolButton(self), QToolButton(self)
        float_.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        close.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * SPACE, SPACE // 2, SPACE, SPACE // 2)
        row.setSpacing(0)
        row.addWidget(self.title, 1)
        for button, sign, words in (
            (float_, "picture-in-picture-2", tr("Float or dock “{panel}”", panel=dock.windowTitle())),
            (close, "x", tr("Hide “{panel}”", panel=dock.windowTitle())),
        ):
            button.setIcon(icon(sign, "muted"))
            button.setIconSize(QSize(_SIGN, _SIGN))
            button.setToolTip(words)
            button.setAccessibleName(words)
            row.addWidget(button)
