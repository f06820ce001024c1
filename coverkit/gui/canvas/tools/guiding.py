"""Draw guides out of the rulers, move them, and take them away by dragging them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from coverkit.gui.canvas.pointer import Pointer
from coverkit.gui.canvas.snapping import Axis, Surroundings
from coverkit.gui.canvas.snapping_marks import paint_words
from coverkit.gui.canvas.steps import guiding
from coverkit.gui.canvas.tools.placing import SNAP
from coverkit.gui.canvas.tools.tool import Drag
from coverkit.i18n import number, tr

if TYPE_CHECKING:
    from coverkit.gui.canvas.canvas import Canvas

REACH = 4.0
"""Px around a guide within which it is taken."""


class GuideDrag(Drag):
    """Move a guide: a new one, or one that is there. It catches on the page and its elements; Ctrl lets it go anywhere."""

    def __init__(self, canvas: Canvas, start: Pointer, axis: Axis, index: int | None = None) -> None:
        """Begin; without an index the guide is new."""
        super().__init__(canvas, start)
        self._axis: Axis = axis
        self._before = canvas.view.guides
        self._others = tuple(one for number, one in enumerate(self._before) if number != index)
        cover = self.editor.cover
        boxes = [one.box.rotated_bounds(one.angle) for one in cover.placed if one.used is not None]
        self._around = Surroundings.of(cover.scene.trim, cover.printer.safe, cover.scene.bleed_box, (), boxes)
        self._at = start
        self._place: float | None = None

    def to(self, at: Pointer) -> None:
        """Put the guide where the pointer is; outside the canvas it is gone."""
        self._at = at
        wanted = at.page.x if self._axis == "x" else at.page.y
        edge = at.x if self._axis == "x" else at.y
        inside = edge >= 0 and edge <= (self.canvas.width() if self._axis == "x" else self.canvas.height())
        if not inside:
            self._place = None
            self.canvas.view.set_guides(self._others)
            return
        tolerance = 0.0 if at.ctrl else self.canvas.viewport.mm(SNAP)
        self._place = round(self._around.point(self._axis, wanted, tolerance), 2)
        self.canvas.view.set_guides((*self._others, (self._axis, self._place)))

    def drop(self) -> None:
        """Make a step of it: guides belong to the cover, and are saved with it."""
        if not self.editor.perform(guiding(self.canvas.view.guides)):
            self.cancel()

    def cancel(self) -> None:
        """Put the guides back."""
        self.canvas.view.set_guides(self._before)

    def paint(self, painter: QPainter) -> None:
        """Say where the guide is."""
        if self._place is not None:
            paint_words(painter, self._at.x + 14, self._at.y + 14, tr("{length} mm", length=number(self._place, 1)))


def guide_at(canvas: Canvas, x: float, y: float) -> int | None:
    """Return the index of the guide at a place in px."""
    if not canvas.view.shows("guides"):
        return None
    for index, (axis, at) in enumerate(canvas.view.guides):
        away = abs(canvas.viewport.x(at) - x) if axis == "x" else abs(canvas.viewport.y(at) - y)
        if away <= REACH:
            return index
    return None
