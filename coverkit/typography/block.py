"""Lines set under one another, in em: how far apart their ink forces them, and how wide and high the block is.

Everything scales with the type size, so a block is measured once and fits a box at a size found by division.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import Literal

from coverkit.records import dataclass
from coverkit.typography.shaping import Mark, Strip

Align = Literal["left", "center", "right"]

INK_GAP = 0.06
"""Least white between the ink of one line and that of the next, in em."""

_NEIGHBOUR = 0.03
"""Ink counts as standing above other ink also where it misses it by so little sideways, in em."""


@dataclass(frozen=True)
class Block:
    """Shaped lines with one alignment, anchored at a box's left edge, middle or right edge.

    Attributes:
        least_leading: line distance that the style asks for, in em.
    """

    strips: tuple[Strip, ...]
    align: Align
    least_leading: float

    @cached_property
    def leading(self) -> float:
        """Line distance: what the style asks for, or more where ink would come too near; the same for all lines."""
        return max([self.least_leading, *(self._needed(above, below) for above, below in pairwise(self.strips))])

    @cached_property
    def left(self) -> float:
        """How far the block reaches to the left of its anchor: advances and ink."""
        return max(-self.offset(strip) - min(0.0, strip.ink.left if strip.ink else 0.0) for strip in self.strips)

    @cached_property
    def right(self) -> float:
        """How far the block reaches to the right of its anchor."""
        return max(self.offset(strip) + max(strip.width, strip.ink.right if strip.ink else 0.0) for strip in self.strips)

    @property
    def width(self) -> float:
        """The width of a box that holds the block."""
        return 2 * max(self.left, self.right) if self.align == "center" else self.left + self.right

    @cached_property
    def top(self) -> float:
        """Where the highest ink lies, from the first baseline downwards: mostly below 0."""
        return min((row * self.leading + strip.ink.top for row, strip in enumerate(self.strips) if strip.ink), default=0.0)

    @cached_property
    def bottom(self) -> float:
        """Where the lowest ink lies, from the first baseline downwards."""
        return max((row * self.leading + strip.ink.bottom for row, strip in enumerate(self.strips) if strip.ink), default=0.0)

    @property
    def height(self) -> float:
        """The height of all ink."""
        return self.bottom - self.top

    def offset(self, strip: Strip) -> float:
        """Return where a line starts, from the anchor to the right."""
        match self.align:
            case "left":
                return 0.0
            case "center":
                return -strip.width / 2
            case "right":
                return -strip.width

    def _needed(self, above: Strip, below: Strip) -> float:
        if above.ink is None or below.ink is None or above.ink.bottom - below.ink.top + INK_GAP <= self.least_leading:
            return 0.0
        return reach(above.marks, below.marks, self.offset(below) - self.offset(above), _NEIGHBOUR) + INK_GAP


def reach(above: tuple[Mark, ...], below: tuple[Mark, ...], shift: float, neighbour: float = 0.0) -> float:
    """Return the line distance at which the ink boxes of two lines' glyphs just touch; 0 or more.

    Args:
        above: ink of the upper line, by its left edges.
        below: ink of the lower line, by its left edges.
        shift: how far the lower line starts to the right of the upper one.
        neighbour: how near two glyphs must be sideways to count as standing above one another.
    """
    nearest = 0.0
    for low in above:
        left, right = low.left - neighbour - shift, low.right + neighbour - shift
        for high in below:
            if high.left >= right:
                break
            if high.right > left and low.bottom - high.top > nearest:
                nearest = low.bottom - high.top
    return nearest
