"""The start window: recent covers and what can be begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow

from coverkit.i18n import tr

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk


class StartWindow(QMainWindow):
    """The first window."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setWindowTitle(tr("CoverKit"))
        self.resize(1180, 760)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the desk."""
        self._desk.closed(self)
        event.accept()
