"""The middle of a cover's window: the canvas with rulers and scroll bars around it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollBar, QWidget

from coverkit.gui.canvas.canvas import Canvas
from coverkit.gui.canvas.rulers import BREADTH, Ruler
from coverkit.gui.editor import Editor
from coverkit.i18n import tr


class CanvasArea(QWidget):
    """The canvas, framed."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = Canvas(editor, self)
        self._corner = QWidget(self)
        self._corner.setFixedSize(BREADTH, BREADTH)
        self._corner.setProperty("kind", "surface")
        self._corner.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        self._rulers = (Ruler(self.canvas, "x", self), Ruler(self.canvas, "y", self))
        self._across, self._down = QScrollBar(Qt.Orientation.Horizontal, self), QScrollBar(Qt.Orientation.Vertical, self)
        self._across.setAccessibleName(tr("Scroll across"))
        self._down.setAccessibleName(tr("Scroll down"))
        self._following = False
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._corner, 0, 0)
        layout.addWidget(self._rulers[0], 0, 1)
        layout.addWidget(self._rulers[1], 1, 0)
        layout.addWidget(self.canvas, 1, 1)
        layout.addWidget(self._down, 0, 2, 2, 1)
        layout.addWidget(self._across, 2, 0, 1, 2)
        self.setFocusProxy(self.canvas)
        self._across.valueChanged.connect(self._scrolled)
        self._down.valueChanged.connect(self._scrolled)
        self.canvas.viewport_changed.connect(self._follow)
        self.canvas.view.changed.connect(self._arrange)
        self._arrange()

    def _arrange(self) -> None:
        shown = self.canvas.view.shows("rulers")
        for one in (self._corner, *self._rulers):
            one.setVisible(shown)

    def _follow(self) -> None:
        """Let the scroll bars show what part is in sight."""
        canvas = self.canvas
        shown = canvas.viewport.window(canvas.navigation.reach)
        self._following = True
        for bar, start, length, room in (
            (self._across, shown.x, shown.width, canvas.width()),
            (self._down, shown.y, shown.height, canvas.height()),
        ):
            low, high = min(0, round(-start)), max(round(length) - room, round(-start), 0)
            bar.setRange(low, high)
            bar.setPageStep(room)
            bar.setSingleStep(40)
            bar.setValue(round(-start))
        self._following = False

    def _scrolled(self) -> None:
        if not self._following:
            self.canvas.navigation.scroll_to(self._across.value(), self._down.value())
