"""Frames and handles of what is selected: drawn, and found under the pointer."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from coverkit.geometry import Point, Rect
from coverkit.gui.canvas.drawing import frame, pen
from coverkit.gui.canvas.grouping import group, group_frame
from coverkit.gui.canvas.handles import SIDES, Handle, edges, place
from coverkit.gui.canvas.overlays import lock_badge
from coverkit.gui.canvas.viewport import Viewport
from coverkit.gui.theme.style import current
from coverkit.layout.cover import Placed
from coverkit.model.locks import Permissions

HANDLE = 8.0
"""Side of a handle in px."""
REACH = 7.0
"""Px around a handle within which it is taken."""
TURN_AWAY = 22.0
"""Px between the upper edge and the handle that turns."""
_ROOM = 34.0
"""Px an edge must have for a handle on its middle."""


def paint_selection(
    painter: QPainter, viewport: Viewport, placed: Iterable[Placed], permissions: Permissions, selection: tuple[str, ...]
) -> None:
    """Draw the frames of the selected elements, and handles of the one that may be changed, or of a frame around several."""
    chosen = [one for one in placed if one.id in selection]
    for one in chosen:
        is_open = permissions.of(one.id).place_open
        colour = current().frame if is_open else current().locked
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, bool(one.angle % 360))
        frame(painter, viewport, one.box, one.angle, colour, width=1.5)
        if not is_open:
            lock_badge(painter, viewport, one.box)
    if len(chosen) == 1 and permissions.of(chosen[0].id).place_open:
        one = chosen[0]
        _paint_handles(painter, viewport, one.box, one.angle, may_turn=turns(permissions, one.id))
    around = group_frame(group(chosen, permissions, selection))
    if around is not None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        frame(painter, viewport, around, 0.0, current().frame, style=Qt.PenStyle.DashLine)
        _paint_handles(painter, viewport, around, 0.0, may_turn=False)


def turns(permissions: Permissions, element_id: str) -> bool:
    """Tell whether an element may be turned."""
    locks = permissions.of(element_id)
    return locks.place_open and (locks.bounds is None or locks.bounds.turns)


def handle_at(viewport: Viewport, box: Rect, angle: float, x: float, y: float, *, may_turn: bool) -> Handle | None:
    """Return the handle of a frame at a place in px."""
    knob: tuple[Handle, ...] = ("turn",) if may_turn else ()
    for handle in (*knob, *_sides(viewport, box)):
        spot = place(handle, box, angle, viewport.mm(TURN_AWAY))
        if abs(viewport.x(spot.x) - x) <= REACH and abs(viewport.y(spot.y) - y) <= REACH:
            return handle
    return None


def cursor_of(handle: Handle, angle: float) -> Qt.CursorShape:
    """Return the pointer for a handle of a frame turned by degrees."""
    if handle == "turn":
        return Qt.CursorShape.PointingHandCursor
    across, down = edges(handle)
    steps = {(1, 0): 0, (1, 1): 1, (0, 1): 2, (-1, 1): 3, (-1, 0): 4, (-1, -1): 5, (0, -1): 6, (1, -1): 7}
    turned = (steps[across, down] + round(angle / 45)) % 4
    return (
        Qt.CursorShape.SizeHorCursor,
        Qt.CursorShape.SizeFDiagCursor,
        Qt.CursorShape.SizeVerCursor,
        Qt.CursorShape.SizeBDiagCursor,
    )[turned]


def _sides(viewport: Viewport, box: Rect) -> tuple[Handle, ...]:
    """Return the handles that have room; on a small frame the corners come first."""
    wide, high = box.width * viewport.scale >= _ROOM, box.height * viewport.scale >= _ROOM
    return tuple(one for one in SIDES if len(one) == 2 or (wide if one in ("n", "s") else high))


def _paint_handles(painter: QPainter, viewport: Viewport, box: Rect, angle: float, *, may_turn: bool) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen(current().frame, 1.5))
    if may_turn:
        top, knob = place("n", box, angle), place("turn", box, angle, viewport.mm(TURN_AWAY))
        painter.drawLine(_px(viewport, top), _px(viewport, knob))
        painter.setBrush(QColor("#ffffff"))
        painter.drawEllipse(_px(viewport, knob), HANDLE / 2 + 0.5, HANDLE / 2 + 0.5)
    painter.setBrush(QColor("#ffffff"))
    for handle in _sides(viewport, box):
        spot = _px(viewport, place(handle, box, angle))
        painter.drawRect(QRectF(spot.x() - HANDLE / 2, spot.y() - HANDLE / 2, HANDLE, HANDLE))


def _px(viewport: Viewport, point: Point) -> QPointF:
    return QPointF(viewport.x(point.x), viewport.y(point.y))
