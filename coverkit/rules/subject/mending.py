"""Edits that fixes of rules are made of. Each goes through the locks; None where a lock is closed or nothing would change."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeVar

from coverkit.geometry import Rect
from coverkit.i18n import tr
from coverkit.layout.cover import Cover, Placed
from coverkit.model import edits
from coverkit.model.document import Document, Element, Issue, Unit
from coverkit.model.edits import Changed, Edit, Edited
from coverkit.model.locks import Permissions
from coverkit.model.values import Value
from coverkit.records import replace

Change = Callable[[str], str]
Record = TypeVar("Record", Unit, Issue)


def named(edit: Edit, name: str) -> Edit:
    """Return an edit under another name for undo."""
    return lambda document, permissions: replace(edit(document, permissions), name=name)


def placed(cover: Cover, element: str) -> Placed | None:
    """Return an element of the page by id."""
    return next((one for one in cover.placed if one.id == element), None)


def own(cover: Cover, element: str) -> Element | None:
    """Return an element that a person may move and has moved: one of their own, or an open slot inside its bounds."""
    found, locks = cover.document.element(element), cover.permissions.of(element)
    if found is None or found.box is None or not locks.place_open:
        return None
    return found if locks.bounds is None or locks.bounds.holds(found.box) else None


def moved(element: str, change: Callable[[Rect], Rect], name: str) -> Edit:
    """Return an edit that changes the box that an element was given."""

    def edit(document: Document, permissions: Permissions) -> Edited:
        found = document.element(element)
        box = None if found is None or found.box is None else change(found.box)
        return edits.place(document, element, box, permissions)

    return named(edit, name)


def set_to(cover: Cover, element: str, values: Mapping[str, Value], name: str) -> Edit | None:
    """Return an edit that sets fields, or None where a lock guards one of them."""
    locks = cover.permissions.of(element)
    if not all(locks.is_open(cover.permissions.lock_of_field(field)) for field in values):
        return None
    return named(lambda document, permissions: edits.set_values(document, element, values, permissions), name)


def chosen_slogan(cover: Cover, one: Placed, slogan_id: str) -> Edit | None:
    """Return an edit that makes an element show a slogan of the campaign; in capitals where a typed text was in capitals."""
    slogan = cover.campaign.slogan(slogan_id) if cover.campaign is not None else None
    if slogan is None:
        return None
    name = tr("Choose a slogan for {name}", name=one.name)
    if one.kind == "slogan":
        return set_to(cover, one.id, {"slogan": slogan.id}, name)
    text = slogan.text.upper() if one.plain_text.isupper() else slogan.text
    return set_to(cover, one.id, {"text": text}, name) if one.kind == "text" else None


def retyped(cover: Cover, element: str, change: Change, name: str) -> Edit | None:
    """Return an edit that rewrites what a person typed into an element, and what it shows of the unit and the issue.

    Args:
        cover: the cover.
        element: an id; "" for the data of the unit and the issue alone.
        change: rewrites one text.
        name: the edit's name.
    """
    document = cover.document
    found = document.element(element)
    typed = {} if found is None else _changed_texts(found.values, change)
    if typed and not all(cover.permissions.of(element).is_open(cover.permissions.lock_of_field(field)) for field in typed):
        return None
    if not typed and (_record(document.unit, change), _record(document.issue, change)) == (document.unit, document.issue):
        return None

    def edit(now: Document, permissions: Permissions) -> Edited:
        touched = now.element(element)
        texts = {} if touched is None else _changed_texts(touched.values, change)
        if texts:
            return edits.set_values(now, element, texts, permissions)
        unit = edits.set_unit(now, _record(now.unit, change)).document
        issue = edits.set_issue(unit, _record(now.issue, change)).document
        return Edited(issue, Changed(page=issue is not now), name)

    return named(edit, name)


def _changed_texts(values: Mapping[str, Value], change: Change) -> dict[str, str]:
    return {field: change(value) for field, value in values.items() if isinstance(value, str) and change(value) != value}


def _record(record: Record, change: Change) -> Record:
    texts: dict[str, Any] = {}
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, str) and field.name != "kind":
            texts[field.name] = change(value)
    return replace(record, **texts)
