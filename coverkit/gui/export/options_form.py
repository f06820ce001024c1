"""The options of an output, made from the fields of its dataclass, as the command line makes its switches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, fields
from typing import Any

from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QWidget

from coverkit.export.output import Output
from coverkit.gui.dialogs.unicode_fields import UnicodeLine
from coverkit.gui.panels.editors.number_box import NumberBox
from coverkit.i18n import tr


class OptionsForm(QWidget):
    """One field for each option."""

    def __init__(self, output: Output[Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QCheckBox | NumberBox | QLineEdit] = {}
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for item in fields(output.options):
            words = _words(item)
            field = _field(item, words, self)
            self.fields[item.name] = field
            if isinstance(field, QCheckBox):
                layout.addRow(field)
            else:
                field.setAccessibleName(words)
                layout.addRow(words, field)
        if not self.fields:
            empty = QLabel(tr("This output has no options."), self)
            empty.setProperty("kind", "muted")
            layout.addRow(empty)

    def values(self) -> Mapping[str, Any]:
        """Return the options as they are set."""
        return {name: _value(field) for name, field in self.fields.items()}

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Set options; those that there are no fields for are passed over."""
        for name in self.fields.keys() & values.keys():
            match self.fields[name]:
                case QCheckBox() as box:
                    box.setChecked(bool(values[name]))
                case NumberBox() as number:
                    number.setValue(float(values[name]))
                case QLineEdit() as line:
                    line.setText(str(values[name]))


def _words(item: Field[Any]) -> str:
    words = tr(item.metadata.get("help", item.name))
    return words[:1].upper() + words[1:]


def _field(item: Field[Any], words: str, parent: QWidget) -> QCheckBox | NumberBox | QLineEdit:
    default = item.default
    if isinstance(default, bool):
        box = QCheckBox(words, parent)
        box.setChecked(default)
        return box
    if isinstance(default, int | float):
        number = NumberBox("", 0, parent)
        number.setRange(1, 1200)
        number.setValue(default)
        return number
    return UnicodeLine(str(default), parent)


def _value(field: QCheckBox | NumberBox | QLineEdit) -> Any:
    match field:
        case QCheckBox():
            return field.isChecked()
        case NumberBox():
            return field.value()
        case _:
            return field.text()
