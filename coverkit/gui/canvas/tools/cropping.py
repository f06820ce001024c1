"""Crop mode: the picture moves and grows inside its frame; what is cut away shows through around it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter

from coverkit.geometry import Point, Rect, turn
from coverkit.gui.canvas.cropping_geometry import Cropping
from coverkit.gui.canvas.drawing import frame, pen, rectangle
from coverkit.gui.canvas.frames import HANDLE, REACH
from coverkit.gui.canvas.pointer import Pointer
from coverkit.gui.canvas.rendering import picture_alone
from coverkit.gui.canvas.snapping_marks import paint_words
from coverkit.gui.canvas.steps import setting
from coverkit.gui.canvas.tools.tool import Tool
from coverkit.gui.theme.style import current
from coverkit.gui.work.latest import Latest
from coverkit.i18n import number, tr
from coverkit.layout.cover import Placed
from coverkit.model.values import PictureValue
from coverkit.records import replace
from coverkit.scene.operations import Picture

if TYPE_CHECKING:
    from coverkit.gui.canvas.canvas import Canvas

_GHOST = 900
"""Px along the longer side of the picture that shows through."""
_WHEEL = 1.08
_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
_sessions = itertools.count(1)


class CropTool(Tool):
    """Pan by dragging, zoom by the wheel, the corners or + and -; Enter ends, Esc puts everything back as it was."""

    name = "crop"

    def __init__(self, canvas: Canvas, element_id: str) -> None:

        super().__init__(canvas)

        self._series = f"crop-{next(_sessions)}"
        self._id = element_id
        self._before = self._value
        self._pressed: Pointer | None = None
        self._corner = False
        self._start: PictureValue | None = None
        self._ghost: QImage | None = None
        self._ghosts: Latest[QImage] = Latest(
            self.editor.worker, "canvas-ghost", self._take_ghost, self.editor.failed, urgency=1
        )
        operation = self._operation
        if operation is not None:
            resources = self.editor.project.resources()
            self._ghosts.ask(lambda: picture_alone(operation, resources, _GHOST))

    @property
    def is_at_rest(self) -> bool:
        """Tell whether nothing is dragged."""
        return self._pressed is None

    def press(self, at: Pointer) -> None:
        """Take the picture or a corner of it; a click elsewhere ends the mode."""
        cropping = self._cropping
        if cropping is None:
            self.canvas.end_tool()
            return
        local = self._local(at.page)
        self._corner = self._at_corner(cropping.whole, local)
        inside = cropping.whole.x <= local.x <= cropping.whole.right and cropping.whole.y <= local.y <= cropping.whole.bottom
        if not (inside or self._corner):
            self.canvas.end_tool()
            return
        self._pressed, self._start = at, self._value

    def move(self, at: Pointer) -> None:
        """Pan or zoom with the pointer."""
        placed, start = self.editor.placed(self._id), self._start
        if self._pressed is None or placed is None or start is None:
            return
        cropping = self._of(placed, start)
        if cropping is None:
            return
        local, first = self._local(at.page), self._local(self._pressed.page)
        if self._corner:
            middle = placed.box.centre
            before = max(1.0, abs(first.x - middle.x) + abs(first.y - middle.y))
            fresh = cropping.zoomed((abs(local.x - middle.x) + abs(local.y - middle.y)) / before, middle)
        else:
            fresh = cropping.panned(local.x - first.x, local.y - first.y)
        self.editor.try_out(setting(self._id, {"picture": fresh}))
        self.canvas.update()

    def release(self, at: Pointer) -> None:
        """Keep what was dragged."""
        if self._pressed is not None:
            self._pressed = None
            value = self._value
            if value is not None and value != self._start:
                self._keep(value)
            else:
                self.editor.give_up()

    def wheel(self, at: Pointer, steps: float) -> bool:
        """Zoom at the pointer."""
        cropping = self._cropping
        if cropping is None:
            return False
        self._keep(cropping.zoomed(_WHEEL**steps, self._local(at.page)))
        return True

    def double(self, at: Pointer) -> None:
        """End the mode."""
        self.canvas.end_tool()

    def key(self, event: QKeyEvent) -> bool:
        """Pan with the arrows, zoom with + and -, end with Enter, take back with Esc."""
        key, cropping = Qt.Key(event.key()), self._cropping
        if key == Qt.Key.Key_Escape:
            if self._pressed is not None:
                self._pressed = None
                self.editor.give_up()
            elif self._before is not None and self._before != self._value:
                self._keep(self._before)
            self.canvas.end_tool()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.canvas.end_tool()
        elif cropping is None:
            return False
        elif key in _ARROWS:
            step = 10.0 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
            self._keep(cropping.panned(_ARROWS[key][0] * step, _ARROWS[key][1] * step))
        elif event.text() in ("+", "=", "-"):
            middle = cropping.frame.centre
            self._keep(cropping.zoomed(1 / _WHEEL if event.text() == "-" else _WHEEL, middle))
        else:
            return False
        return True

    def overrides(self, event: QKeyEvent) -> bool:
        """Keep Enter, the arrows, + and -."""
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        own = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Equal, *_ARROWS)
        return plain and event.key() in own

    def cursor(self, at: Pointer) -> Qt.CursorShape:
        """Return a hand over the picture."""
        cropping = self._cropping
        if cropping is not None and self._at_corner(cropping.whole, self._local(at.page)):
            return Qt.CursorShape.SizeFDiagCursor
        return Qt.CursorShape.OpenHandCursor if self._pressed is None else Qt.CursorShape.ClosedHandCursor

    def paint(self, painter: QPainter) -> None:
        """Draw the whole picture, pale where it is cut away, its corners, and the frame with thirds."""
        placed, cropping = self.editor.placed(self._id), self._cropping
        if placed is None or cropping is None:
            return
        viewport, whole = self.canvas.viewport, cropping.whole
        painter.save()
        self._turn_to(painter, placed)
        target = viewport.window(whole)
        if self._ghost is not None:
            self._paint_ghost(painter, QRectF(target.x, target.y, target.width, target.height), placed)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        _paint_thirds(painter, rectangle(viewport, placed.box))
        frame(painter, viewport, whole, 0.0, current().muted, style=Qt.PenStyle.DashLine)
        frame(painter, viewport, placed.box, 0.0, current().frame, width=2.0)
        painter.setPen(pen(current().frame, 1.5))
        painter.setBrush(QColor("#ffffff"))
        for x in (target.x, target.right):
            for y in (target.y, target.bottom):
                painter.drawEllipse(QRectF(x - HANDLE / 2, y - HANDLE / 2, HANDLE, HANDLE))
        painter.restore()
        self._paint_words(painter, placed, cropping)

    def composed(self) -> None:
        """End the mode where the picture is gone."""
        if self._cropping is None:
            self.canvas.end_tool()

    def leave(self) -> None:
        """Keep what is being dragged."""
        if self._pressed is not None:
            self.release(self._pressed)
        self._ghosts.forget()

    @property
    def _value(self) -> PictureValue | None:
        element = self.editor.document.element(self._id)
        value = element.values.get("picture") if element is not None else None
        return value if isinstance(value, PictureValue) else None

    @property
    def _operation(self) -> Picture | None:
        return next((one for one in self.editor.cover.scene.of(self._id) if isinstance(one, Picture)), None)

    @property
    def _cropping(self) -> Cropping | None:
        placed, value = self.editor.placed(self._id), self._value
        return None if placed is None or value is None else self._of(placed, value)

    def _of(self, placed: Placed, value: PictureValue) -> Cropping | None:
        info = self.editor.cover.pictures.get(value.sha256)
        return None if info is None else Cropping(placed.box, info.width / info.height, value)

    def _keep(self, value: PictureValue) -> None:
        rounded = replace(value, focus_x=round(value.focus_x, 5), focus_y=round(value.focus_y, 5), zoom=round(value.zoom, 5))
        self.editor.perform(setting(self._id, {"picture": rounded}), self._series)

    def _local(self, point: Point) -> Point:
        """Return a place of the page as if the frame stood upright."""
        placed = self.editor.placed(self._id)
        return point if placed is None else turn(point, placed.box.centre, -placed.angle)

    def _at_corner(self, whole: Rect, local: Point) -> bool:
        reach = self.canvas.viewport.mm(REACH)
        near_x = min(abs(local.x - whole.x), abs(local.x - whole.right)) <= reach
        return near_x and min(abs(local.y - whole.y), abs(local.y - whole.bottom)) <= reach

    def _turn_to(self, painter: QPainter, placed: Placed) -> None:
        middle, viewport = placed.box.centre, self.canvas.viewport
        painter.translate(viewport.x(middle.x), viewport.y(middle.y))
        painter.rotate(placed.angle)
        painter.translate(-viewport.x(middle.x), -viewport.y(middle.y))

    def _paint_ghost(self, painter: QPainter, target: QRectF, placed: Placed) -> None:
        """Draw the picture pale, but not over its frame: there the page itself shows it."""
        assert self._ghost is not None
        inner = self.canvas.viewport.window(placed.box)
        painter.save()
        outside = [
            QRectF(target.left(), target.top(), target.width(), inner.y - target.top()),
            QRectF(target.left(), inner.bottom, target.width(), target.bottom() - inner.bottom),
            QRectF(target.left(), inner.y, inner.x - target.left(), inner.height),
            QRectF(inner.right, inner.y, target.right() - inner.right, inner.height),
        ]
        painter.setOpacity(0.42)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for strip in outside:
            if strip.width() > 0 and strip.height() > 0:
                painter.setClipRect(strip)
                painter.drawImage(target, self._ghost)
        painter.restore()

    def _paint_words(self, painter: QPainter, placed: Placed, cropping: Cropping) -> None:
        ppi = self.canvas.ppi_of(self._id)
        words = tr("Zoom {zoom} %", zoom=number(cropping.value.zoom * 100, 0))
        if ppi is not None:
            words = tr("{zoom} · {ppi} ppi", zoom=words, ppi=number(ppi, 0))
        shown = self.canvas.viewport.window(placed.box.rotated_bounds(placed.angle))
        paint_words(painter, max(6.0, shown.x + 6), max(6.0, shown.y + 6), words)

    def _take_ghost(self, image: QImage) -> None:
        self._ghost = image
        self.canvas.update()


def _paint_thirds(painter: QPainter, box: QRectF) -> None:
    painter.setPen(pen("#ffffff", alpha=120))
    for part in (1, 2):
        x, y = box.left() + box.width() * part / 3, box.top() + box.height() * part / 3
        painter.drawLine(round(x), round(box.top()), round(x), round(box.bottom()))
        painter.drawLine(round(box.left()), round(y), round(box.right()), round(y))
