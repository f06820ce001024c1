"""A finding on the page: a frame at its place and its number in the list."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from coverkit.checks.finding import Finding, Severity
from coverkit.gui.theme.style import current

_SIDE = 18.0
"""Of the number's disc, px on the screen."""
_LEAST = 2.0
"""Mm: the frame of a hairline must be seen."""


class FindingMark(QGraphicsItem):
    """Drawn in px whatever the zoom; the frame follows the page."""

    def __init__(self, number: int, finding: Finding) -> None:
        super().__init__()
        self.finding = finding
        self._number = number
        self._chosen = False
        box = finding.problem.box
        assert box is not None
        grow = max(0.0, (_LEAST - min(box.width, box.height)) / 2)
        self._frame = QRectF(box.x, box.y, box.width, box.height).adjusted(-grow, -grow, grow, grow)
        self.setToolTip(finding.problem.message)
        self.setZValue(5)

    def point_out(self, chosen: bool) -> None:
        """Draw it stronger, or as the others."""
        self._chosen = chosen
        self.setZValue(6 if chosen else 5)
        self.update()

    def boundingRect(self) -> QRectF:
        """Return what is painted, in mm; the disc is wider than that when zoomed far out, so there is room for it."""
        return self._frame.adjusted(-12, -12, 12, 12)

    def shape(self) -> QPainterPath:
        """Return where the mouse finds it."""
        path = QPainterPath()
        path.addRect(self._frame)
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the frame and the number."""
        colour = QColor(self._colour())
        pen = QPen(colour, 3.0 if self._chosen else 1.5)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._frame)
        corner = painter.transform().map(self._frame.topLeft())
        painter.save()
        painter.resetTransform()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        disc = QRectF(corner - QPointF(_SIDE / 2, _SIDE / 2), corner + QPointF(_SIDE / 2, _SIDE / 2))
        painter.drawEllipse(disc)
        font = QFont(painter.font())
        font.setPixelSize(11)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(current().surface))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(self._number))
        painter.restore()

    def _colour(self) -> str:
        match self.finding.severity:
            case Severity.ERROR:
                return current().bad
            case Severity.WARNING:
                return current().warning
            case _:
                return current().muted
