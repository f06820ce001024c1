"""What is laid over the page: its boxes, clear space, locks, and what is never silent: text without room, missing glyphs."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from coverkit.geometry import Rect
from coverkit.gui.canvas import picking
from coverkit.gui.canvas.drawing import chip, frame, pen, rectangle
from coverkit.gui.canvas.view import View
from coverkit.gui.canvas.viewport import Viewport
from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.style import current
from coverkit.i18n import tr
from coverkit.layout.cover import Cover, Placed

_BADGE = 16


def paint_page_boxes(painter: QPainter, viewport: Viewport, cover: Cover, view: View) -> None:
    """Draw the bleed box, the trim and the safe area."""
    colours, scene = current(), cover.scene
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if view.shows("bleed"):
        painter.setPen(pen(colours.bad, style=Qt.PenStyle.DashLine))
        painter.drawRect(rectangle(viewport, scene.bleed_box))
        painter.setPen(pen("#ffffff", 3, alpha=110))
        painter.drawRect(rectangle(viewport, scene.trim))
        painter.setPen(pen("#000000", alpha=190))
        painter.drawRect(rectangle(viewport, scene.trim))
    if view.shows("safe") and cover.printer.safe > 0:
        painter.setPen(pen("#ffffff", alpha=130))
        painter.drawRect(rectangle(viewport, scene.trim.inset(cover.printer.safe)))
        painter.setPen(pen(colours.frame, style=Qt.PenStyle.DashLine))
        painter.drawRect(rectangle(viewport, scene.trim.inset(cover.printer.safe)))


def paint_clear_space(painter: QPainter, viewport: Viewport, cover: Cover) -> None:
    """Hatch what has to stay free around the official banner."""
    if cover.campaign is None or cover.campaign.banner.clear_space <= 0:
        return
    colour = QColor(current().locked)
    for one in cover.of_kind("banner"):
        bounds = one.box.rotated_bounds(one.angle)
        outer, inner = rectangle(viewport, bounds.outset(cover.campaign.banner.clear_space)), rectangle(viewport, bounds)
        painter.setPen(pen(current().locked, style=Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(outer)
        colour.setAlpha(70)
        strips = (
            QRectF(outer.left(), outer.top(), outer.width(), inner.top() - outer.top()),
            QRectF(outer.left(), inner.bottom(), outer.width(), outer.bottom() - inner.bottom()),
            QRectF(outer.left(), inner.top(), inner.left() - outer.left(), inner.height()),
            QRectF(inner.right(), inner.top(), outer.right() - inner.right(), inner.height()),
        )
        for strip in strips:
            painter.fillRect(strip, QBrush(colour, Qt.BrushStyle.BDiagPattern))


def paint_locks(painter: QPainter, viewport: Viewport, cover: Cover) -> None:
    """Show which elements cannot be moved: a quiet frame and a lock."""
    for one in picking.shown(cover):
        if not cover.permissions.of(one.id).place_open and not picking.is_decoration(one, cover):
            frame(painter, viewport, one.box, one.angle, current().locked, style=Qt.PenStyle.DotLine)
            lock_badge(painter, viewport, one.box)


def lock_badge(painter: QPainter, viewport: Viewport, box: Rect) -> None:
    """Draw a small lock beside the top left corner of a box, where it hides no letter, or at the edge of the window."""
    shown = viewport.window(box)
    x, y = max(2.0, shown.x - _BADGE - 3), max(2.0, shown.y)
    field = QRectF(x, y, _BADGE, _BADGE)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(current().surface))
    painter.drawRoundedRect(field, 4, 4)
    icon("lock", "locked").paint(painter, field.adjusted(2, 2, -2, -2).toRect())


def paint_alarms(painter: QPainter, viewport: Viewport, cover: Cover) -> None:
    """Show texts that have no room and characters that no glyph exists for; these are never switched off."""
    for one in cover.texts():
        if one.text is None or not (one.text.overset or one.text.missing):
            continue
        frame(painter, viewport, one.box, one.angle, current().bad, style=Qt.PenStyle.DashLine)
        words = _alarm(one)
        shown = viewport.window(one.box.rotated_bounds(one.angle))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chip(painter, shown.x, shown.bottom + 3, words, current().bad_back, current().bad)


def paint_waiting(painter: QPainter, viewport: Viewport, cover: Cover) -> None:
    """Show where texts and pictures that the design wants are not there yet."""
    for one in picking.shown(cover):
        if one.used is None and one.required:
            frame(painter, viewport, one.box, one.angle, current().frame, style=Qt.PenStyle.DotLine)
            shown = viewport.window(one.box)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            chip(painter, shown.x + 3, shown.y + 3, one.name, current().surface, current().text)


def _alarm(one: Placed) -> str:
    assert one.text is not None
    if one.text.missing:
        return tr("The font has no glyph for: {characters}", characters=" ".join(one.text.missing))
    return tr("No room for: {words}", words=_shortened(one.text.overset_text))


def _shortened(words: str, most: int = 40) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= most else f"{flat[:most].rstrip()}…"
