"""Drags that change places: the elements are lifted off the page, move at once, and the cover is composed along with them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtGui import QPainter

from coverkit.geometry import Rect
from coverkit.gui.canvas import picking
from coverkit.gui.canvas.lifted import Lifted
from coverkit.gui.canvas.pointer import Pointer
from coverkit.gui.canvas.snapping import Snapped, Surroundings
from coverkit.gui.canvas.steps import placing, together
from coverkit.gui.canvas.tools.tool import Drag
from coverkit.i18n import tr
from coverkit.layout.cover import Placed
from coverkit.model.edits import Edit

if TYPE_CHECKING:
    from coverkit.gui.canvas.canvas import Canvas

SNAP = 6.0
"""Px within which things catch on one another."""
_PAUSE = 30
"""Least milliseconds between two times of composing while something is dragged."""


class PlacingDrag(Drag):
    """The part that moving, resizing and turning share."""

    only_moves = False

    def __init__(self, canvas: Canvas, start: Pointer, ids: tuple[str, ...]) -> None:
        """Begin to drag elements whose place is open; the bitmaps are asked for at once."""
        super().__init__(canvas, start)
        self.placed: Mapping[str, Placed] = {one.id: one for one in self.editor.cover.placed if one.id in ids}
        self.boxes: dict[str, Rect] = {name: one.box for name, one in self.placed.items()}
        self.angles: dict[str, float] = {name: one.angle for name, one in self.placed.items()}
        self.snapped = Snapped()
        self.at = start
        self.lifted = Lifted(self.editor, tuple(self.placed), canvas.device_scale, canvas.view.mode, canvas.update)
        self._since = QElapsedTimer()
        self._later = QTimer(canvas)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._compose)
        self.moved = False
        canvas.bitmaps.paused = True

    def to(self, at: Pointer) -> None:
        """Show the elements where the pointer has them."""
        self.at = at
        self.moved = True
        self.place(at)
        self.canvas.update()
        if not self._later.isActive():
            waited = self._since.elapsed() if self._since.isValid() else _PAUSE
            self._later.start(max(0, _PAUSE - int(waited)))

    def place(self, at: Pointer) -> None:
        """Work out boxes and angles for a place of the pointer."""
        raise NotImplementedError

    def edits(self) -> list[Edit]:
        """Return what the drag does to the document."""
        found: list[Edit] = []
        for name, box in self.boxes.items():
            if box != self.placed[name].box:
                found.append(placing(name, box))
        return found

    def step_name(self) -> str:
        """Return what the step is called; "" for the edit's own name."""
        return "" if len(self.boxes) == 1 else tr("Move {count} elements", count=len(self.boxes))

    def drop(self) -> None:
        """Make a step of it; the lifted bitmaps stay until the page's own is there."""
        self._later.stop()
        done = self.edits() if self.moved else []
        if done:
            kept = self.editor.perform(together(done, self.step_name()))
        else:
            kept = False
            self.editor.give_up()
        # What was refused is drawn from the page's own bitmap, which has not changed.
        self._end(keep=kept)

    def cancel(self) -> None:
        """Put everything back."""
        self._later.stop()
        self.editor.give_up()
        self._end(keep=False)

    def composed(self) -> None:
        """Let the bitmaps follow."""
        self.lifted.follow(only_moved=self.only_moves)

    def paint_page(self, painter: QPainter) -> bool:
        """Draw the page with the lifted elements where they are."""
        if not self.moved or not self.lifted.is_ready:
            return False
        stretch = not self.only_moves and all(one.text is None for one in self.placed.values())
        self.lifted.paint(painter, self.canvas.viewport, self.boxes, stretch=stretch)
        return True

    def surroundings(self) -> Surroundings:
        """Return what there is to catch on."""
        cover, view = self.editor.cover, self.canvas.view
        boxes = [
            one.box.rotated_bounds(one.angle)
            for one in picking.shown(cover)
            if one.id not in self.placed and not picking.is_decoration(one, cover)
        ]
        guides = view.guides if view.is_on("guides") else ()
        return Surroundings.of(cover.scene.trim, cover.printer.safe, cover.scene.bleed_box, guides, boxes)

    def tolerance(self, at: Pointer) -> float:
        """Return within how many mm things catch: not at all while Ctrl is held."""
        return 0.0 if at.ctrl or not self.canvas.view.is_on("snap") else self.canvas.viewport.mm(SNAP)

    def within_bounds(self, name: str, box: Rect) -> Rect:
        """Return the box where its bounds let it be."""
        bounds = self.editor.cover.permissions.of(name).bounds
        return box if bounds is None else bounds.nearest(box)

    def _compose(self) -> None:
        self._since.start()
        done = self.edits()
        if done:
            self.editor.try_out(together(done))

    def _end(self, *, keep: bool) -> None:
        self.lifted.end()
        self._later.deleteLater()
        self.canvas.bitmaps.paused = False
        self.canvas.settle_page(self.lifted_page() if keep else None)

    def lifted_page(self) -> Callable[[QPainter], bool]:
        """Return what draws the page as it was dropped, until its own bitmap is there."""
        return self.paint_page
