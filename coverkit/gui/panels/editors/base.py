"""What every editor of a value is: it shows a value, says when a person changed it, and can be closed by a lock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from coverkit.elements.kinds import FieldInfo
from coverkit.gui.panels.words import field_word
from coverkit.layout.cover import Cover, Placed
from coverkit.model.values import Value
from coverkit.records import dataclass

if TYPE_CHECKING:
    from coverkit.gui.editor import Editor


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a placed element that is edited.

    Attributes:
        locked: it can be read and copied, not changed.
    """

    editor: Editor
    element: str
    kind: str
    info: FieldInfo
    locked: bool

    @property
    def label(self) -> str:
        """What the field is called."""
        return field_word(self.info.name)

    @property
    def cover(self) -> Cover:
        """The cover as it is shown."""
        return self.editor.cover

    @property
    def placed(self) -> Placed | None:
        """The element as it stands."""
        return self.editor.placed(self.element)


class ValueEditor(QWidget):
    """An editor of one field. Subclasses fill in `show_value`, and emit `changed` for what a person does, only for that."""

    changed = Signal(object)
    """The new value (`model.values.Value`)."""

    wide = False
    """It needs the whole width of the panel, under its label."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.setAccessibleName(field.label)

    def show_value(self, value: Value | None) -> None:
        """Show a value, and what depends on the cover around it, without emitting `changed`."""
        raise NotImplementedError


def value_of(cover: Cover, placed: Placed, info: FieldInfo) -> Value | None:
    """Return what a field holds: a person's value, else the design's, else the type's default."""
    if placed.element is not None and info.name in placed.element.values:
        return placed.element.values[info.name]
    slot = cover.design.slot(placed.id)
    if slot is not None and info.name in slot.fields:
        return slot.fields[info.name]
    return info.default


def is_own(placed: Placed, name: str) -> bool:
    """Tell whether a person set a field that the design has otherwise."""
    element = placed.element
    return element is not None and not element.kind and name in element.values
