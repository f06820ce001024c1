"""A picture that fills its frame."""

from __future__ import annotations

from dataclasses import field

from coverkit.colour.pictures import PictureInfo
from coverkit.elements.context import Composed, Context
from coverkit.elements.kinds import element
from coverkit.geometry import Point, Rect
from coverkit.model.values import Cmyk, PictureValue
from coverkit.records import dataclass
from coverkit.scene.operations import Crop, Fill, Operation, Picture, Stroke
from coverkit.scene.path import Path

_EMPTY_FRAME = Cmyk(0.0, 0.0, 0.0, 0.12)
_EMPTY_CROSS = Cmyk(0.0, 0.0, 0.0, 0.3)


@element("picture")
@dataclass(frozen=True, slots=True)
class PictureFrame:
    """A frame for a picture; it is filled wholly, what is larger is cut away.

    Attributes:
        radius: round corners, mm.
    """

    picture: str | PictureValue = ""
    radius: float = field(default=0.0, metadata={"lock": "style"})

    def compose(self, context: Context) -> Composed:
        """Fill the frame, or show an empty one."""
        if not isinstance(self.picture, PictureValue):
            return _empty(context)
        info = context.picture_info(self.picture.sha256)
        crop = crop_to_fill(info, context.box, self.picture)
        clip = None
        if self.radius > 0:
            clip = Path.rounded(context.box, self.radius).turned(context.box.centre, context.angle)
        placed = Picture(context.element, self.picture.sha256, context.box, crop, (), context.angle, clip)
        return Composed((placed,), placed.bounds)


def crop_to_fill(info: PictureInfo, box: Rect, value: PictureValue) -> Crop:
    """Return the part of a picture that fills a box, at the value's zoom and focus, its proportions kept."""
    picture_aspect = info.width / info.height
    share_x = min(1.0, box.aspect / picture_aspect) / max(1.0, value.zoom)
    share_y = min(1.0, picture_aspect / box.aspect) / max(1.0, value.zoom)
    left = (1.0 - share_x) * min(1.0, max(0.0, value.focus_x))
    top = (1.0 - share_y) * min(1.0, max(0.0, value.focus_y))
    return Crop(left, top, left + share_x, top + share_y)


def _empty(context: Context) -> Composed:
    box, source = context.box, context.element
    corners = (Point(box.x, box.y), Point(box.right, box.bottom), Point(box.right, box.y), Point(box.x, box.bottom))
    layers: tuple[Operation, ...] = (
        Fill(source, Path.rectangle(box), _EMPTY_FRAME),
        Stroke(source, Path.line(corners[0], corners[1]), _EMPTY_CROSS, 0.5),
        Stroke(source, Path.line(corners[2], corners[3]), _EMPTY_CROSS, 0.5),
    )
    return Composed(layers, box, placeholder=True)
