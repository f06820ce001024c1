"""Words of the panels: what kinds, fields, styles, colours, elements and steps are called in the reader's language."""

from __future__ import annotations

import re

from coverkit.app.session import Step
from coverkit.geometry import Rect
from coverkit.i18n import mark, number, tr
from coverkit.layout.names import element_name
from coverkit.model.document import SLOT_KIND
from coverkit.model.locks import Lock, Locks, Permissions

_KIND_ICONS = {
    "banner": "flag",
    "line": "minus",
    "panel": "square",
    "picture": "image",
    "shape": "spline",
    "slogan": "message-square-text",
    "text": "type",
}
_FIELDS = {
    "angle": mark("Direction of the gradient"),
    "art": mark("Art"),
    "colour": mark("Colour"),
    "colour_to": mark("Second colour"),
    "even_odd": mark("Overlaps stay open"),
    "mirrored": mark("Mirrored"),
    "multiply": mark("Darkens what lies below"),
    "opacity": mark("Opacity"),
    "opacity_to": mark("Opacity at the end"),
    "path": mark("Outline"),
    "picture": mark("Picture"),
    "radius": mark("Round corners"),
    "repeat": mark("Repeat"),
    "shadow": mark("Shadow"),
    "shape": mark("Proportions that fit best"),
    "size_max": mark("Greatest size"),
    "size_min": mark("Least size"),
    "slogan": mark("Slogan"),
    "style": mark("Text style"),
    "text": mark("Text"),
    "view_height": mark("Height of the drawing"),
    "view_width": mark("Width of the drawing"),
    "width": mark("Thickness"),
}
_STYLES = {
    "body": mark("Publisher"),
    "credit": mark("Credit line"),
    "date": mark("Date"),
    "headline": mark("Headline"),
    "issue": mark("Issue number"),
    "label": mark("Kind of publication"),
    "meta": mark("Data, left"),
    "meta_right": mark("Data, right"),
    "name": mark("Name of the publication"),
    "number": mark("Number"),
    "parent": mark("Parent body"),
    "slogan": mark("Slogan"),
    "small": mark("Small print"),
    "subhead": mark("Subheading"),
    "teaser": mark("Teaser"),
}
_LOCKS: dict[Lock, str] = {"place": mark("Place"), "style": mark("Style"), "content": mark("Content")}


def kind_icon(kind: str) -> str:
    """Return the name of an element type's icon."""
    return _KIND_ICONS.get(kind, "square")


def field_word(name: str) -> str:
    """Return what a field of an element is called; its own name where there is no word for it."""
    return tr(_FIELDS.get(name, name))


def has_field_word(name: str) -> bool:
    """Tell whether there is a word for a field."""
    return name in _FIELDS


def style_word(name: str) -> str:
    """Return what a text style of a design is called; its own name where a person's own design has others."""
    return tr(_STYLES.get(name, name))


def colour_word(name: str) -> str:
    """Return what a colour of a design is called: paper and black have words, the others keep the designer's name."""
    match name:
        case "white":
            return tr("Paper white")
        case "black":
            return tr("Black")
        case _:
            return name[:1].upper() + name[1:].replace("_", " ")


def lock_word(lock: Lock) -> str:
    """Return what a lock guards."""
    return tr(_LOCKS[lock])


def place_words(box: Rect) -> str:
    """Return where a box stands, in mm."""
    return tr(
        "{x} mm from the left, {y} mm from the top, {width} × {height} mm",
        x=number(box.x, 1),
        y=number(box.y, 1),
        width=number(box.width, 1),
        height=number(box.height, 1),
    )


def lock_words(locks: Locks, lock: Lock) -> str:
    """Return whether a lock is open, within what, and why not."""
    if not locks.is_open(lock):
        return tr("{lock}: locked. {reason}", lock=lock_word(lock), reason=locks.reason or tr("The design keeps it closed."))
    if lock == "place" and locks.bounds is not None:
        return tr("{lock}: open within bounds. {bounds}", lock=lock_word(lock), bounds=bounds_words(locks))
    return tr("{lock}: open", lock=lock_word(lock))


def bounds_words(locks: Locks) -> str:
    """Return within what an open place may be changed; nothing where only the page bounds it."""
    bounds = locks.bounds
    if bounds is None:
        return ""
    room = tr(
        "It stays between {left} and {right} mm from the left and {top} and {bottom} mm from the top, "
        "at least {width} × {height} mm.",
        left=number(bounds.room.x, 1),
        right=number(bounds.room.right, 1),
        top=number(bounds.room.y, 1),
        bottom=number(bounds.room.bottom, 1),
        width=number(bounds.least_width, 1),
        height=number(bounds.least_height, 1),
    )
    kept = tr("Its proportions are kept.") if bounds.aspect else ""
    turned = "" if bounds.turns else tr("It is not turned.")
    return " ".join(part for part in (room, kept, turned) if part)


def step_words(step: Step, permissions: Permissions) -> str:
    """Return what a step did; elements are called by their names, not by ids."""
    words = step.name
    for name in step.changed.elements:
        quoted = f"“{_called(name, step, permissions)}”".replace("\\", r"\\")
        words = re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", quoted, words)
    return words


def _called(name: str, step: Step, permissions: Permissions) -> str:
    """Return what an element that a step touched is called, whether it is still there or not."""
    designed = permissions.of(name).name
    element = step.after.element(name) or step.before.element(name)
    return designed or element_name(name, element.kind if element is not None else SLOT_KIND)
