"""Files dropped on any window: covers open, campaigns are installed, PDFs are checked. Parts that take drops come first."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QObject, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk

OPENED = frozenset({".cover", ".campaign", ".pdf"})
"""Endings of files that any window opens; pictures belong to the page they are dropped on."""
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff"})
"""Endings of pictures, which only windows without a page that takes them open, to check them."""


class FileDrops(QObject):
    """Takes what the parts of a window leave."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def watch(self, window: QMainWindow) -> None:
        """Take files that are dropped on a window."""
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags of files that can be opened, and open them when they are dropped."""
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            if files_in(event.mimeData(), _wanted(watched)):
                event.acceptProposedAction()
                return True
        elif isinstance(event, QDropEvent) and isinstance(watched, QWidget):
            paths = files_in(event.mimeData(), _wanted(watched))
            if paths:
                event.acceptProposedAction()
                # The program that was dragged from waits until the drop is done; questions come afterwards.
                QTimer.singleShot(0, watched, lambda: self._desk.open_files(paths, watched))
                return True
        return False


def _wanted(window: QObject) -> frozenset[str]:
    return OPENED | _PICTURES if window.property("checks_pictures") else OPENED


def files_in(data: QMimeData, endings: frozenset[str] = OPENED) -> tuple[Path, ...]:
    """Return the files among what is dragged or pasted whose names have one of the endings."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return tuple(path for path in paths if path.suffix.lower() in endings and path.is_file())
