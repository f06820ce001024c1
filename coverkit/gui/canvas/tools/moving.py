"""Move elements: they catch on what is around, stop at their bounds, and Shift keeps them to one direction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from coverkit.geometry import Rect, union_all
from coverkit.gui.canvas.pointer import Pointer
from coverkit.gui.canvas.snapping_marks import paint_snapped, paint_words
from coverkit.gui.canvas.tools.placing import PlacingDrag
from coverkit.i18n import number, tr

if TYPE_CHECKING:
    from coverkit.gui.canvas.canvas import Canvas


class MoveDrag(PlacingDrag):
    """Move one or several elements."""

    only_moves = True

    def __init__(self, canvas: Canvas, start: Pointer, ids: tuple[str, ...]) -> None:
        super().__init__(canvas, start, ids)
        self._around = self.surroundings()
        bounds = union_all([one.box.rotated_bounds(one.angle) for one in self.placed.values()])
        assert bounds is not None
        self._bounds = bounds
        self._shift = (0.0, 0.0)

    def place(self, at: Pointer) -> None:
        """Move everything by what the pointer moved, and by what it catches on."""
        dx, dy = at.page.x - self.start.page.x, at.page.y - self.start.page.y
        if at.shift:
            dx, dy = (dx, 0.0) if abs(dx) >= abs(dy) else (0.0, dy)
        tolerance = self.tolerance(at)
        self.snapped = self._around.move(self._bounds.moved(dx, dy), tolerance) if tolerance else type(self.snapped)()
        if not (at.shift and dx == 0.0):
            dx += self.snapped.dx
        if not (at.shift and dy == 0.0):
            dy += self.snapped.dy
        self._shift = self._allowed(dx, dy)
        self.boxes = {name: _rounded(one.box.moved(*self._shift)) for name, one in self.placed.items()}

    def paint(self, painter: QPainter) -> None:
        """Draw what it catches on, and how far it went."""
        if not self.moved:
            return
        viewport = self.canvas.viewport
        paint_snapped(painter, viewport, self.snapped)
        box = self._bounds.moved(*self._shift)
        words = tr("X {x} mm · Y {y} mm", x=number(box.x, 1), y=number(box.y, 1))
        paint_words(painter, self.at.x + 18, self.at.y + 22, words)

    def _allowed(self, dx: float, dy: float) -> tuple[float, float]:
        """Return the move that keeps every element within its bounds."""
        for name, one in self.placed.items():
            wanted = one.box.moved(dx, dy)
            near = self.within_bounds(name, wanted)
            dx, dy = near.x - one.box.x, near.y - one.box.y
        return dx, dy


def _rounded(box: Rect) -> Rect:
    """Return a box on thousandths of a mm: a drag gives no longer numbers than a person would type."""
    return Rect(round(box.x, 3), round(box.y, 3), box.width, box.height)
