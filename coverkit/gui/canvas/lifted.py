"""Elements lifted off the page while they are dragged: the page without them, they alone, and what lies over them.

Each is the painter's own bitmap; moving them is only drawing them elsewhere. When composing shows that more than a move
happened (a design may place things by one another, a text is set anew), the bitmaps follow as fast as they can be made.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from coverkit.geometry import Rect, union_all
from coverkit.gui.canvas.bitmaps import draw
from coverkit.gui.canvas.rendering import Shot, clip_of, lifted_shot
from coverkit.gui.canvas.view import Mode
from coverkit.gui.canvas.viewport import Viewport
from coverkit.gui.editor import Editor
from coverkit.gui.work.latest import Latest
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.scene.operations import Operation

Operations = tuple[Operation, ...]
_MOST_SCALE = 12.0
"""Px per mm of these bitmaps: while something moves, more is not seen."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """A cover's operations in three: below and among the lifted ones, the lifted ones, and what is painted over them."""

    below: Operations
    lifted: Operations
    above: Operations

    @classmethod
    def of(cls, cover: Cover, ids: Collection[str]) -> Sheets:
        """Divide a cover's operations."""
        operations = cover.scene.operations
        own = [index for index, one in enumerate(operations) if one.source in ids]
        if not own:
            return cls(operations, (), ())
        last = own[-1]
        lifted = tuple(operations[index] for index in own)
        below = tuple(one for one in operations[:last] if one.source not in ids)
        return cls(below, lifted, operations[last + 1 :])


@dataclass(frozen=True, slots=True)
class Bitmaps:
    """The bitmaps of sheets; `boxes` tells where the lifted elements were when they were made."""

    sheets: Sheets
    below: Shot
    lifted: Shot | None
    above: Shot | None
    boxes: dict[str, Rect]


class Lifted:
    """What is being dragged."""

    def __init__(self, editor: Editor, ids: tuple[str, ...], scale: float, mode: Mode, changed: Callable[[], None]) -> None:
        """Lift elements.

        Args:
            editor: whose cover.
            ids: what is dragged.
            scale: device px per mm.
            mode: how the page is shown.
            changed: called when there is something new to draw.
        """
        self._editor = editor
        self._ids = ids
        self._scale = min(scale, _MOST_SCALE)
        self._mode = mode
        self._changed = changed
        self._made: Bitmaps | None = None
        self._wanted: Sheets | None = None
        self._jobs: Latest[Bitmaps] = Latest(editor.worker, "canvas-lifted", self._take, editor.failed, urgency=4)
        self.follow()

    @property
    def is_ready(self) -> bool:
        """Tell whether there is something to draw."""
        return self._made is not None

    def follow(self, *, only_moved: bool = False) -> None:
        """Take up the cover as it is composed now; `only_moved` says that the lifted elements look as before."""
        cover = self._editor.cover
        sheets = Sheets.of(cover, self._ids)
        if self._wanted is not None:
            around_same = sheets.below == self._wanted.below and sheets.above == self._wanted.above
            if around_same and (only_moved or sheets.lifted == self._wanted.lifted):
                return
        self._wanted = sheets
        resources, scale, mode, known = self._editor.project.resources(), self._scale, self._mode, self._made
        boxes = self._boxes(cover)

        def make() -> Bitmaps:
            below = (
                known.below
                if known is not None and known.sheets.below == sheets.below
                else lifted_shot(cover, sheets.below, resources, scale, mode, None)
            )
            return Bitmaps(sheets, below, _alone(sheets.lifted), _alone(sheets.above), boxes)

        def _alone(operations: Operations) -> Shot | None:
            bounds = union_all([one.bounds for one in operations])
            seen = bounds.intersection(cover.scene.bleed_box) if bounds else None
            if seen is None:
                return None
            return lifted_shot(cover, operations, resources, scale, mode, clip_of(cover.scene, seen, scale))

        self._jobs.ask(make)

    def paint(self, painter: QPainter, viewport: Viewport, boxes: dict[str, Rect], *, stretch: bool) -> None:
        """Draw the page with the lifted elements where they are now.

        Args:
            painter: where.
            viewport: how the page lies.
            boxes: the elements' boxes now.
            stretch: draw them as large as their boxes are (pictures, fields); else only moved, as text is.
        """
        made = self._made
        if made is None:
            return
        draw(painter, viewport, made.below)
        if made.lifted is not None:
            self._draw_lifted(painter, viewport, made, boxes, stretch)
        if made.above is not None:
            draw(painter, viewport, made.above)

    def _draw_lifted(self, painter: QPainter, viewport: Viewport, made: Bitmaps, boxes: dict[str, Rect], stretch: bool) -> None:
        assert made.lifted is not None
        name = next((one for one in self._ids if one in boxes and one in made.boxes), None)
        if name is None:
            draw(painter, viewport, made.lifted)
            return
        before, now = made.boxes[name], boxes[name]
        if not stretch or (abs(now.width - before.width) < 0.01 and abs(now.height - before.height) < 0.01):
            draw(painter, viewport, made.lifted, now.x - before.x, now.y - before.y)
            return
        shot = made.lifted.box
        across, down = now.width / before.width, now.height / before.height
        target = Rect(
            now.x + (shot.x - before.x) * across, now.y + (shot.y - before.y) * down, shot.width * across, shot.height * down
        )
        box = viewport.window(target)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(box.x, box.y, box.width, box.height), made.lifted.image)

    def end(self) -> None:
        """Stop following."""
        self._jobs.forget()

    def _boxes(self, cover: Cover) -> dict[str, Rect]:
        return {one.id: one.box for one in cover.placed if one.id in self._ids}

    def _take(self, made: Bitmaps) -> None:
        self._made = made
        self._changed()
