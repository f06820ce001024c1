"""Resize and turn one element by its handles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from coverkit.geometry import Point, Rect
from coverkit.gui.canvas.handles import Handle, edges, resized, turned
from coverkit.gui.canvas.pointer import Pointer
from coverkit.gui.canvas.snapping import Snapped
from coverkit.gui.canvas.snapping_marks import paint_snapped, paint_words
from coverkit.gui.canvas.steps import turning
from coverkit.gui.canvas.tools.placing import PlacingDrag
from coverkit.i18n import number, tr
from coverkit.model.edits import Edit

if TYPE_CHECKING:
    from coverkit.gui.canvas.canvas import Canvas


class ResizeDrag(PlacingDrag):
    """Drag one of the eight handles. Shift keeps the proportions, Alt the middle; official art always keeps its own."""

    def __init__(self, canvas: Canvas, start: Pointer, element_id: str, handle: Handle) -> None:
        super().__init__(canvas, start, (element_id,))
        self._id = element_id
        self._handle = handle
        self._around = self.surroundings()

    def place(self, at: Pointer) -> None:
        """Resize by what the pointer moved, and by what the moving edges catch on."""
        one = self.placed[self._id]
        moved = Point(at.page.x - self.start.page.x, at.page.y - self.start.page.y)
        keep = at.shift or one.kind == "banner"
        box = resized(one.box, one.angle, self._handle, moved, keep=keep, centred=at.alt)
        tolerance = self.tolerance(at)
        self.snapped = Snapped()
        if tolerance and not one.angle % 360 and not keep:
            self.snapped = self._around.edges(box, edges(self._handle), tolerance)
            further = Point(moved.x + self.snapped.dx, moved.y + self.snapped.dy)
            box = resized(one.box, one.angle, self._handle, further, centred=at.alt)
        box = self._bounded(box, one.box)
        self.boxes = {self._id: Rect(round(box.x, 3), round(box.y, 3), round(box.width, 3), round(box.height, 3))}

    def paint(self, painter: QPainter) -> None:
        """Draw what it catches on, and how large it is."""
        if not self.moved:
            return
        paint_snapped(painter, self.canvas.viewport, self.snapped)
        box = self.boxes[self._id]
        words = tr("{width} × {height} mm", width=number(box.width, 1), height=number(box.height, 1))
        paint_words(painter, self.at.x + 18, self.at.y + 22, words)

    def _bounded(self, box: Rect, before: Rect) -> Rect:
        """Return the box within its bounds; edges that were not dragged stay where they are."""
        bounds = self.editor.cover.permissions.of(self._id).bounds
        if bounds is None or bounds.holds(box):
            return box
        across, down = edges(self._handle)
        if bounds.aspect > 0:
            return _anchored(bounds.nearest(box), before, across, down, bounds.room)
        left, right = max(box.x, bounds.room.x), min(box.right, bounds.room.right)
        top, bottom = max(box.y, bounds.room.y), min(box.bottom, bounds.room.bottom)
        if right - left < bounds.least_width:
            left, right = (right - bounds.least_width, right) if across < 0 else (left, left + bounds.least_width)
        if bottom - top < bounds.least_height:
            top, bottom = (bottom - bounds.least_height, bottom) if down < 0 else (top, top + bounds.least_height)
        return bounds.nearest(Rect.from_edges(left, top, right, bottom))


class TurnDrag(PlacingDrag):
    """Drag the handle that turns. Shift keeps to steps of 15°."""

    def __init__(self, canvas: Canvas, start: Pointer, element_id: str) -> None:
        super().__init__(canvas, start, (element_id,))
        self._id = element_id

    def place(self, at: Pointer) -> None:
        """Turn about the middle; near to upright it catches."""
        one = self.placed[self._id]
        angle = turned(one.box, self.start.page, at.page, one.angle, steps=at.shift)
        nearest = round(angle / 90) * 90
        if not at.ctrl and abs(angle - nearest) < 1.5:
            angle = nearest % 360
        self.angles = {self._id: float(angle)}

    def edits(self) -> list[Edit]:
        """Return what the drag does to the document."""
        angle = self.angles[self._id]
        return [] if angle == self.placed[self._id].angle else [turning(self._id, angle)]

    def paint_page(self, painter: QPainter) -> bool:
        """Draw the page: a turned element is painted anew, not turned as a picture."""
        if not self.moved or not self.lifted.is_ready:
            return False
        self.lifted.paint(painter, self.canvas.viewport, self.boxes, stretch=False)
        return True

    def paint(self, painter: QPainter) -> None:
        """Say how far it is turned."""
        if self.moved:
            paint_words(painter, self.at.x + 18, self.at.y + 22, tr("{angle}°", angle=number(self.angles[self._id], 1)))


def _anchored(box: Rect, before: Rect, across: int, down: int, room: Rect) -> Rect:
    """Return a box of that size at the corner or edge that was not dragged, inside its room."""
    left = before.right - box.width if across < 0 else before.x
    top = before.bottom - box.height if down < 0 else before.y
    left = min(max(left, room.x), room.right - box.width)
    top = min(max(top, room.y), room.bottom - box.height)
    return Rect(left, top, box.width, box.height)
