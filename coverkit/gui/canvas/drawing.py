"""Small things that every layer over the page draws: frames, chips with words, lines one px wide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from coverkit.geometry import Point, Rect
from coverkit.gui.canvas.handles import corners
from coverkit.gui.canvas.viewport import Viewport
from coverkit.gui.theme.tokens import SMALL

_HALO = 150


def polygon(viewport: Viewport, points: Sequence[Point]) -> QPolygonF:
    """Return points of the page as a polygon in px."""
    return QPolygonF([QPointF(viewport.x(one.x), viewport.y(one.y)) for one in points])


def rectangle(viewport: Viewport, box: Rect) -> QRectF:
    """Return a box of the page in px, its edges on the middle of pixels."""
    shown = viewport.window(box)
    return QRectF(round(shown.x) + 0.5, round(shown.y) + 0.5, round(shown.width), round(shown.height))


def pen(colour: str, width: float = 1.0, style: Qt.PenStyle = Qt.PenStyle.SolidLine, alpha: int = 255) -> QPen:
    """Return a pen of px whatever the scale."""
    ink = QColor(colour)
    ink.setAlpha(alpha)
    made = QPen(ink, width, style)
    made.setCosmetic(True)
    return made


def frame(
    painter: QPainter,
    viewport: Viewport,
    box: Rect,
    angle: float,
    colour: str,
    *,
    width: float = 1.0,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
) -> None:
    """Draw a frame that shows on any ground: a light halo under the coloured line."""
    if angle % 360:
        shape = polygon(viewport, corners(box, angle))
    else:
        shape = QPolygonF(rectangle(viewport, box))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen("#ffffff", width + 2, alpha=_HALO))
    painter.drawPolygon(shape)
    painter.setPen(pen(colour, width, style))
    painter.drawPolygon(shape)


def small_font(painter: QPainter, bold: bool = False) -> QFont:
    """Return the small type of the window."""
    font = QFont(painter.font())
    font.setPointSizeF(SMALL)
    font.setBold(bold)
    return font


def chip(painter: QPainter, x: float, y: float, words: str, back: str, text: str, *, centred: bool = False) -> QRectF:
    """Draw words on a rounded field with its top left (or, centred, its middle) at a place in px; return the field."""
    font = small_font(painter)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    width, height = metrics.horizontalAdvance(words) + 10, metrics.height() + 4
    field = QRectF(x - width / 2, y - height / 2, width, height) if centred else QRectF(x, y, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(back))
    painter.drawRoundedRect(field, 4, 4)
    painter.setPen(QColor(text))
    painter.drawText(field, Qt.AlignmentFlag.AlignCenter, words)
    return field
