"""Elements on the clipboard: for this program as JSON with their pictures, for all others as text."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterable
from types import MappingProxyType

from PySide6.QtCore import QMimeData

from coverkit.colour.pictures import inspect
from coverkit.elements.kinds import field_infos
from coverkit.errors import InputError
from coverkit.geometry import Rect
from coverkit.gui.canvas.contents import value_of
from coverkit.gui.canvas.steps import adding, together
from coverkit.gui.editor import Editor
from coverkit.i18n import tr
from coverkit.layout.cover import Cover, Placed
from coverkit.model.document import Document, Element
from coverkit.model.edits import Edit, fresh_id
from coverkit.model.storage.schema import decode, encode
from coverkit.model.values import Value
from coverkit.records import dataclass, replace

MIME = "application/x-coverkit-elements+json"
_STEP = 5.0


@dataclass(frozen=True, slots=True)
class Copied:
    """Elements that were copied, with the pictures that they show, by SHA-256: bytes and name."""

    elements: tuple[Element, ...]
    pictures: dict[str, tuple[bytes, str]]


def to_mime(editor: Editor, ids: Iterable[str]) -> QMimeData:
    """Return elements as what the clipboard carries. Official art and slogans are the campaign's: they go as text only."""
    cover, wanted = editor.cover, frozenset(ids)
    chosen = [one for one in cover.placed if one.id in wanted]
    mime = QMimeData()
    words = "\n".join(one.plain_text for one in chosen if one.plain_text)
    if words:
        mime.setText(words)
    elements = tuple(_as_free(one, cover) for one in chosen if not one.official)
    if elements:
        bare = replace(cover.document, elements=elements, answers={}, waivers=())
        assets = editor.project.file.assets
        pictures = {
            sha256: {"name": assets[sha256].name, "data": base64.b64encode(assets[sha256].data).decode("ascii")}
            for sha256 in bare.pictures()
            if sha256 in assets
        }
        packed = json.dumps({"document": encode(bare), "pictures": pictures})
        mime.setData(MIME, packed.encode())
    return mime


def from_mime(mime: QMimeData) -> Copied | None:
    """Return the elements that the clipboard carries; None where it carries none.

    Raises:
        InputError: they are damaged, or a picture is.
    """
    if not mime.hasFormat(MIME):
        return None
    name = tr("the clipboard")
    try:
        packed = json.loads(bytes(mime.data(MIME).data()))
        document = decode(packed["document"], name)
        pictures = {
            str(sha256): (base64.b64decode(one["data"], validate=True), str(one["name"]))
            for sha256, one in packed["pictures"].items()
        }
    except (ValueError, KeyError, TypeError, AttributeError, binascii.Error) as error:
        raise InputError(tr("What is on the clipboard is damaged."), tr("Copy it again.")) from error
    for data, picture in pictures.values():
        inspect(data, picture)
    return Copied(document.elements, pictures)


def pasting(editor: Editor, copied: Copied) -> tuple[Edit, tuple[str, ...]]:
    """Take the pictures in and return the edit that adds the elements, with the ids that they will have."""
    for sha256, (data, name) in copied.pictures.items():
        if sha256 not in editor.project.file.assets:
            editor.take_in(data, name)
    document, permissions = editor.document, editor.cover.permissions
    fresh: list[Element] = []
    for element in copied.elements:
        known = Document(document.design, document.format, document.issue, elements=(*document.elements, *fresh))
        stem = element.id.rstrip("0123456789").rstrip("-") or element.kind
        name = fresh_id(known, stem, permissions)
        values = MappingProxyType(_known_here(element, editor.cover))
        fresh.append(replace(element, id=name, values=values, box=_free_place(element, document)))
    added = tuple(fresh)
    name = "" if len(added) == 1 else tr("Paste {count} elements", count=len(added))
    return together([adding(one) for one in added], name), tuple(one.id for one in added)


def _as_free(one: Placed, cover: Cover) -> Element:
    """Return an element as one of a person's own: what the design set of it goes along."""
    values: dict[str, Value] = {}
    for name in field_infos(one.kind):
        value = value_of(cover, one.id, name)
        if value is not None:
            values[name] = value
    return Element(one.id, one.kind, MappingProxyType(values), one.box, one.angle or None)


def _free_place(element: Element, document: Document) -> Rect | None:
    """Return where a pasted element goes: its own place, or a little beside what stands there already."""
    box = element.box
    while box is not None and any(one.box == box for one in document.elements):
        box = box.moved(_STEP, _STEP)
    if box is not None and document.element(element.id) is not None and box == element.box:
        box = box.moved(_STEP, _STEP)
    return box


def _known_here(element: Element, cover: Cover) -> dict[str, Value]:
    """Return an element's fields without the styles and colours of another design."""
    names = {"style": cover.design.styles, "colour": cover.design.colours, "colour_to": cover.design.colours}
    return {
        field: value
        for field, value in element.values.items()
        if not (field in names and isinstance(value, str) and value and value not in names[field])
    }
