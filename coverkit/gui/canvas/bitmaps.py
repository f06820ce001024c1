"""The page's bitmaps: the whole page at once, and the visible part as sharp as the screen wherever the whole is not."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from coverkit.geometry import Rect
from coverkit.gui.canvas.rendering import Shot, page_shot, part_shot, whole_size
from coverkit.gui.canvas.view import Mode
from coverkit.gui.canvas.viewport import Viewport
from coverkit.gui.editor import Editor
from coverkit.gui.work.latest import Latest
from coverkit.render.raster import Clip

_MOST_PIXELS = 5_000_000
"""Of a bitmap of the whole page: A4 at 240 dpi."""
FIRST_SCALE = 1.6
"""Px per mm of the very first bitmap: it comes while the pictures of the cover are still being decoded for the next."""
_AROUND = 0.15
"""Share of the window that is made beyond its edges, for panning."""


class PageBitmaps:
    """Asks for bitmaps, keeps the newest, and draws them."""

    def __init__(self, editor: Editor, changed: Callable[[], None]) -> None:
        """Keep bitmaps of an editor's cover; `changed` is called when there is something new to draw."""
        self._editor = editor
        self._changed = changed
        self._whole: Shot | None = None
        self._part: Shot | None = None
        self._pages: Latest[Shot] = Latest(editor.worker, "canvas-page", self._take_whole, editor.failed, urgency=2)
        self._parts: Latest[Shot] = Latest(editor.worker, "canvas-part", self._take_part, editor.failed, urgency=3)
        self._scale = 0.0
        self._clip: Clip | None = None
        self._mode: Mode = "proof"
        self.paused = False
        """While true nothing is asked for: something is dragged and drawn by itself."""

    @property
    def is_current(self) -> bool:
        """Tell whether the page is shown as it is now."""
        shot = self._part if self._clip is not None else self._whole
        return shot is not None and self._fits(shot)

    @property
    def is_sharp(self) -> bool:
        """Tell whether what is visible is shown as it is now, at the screen's own resolution."""
        if self._clip is not None:
            return self._part is not None and self._fits(self._part) and self._holds(self._part, self._clip)
        whole = self._whole
        return whole is not None and self._fits(whole) and whole.image.width() == self._whole_size(self._scale)[0]

    def look(self, viewport: Viewport, size: tuple[float, float], ratio: float, mode: Mode) -> None:
        """Say what is looked at: the viewport, the window's size in px, device pixels per px, and the kind of view."""
        self._scale, self._mode = viewport.scale * ratio, mode
        self._clip = self._visible(viewport, size, ratio) if self._needs_part() else None
        self.ask()

    def ask(self) -> None:
        """Ask for what is missing."""
        if self.paused or self._scale <= 0:
            return
        cover, resources, mode = self._editor.cover, self._editor.project.resources(), self._mode
        if self._clip is not None and not self.is_sharp:
            clip, scale = self._clip, self._scale
            self._parts.ask(lambda: part_shot(cover, resources, scale, mode, clip))
        first = self._whole is None and mode == "proof"
        whole_scale = min(FIRST_SCALE, self._scale) if first else min(self._scale, self._most_scale())
        if first or not self._whole_is_good(whole_scale):
            self._pages.ask(lambda: page_shot(cover, resources, whole_scale, mode))

    def paint(self, painter: QPainter, viewport: Viewport) -> bool:
        """Draw the page; return whether there is anything yet."""
        for shot in (self._whole, self._part):
            if shot is not None and (shot is self._whole or self._shows(shot)):
                draw(painter, viewport, shot)
        return self._whole is not None or self._part is not None

    def _shows(self, part: Shot) -> bool:
        """Tell whether a part may be drawn over the whole page: not one of an older state over a newer page."""
        if self._clip is None or part.mode != self._mode:
            return False
        return part.cover is self._editor.cover or self._whole is None or self._whole.cover is not self._editor.cover

    def _fits(self, shot: Shot) -> bool:
        return shot.cover is self._editor.cover and shot.mode == self._mode

    def _whole_is_good(self, scale: float) -> bool:
        whole = self._whole
        if whole is None or not self._fits(whole):
            return False
        return self._mode == "ink" or abs(whole.image.width() - self._whole_size(scale)[0]) <= 1

    def _whole_size(self, scale: float) -> tuple[int, int]:
        return whole_size(self._editor.cover.scene, scale)

    def _most_scale(self) -> float:
        return math.sqrt(_MOST_PIXELS / self._editor.cover.scene.bleed_box.area)

    def _needs_part(self) -> bool:
        return self._mode != "ink" and self._scale > self._most_scale()

    def _visible(self, viewport: Viewport, size: tuple[float, float], ratio: float) -> Clip | None:
        """Return the visible pixels of the page and some around; None where the page is out of sight."""
        bleed = self._editor.cover.scene.bleed_box
        shown = viewport.window(bleed)
        around_x, around_y = size[0] * _AROUND, size[1] * _AROUND
        seen = Rect(0.0, 0.0, *size).inset(-around_x, -around_y, -around_x, -around_y).intersection(shown)
        if seen is None:
            return None
        left, top = math.floor((seen.x - shown.x) * ratio), math.floor((seen.y - shown.y) * ratio)
        return left, top, math.ceil(seen.width * ratio), math.ceil(seen.height * ratio)

    def _holds(self, part: Shot, clip: Clip) -> bool:
        """Tell whether a part covers what is visible (its margins may be used up), at the scale wanted."""
        if abs(part.scale[0] * self._editor.cover.scene.bleed_box.width - self._whole_size(self._scale)[0]) > 0.5:
            return False
        slack_x, slack_y = clip[2] * _AROUND / 1.5, clip[3] * _AROUND / 1.5
        right, bottom = part.left + part.image.width(), part.top + part.image.height()
        return (
            part.left <= clip[0] + slack_x
            and part.top <= clip[1] + slack_y
            and right >= clip[0] + clip[2] - slack_x
            and bottom >= clip[1] + clip[3] - slack_y
        )

    def _take_whole(self, shot: Shot) -> None:
        self._whole = shot
        self._changed()
        self.ask()

    def _take_part(self, shot: Shot) -> None:
        self._part = shot
        self._changed()


def draw(painter: QPainter, viewport: Viewport, shot: Shot, dx: float = 0.0, dy: float = 0.0) -> None:
    """Draw a bitmap where it lies, moved by mm; pixel for pixel where it has the screen's scale."""
    ratio = painter.device().devicePixelRatio()
    box = viewport.window(shot.box.moved(dx, dy))
    width, height = shot.image.width() / ratio, shot.image.height() / ratio
    if abs(width - box.width) < 0.75 and abs(height - box.height) < 0.75:
        left, top = round(box.x * ratio) / ratio, round(box.y * ratio) / ratio
        target = QRectF(left, top, width, height)
    else:
        target = QRectF(box.x, box.y, box.width, box.height)
    smooth = box.width * ratio < 3 * shot.image.width()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
    painter.drawImage(target, shot.image)
