"""A step of the form: a page that shows a part of the draft and changes it."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from coverkit.app.publishing import Draft
from coverkit.campaigns.campaign import Period
from coverkit.gui.dialogs.fields import date_field, date_of
from coverkit.gui.theme.headings import heading
from coverkit.i18n import tr

_WIDTH = 680


class Step(QScrollArea):
    """One page. `changed` carries the new draft."""

    changed = Signal(object)
    name = ""

    def __init__(self, title: str, explanation: str) -> None:
        super().__init__()
        self.draft = Draft()
        self._showing = False
        self.setWidgetResizable(True)
        self.setAccessibleName(title)
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        self.column = QVBoxLayout(column)
        self.column.setContentsMargins(24, 20, 24, 24)
        self.column.setSpacing(14)
        self.column.addWidget(heading(title, "display"))
        told = QLabel(explanation)
        told.setWordWrap(True)
        told.setProperty("kind", "muted")
        self.column.addWidget(told)
        self.setWidget(column)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft; nothing is heard as a change meanwhile."""
        self.draft = draft
        self._showing = True
        self.fill(draft)
        self._showing = False

    def fill(self, draft: Draft) -> None:
        """Put the draft into the controls."""
        raise NotImplementedError

    def take(self) -> Draft:
        """Return the draft with what the controls hold."""
        raise NotImplementedError

    def heard(self, *_: object) -> None:
        """Tell a change of a control."""
        if not self._showing:
            self.draft = self.take()
            self.changed.emit(self.draft)


class PeriodField(QWidget):
    """Two dates that may be left open."""

    changed = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.stated = QCheckBox(label)
        self.first, self.last = date_field(dt.date.today()), date_field(dt.date.today())
        self.first.setAccessibleName(tr("{label}: first day", label=label))
        self.last.setAccessibleName(tr("{label}: last day", label=label))
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stated)
        column.addLayout(row)
        for text, field in ((tr("from"), self.first), (tr("to"), self.last)):
            row.addWidget(QLabel(text))
            row.addWidget(field)
            field.dateChanged.connect(lambda day: self.changed.emit())
        row.addStretch(1)
        self.stated.toggled.connect(self._toggled)
        self._toggled(False)

    def show_period(self, period: Period) -> None:
        """Show a period."""
        self.stated.setChecked(period.first is not None or period.last is not None)
        for field, day in ((self.first, period.first), (self.last, period.last)):
            if day is not None:
                field.setDate(QDate(day.year, day.month, day.day))

    def period(self) -> Period:
        """Return the period."""
        if not self.stated.isChecked():
            return Period(None, None)
        return Period(date_of(self.first), date_of(self.last))

    def _toggled(self, on: bool) -> None:
        self.first.setEnabled(on)
        self.last.setEnabled(on)
        self.changed.emit()
