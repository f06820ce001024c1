"""Resize several elements at once, by the handles of the frame around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter

from coverkit.geometry import Point, Rect
from coverkit.gui.canvas.grouping import group_frame, scaled
from coverkit.gui.canvas.handles import Handle, edges, resized
from coverkit.gui.canvas.pointer import Pointer
from coverkit.gui.canvas.snapping import Snapped
from coverkit.gui.canvas.snapping_marks import paint_snapped, paint_words
from coverkit.gui.canvas.tools.placing import PlacingDrag
from coverkit.i18n import number, tr

if TYPE_CHECKING:
    from coverkit.gui.canvas.canvas import Canvas

_HALVINGS = 14
"""How often the way to a place is halved to find where a bound is met: to a thousandth of a mm on any page."""


class GroupResizeDrag(PlacingDrag):
    """Drag a handle of the frame around several elements; what is locked is no part of it and stays.

    Everything grows by the same share, and stops where the first one meets its bounds. Shift keeps the proportions, Alt the
    middle; where official art is among them, the proportions are always kept. A turned element keeps its angle.
    """

    def __init__(self, canvas: Canvas, start: Pointer, ids: tuple[str, ...], handle: Handle) -> None:
        super().__init__(canvas, start, ids)
        self._handle = handle
        self._around = self.surroundings()
        frame = group_frame(self.placed.values())
        assert frame is not None
        self._before = self._now = frame
        bounds = [self.editor.cover.permissions.of(name).bounds for name in self.placed]
        self._keeps = any(one.kind == "banner" for one in self.placed.values()) or any(one and one.aspect for one in bounds)

    def place(self, at: Pointer) -> None:
        """Resize by what the pointer moved, and by what the moving edges catch on."""
        moved = Point(at.page.x - self.start.page.x, at.page.y - self.start.page.y)
        keep = at.shift or self._keeps
        frame = resized(self._before, 0.0, self._handle, moved, keep=keep, centred=at.alt)
        tolerance = self.tolerance(at)
        self.snapped = Snapped()
        if tolerance and not keep:
            self.snapped = self._around.edges(frame, edges(self._handle), tolerance)
            further = Point(moved.x + self.snapped.dx, moved.y + self.snapped.dy)
            frame = resized(self._before, 0.0, self._handle, further, centred=at.alt)
        self._now = self._allowed(frame)
        self.boxes = {name: _rounded(scaled(one, self._before, self._now)) for name, one in self.placed.items()}

    def step_name(self) -> str:
        """Return what the step is called."""
        return tr("Resize {count} elements", count=len(self.boxes))

    def paint(self, painter: QPainter) -> None:
        """Draw what it catches on, and how large all of it is."""
        if not self.moved:
            return
        paint_snapped(painter, self.canvas.viewport, self.snapped)
        words = tr("{width} × {height} mm", width=number(self._now.width, 1), height=number(self._now.height, 1))
        paint_words(painter, self.at.x + 18, self.at.y + 22, words)

    def _allowed(self, wanted: Rect) -> Rect:
        """Return the frame on the way to the wanted one at which every element still keeps to its bounds."""
        if self._holds(wanted):
            return wanted
        near, far = 0.0, 1.0
        for _ in range(_HALVINGS):
            middle = (near + far) / 2
            near, far = (middle, far) if self._holds(_between(self._before, wanted, middle)) else (near, middle)
        self.snapped = Snapped()
        return _between(self._before, wanted, near)

    def _holds(self, frame: Rect) -> bool:
        permissions = self.editor.cover.permissions
        for name, one in self.placed.items():
            bounds = permissions.of(name).bounds
            if bounds is not None and not bounds.holds(scaled(one, self._before, frame)):
                return False
        return True


def _between(one: Rect, other: Rect, share: float) -> Rect:
    return Rect(*(first + (last - first) * share for first, last in zip(_sides(one), _sides(other), strict=True)))


def _sides(box: Rect) -> tuple[float, float, float, float]:
    return box.x, box.y, box.width, box.height


def _rounded(box: Rect) -> Rect:
    return Rect(*(round(side, 3) for side in _sides(box)))
