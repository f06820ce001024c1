"""The locks against a document: refuse an edit, and find what a document overrides all the same. Edits nothing itself."""

from __future__ import annotations

from types import MappingProxyType

from coverkit.errors import LockedError
from coverkit.i18n import number, tr
from coverkit.model.document import SLOT_KIND, Document, Element
from coverkit.model.locks import Lock, Locks, Permissions
from coverkit.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Violation:
    """Something in a document that a closed lock forbids: only a file edited by hand, or another design, brings it in."""

    element: str
    lock: Lock
    reason: str


def violations(document: Document, permissions: Permissions) -> tuple[Violation, ...]:
    """Return what the document overrides against closed locks, in the order of its elements."""
    return tuple(
        Violation(element.id, lock, permissions.of(element.id).reason)
        for element in document.elements
        for lock in _broken(element, permissions)
    )


def demand(permissions: Permissions, element_id: str, lock: Lock) -> None:
    """Pass where a lock is open.

    Raises:
        LockedError: it is closed; the message names the element and the reason.
    """
    locks = permissions.of(element_id)
    if locks.is_open(lock):
        return
    shown = f"{locks.name} ({element_id})" if locks.name not in ("", element_id) else element_id
    reason = locks.reason or tr("The design keeps it closed.")
    match lock:
        case "place":
            message = tr("“{element}” cannot be moved, turned or hidden. {reason}", element=shown, reason=reason)
            remedy = tr("Leave it where it is, or choose a design that lets it be moved.")
        case "style":
            message = tr("The look of “{element}” cannot be changed. {reason}", element=shown, reason=reason)
            remedy = tr("Leave its look as it is, or choose another design.")
        case "content":
            message = tr("The content of “{element}” cannot be changed. {reason}", element=shown, reason=reason)
            remedy = tr("Leave its content as it is, or put yours into another element.")
    raise LockedError(message, remedy)


def demand_bounds(permissions: Permissions, fresh: Element) -> None:
    """Pass where an element with an open place keeps to its bounds.

    Raises:
        LockedError: it does not; the message says what it may not, and the remedy within what it may be moved.
    """
    locks = permissions.of(fresh.id)
    bounds = locks.bounds
    if bounds is None or not _oversteps(fresh, locks):
        return
    shown = locks.name or fresh.id
    room = tr(
        "It may stand from {left} to {right} mm across and from {top} to {bottom} mm down the page, at least {width} mm wide.",
        left=number(bounds.room.x, 1),
        right=number(bounds.room.right, 1),
        top=number(bounds.room.y, 1),
        bottom=number(bounds.room.bottom, 1),
        width=number(bounds.least_width, 1),
    )
    if fresh.hidden and not bounds.hides:
        raise LockedError(tr("“{element}” cannot be hidden. {reason}", element=shown, reason=locks.reason), room)
    if fresh.angle and not bounds.turns:
        raise LockedError(tr("“{element}” cannot be turned. {reason}", element=shown, reason=locks.reason), room)
    raise LockedError(tr("“{element}” cannot stand there. {reason}", element=shown, reason=locks.reason), room)


def _oversteps(element: Element, locks: Locks) -> bool:
    bounds = locks.bounds
    if bounds is None:
        return False
    outside = element.box is not None and not bounds.holds(element.box)
    return outside or (bool(element.angle) and not bounds.turns) or (element.hidden and not bounds.hides)


def _broken(element: Element, permissions: Permissions) -> tuple[Lock, ...]:
    used: dict[Lock, bool] = {
        "place": element.box is not None or element.angle is not None or element.hidden,
        "style": any(permissions.lock_of_field(name) == "style" for name in element.values),
        "content": element.kind != SLOT_KIND or any(permissions.lock_of_field(name) == "content" for name in element.values),
    }
    locks = permissions.of(element.id)
    beyond = locks.place_open and _oversteps(element, locks)
    return tuple(
        lock for lock, is_used in used.items() if is_used and (not locks.is_open(lock) or (beyond and lock == "place"))
    )


def lawful(element: Element, permissions: Permissions) -> Element:
    """Return an element without what closed locks forbid."""
    broken = _broken(element, permissions)
    if not broken:
        return element
    kept = {name: value for name, value in element.values.items() if permissions.lock_of_field(name) not in broken}
    kind = SLOT_KIND if "content" in broken else element.kind
    element = replace(element, kind=kind, values=MappingProxyType(kept))
    return replace(element, box=None, angle=None, hidden=False) if "place" in broken else element
