"""Which element is meant: under the pointer, in a rubber band, next in turn. Pure; judges the composed cover."""

from __future__ import annotations

from collections.abc import Sequence

from coverkit.geometry import Point, Rect
from coverkit.gui.canvas.handles import contains
from coverkit.layout.cover import Cover, Placed
from coverkit.model.locks import Lock

_LOCKS: tuple[Lock, ...] = ("place", "style", "content")
_GROUND = 0.6
"""An element that covers so much of the page is its ground: dragging over it draws a rubber band."""


def is_decoration(one: Placed, cover: Cover) -> bool:
    """Tell whether an element only belongs to the design's look: nobody can change it, and it carries no content."""
    locks = cover.permissions.of(one.id)
    return one.kind in ("panel", "line", "shape") and not any(locks.is_open(lock) for lock in _LOCKS)


def is_ground(one: Placed, cover: Cover) -> bool:
    """Tell whether an element covers most of the page."""
    common = one.box.intersection(cover.scene.trim)
    return common is not None and common.area >= _GROUND * cover.scene.trim.area


def shown(cover: Cover) -> tuple[Placed, ...]:
    """Return what stands on the page, in painting order; empty texts that may be filled count, they are there to be clicked."""
    return tuple(one for one in cover.placed if one.used is not None or _is_waiting(one, cover))


def at(cover: Cover, point: Point, margin: float = 0.0) -> tuple[str, ...]:
    """Return the ids of what lies under a point, the topmost first; the design's decoration comes after everything else."""
    hit = [one for one in reversed(shown(cover)) if contains(one.box, one.angle, point, margin)]
    plain = [one.id for one in hit if not is_decoration(one, cover)]
    return (*plain, *(one.id for one in hit if is_decoration(one, cover)))


def within(cover: Cover, band: Rect) -> tuple[str, ...]:
    """Return the ids of what a rubber band touches; what covers most of the page only when it lies wholly inside."""
    found = []
    for one in shown(cover):
        if is_decoration(one, cover):
            continue
        # A text's frame is often much larger than what is read; the ink is what a band goes for.
        bounds = one.used if one.used is not None and one.text is not None else one.box.rotated_bounds(one.angle)
        if band.contains(bounds) if is_ground(one, cover) else band.intersection(bounds) is not None:
            found.append(one.id)
    return tuple(found)


def in_turn(cover: Cover) -> tuple[str, ...]:
    """Return the ids that Tab goes through: from the top of the page to its foot."""
    row = [one for one in shown(cover) if not is_decoration(one, cover)]
    return tuple(one.id for one in sorted(row, key=lambda one: (round(one.box.y), round(one.box.x), one.id)))


def next_in_turn(row: Sequence[str], selected: str | None, forward: bool) -> str | None:
    """Return the next id after the selected one, or None after the last."""
    if not row:
        return None
    if selected not in row:
        return row[0] if forward else row[-1]
    index = row.index(selected) + (1 if forward else -1)
    return row[index] if 0 <= index < len(row) else None


def _is_waiting(one: Placed, cover: Cover) -> bool:
    if one.element is not None and one.element.hidden:
        return False
    return one.kind in ("text", "slogan") and cover.permissions.of(one.id).content_open
