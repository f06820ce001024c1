"""Which editor a field gets: by its name where the name says more than its type, else by the types of value it takes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coverkit.elements.kinds import FieldInfo
from coverkit.gui.panels.editors.base import Field, ValueEditor
from coverkit.gui.panels.editors.choice import ArtEditor, FlagEditor, SloganEditor, StyleEditor
from coverkit.gui.panels.editors.colour import ColourEditor
from coverkit.gui.panels.editors.number import NumberEditor
from coverkit.gui.panels.editors.picture import PictureEditor
from coverkit.gui.panels.editors.text import LineEditor, TextEditor
from coverkit.model.values import Cmyk, PictureValue

_BY_NAME: dict[tuple[str, str], type[ValueEditor]] = {
    ("text", "text"): TextEditor,
    ("text", "style"): StyleEditor,
    ("slogan", "style"): StyleEditor,
    ("slogan", "slogan"): SloganEditor,
    ("banner", "art"): ArtEditor,
}
_BY_TYPE: tuple[tuple[type, type[ValueEditor]], ...] = (
    (PictureValue, PictureEditor),
    (Cmyk, ColourEditor),
    (bool, FlagEditor),
    (float, NumberEditor),
    (str, LineEditor),
)
"""The richest type first: a picture's field may be empty, a colour may be a name."""


def editor_class(kind: str, info: FieldInfo) -> type[ValueEditor]:
    """Return the editor for a field.

    Raises:
        TypeError: the field takes a type of value that has no editor; a test asks for every field there is.
    """
    named = _BY_NAME.get((kind, info.name))
    if named is not None:
        return named
    for value_type, made in _BY_TYPE:
        if value_type in info.types:
            return made
    raise TypeError(f"{kind}.{info.name}: no editor for {info.types}")


def editor_for(field: Field, parent: QWidget | None = None) -> ValueEditor:
    """Return a new editor for a field."""
    return editor_class(field.kind, field.info)(field, parent)
