"""Open a window and end as soon as it is painted: `empty` is one of PySide6 with nothing in it, `coverkit` the start page."""

from __future__ import annotations

import os
import sys

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def empty() -> int:
    """Open an empty window."""
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.resize(1280, 820)
    window.show()
    return _until_painted(application, window)


def coverkit() -> int:
    """Open the start page, as the program does."""
    from coverkit.program import begin_window

    begin_window()
    from coverkit.gui.launch import open_desk

    application, desk = open_desk()
    return _until_painted(application, desk.show_start())


def _until_painted(application: object, window: object) -> int:
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    assert isinstance(application, QApplication)
    assert isinstance(window, QMainWindow)

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Paint:
                # The picture is there when this event is done; what the program loads afterwards is not waited for.
                QTimer.singleShot(0, lambda: os._exit(0))
            return False

    watch = Watch()
    window.installEventFilter(watch)
    return application.exec()


if __name__ == "__main__":
    sys.exit(empty() if sys.argv[1:] == ["empty"] else coverkit())
