"""Fields of forms: a label above, the control, and under it what is wrong with it. The label is the control's name."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QComboBox, QDateEdit, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import language


class Field(QWidget):
    """A control with its label above it, and room for a complaint below."""

    def __init__(self, label: str, control: QWidget, beside: QWidget | None = None) -> None:
        super().__init__()
        self.control = control
        self._label = QLabel(label)
        self._label.setProperty("kind", "field")
        self._label.setBuddy(control)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.hide()
        control.setAccessibleName(label.replace("&", ""))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        row.addWidget(control, 1)
        if beside is not None:
            row.addWidget(beside)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self._label)
        layout.addLayout(row)
        layout.addWidget(self._note)

    @property
    def complaint(self) -> str:
        """What is said to be wrong, or ""."""
        return self._note.text() if self._note.property("kind") == "bad" else ""

    def complain(self, text: str) -> None:
        """Say what is wrong; "" takes it back."""
        self._say(text, "bad")

    def remark(self, text: str) -> None:
        """Say what is to be known."""
        self._say(text, "small")

    def _say(self, text: str, kind: str) -> None:
        self._note.setText(text)
        self._note.setProperty("kind", kind)
        self._note.style().unpolish(self._note)
        self._note.style().polish(self._note)
        self._note.setVisible(bool(text))
        self.control.setAccessibleDescription(text)


def date_field(day: dt.date) -> QDateEdit:
    """Return a field for a date, with a calendar, in the reader's language."""
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setLocale(QLocale(QLocale.Language.Vietnamese if language() == "vi" else QLocale.Language.English))
    field.setCalendarPopup(True)
    field.setDisplayFormat("dd/MM/yyyy")
    field.setMinimumDate(QDate(1990, 1, 1))
    return field


def date_of(field: QDateEdit) -> dt.date:
    """Return the date in a field."""
    day = field.date()
    return dt.date(day.year(), day.month(), day.day())


def choose(box: QComboBox, data: object) -> bool:
    """Choose the entry that holds some data; return whether there is one."""
    position = box.findData(data)
    if position >= 0:
        box.setCurrentIndex(position)
    return position >= 0


def choices(*entries: tuple[str, object]) -> QComboBox:
    """Return a box of choices, each with its data; long names never make it wide."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    for text, data in entries:
        box.addItem(text, data)
        box.setItemData(box.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
    return box
