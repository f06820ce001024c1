"""The three locks of an element: place, style, content. Closed unless the design opens them.

The locks come from the design and the campaign, never from the document, so a hand-edited file cannot open them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from coverkit.geometry import Rect
from coverkit.records import dataclass

Lock = Literal["place", "style", "content"]

_ROUNDING = 0.01
"""Mm by which a box may overstep its bounds: numbers of files are rounded."""


@dataclass(frozen=True, slots=True)
class PlaceBounds:
    """Within what an open place may be changed.

    Attributes:
        room: the box stays inside, mm from the trim's top left.
        least_width, least_height: it is never smaller, mm.
        aspect: width over height, which is kept; 0 where it is free.
        turns: it may be turned; `hides`: it may be taken off the page.
    """

    room: Rect
    least_width: float = 5.0
    least_height: float = 2.0
    aspect: float = 0.0
    turns: bool = True
    hides: bool = True

    def nearest(self, box: Rect) -> Rect:
        """Return the allowed box that is nearest to a wanted one: what a drag stops at."""
        width = min(max(box.width, self.least_width), self.room.width)
        height = min(max(box.height, self.least_height), self.room.height)
        if self.aspect > 0:
            width = min(width, self.room.height * self.aspect)
            height = width / self.aspect
        left = min(max(box.x, self.room.x), self.room.right - width)
        top = min(max(box.y, self.room.y), self.room.bottom - height)
        return Rect(left, top, width, height)

    def holds(self, box: Rect) -> bool:
        """Tell whether a box keeps to the bounds."""
        near = self.nearest(box)
        moves = (near.x - box.x, near.y - box.y, near.width - box.width, near.height - box.height)
        return all(abs(move) <= _ROUNDING for move in moves)


@dataclass(frozen=True, slots=True)
class Locks:
    """Which locks of an element are open, why the others are closed, and what people call the element (else it is its id).

    `bounds` hold an open place; None where only the page does.
    """

    place_open: bool = False
    style_open: bool = False
    content_open: bool = False
    reason: str = ""
    name: str = ""
    bounds: PlaceBounds | None = None

    def is_open(self, lock: Lock) -> bool:
        """Tell whether a lock is open."""
        return {"place": self.place_open, "style": self.style_open, "content": self.content_open}[lock]


CLOSED = Locks()
OPEN = Locks(place_open=True, style_open=True, content_open=True)


@dataclass(frozen=True, slots=True)
class Permissions:
    """The locks of every slot of a design under a campaign; elements of a person's own are open.

    `style_fields` names, per slot, the fields that are style; all others are content.
    """

    slots: Mapping[str, Locks]
    style_fields: frozenset[str] = frozenset()

    def of(self, element_id: str) -> Locks:
        """Return the locks of an element."""
        return self.slots.get(element_id, OPEN)

    def lock_of_field(self, name: str) -> Lock:
        """Tell which lock guards a field."""
        return "style" if name in self.style_fields else "content"
