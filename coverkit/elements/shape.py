"""An ornament: an outline in SVG path notation, scaled into its box and repeated along it."""

from __future__ import annotations

from dataclasses import field
from functools import lru_cache

from coverkit.elements.context import EMPTY, Composed, Context
from coverkit.elements.kinds import element
from coverkit.geometry import Point, Rect
from coverkit.model.values import Cmyk
from coverkit.records import dataclass
from coverkit.scene.operations import Fill
from coverkit.scene.path import Path, Segment
from coverkit.scene.svg_path import parse_path


@element("shape")
@dataclass(frozen=True, slots=True)
class Shape:
    """A filled outline.

    Attributes:
        path: SVG path data in a drawing of `view_width` × `view_height` units.
        repeat: lay the drawing side by side along the longer side of the box, as often as it fits whole; else it is
            drawn once, stretched to the box.
    """

    path: str = field(default="", metadata={"lock": "style"})
    view_width: float = field(default=100.0, metadata={"lock": "style"})
    view_height: float = field(default=100.0, metadata={"lock": "style"})
    colour: str | Cmyk = field(default="black", metadata={"lock": "style"})
    repeat: bool = field(default=False, metadata={"lock": "style"})
    even_odd: bool = field(default=False, metadata={"lock": "style"})

    def compose(self, context: Context) -> Composed:
        """Fill the outline."""
        if not self.path.strip():
            return EMPTY
        outline = _outline(self.path, (self.view_width, self.view_height), context.box, self.repeat)
        whole = outline.turned(context.box.centre, context.angle) if context.angle else outline
        fill = Fill(context.element, whole, context.colour(self.colour), self.even_odd)
        return Composed((fill,), fill.bounds)


@lru_cache(maxsize=128)
def _outline(data: str, view: tuple[float, float], box: Rect, repeat: bool) -> Path:
    """Return the outline in its place; an ornament of a thousand curves is the same in every edit that does not move it."""
    drawing = parse_path(data)
    tiles = _tiles(box, view) if repeat else (box,)
    return Path(tuple(step for tile in tiles for step in _scaled(drawing, view, tile)))


def _tiles(box: Rect, view: tuple[float, float]) -> tuple[Rect, ...]:
    """Divide the box into tiles of about the drawing's proportions, stretched evenly so that they end with the box."""
    along_x = box.width >= box.height
    if along_x:
        count = max(1, round(box.width / (box.height * view[0] / view[1])))
        step = box.width / count
        return tuple(Rect(box.x + step * index, box.y, step, box.height) for index in range(count))
    count = max(1, round(box.height / (box.width * view[1] / view[0])))
    step = box.height / count
    return tuple(Rect(box.x, box.y + step * index, box.width, step) for index in range(count))


def _scaled(path: Path, view: tuple[float, float], box: Rect) -> tuple[Segment, ...]:
    def place(point: Point) -> Point:
        return Point(box.x + point.x / view[0] * box.width, box.y + point.y / view[1] * box.height)

    return tuple(Segment(step.verb, tuple(place(point) for point in step.points)) for step in path.segments)
