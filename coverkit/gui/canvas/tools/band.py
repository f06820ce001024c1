"""The rubber band: select what it touches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter

from coverkit.geometry import Rect
from coverkit.gui.canvas import picking
from coverkit.gui.canvas.drawing import pen, rectangle
from coverkit.gui.canvas.pointer import Pointer
from coverkit.gui.canvas.tools.tool import Drag
from coverkit.gui.theme.style import current

if TYPE_CHECKING:
    from coverkit.gui.canvas.canvas import Canvas


class BandDrag(Drag):
    """Draw a rectangle; what it touches is selected while it is drawn. With Shift it is added to what was selected."""

    def __init__(self, canvas: Canvas, start: Pointer) -> None:
        super().__init__(canvas, start)
        self._before = self.editor.selection
        self._kept = self._before if start.shift else ()
        self._band = Rect(start.page.x, start.page.y, 0.0, 0.0)

    def to(self, at: Pointer) -> None:
        """Select what the band touches now."""
        one, other = self.start.page, at.page
        self._band = Rect.from_edges(min(one.x, other.x), min(one.y, other.y), max(one.x, other.x), max(one.y, other.y))
        found = picking.within(self.editor.cover, self._band)
        self.editor.select((*self._kept, *(name for name in found if name not in self._kept)))
        self.canvas.update()

    def cancel(self) -> None:
        """Select what was selected before."""
        self.editor.select(self._before)

    def paint(self, painter: QPainter) -> None:
        """Draw the band."""
        fill = QColor(current().frame)
        fill.setAlpha(40)
        painter.setPen(pen(current().frame))
        painter.setBrush(fill)
        painter.drawRect(rectangle(self.canvas.viewport, self._band))
