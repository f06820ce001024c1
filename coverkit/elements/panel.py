"""A field of colour: flat, faded or translucent, with or without a soft shadow. Its opacity is resolved while composing."""

from __future__ import annotations

from dataclasses import field

from coverkit.elements.context import Composed, Context, Layer, Tint
from coverkit.elements.kinds import element
from coverkit.geometry import Point, turn
from coverkit.model.values import BLACK, Cmyk
from coverkit.records import dataclass
from coverkit.scene.gradients import even_stops, gradient_line
from coverkit.scene.operations import Fill, Gradient
from coverkit.scene.path import Path


@element("panel")
@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle of ink.

    Attributes:
        colour: its ink; `colour_to`: a second one makes a gradient along `angle` (degrees; 0 to the right, 90 downwards).
        opacity, opacity_to: 0 to 1 at both ends of the direction.
        radius: round corners, mm.
        shadow: softness of a shadow under it, mm; 0 for none.
        multiply: darken what lies below instead of covering it.
    """

    colour: str | Cmyk = field(default="black", metadata={"lock": "style"})
    colour_to: str | Cmyk = field(default="", metadata={"lock": "style"})
    angle: float = field(default=90.0, metadata={"lock": "style"})
    opacity: float = field(default=1.0, metadata={"lock": "style"})
    opacity_to: float = field(default=-1.0, metadata={"lock": "style"})
    radius: float = field(default=0.0, metadata={"lock": "style"})
    shadow: float = field(default=0.0, metadata={"lock": "style"})
    multiply: bool = field(default=False, metadata={"lock": "style"})

    def compose(self, context: Context) -> Composed:
        """Return the field, and its shadow below it."""
        layers: list[Layer] = []
        if self.shadow > 0:
            below = context.box.moved(0.0, self.shadow / 2)
            layers.append(Tint(context.element, below, BLACK, 0.35, 0.35, radius=self.radius, blur=self.shadow, multiply=True))
        layers.append(self._body(context))
        return Composed(tuple(layers), context.box)

    def _body(self, context: Context) -> Layer:
        ink = context.colour(self.colour)
        end = self.opacity if self.opacity_to < 0 else self.opacity_to
        if self.opacity < 1 or end < 1 or self.multiply:
            return Tint(context.element, context.box, ink, self.opacity, end, self.angle, self.radius, 0.0, self.multiply)
        path = Path.rounded(context.box, self.radius).turned(context.box.centre, context.angle)
        if self.colour_to == "":
            return Fill(context.element, path, ink)
        start, stop = gradient_line(context.box, self.angle)
        middle = context.box.centre
        ends: tuple[Point, Point] = (turn(start, middle, context.angle), turn(stop, middle, context.angle))
        return Gradient(context.element, path, *ends, even_stops(ink, context.colour(self.colour_to)))
