"""The three locks of an element: place, style, content. Closed unless the design opens them.

The locks come from the design and the campaign, never from the document, so a hand-edited file cannot open them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Lock = Literal["place", "style", "content"]


@dataclass(frozen=True, slots=True)
class Locks:
    """Which locks of an element are open, why the others are closed, and what people call the element (else it is its id)."""

    place_open: bool = False
    style_open: bool = False
    content_open: bool = False
    reason: str = ""
    name: str = ""

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
