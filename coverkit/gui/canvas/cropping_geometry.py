"""A picture in its frame: where the whole picture lies, and what panning and zooming make of its value. Pure; in mm."""

from __future__ import annotations

from coverkit.geometry import Point, Rect
from coverkit.model.values import PictureValue
from coverkit.records import dataclass, replace

MOST_ZOOM = 20.0


@dataclass(frozen=True, slots=True)
class Cropping:
    """A frame (unturned, mm), the picture's proportions (width over height), and the value that says what shows."""

    frame: Rect
    aspect: float
    value: PictureValue

    @property
    def whole(self) -> Rect:
        """Where the whole picture lies, what is cut away included."""
        zoom = max(1.0, self.value.zoom)
        width = max(self.frame.width, self.frame.height * self.aspect) * zoom
        height = width / self.aspect
        left = self.frame.x - (width - self.frame.width) * min(1.0, max(0.0, self.value.focus_x))
        top = self.frame.y - (height - self.frame.height) * min(1.0, max(0.0, self.value.focus_y))
        return Rect(left, top, width, height)

    def panned(self, dx: float, dy: float) -> PictureValue:
        """Return the value after the picture was pushed by mm; it never leaves a gap in its frame."""
        return self._at(self.whole.moved(dx, dy), self.value.zoom)

    def zoomed(self, factor: float, about: Point) -> PictureValue:
        """Return the value after the picture grew by a factor about a place, as far as it still fills its frame."""
        zoom = min(MOST_ZOOM, max(1.0, max(1.0, self.value.zoom) * factor))
        real = zoom / max(1.0, self.value.zoom)
        whole = self.whole
        grown = Rect(
            about.x - (about.x - whole.x) * real,
            about.y - (about.y - whole.y) * real,
            whole.width * real,
            whole.height * real,
        )
        return self._at(grown, zoom)

    def _at(self, whole: Rect, zoom: float) -> PictureValue:
        spare_x, spare_y = whole.width - self.frame.width, whole.height - self.frame.height
        focus_x = (self.frame.x - whole.x) / spare_x if spare_x > 1e-6 else self.value.focus_x
        focus_y = (self.frame.y - whole.y) / spare_y if spare_y > 1e-6 else self.value.focus_y
        return replace(self.value, zoom=zoom, focus_x=min(1.0, max(0.0, focus_x)), focus_y=min(1.0, max(0.0, focus_y)))
