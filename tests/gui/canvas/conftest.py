"""A cover's window with the sample and elements of a person's own, its page fitting and drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from coverkit.app.sample import sample_project
from coverkit.geometry import Point, Rect
from coverkit.gui.canvas.canvas import Canvas
from coverkit.gui.canvas.steps import adding
from coverkit.gui.desk import Desk
from coverkit.gui.editor import Editor
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.model.document import Element

Until = Callable[[Callable[[], bool]], None]
LEFT, PLAIN = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CTRL, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@dataclass
class Page:
    """The canvas with what tests do on it; places are in mm on the page."""

    window: CoverWindow
    until: Until

    @property
    def canvas(self) -> Canvas:
        return self.window.canvas

    @property
    def editor(self) -> Editor:
        return self.window.editor

    def selection(self) -> tuple[str, ...]:
        return self.editor.selection

    def tool(self) -> str:
        return self.canvas.tool.name

    def at(self, x: float, y: float) -> QPoint:
        return QPoint(round(self.canvas.viewport.x(x)), round(self.canvas.viewport.y(y)))

    def click(self, x: float, y: float, held: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.mouseClick(self.canvas, LEFT, held, self.at(x, y))

    def double(self, x: float, y: float) -> None:
        QTest.mouseClick(self.canvas, LEFT, PLAIN, self.at(x, y))
        QTest.mouseDClick(self.canvas, LEFT, PLAIN, self.at(x, y))
        QTest.mouseRelease(self.canvas, LEFT, PLAIN, self.at(x, y))

    def drag(self, start: tuple[float, float], end: tuple[float, float], held: Qt.KeyboardModifier = CTRL) -> None:
        """Drag; Ctrl, which keeps things from catching, goes down after the press as people do it."""
        press = PLAIN if held == CTRL else held
        QTest.mousePress(self.canvas, LEFT, press, self.at(*start))
        for part in (0.3, 0.7, 1.0):
            x, y = (one + (other - one) * part for one, other in zip(start, end, strict=True))
            self.move(self.at(x, y), held)
        QTest.mouseRelease(self.canvas, LEFT, held, self.at(*end))

    def move(self, spot: QPoint, held: Qt.KeyboardModifier) -> None:
        from PySide6.QtCore import QEvent, QPointF
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        place = QPointF(spot)
        where = QPointF(self.canvas.mapToGlobal(spot))
        event = QMouseEvent(QEvent.Type.MouseMove, place, where, Qt.MouseButton.NoButton, LEFT, held)
        QApplication.sendEvent(self.canvas, event)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.canvas, key, held)

    def box(self, name: str) -> Rect:
        placed = self.editor.placed(name)
        assert placed is not None
        return placed.box

    def middle(self, name: str) -> Point:
        return self.box(name).centre


@pytest.fixture
def page(desk: Desk, until: Until) -> Page:
    desk.open_cover(sample_project(), None)
    window = desk.windows[-1]
    assert isinstance(window, CoverWindow)
    window.resize(1300, 900)
    found = Page(window, until)
    for element in (
        Element("mine", "panel", {"colour": "gold"}, Rect(20, 70, 40, 20)),
        Element("yours", "panel", {"colour": "mist"}, Rect(100, 75, 40, 20)),
        Element("words", "text", {"text": "Chữ của tôi"}, Rect(60, 100, 80, 12)),
    ):
        assert window.editor.perform(adding(element))
    window.canvas.setFocus()
    until(lambda: window.canvas.bitmaps.is_sharp)
    return found
