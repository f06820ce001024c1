"""What the Objects panel lists: every element, grouped, the topmost first. Knows nothing of Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from coverkit.gui.panels.words import lock_words, place_words
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover, Placed
from coverkit.layout.names import kind_word
from coverkit.model.locks import Lock, Locks
from coverkit.records import dataclass

Group = Literal["own", "content", "design"]

LOCKS: tuple[Lock, ...] = ("place", "style", "content")
TITLES: dict[Group, str] = {
    "own": mark("Added by you"),
    "content": mark("Content of the cover"),
    "design": mark("Background and ornaments"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One element in the list.

    Attributes:
        empty: it shows nothing on the page now: no content, hidden, or left out by the design.
        overset: its text found no room.
    """

    id: str
    name: str
    kind: str
    group: Group
    locks: Locks
    hidden: bool
    empty: bool
    overset: bool
    required: bool

    @property
    def may_hide(self) -> bool:
        """Tell whether the element may be taken off the page."""
        bounds = self.locks.bounds
        return self.locks.place_open and (bounds is None or bounds.hides)


def rows_of(cover: Cover) -> tuple[Row, ...]:
    """Return all elements of a cover, group by group, the topmost first."""
    found = [_row(one, cover) for one in reversed(cover.placed)]
    return tuple(row for group in TITLES for row in found if row.group == group)


def spoken(row: Row, placed: Placed) -> str:
    """Return everything about an element in words, for screen readers."""
    parts = [row.name, kind_word(row.kind), _standing(row, placed)]
    parts += [lock_words(row.locks, lock) for lock in LOCKS]
    return "; ".join(part for part in parts if part)


def state_words(row: Row) -> str:
    """Return what is particular about an element, in a few words; "" for one that shows as it should."""
    if row.hidden:
        return tr("hidden")
    if row.overset:
        return tr("text does not fit")
    if row.empty:
        return tr("empty, wanted") if row.required else tr("empty")
    return ""


def position_of(cover: Cover, element_id: str) -> int | None:
    """Return the place of a free element among the free ones, 0 the lowest; None for an element of the design."""
    free = free_ids(cover)
    return free.index(element_id) if element_id in free else None


def free_ids(cover: Cover) -> Sequence[str]:
    """Return the ids of a person's own elements, the lowest first."""
    return [one.id for one in cover.document.elements if one.kind]


def _standing(row: Row, placed: Placed) -> str:
    state = state_words(row)
    return ", ".join(part for part in (state, place_words(placed.box)) if part)


def _row(placed: Placed, cover: Cover) -> Row:
    element, locks = placed.element, cover.permissions.of(placed.id)
    text = placed.text
    return Row(
        id=placed.id,
        name=placed.name,
        kind=placed.kind,
        group=_group(placed, locks, cover),
        locks=locks,
        hidden=element is not None and element.hidden,
        empty=placed.used is None or placed.composed.placeholder,
        overset=text is not None and text.overset,
        required=placed.required,
    )


def _group(placed: Placed, locks: Locks, cover: Cover) -> Group:
    if placed.element is not None and placed.element.kind:
        return "own"
    slot = cover.design.slot(placed.id)
    named = slot is not None and slot.name != slot.id
    if named or placed.official or locks.place_open or locks.style_open or locks.content_open:
        return "content"
    return "design"
