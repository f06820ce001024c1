"""The form of a unit's profile: who publishes, the licence, the imprint."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from coverkit.gui.dialogs.fields import Field
from coverkit.gui.dialogs.masthead_field import MastheadField
from coverkit.gui.dialogs.unicode_fields import UnicodeLine
from coverkit.gui.panels.parts import fill_line
from coverkit.gui.theme.headings import heading
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import mark, tr
from coverkit.model.document import Unit
from coverkit.records import replace

_MASTHEAD = mark("The masthead")
_PARTS = (
    (
        mark("Who publishes"),
        (
            ("name", mark("Name of the unit"), 2),
            ("parent", mark("Under (parent body)"), 2),
            ("publication", mark("Name of the publication"), 1),
            ("short_name", mark("Short name of the unit"), 1),
            ("address", mark("Address"), 2),
        ),
    ),
    (
        _MASTHEAD,
        (("masthead_words", mark("What the drawn masthead says"), 2),),
    ),
    (
        mark("The licence"),
        (
            ("licence_number", mark("Licence number"), 1),
            ("licence_date", mark("Date of the licence"), 1),
            ("licence_masthead", mark("Masthead as licensed"), 2),
            ("licence_format", mark("Page size as licensed"), 1),
            ("licence_periodicity", mark("Periodicity as licensed"), 1),
            ("licence_pages", mark("Pages as licensed"), 1),
            ("licence_print_run", mark("Print run as licensed"), 1),
            ("licence_printer", mark("Printing house as licensed"), 2),
        ),
    ),
    (
        mark("The imprint"),
        (
            ("responsible", mark("Responsible for the content"), 2),
            ("printer", mark("Printing house"), 2),
            ("print_run", mark("Print run"), 1),
            ("pages", mark("Pages"), 1),
            ("periodicity", mark("Periodicity"), 2),
        ),
    ),
)
_HINTS = {
    "masthead_words": mark("the publication's name, if it says nothing else"),
    "name": mark("as it stands on the cover"),
    "licence_date": mark("dd/mm/yyyy"),
    "licence_format": mark("e.g. 19 x 27 cm"),
    "periodicity": mark("e.g. monthly"),
}
_NUMBERS = frozenset({"licence_pages", "licence_print_run", "print_run", "pages"})
_MOST = 999_999


class UnitForm(QWidget):
    """Fields of one unit."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._unit = Unit()
        self._showing = False
        self.fields: dict[str, Field] = {}
        self.masthead = MastheadField()
        self.masthead.changed.connect(self._drawn)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 2 * SPACE, 0)
        layout.setSpacing(3 * SPACE)
        for title, rows in _PARTS:
            layout.addWidget(heading(tr(title), "strong"))
            if title == _MASTHEAD:
                layout.addWidget(self.masthead)
            layout.addLayout(self._grid(rows))
            layout.addSpacing(2 * SPACE)
        layout.addStretch(1)

    @property
    def unit(self) -> Unit:
        """The unit as the fields say."""
        return self._unit

    def show_unit(self, unit: Unit) -> None:
        """Fill the fields."""
        self._showing = True
        self._unit = unit
        for name, field in self.fields.items():
            value = getattr(unit, name)
            control = field.control
            if isinstance(control, QSpinBox):
                control.setValue(value)
            elif isinstance(control, QLineEdit):
                fill_line(control, f"{value:%d/%m/%Y}" if isinstance(value, dt.date) else value or "")
            field.complain("")
        self.masthead.show_drawn(unit.masthead_outline)
        self.fields["masthead_words"].setVisible(bool(unit.masthead_outline))
        self._showing = False

    def complain(self) -> QWidget | None:
        """Say what is wrong; return the first control that wants something."""
        missing = not self._unit.name.strip()
        self.fields["name"].complain(tr("A unit needs a name.") if missing else "")
        wrong = bool(_text(self.fields["licence_date"])) and self._unit.licence_date is None
        self.fields["licence_date"].complain(tr("Write the date like 15/01/2020.") if wrong else "")
        if missing:
            return self.fields["name"].control
        return self.fields["licence_date"].control if wrong else None

    def _grid(self, rows: tuple[tuple[str, str, int], ...]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * SPACE)
        grid.setVerticalSpacing(2 * SPACE)
        line = column = 0
        for name, label, span in rows:
            field = Field(tr(label), self._control(name))
            self.fields[name] = field
            if column + span > 2:
                line, column = line + 1, 0
            grid.addWidget(field, line, column, 1, span)
            column += span
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _control(self, name: str) -> QWidget:
        if name in _NUMBERS:
            box = QSpinBox()
            box.setRange(0, _MOST)
            box.setSpecialValueText(tr("not stated"))
            box.valueChanged.connect(lambda value: self._changed(name))
            return box
        line = UnicodeLine()
        line.setMaxLength(300)
        line.setPlaceholderText(tr(_HINTS[name]) if name in _HINTS else "")
        line.textChanged.connect(lambda text: self._changed(name))
        return line

    def _drawn(self, drawn: str) -> None:
        field = self.fields["masthead_words"]
        if not drawn and isinstance(field.control, QLineEdit):
            field.control.clear()
        field.setVisible(bool(drawn))
        self._unit = replace(self._unit, masthead_outline=drawn)
        self.changed.emit()

    def _changed(self, name: str) -> None:
        if self._showing:
            return
        control = self.fields[name].control
        value: str | int | dt.date | None
        if isinstance(control, QSpinBox):
            value = control.value()
        else:
            text = _text(self.fields[name])
            value = _date(text) if name == "licence_date" else text
        self._unit = replace(self._unit, **{name: value})  # type: ignore[arg-type] # the field's own type, by its name
        self.fields[name].complain("")
        self.changed.emit()


def _text(field: Field) -> str:
    return field.control.text().strip() if isinstance(field.control, QLineEdit) else ""


def _date(text: str) -> dt.date | None:
    try:
        return dt.datetime.strptime(text, "%d/%m/%Y").date()
    except ValueError:
        return None
