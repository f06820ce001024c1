"""The select tool: click, rubber band, handles, guides, arrow keys, Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QCursor, QKeyEvent, QPainter

from coverkit.geometry import Rect
from coverkit.gui.canvas import picking
from coverkit.gui.canvas.frames import cursor_of, handle_at, turns
from coverkit.gui.canvas.grouping import group, group_frame
from coverkit.gui.canvas.handles import Handle
from coverkit.gui.canvas.pointer import Pointer
from coverkit.gui.canvas.steps import placing, together
from coverkit.gui.canvas.tools.band import BandDrag
from coverkit.gui.canvas.tools.group_resizing import GroupResizeDrag
from coverkit.gui.canvas.tools.guiding import GuideDrag, guide_at
from coverkit.gui.canvas.tools.moving import MoveDrag
from coverkit.gui.canvas.tools.resizing import ResizeDrag, TurnDrag
from coverkit.gui.canvas.tools.tool import Drag, Tool
from coverkit.i18n import tr
from coverkit.model.edits import Edit

if TYPE_CHECKING:
    from coverkit.gui.canvas.canvas import Canvas

_THRESHOLD = 4.0
"""Px that the pointer has to go before a press becomes a drag."""
_BURST = 1000
"""Milliseconds after which arrow keys begin a new step."""
_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class SelectTool(Tool):
    """Select, move, resize, turn."""

    name = "select"

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._drag: Drag | None = None
        self._pressed: Pointer | None = None
        self._waiting: Drag | None = None
        self._again = ""
        self._since = QElapsedTimer()
        self._burst = 0

    @property
    def is_at_rest(self) -> bool:
        """Tell whether nothing is dragged."""
        return self._drag is None and self._pressed is None

    @property
    def drag(self) -> Drag | None:
        """What is being dragged."""
        return self._drag

    def press(self, at: Pointer) -> None:
        """Take a handle, a guide or an element, or begin a rubber band."""
        self._end_burst()
        self._pressed, self._again, self._waiting = at, "", None
        index = guide_at(self.canvas, at.x, at.y)
        if index is not None:
            self._waiting = GuideDrag(self.canvas, at, self.canvas.view.guides[index][0], index)
            return
        self._waiting = self._handle(at)
        if self._waiting is None:
            self._pick(at)

    def move(self, at: Pointer) -> None:
        """Begin the drag once the pointer has gone far enough, and go on with it."""
        if self._pressed is None:
            return
        if self._drag is None:
            if max(abs(at.x - self._pressed.x), abs(at.y - self._pressed.y)) < _THRESHOLD:
                return
            self._drag = self._waiting or self._begun(self._pressed)
            self._again = ""
            if self._drag is None:
                self._pressed = None
                return
        self._drag.to(at)

    def release(self, at: Pointer) -> None:
        """Drop what is dragged; a click on what is selected already goes deeper."""
        drag, self._drag, self._pressed = self._drag, None, None
        waiting, self._waiting = self._waiting, None
        if drag is not None:
            drag.to(at)
            drag.drop()
        elif waiting is not None:
            waiting.cancel()
        elif self._again:
            self.editor.select((self._again,))
        self.canvas.update()

    def double(self, at: Pointer) -> None:
        """Edit what was hit."""
        self._pressed = None
        hit = picking.at(self.editor.cover, at.page, self.canvas.viewport.mm(2))
        chosen = next((one for one in hit if one in self.editor.selection), hit[0] if hit else None)
        if chosen is not None:
            self.editor.select((chosen,))
            self.canvas.edit(at)

    def key(self, event: QKeyEvent) -> bool:
        """Nudge with the arrows; Esc takes a drag back, or selects nothing."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            if self._drag is not None:
                self._drag.cancel()
                self._drag = self._pressed = self._waiting = None
            else:
                self.editor.select(())
            self.canvas.update()
            return True
        direction = _ARROWS.get(Qt.Key(key))
        if direction is None or not self.editor.selection:
            return False
        held = event.modifiers()
        step = 10.0 if held & Qt.KeyboardModifier.ShiftModifier else 1.0
        step = 0.1 if held & Qt.KeyboardModifier.ControlModifier else step
        self.nudge(direction[0] * step, direction[1] * step)
        return True

    def overrides(self, event: QKeyEvent) -> bool:
        """Keep the arrows and, while something is dragged, Esc."""
        return event.key() in _ARROWS

    def nudge(self, dx: float, dy: float) -> None:
        """Move what is selected by mm; nudges that follow quickly are one step."""
        if not self._since.isValid() or self._since.elapsed() > _BURST:
            self._burst += 1
        self._since.start()
        cover, moves = self.editor.cover, list[Edit]()
        movable = self.canvas.movable(self.editor.selection)
        for one in (one for one in cover.placed if one.id in movable):
            box = one.box.moved(dx, dy)
            bounds = cover.permissions.of(one.id).bounds
            near = box if bounds is None else bounds.nearest(box)
            moves.append(placing(one.id, Rect(round(near.x, 3), round(near.y, 3), near.width, near.height)))
        if moves:
            name = "" if len(moves) == 1 else tr("Move {count} elements", count=len(moves))
            self.editor.perform(together(moves, name), f"nudge-{self._burst}")
        else:
            self.canvas.tell_lock(self.editor.selection)

    def cursor(self, at: Pointer) -> QCursor | Qt.CursorShape:
        """Return the pointer's shape over handles, guides and elements."""
        if self._drag is None:
            index = guide_at(self.canvas, at.x, at.y)
            if index is not None:
                level = self.canvas.view.guides[index][0] == "y"
                return Qt.CursorShape.SplitVCursor if level else Qt.CursorShape.SplitHCursor
            grip = self._grip(at)
            if grip is not None:
                handle, ids = grip
                one = self.editor.placed(ids[0]) if len(ids) == 1 else None
                return cursor_of(handle, 0.0 if one is None else one.angle)
        hit = picking.at(self.editor.cover, at.page)
        if hit and self.canvas.movable(hit[:1]) and hit[0] in self.editor.selection:
            return Qt.CursorShape.SizeAllCursor
        return Qt.CursorShape.ArrowCursor

    def begin(self, drag: Drag) -> None:
        """Go on with a drag that began elsewhere: in a ruler."""
        self._drag = drag
        self._pressed = drag.start

    def paint(self, painter: QPainter) -> None:
        """Draw what the drag draws."""
        if self._drag is not None:
            self._drag.paint(painter)

    def composed(self) -> None:
        """Tell the drag."""
        if self._drag is not None:
            self._drag.composed()

    def leave(self) -> None:
        """Take a drag back that was not dropped."""
        if self._drag is not None:
            self._drag.cancel()
        self._drag = self._pressed = self._waiting = None
        self._end_burst()

    def _end_burst(self) -> None:
        self._since.invalidate()

    def _grip(self, at: Pointer) -> tuple[Handle, tuple[str, ...]] | None:
        """Return the handle under the pointer, and what it resizes or turns."""
        cover, viewport = self.editor.cover, self.canvas.viewport
        one = self.canvas.single()
        if one is not None and self.canvas.movable((one.id,)):
            found = handle_at(viewport, one.box, one.angle, at.x, at.y, may_turn=turns(cover.permissions, one.id))
            return None if found is None else (found, (one.id,))
        several = group(cover.placed, cover.permissions, self.editor.selection)
        frame = group_frame(several)
        found = None if frame is None else handle_at(viewport, frame, 0.0, at.x, at.y, may_turn=False)
        return None if found is None else (found, tuple(member.id for member in several))

    def _handle(self, at: Pointer) -> Drag | None:
        grip = self._grip(at)
        if grip is None:
            return None
        handle, ids = grip
        if len(ids) > 1:
            return GroupResizeDrag(self.canvas, at, ids, handle)
        return TurnDrag(self.canvas, at, ids[0]) if handle == "turn" else ResizeDrag(self.canvas, at, ids[0], handle)

    def _pick(self, at: Pointer) -> None:
        hit = picking.at(self.editor.cover, at.page, self.canvas.viewport.mm(2))
        selection = self.editor.selection
        if not hit:
            if not at.shift:
                self.editor.select(())
            return
        if at.shift:
            rest = tuple(one for one in selection if one != hit[0])
            self.editor.select(rest if hit[0] in selection else (*selection, hit[0]))
        elif at.alt:
            self.editor.select((_deeper(hit, selection),))
        elif any(one in selection for one in hit):
            if len(hit) > 1 and len(selection) == 1:
                self._again = _deeper(hit, selection)
        else:
            self.editor.select((hit[0],))

    def _begun(self, start: Pointer) -> Drag | None:
        """Return what dragging from a place does: move what is selected there, or draw a rubber band."""
        cover, selection = self.editor.cover, self.editor.selection
        hit = picking.at(cover, start.page, self.canvas.viewport.mm(2))
        here = next((one for one in cover.placed if one.id in hit and one.id in selection), None)
        if here is None or start.shift:
            return BandDrag(self.canvas, start)
        movable = self.canvas.movable(selection)
        if movable:
            return MoveDrag(self.canvas, start, movable)
        if picking.is_ground(here, cover) or picking.is_decoration(here, cover):
            return BandDrag(self.canvas, start)
        self.canvas.tell_lock(selection)
        return None


def _deeper(hit: tuple[str, ...], selection: tuple[str, ...]) -> str:
    """Return what lies below the selected one, from the top again after the lowest."""
    index = next((number for number, one in enumerate(hit) if one in selection), -1)
    return hit[(index + 1) % len(hit)]
