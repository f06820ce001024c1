"""What is drawn on the canvas, from the pasteboard up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QRegion

from coverkit.gui.canvas import overlays
from coverkit.gui.canvas.drawing import chip, frame, pen
from coverkit.gui.canvas.frames import paint_selection
from coverkit.gui.theme.style import current
from coverkit.i18n import number, tr

if TYPE_CHECKING:
    from coverkit.gui.canvas.canvas import Canvas

_SHADOW = 10


def paint(painter: QPainter, canvas: Canvas, page: Callable[[QPainter], bool] | None) -> None:
    """Draw everything.

    Args:
        painter: of the canvas.
        canvas: the canvas.
        page: draws the page instead of its bitmap while something is dragged; returns False where it cannot yet.
    """
    painter.fillRect(canvas.rect(), QColor(current().sunken))
    _paint_page(painter, canvas, page)
    view = canvas.view
    if view.is_on("preview"):
        if canvas.tool.name != "select":
            canvas.tool.paint(painter)
        return
    viewport, cover = canvas.viewport, canvas.editor.cover
    overlays.paint_page_boxes(painter, viewport, cover, view)
    if view.shows("clear"):
        overlays.paint_clear_space(painter, viewport, cover)
    if view.shows("locks"):
        overlays.paint_locks(painter, viewport, cover)
    overlays.paint_waiting(painter, viewport, cover)
    overlays.paint_alarms(painter, viewport, cover)
    if view.shows("guides"):
        _paint_guides(painter, canvas)
    if canvas.tool.name == "select":
        paint_selection(painter, viewport, canvas.shown_as_dragged(), cover.permissions, canvas.editor.selection)
    canvas.tool.paint(painter)
    _paint_target(painter, canvas)
    if view.shows("findings"):
        canvas.marks.follow(canvas.shown_as_dragged())
        canvas.marks.paint(painter, viewport)
    if view.mode == "ink":
        _paint_legend(painter, canvas)


def _paint_page(painter: QPainter, canvas: Canvas, page: Callable[[QPainter], bool] | None) -> None:
    viewport, scene = canvas.viewport, canvas.editor.cover.scene
    trimmed = canvas.view.is_on("preview")
    box = viewport.window(scene.trim if trimmed else scene.bleed_box)
    sheet = QRectF(box.x, box.y, box.width, box.height)
    _paint_shadow(painter, sheet, canvas.rect())
    painter.save()
    if trimmed:
        left, top = round(sheet.left()), round(sheet.top())
        painter.setClipRect(QRectF(left, top, round(sheet.right()) - left, round(sheet.bottom()) - top))
    if not (page is not None and page(painter)) and not canvas.bitmaps.paint(painter, viewport):
        painter.fillRect(sheet, QColor("#ffffff"))
    painter.restore()


def _paint_shadow(painter: QPainter, sheet: QRectF, window: QRect) -> None:
    """Draw the shadow around the page; what the page hides of it would cost more than all the rest of a frame."""
    around = QRegion(window).subtracted(QRegion(sheet.toRect().adjusted(2, 2, -2, -2)))
    if around.isEmpty():
        return
    painter.save()
    painter.setClipRegion(around)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(_SHADOW, 0, -2):
        painter.setBrush(QColor(0, 0, 0, 9))
        painter.drawRoundedRect(sheet.adjusted(-step, -step + 3, step, step + 3), step, step)
    painter.restore()


def _paint_guides(painter: QPainter, canvas: Canvas) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(pen(current().guide, alpha=200))
    viewport = canvas.viewport
    lines = []
    for axis, at in canvas.view.guides:
        if axis == "x":
            x = round(viewport.x(at)) + 0.5
            lines.append(QLineF(x, 0, x, canvas.height()))
        else:
            y = round(viewport.y(at)) + 0.5
            lines.append(QLineF(0, y, canvas.width(), y))
    if lines:
        painter.drawLines(lines)


def _paint_target(painter: QPainter, canvas: Canvas) -> None:
    one = canvas.editor.placed(canvas.target) if canvas.target else None
    if one is not None:
        frame(painter, canvas.viewport, one.box, one.angle, current().accent, width=4.0)


def _paint_legend(painter: QPainter, canvas: Canvas) -> None:
    limit = canvas.editor.cover.printer.ink_limit
    words = tr("Total ink: darker is more; yellow to red is above the printer's limit of {limit} %", limit=number(limit, 0))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    chip(painter, canvas.width() / 2, canvas.height() - 22, words, current().text, current().surface, centred=True)
