"""A straight line along the middle of its box."""

from __future__ import annotations

from dataclasses import field

from coverkit.elements.context import Composed, Context
from coverkit.elements.kinds import element
from coverkit.geometry import Point
from coverkit.model.values import Cmyk
from coverkit.records import dataclass
from coverkit.scene.operations import Stroke
from coverkit.scene.path import Path

THIN_BLACK = 2.0
"""Black lines below so many points overprint (GWG 2022, R0010)."""


@element("line")
@dataclass(frozen=True, slots=True)
class Line:
    """A line; upright where the box is higher than wide.

    Attributes:
        width: points; never below a quarter, which no press holds.
    """

    colour: str | Cmyk = field(default="black", metadata={"lock": "style"})
    width: float = field(default=0.5, metadata={"lock": "style"})

    def compose(self, context: Context) -> Composed:
        """Draw the line through the box."""
        box, middle = context.box, context.box.centre
        if box.width >= box.height:
            path = Path.line(Point(box.x, middle.y), Point(box.right, middle.y))
        else:
            path = Path.line(Point(middle.x, box.y), Point(middle.x, box.bottom))
        ink, width = context.colour(self.colour), max(0.25, self.width)
        overprint = ink.is_black_only and width < THIN_BLACK
        stroke = Stroke(context.element, path.turned(middle, context.angle), ink, width, overprint=overprint)
        return Composed((stroke,), stroke.bounds)
