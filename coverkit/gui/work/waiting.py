"""Wait for something that usually takes no time: the window stays alive, takes no input, and says what it does if it lasts."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QProgressDialog, QWidget

from coverkit.gui.work.worker import Worker

T = TypeVar("T")
_PATIENCE = 400
"""Milliseconds until it is said what is waited for."""
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.Shortcut,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Drop,
        QEvent.Type.Close,
        QEvent.Type.Wheel,
    }
)


def wait_for(parent: QWidget | None, doing: str, work: Callable[[], T]) -> T:
    """Do something in a thread of its own and return its result; what it raises is raised here."""
    loop = QEventLoop()
    results: list[T] = []
    errors: list[Exception] = []
    worker = Worker(name="coverkit-waiting")
    worker.submit("work", lambda task: work(), lambda result: _end(results, result, loop), lambda e: _end(errors, e, loop))
    deaf = _Deaf()
    QApplication.instance().installEventFilter(deaf)  # type: ignore[union-attr] # there is an application: a window waits
    told = _Told(parent, doing)
    try:
        loop.exec()
    finally:
        told.stop()
        deaf.end()
        worker.close()
    if errors:
        raise errors[0]
    return results[0]


class _Deaf(QObject):
    """Takes no input while something is waited for."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() in _INPUT

    def end(self) -> None:
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.deleteLater()


class _Told(QTimer):
    """Says what is waited for once it lasts."""

    def __init__(self, parent: QWidget | None, doing: str) -> None:
        super().__init__(parent)
        self._dialog: QProgressDialog | None = None
        self.setSingleShot(True)
        self.timeout.connect(lambda: self._tell(parent, doing))
        self.start(_PATIENCE)

    def stop(self) -> None:
        super().stop()
        if self._dialog is not None:
            self._dialog.hide()
            self._dialog.deleteLater()
        self.deleteLater()

    def _tell(self, parent: QWidget | None, doing: str) -> None:
        self._dialog = QProgressDialog(doing, "", 0, 0, parent)
        self._dialog.setCancelButton(None)
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.show()


def _end(kept: list[T], value: T, loop: QEventLoop) -> None:
    kept.append(value)
    loop.quit()
