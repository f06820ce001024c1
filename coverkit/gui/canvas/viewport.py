"""How the page lies in the window: a scale and a place. Pure numbers; knows neither widgets nor bitmaps."""

from __future__ import annotations

from coverkit.geometry import Point, Rect
from coverkit.records import dataclass

LEAST, MOST = 0.25, 160.0
"""Smallest and largest scale, px per mm."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """Scale in px per mm, and where the trim's top left corner lies in the window, in px."""

    scale: float = 4.0
    left: float = 0.0
    top: float = 0.0

    @classmethod
    def fitting(cls, box: Rect, width: float, height: float, margin: float = 24.0) -> Viewport:
        """Return the viewport that shows a box (mm) wholly in a window of px, centred, with a margin of px around it."""
        room_x, room_y = max(16.0, width - 2 * margin), max(16.0, height - 2 * margin)
        scale = _limited(min(room_x / box.width, room_y / box.height))
        middle = box.centre
        return cls(scale, width / 2 - middle.x * scale, height / 2 - middle.y * scale)

    def x(self, mm: float) -> float:
        """Return where a vertical line of the page lies, in px."""
        return self.left + mm * self.scale

    def y(self, mm: float) -> float:
        """Return where a horizontal line of the page lies, in px."""
        return self.top + mm * self.scale

    def page(self, x: float, y: float) -> Point:
        """Return the place on the page, in mm, of a place in the window."""
        return Point((x - self.left) / self.scale, (y - self.top) / self.scale)

    def window(self, box: Rect) -> Rect:
        """Return where a box of the page lies in the window, in px."""
        return Rect(self.x(box.x), self.y(box.y), box.width * self.scale, box.height * self.scale)

    def mm(self, px: float) -> float:
        """Return how many mm so many px are."""
        return px / self.scale

    def moved(self, dx: float, dy: float) -> Viewport:
        """Return the viewport after the page was pushed by px."""
        return Viewport(self.scale, self.left + dx, self.top + dy)

    def zoomed(self, scale: float, x: float, y: float) -> Viewport:
        """Return the viewport at another scale with what lies at x, y (px) staying there."""
        scale = _limited(scale)
        at = self.page(x, y)
        return Viewport(scale, x - at.x * scale, y - at.y * scale)

    def centred_on(self, box: Rect, width: float, height: float) -> Viewport:
        """Return the viewport, its scale kept, with a box (mm) in the middle of a window of px."""
        middle = box.centre
        return Viewport(self.scale, width / 2 - middle.x * self.scale, height / 2 - middle.y * self.scale)

    def kept_in(self, box: Rect, width: float, height: float, rest: float = 80.0) -> Viewport:
        """Return the viewport pushed back where a box (mm) would leave the window but for `rest` px."""
        shown = self.window(box)
        dx = max(0.0, rest - shown.right) - max(0.0, shown.x - (width - rest))
        dy = max(0.0, rest - shown.bottom) - max(0.0, shown.y - (height - rest))
        return self.moved(dx, dy) if dx or dy else self

    def on_pixels(self, ratio: float) -> Viewport:
        """Return the viewport with its corner on a whole device pixel, so that bitmaps are shown as they are."""
        return Viewport(self.scale, round(self.left * ratio) / ratio, round(self.top * ratio) / ratio)


def _limited(scale: float) -> float:
    return min(MOST, max(LEAST, scale))
