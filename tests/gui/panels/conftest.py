"""The sample cover in its window, and the same when its first check is through."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from coverkit.app.sample import sample_project
from coverkit.gui.desk import Desk
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.model import edits
from coverkit.model.edits import Edit
from coverkit.model.values import Value

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def window(desk: Desk) -> CoverWindow:
    opened = desk.open_cover(sample_project(), None).window
    assert isinstance(opened, CoverWindow)
    return opened


@pytest.fixture
def judged(window: CoverWindow, until: Until) -> CoverWindow:
    until(lambda: window.editor.findings is not None)
    return window


def setting(element: str, **values: Value) -> Edit:
    """Return the edit that sets fields."""
    return lambda document, permissions: edits.set_values(document, element, values, permissions)


def answering(application: QApplication, kind: type[QDialog], answer: Callable[[Any], object]) -> None:
    """Do something with the next modal dialog, once it stands."""

    def do() -> None:
        dialog = application.activeModalWidget()
        if isinstance(dialog, kind):
            answer(dialog)
        else:
            QTimer.singleShot(5, do)

    QTimer.singleShot(0, do)
