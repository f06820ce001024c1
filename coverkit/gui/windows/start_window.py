"""The start window: recent covers, what was left unsaved, and the form that begins a cover. Painted before anything heavy."""

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

    def show_recent(self) -> None:
        """Show the recent files as they are now."""

    def show_new(self) -> None:
        """Show the form that begins a cover."""

    def built_anew(self) -> StartWindow:
        """Return a start window in the language and theme as they are now."""
        return StartWindow(self._desk)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the desk."""
        self._desk.closed(self)
        event.accept()
