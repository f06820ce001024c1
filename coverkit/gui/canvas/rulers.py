"""Rulers above and beside the canvas, in the unit that is shown; guides are dragged out of them."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from coverkit.geometry import Point
from coverkit.gui import lengths
from coverkit.gui.canvas.canvas import Canvas
from coverkit.gui.canvas.drawing import pen
from coverkit.gui.canvas.pointer import Pointer
from coverkit.gui.canvas.snapping import Axis
from coverkit.gui.theme.style import current, theme
from coverkit.i18n import number, tr

BREADTH = 22
_STEPS = (0.1, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0)
_LEAST = 54.0
"""Px between two numbers."""


class Ruler(QWidget):
    """One ruler: along the top it measures x, along the side y. Zero is the trim's edge."""

    def __init__(self, canvas: Canvas, axis: Axis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = canvas
        self._axis: Axis = axis
        self._mark: float | None = None
        self._dragging = False
        self._drawn: tuple[object, QPixmap] | None = None
        across = axis == "x"
        fixed, growing = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(growing if across else fixed, fixed if across else growing)
        self.setCursor(Qt.CursorShape.SplitVCursor if across else Qt.CursorShape.SplitHCursor)
        self.setAccessibleName(tr("Ruler across") if across else tr("Ruler down"))
        self.setToolTip(tr("Drag out of the ruler to draw a guide"))
        canvas.viewport_changed.connect(self.update)
        canvas.pointed.connect(self._point)
        canvas.editor.selected.connect(self._selected)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the ruler's breadth."""
        return QSize(100, BREADTH) if self._axis == "x" else QSize(BREADTH, 100)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ticks, what is selected, and where the pointer is."""
        painter, colours = QPainter(self), current()
        painter.fillRect(self.rect(), QColor(colours.surface))
        self._paint_selected(painter)
        painter.drawPixmap(0, 0, self._ticks())
        painter.setPen(pen(colours.line))
        edge = BREADTH - 0.5
        length = self.width() if self._axis == "x" else self.height()
        painter.drawLine(self._line(0, edge, edge), self._line(length, edge, edge))
        if self._mark is not None:
            painter.setPen(pen(colours.accent))
            at = round(self._px(self._mark)) + 0.5
            painter.drawLine(self._line(at, 0, 0), self._line(at, BREADTH, BREADTH))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a guide: across the page out of the upper ruler, down it out of the other."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragging = True
            self._canvas.begin_guide(self._pointer(event), "y" if self._axis == "x" else "x")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the guide."""
        if self._dragging:
            self._canvas.drag_to(self._pointer(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Drop the guide."""
        if self._dragging:
            self._dragging = False
            self._canvas.drop_at(self._pointer(event))

    def _pointer(self, event: QMouseEvent) -> Pointer:
        place = self._canvas.mapFromGlobal(event.globalPosition())
        held = event.modifiers()
        return Pointer(
            place.x(),
            place.y(),
            self._canvas.viewport.page(place.x(), place.y()),
            ctrl=bool(held & Qt.KeyboardModifier.ControlModifier),
        )

    def _point(self, place: object) -> None:
        self._mark = None if not isinstance(place, Point) else place.x if self._axis == "x" else place.y
        self.update()

    def _selected(self, ids: tuple[str, ...]) -> None:
        self.update()

    def _px(self, mm: float) -> float:
        viewport = self._canvas.viewport
        return viewport.x(mm) if self._axis == "x" else viewport.y(mm)

    def _line(self, along: float, across: float, _: float) -> QPointF:
        return QPointF(along, across) if self._axis == "x" else QPointF(across, along)

    def _paint_selected(self, painter: QPainter) -> None:
        tint = QColor(current().tint)
        for one in self._canvas.editor.cover.placed:
            if one.id in self._canvas.editor.selection:
                box = one.box.rotated_bounds(one.angle)
                start, end = (box.x, box.right) if self._axis == "x" else (box.y, box.bottom)
                first, last = self._px(start), self._px(end)
                field = (
                    QRectF(first, 0, last - first, BREADTH) if self._axis == "x" else QRectF(0, first, BREADTH, last - first)
                )
                painter.fillRect(field, tint)

    def _ticks(self) -> QPixmap:
        """Return ticks and numbers; they are drawn anew where the page lies elsewhere, not for each move of the pointer."""
        state = (self._canvas.viewport, self.size().toTuple(), self.devicePixelRatioF(), current())
        if self._drawn is None or self._drawn[0] != state:
            ratio = self.devicePixelRatioF()
            drawn = QPixmap(self.size() * ratio)
            drawn.setDevicePixelRatio(ratio)
            drawn.fill(Qt.GlobalColor.transparent)
            painter = QPainter(drawn)
            font = QFont(self.font())
            font.setPointSizeF(7.0)
            painter.setFont(font)
            self._paint_ticks(painter)
            painter.end()
            self._drawn = state, drawn
        return self._drawn[1]

    def _paint_ticks(self, painter: QPainter) -> None:
        viewport = self._canvas.viewport
        unit = lengths.shown().factor
        step = unit * next((one for one in _STEPS if one * unit * viewport.scale >= _LEAST), _STEPS[-1])
        length = self.width() if self._axis == "x" else self.height()
        offset = viewport.left if self._axis == "x" else viewport.top
        first, last = math.floor(-offset / viewport.scale / step), math.ceil((length - offset) / viewport.scale / step)
        lines: list[QLineF] = []
        for count in range(first, last + 1):
            at = round(self._px(count * step)) + 0.5
            lines.append(QLineF(self._line(at, 0, 0), self._line(at, BREADTH, 0)))
            for part in range(1, 10):
                place = round(self._px((count + part / 10) * step)) + 0.5
                height = 7 if part == 5 else 4
                lines.append(QLineF(self._line(place, BREADTH - height, 0), self._line(place, BREADTH, 0)))
            self._paint_number(painter, at, number(count * step / unit, 1))
        painter.setPen(pen(current().faint))
        painter.drawLines(lines)

    def _paint_number(self, painter: QPainter, at: float, words: str) -> None:
        painter.setPen(QColor(current().muted))
        if self._axis == "x":
            painter.drawText(QRectF(at + 3, 0, 60, 13), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
            return
        painter.save()
        painter.translate(0, at)
        painter.rotate(-90)
        painter.drawText(QRectF(-63, 0, 60, 13), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
