"""New elements of a person's own, where they are looked at."""

from __future__ import annotations

from types import MappingProxyType

from coverkit.geometry import Point, Rect
from coverkit.i18n import tr
from coverkit.layout.cover import Cover
from coverkit.model.document import Element
from coverkit.model.edits import fresh_id
from coverkit.model.values import PictureValue, Value

_SIZES = {"text": (80.0, 24.0), "picture": (80.0, 60.0), "panel": (60.0, 40.0), "line": (80.0, 2.0)}


def new_element(
    cover: Cover, kind: str, at: Point, values: dict[str, Value] | None = None, aspect: float = 0.0, stem: str = ""
) -> Element:
    """Return a free element with its middle at a place, kept on the page.

    Args:
        cover: where it comes.
        kind: text, picture, panel or line.
        at: mm.
        values: its fields.
        aspect: width over height; 0 takes the kind's usual size.
        stem: of its id; the kind's name without.
    """
    page = cover.scene.trim
    width, height = _SIZES[kind]
    if aspect > 0:
        height = width / aspect
    shrink = min(1.0, 0.8 * page.width / width, 0.8 * page.height / height)
    width, height = round(width * shrink, 2), round(height * shrink, 2)
    left = min(max(at.x - width / 2, 0.0), page.width - width)
    top = min(max(at.y - height / 2, 0.0), page.height - height)
    box = Rect(round(left, 2), round(top, 2), width, height)
    name = fresh_id(cover.document, stem or kind, cover.permissions)
    return Element(name, kind, MappingProxyType(values or {}), box)


def new_text(cover: Cover, at: Point, words: str = "") -> Element:
    """Return a text; without words it says what it is, so that it can be seen and written over."""
    return new_element(cover, "text", at, {"text": words or tr("New text")})


def new_picture(cover: Cover, at: Point, value: PictureValue | None = None, aspect: float = 0.0) -> Element:
    """Return a picture frame."""
    return new_element(cover, "picture", at, {"picture": value} if value is not None else {}, aspect)
