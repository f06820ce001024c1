"""Edits that wait for their document, and several of them as one step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from coverkit.geometry import Rect
from coverkit.model import edits
from coverkit.model.document import Axis, Document, Element, Guide
from coverkit.model.edits import Changed, Edit, Edited
from coverkit.model.locks import Permissions
from coverkit.model.values import Value


def placing(name: str, box: Rect | None) -> Edit:
    """Return the edit that puts an element into a box in mm, or back where the design has it."""
    return lambda document, permissions: edits.place(document, name, box, permissions)


def turning(name: str, angle: float | None) -> Edit:
    """Return the edit that turns an element to an angle, or back as the design has it."""
    return lambda document, permissions: edits.turn(document, name, angle, permissions)


def setting(name: str, values: Mapping[str, Value]) -> Edit:
    """Return the edit that sets fields of an element."""
    return lambda document, permissions: edits.set_values(document, name, values, permissions)


def adding(element: Element) -> Edit:
    """Return the edit that adds a free element."""
    return lambda document, permissions: edits.add_element(document, element, permissions)


def hiding(name: str) -> Edit:
    """Return the edit that takes an element off the page."""
    return lambda document, permissions: edits.hide(document, name, permissions)


def showing(name: str) -> Edit:
    """Return the edit that puts a hidden element back."""
    return lambda document, permissions: edits.show(document, name)


def removing(name: str) -> Edit:
    """Return the edit that removes a free element."""
    return lambda document, permissions: edits.remove_element(document, name)


def duplicating(name: str) -> Edit:
    """Return the edit that copies a free element."""
    return lambda document, permissions: edits.duplicate(document, name, permissions)


def reordering(name: str, position: int) -> Edit:
    """Return the edit that moves a free element to a position among the free ones."""
    return lambda document, permissions: edits.reorder(document, name, position)


def guiding(guides: Iterable[tuple[Axis, float]]) -> Edit:
    """Return the edit that gives the cover other guides: upright ones at x, level ones at y, in mm."""
    kept = tuple(Guide(axis, at) for axis, at in guides)
    return lambda document, permissions: edits.set_guides(document, kept)


def together(parts: Iterable[Edit], name: str = "") -> Edit:
    """Return one edit that does several, in order; where one is refused, none is done. No name takes the last one's."""
    series = tuple(parts)

    def edit(document: Document, permissions: Permissions) -> Edited:
        touched: frozenset[str] = frozenset()
        page = campaign = False
        label = name
        for one in series:
            edited = one(document, permissions)
            document = edited.document
            touched |= edited.changed.elements
            page, campaign = page or edited.changed.page, campaign or edited.changed.campaign
            label = name or edited.name
        return Edited(document, Changed(touched, page, campaign), label)

    return edit
