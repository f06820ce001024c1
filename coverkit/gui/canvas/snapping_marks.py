"""Lines and distances that are drawn while something catches on its surroundings."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from coverkit.gui.canvas.drawing import chip, pen
from coverkit.gui.canvas.snapping import Gap, Line, Snapped
from coverkit.gui.canvas.viewport import Viewport
from coverkit.gui.theme.style import current
from coverkit.i18n import number, tr

_TICK = 4.0


def paint_snapped(painter: QPainter, viewport: Viewport, snapped: Snapped) -> None:
    """Draw what was caught on."""
    for line in snapped.lines:
        _paint_line(painter, viewport, line)
    for gap in snapped.gaps:
        _paint_gap(painter, viewport, gap)


def paint_words(painter: QPainter, x: float, y: float, words: str) -> None:
    """Draw words beside the pointer."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chip(painter, x, y, words, current().text, current().surface)


def _paint_line(painter: QPainter, viewport: Viewport, line: Line) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen(current().guide))
    if line.axis == "x":
        x = round(viewport.x(line.at)) + 0.5
        start, end = QPointF(x, viewport.y(line.start)), QPointF(x, viewport.y(line.end))
    else:
        y = round(viewport.y(line.at)) + 0.5
        start, end = QPointF(viewport.x(line.start), y), QPointF(viewport.x(line.end), y)
    painter.drawLine(start, end)
    if line.gap > 0.05:
        middle = (start + end) / 2
        _words(painter, middle.x(), middle.y(), line.gap)


def _paint_gap(painter: QPainter, viewport: Viewport, gap: Gap) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen(current().guide, 1.5))
    if gap.axis == "x":
        start = QPointF(viewport.x(gap.start), viewport.y(gap.at))
        end = QPointF(viewport.x(gap.end), viewport.y(gap.at))
        tick = QPointF(0.0, _TICK)
    else:
        start = QPointF(viewport.x(gap.at), viewport.y(gap.start))
        end = QPointF(viewport.x(gap.at), viewport.y(gap.end))
        tick = QPointF(_TICK, 0.0)
    painter.drawLine(start, end)
    painter.drawLine(start - tick, start + tick)
    painter.drawLine(end - tick, end + tick)
    middle = (start + end) / 2
    _words(painter, middle.x(), middle.y(), gap.length)


def _words(painter: QPainter, x: float, y: float, mm: float) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chip(painter, x, y, tr("{length} mm", length=number(mm, 1)), current().guide, current().surface, centred=True)
