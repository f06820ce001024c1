"""The short form: the unit, and the texts and pictures that the chosen design asks for. What was typed stays."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from coverkit.gui.dialogs.fields import Field
from coverkit.gui.dialogs.unicode_fields import UnicodeLine, UnicodeText
from coverkit.gui.start.picture_well import PictureWell
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import mark, tr

if TYPE_CHECKING:
    from coverkit.layout.design import Design, Slot

HEADLINE = "headline"
_LONGEST = 300
_HINTS = {
    HEADLINE: mark("What this issue is about, in a few words"),
    "subhead": mark("One sentence that says more"),
    "credit": mark("Photograph: name of the photographer"),
}


class ContentForm(QWidget):
    """Fields for a design's texts and pictures."""

    changed = Signal()
    picture_chosen = Signal(str)
    """A picture was put into a slot, or taken out."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: dict[str, str] = {}
        self._paths: dict[str, Path] = {}
        self._fields: dict[str, Field] = {}
        self._wells: dict[str, PictureWell] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(3 * SPACE)

    @property
    def texts(self) -> Mapping[str, str]:
        """What was typed, by slot of the design."""
        return {slot: self._texts[slot] for slot in self._fields if self._texts.get(slot, "").strip()}

    @property
    def pictures(self) -> Mapping[str, Path]:
        """The files that were chosen, by slot of the design."""
        return {slot: self._paths[slot] for slot in self._wells if slot in self._paths}

    def field(self, slot: str) -> Field | None:
        """Return the field of a slot."""
        return self._fields.get(slot)

    def well(self, slot: str) -> PictureWell | None:
        """Return the place of a picture."""
        return self._wells.get(slot)

    def free_well(self) -> PictureWell | None:
        """Return the first place that has no picture; the first of all if each has one; None for a design without pictures."""
        wells = list(self._wells.values())
        return next((well for well in wells if well.path is None), wells[0] if wells else None)

    def state(self) -> tuple[Mapping[str, str], Mapping[str, Path]]:
        """Return everything that was typed and chosen, also for designs that are not shown now."""
        return dict(self._texts), dict(self._paths)

    def take_up(self, state: tuple[Mapping[str, str], Mapping[str, Path]]) -> None:
        """Go on with what was typed and chosen in another form, before a design is shown."""
        self._texts, self._paths = dict(state[0]), dict(state[1])

    def put(self, slot: str, text: str) -> None:
        """Type a text into a slot."""
        self._texts[slot] = text
        field = self._fields.get(slot)
        if field is not None:
            _write(field.control, text)

    def set_design(self, design: Design) -> None:
        """Ask for what a design shows; the fields it shares with the one before stay as they are."""
        wanted = [slot for slot in design.slots if slot.form and slot.kind in ("text", "picture")]
        names = [slot.id for slot in wanted]
        if names == [*self._order()]:
            return
        for slot in [one for one in self._fields if one not in names]:
            self._throw_away(self._fields.pop(slot))
        for slot in [one for one in self._wells if one not in names]:
            self._throw_away(self._wells.pop(slot).parentWidget())
        before: QWidget | None = None
        for place, slot_ in enumerate(sorted(wanted, key=_rank)):
            widget = self._widget(slot_)
            self._layout.insertWidget(place, widget)
            if before is not None:
                self.setTabOrder(before, widget)
            before = widget

    def complain(self) -> QWidget | None:
        """Say what is missing; return the first control that wants something."""
        field = self._fields.get(HEADLINE)
        if field is None:
            return None
        missing = not self._texts.get(HEADLINE, "").strip()
        field.complain(tr("Write a headline; it can be changed later.") if missing else "")
        return field.control if missing else None

    def _order(self) -> list[str]:
        return [*self._fields, *self._wells]

    def _widget(self, slot: Slot) -> QWidget:
        if slot.kind == "picture":
            if slot.id not in self._wells:
                return self._well_field(slot)
            holder = self._wells[slot.id].parentWidget()
            assert holder is not None
            return holder
        if slot.id not in self._fields:
            self._fields[slot.id] = self._text_field(slot)
        return self._fields[slot.id]

    def _text_field(self, slot: Slot) -> Field:
        control = _Lines() if slot.id == HEADLINE else UnicodeLine()
        _write(control, self._texts.get(slot.id, ""))
        if slot.id in _HINTS:
            control.setPlaceholderText(tr(_HINTS[slot.id]))
        field = Field(slot.name, control)
        if isinstance(control, QLineEdit):
            control.setMaxLength(_LONGEST)
        control.textChanged.connect(lambda *text: self._typed(slot.id, field))
        return field

    def _well_field(self, slot: Slot) -> Field:
        well = PictureWell(slot.name)
        if slot.id in self._paths:
            well.set_path(self._paths[slot.id])
        well.changed.connect(lambda: self._picture_changed(slot.id, well))
        self._wells[slot.id] = well
        return Field(slot.name, well)

    def _typed(self, slot: str, field: Field) -> None:
        self._texts[slot] = _read(field.control)
        field.complain("")
        self.changed.emit()

    def _picture_changed(self, slot: str, well: PictureWell) -> None:
        if well.path is None:
            self._paths.pop(slot, None)
        else:
            self._paths[slot] = well.path
        self.picture_chosen.emit(slot)
        self.changed.emit()

    def _throw_away(self, widget: QWidget | None) -> None:
        if widget is not None:
            self._layout.removeWidget(widget)
            widget.hide()
            widget.deleteLater()


class _Lines(UnicodeText):
    """A text of a few lines; Tab goes on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 4 * SPACE)


def _rank(slot: Slot) -> int:
    """Texts first in the order of reading, then pictures, then who took them."""
    if slot.id == HEADLINE:
        return 0
    if slot.kind == "picture":
        return 3
    return {"subhead": 1, "credit": 4}.get(slot.id, 2)


def _read(control: QWidget) -> str:
    if isinstance(control, QPlainTextEdit):
        return " ".join(control.toPlainText().split())
    return control.text().strip() if isinstance(control, QLineEdit) else ""


def _write(control: QWidget, text: str) -> None:
    if isinstance(control, QPlainTextEdit):
        control.setPlainText(text)
    elif isinstance(control, QLineEdit):
        control.setText(text)
        control.setCursorPosition(0)
