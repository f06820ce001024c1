"""The graphics state while a page is read as a drawing."""

from __future__ import annotations

import copy
from dataclasses import field

from coverkit.artwork.drawing import IDENTITY, Clip, Colour, Line, Matrix
from coverkit.model.values import BLACK
from coverkit.preflight.drawing.colours import GREY, Space
from coverkit.records import dataclass


@dataclass(slots=True)
class Pen:
    """One of the two colours: a space, and in it a colour, a pattern, or None for nothing."""

    space: Space = GREY
    colour: Colour | None = BLACK
    pattern: object = None


@dataclass(slots=True)
class State:
    """What `q` saves and `Q` restores; `through` is the opacity of the groups around."""

    ctm: Matrix = IDENTITY
    clips: tuple[Clip, ...] = ()
    fill: Pen = field(default_factory=Pen)
    stroke: Pen = field(default_factory=Pen)
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    through: float = 1.0
    line: Line = field(default_factory=Line)
    font: object = None
    font_size: float = 0.0
    char_space: float = 0.0
    word_space: float = 0.0
    leading: float = 0.0
    rise: float = 0.0
    stretch: float = 1.0
    mode: int = 0

    def copy(self) -> State:
        """Return the state as it is now."""
        twin = copy.copy(self)
        twin.fill, twin.stroke = copy.copy(self.fill), copy.copy(self.stroke)
        return twin
