"""Zoom and pan: wheel, middle button, Space, scroll bars, and the views that menus ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent

from coverkit.geometry import Rect, union_all
from coverkit.gui.canvas.viewport import Viewport

if TYPE_CHECKING:
    from coverkit.gui.canvas.canvas import Canvas

_STEP = 1.2
_LINE = 40.0
"""Px that one step of the wheel scrolls."""
_PASTEBOARD = 60.0
"""Mm around the page that scroll bars reach."""
_LIKELY_DPI = (60.0, 320.0)
"""Screens that say they have less or more do not know their size."""


class Navigation:
    """Where the page lies. While it fits and nobody moved it, it keeps fitting when the window is resized."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.viewport = Viewport()
        self._fits = True
        self._taken: Viewport | None = None
        """What another canvas showed, until this one has its size and somebody moves the page."""
        self._space = False
        self._panning: QPointF | None = None

    @property
    def is_ready_to_pan(self) -> bool:
        """Tell whether the space bar is held, or the page is being pushed."""
        return self._space or self._panning is not None

    @property
    def page(self) -> Rect:
        """What is shown when the page fits: the bleed box, or the trim in the trimmed preview."""
        scene = self._canvas.editor.cover.scene
        return scene.trim if self._canvas.view.is_on("preview") else scene.bleed_box

    @property
    def reach(self) -> Rect:
        """What the scroll bars reach, in mm."""
        return self._canvas.editor.cover.scene.bleed_box.outset(_PASTEBOARD)

    @property
    def actual_scale(self) -> float:
        """Px per mm at which a mm on the screen is a mm."""
        screen = self._canvas.screen()
        dpi = screen.physicalDotsPerInch()
        if not _LIKELY_DPI[0] <= dpi <= _LIKELY_DPI[1]:
            dpi = screen.logicalDotsPerInch()
        return dpi / 25.4

    @property
    def percent(self) -> float:
        """The zoom: 100 is true size."""
        return self.viewport.scale / self.actual_scale * 100

    @property
    def kept(self) -> Viewport | None:
        """The viewport that a person chose; None while the page fits."""
        return None if self._fits else self.viewport

    def take_up(self, viewport: Viewport | None) -> None:
        """Show the page as another canvas showed it."""
        if viewport is None:
            self.fit()
        else:
            self._set(viewport, taken=viewport)

    def fit(self) -> None:
        """Show the whole page."""
        self._set(Viewport.fitting(self.page, self._canvas.width(), self._canvas.height()))
        self._fits = True

    def refit(self) -> None:
        """Keep the page fitting where it fits: what is to be seen of it may have changed, from its bleed to its trim."""
        if self._fits:
            self.fit()

    def actual(self) -> None:
        """Show the page in its true size."""
        self.zoom_to(self.actual_scale)

    def zoom_percent(self, percent: float) -> None:
        """Zoom to so many per cent of the true size."""
        self.zoom_to(self.actual_scale * percent / 100)

    def zoom_to(self, scale: float, x: float | None = None, y: float | None = None) -> None:
        """Zoom to a scale; what lies at x, y (px; the middle without) stays there."""
        x = self._canvas.width() / 2 if x is None else x
        y = self._canvas.height() / 2 if y is None else y
        self._set(self.viewport.zoomed(scale, x, y))

    def zoom_by(self, steps: float) -> None:
        """Zoom by steps."""
        self.zoom_to(self.viewport.scale * _STEP**steps)

    def zoom_to_selection(self) -> None:
        """Show what is selected as large as it fits; without a selection the page."""
        editor = self._canvas.editor
        boxes = [one.box.rotated_bounds(one.angle) for one in editor.cover.placed if one.id in editor.selection]
        bounds = union_all(boxes)
        if bounds is None:
            self.fit()
        else:
            self._set(Viewport.fitting(bounds, self._canvas.width(), self._canvas.height(), 48.0))

    def show(self, box: Rect) -> None:
        """Bring a box (mm) into sight: in the middle, and no larger than the window."""
        width, height = self._canvas.width(), self._canvas.height()
        shown = self.viewport.window(box)
        if Rect(24, 24, max(1, width - 48), max(1, height - 48)).contains(shown):
            return
        viewport = self.viewport
        if shown.width > width or shown.height > height:
            viewport = Viewport.fitting(box, width, height, 48.0)
        self._set(viewport.centred_on(box, width, height))

    def reveal(self, box: Rect) -> None:
        """Bring a box (mm) into sight where nothing of it can be seen; the scale stays."""
        seen = self.viewport.window(box).intersection(Rect(0, 0, self._canvas.width(), self._canvas.height()))
        if seen is None:
            self._set(self.viewport.centred_on(box, self._canvas.width(), self._canvas.height()))

    def scroll_to(self, left: float | None = None, top: float | None = None) -> None:
        """Show from so many px beyond the left and upper end of what scroll bars reach."""
        shown = self.viewport.window(self.reach)
        dx = 0.0 if left is None else -left - shown.x
        dy = 0.0 if top is None else -top - shown.y
        self._set(self.viewport.moved(dx, dy), kept=False)

    def press(self, event: QMouseEvent) -> bool:
        """Begin to pan with the middle button, or with Space and the left one."""
        middle = event.button() == Qt.MouseButton.MiddleButton
        if not middle and not (self._space and event.button() == Qt.MouseButton.LeftButton):
            return False
        self._panning = event.position()
        self._canvas.setCursor(Qt.CursorShape.ClosedHandCursor)
        return True

    def move(self, event: QMouseEvent) -> bool:
        """Push the page."""
        if self._panning is None:
            return False
        place = event.position()
        dx, dy = place.x() - self._panning.x(), place.y() - self._panning.y()
        self._panning = place
        self._set(self.viewport.moved(dx, dy))
        return True

    def release(self, event: QMouseEvent) -> bool:
        """End panning."""
        if self._panning is None:
            return False
        self._panning = None
        self._canvas.setCursor(Qt.CursorShape.OpenHandCursor if self._space else Qt.CursorShape.ArrowCursor)
        return True

    def key(self, event: QKeyEvent, *, down: bool) -> bool:
        """Hold the space bar to pan, unless a text is written or something is dragged."""
        if event.key() != Qt.Key.Key_Space or self._canvas.writing is not None or not self._canvas.tool.is_at_rest:
            return False
        if not event.isAutoRepeat():
            self._space = down
            self._canvas.setCursor(Qt.CursorShape.OpenHandCursor if down else Qt.CursorShape.ArrowCursor)
        return True

    def forget_keys(self) -> None:
        """The keyboard went elsewhere: its keys are no longer held."""
        self._space, self._panning = False, None

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom at the pointer with Ctrl, scroll without; Shift scrolls across."""
        held, turned = event.modifiers(), event.angleDelta()
        if held & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier):
            place = event.position()
            steps = (turned.y() or turned.x()) / 120
            self.zoom_to(self.viewport.scale * _STEP**steps, place.x(), place.y())
            return
        pixels = event.pixelDelta()
        dx = float(pixels.x()) if not pixels.isNull() else turned.x() / 120 * _LINE
        dy = float(pixels.y()) if not pixels.isNull() else turned.y() / 120 * _LINE
        if held & Qt.KeyboardModifier.ShiftModifier and not dx:
            dx, dy = dy, 0.0
        self._set(self.viewport.moved(dx, dy))

    def resized(self, before: QSize, now: QSize) -> None:
        """Keep fitting, or keep the middle where it is."""
        if self._taken is not None:
            self._set(self._taken, taken=self._taken)
        elif self._fits or not before.isValid() or before.isEmpty():
            self.fit()
        else:
            dx, dy = (now.width() - before.width()) / 2, (now.height() - before.height()) / 2
            self._set(self.viewport.moved(dx, dy))

    def _set(self, viewport: Viewport, *, kept: bool = True, taken: Viewport | None = None) -> None:
        self._taken = taken
        width, height = self._canvas.width(), self._canvas.height()
        if kept:
            viewport = viewport.kept_in(self._canvas.editor.cover.scene.bleed_box, width, height)
        self._fits = False
        self.viewport = viewport.on_pixels(self._canvas.devicePixelRatio())
        self._canvas.viewport_moved()
