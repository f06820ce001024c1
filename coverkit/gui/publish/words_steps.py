"""The steps of the form that are words and dates: the dispatch, the period, the placement rules."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDoubleSpinBox, QGridLayout, QRadioButton

from coverkit.app.publishing import Draft, suggested_id
from coverkit.campaigns.campaign import Zone
from coverkit.gui.dialogs.fields import Field, date_field, date_of
from coverkit.gui.dialogs.unicode_fields import UnicodeLine, UnicodeText
from coverkit.gui.panels.parts import fill_line
from coverkit.gui.publish.step import PeriodField, Step
from coverkit.i18n import tr
from coverkit.records import replace


class DispatchStep(Step):
    """Who orders what."""

    name = "dispatch"

    def __init__(self) -> None:
        super().__init__(
            tr("The dispatch"), tr("Who orders what. Every reason that CoverKit gives for a lock or a finding names it.")
        )
        self.title_vi, self.title_en, self.id = UnicodeLine(), UnicodeLine(), UnicodeLine()
        self.number, self.issuer = UnicodeLine(), UnicodeLine()
        self.date: QDateEdit = date_field(dt.date.today())
        self.clause = UnicodeText()
        self.clause.setMaximumHeight(110)
        self.official = QRadioButton(tr("Official: its art and slogans are those of the issuer"))
        self.sample = QRadioButton(tr("Sample: for trials; every report and every cover says so"))
        for label, control in (
            (tr("Title in Vietnamese"), self.title_vi),
            (tr("Title in English (may be left empty)"), self.title_en),
            (tr("Number of the dispatch"), self.number),
            (tr("Date of the dispatch"), self.date),
            (tr("Issued by"), self.issuer),
            (tr("What it orders, in its own words"), self.clause),
            (tr("Id, for file names"), self.id),
        ):
            self.column.addWidget(Field(label, control))
        self.column.addWidget(self.official)
        self.column.addWidget(self.sample)
        self.column.addStretch(1)
        for line in (self.title_vi, self.title_en, self.id, self.number, self.issuer):
            line.textEdited.connect(self.heard)
        self.clause.textChanged.connect(self.heard)
        self.date.dateChanged.connect(self.heard)
        self.official.toggled.connect(self.heard)

    def fill(self, draft: Draft) -> None:
        """Put the draft into the controls."""
        fill_line(self.title_vi, draft.title_vi)
        fill_line(self.title_en, draft.title_en)
        fill_line(self.number, draft.number)
        fill_line(self.issuer, draft.issuer)
        self.clause.setPlainText(draft.clause)
        fill_line(self.id, draft.id)
        self.id.setPlaceholderText(suggested_id(draft.title_vi, draft.issues.first))
        if draft.date is not None:
            self.date.setDate(QDate(draft.date.year, draft.date.month, draft.date.day))
        (self.official if draft.official else self.sample).setChecked(True)

    def take(self) -> Draft:
        """Return the draft with what the controls hold."""
        made = replace(
            self.draft,
            title_vi=self.title_vi.text(),
            title_en=self.title_en.text(),
            id=self.id.text().strip(),
            number=self.number.text(),
            date=date_of(self.date),
            issuer=self.issuer.text(),
            clause=self.clause.toPlainText(),
            official=self.official.isChecked(),
        )
        self.id.setPlaceholderText(suggested_id(made.title_vi, made.issues.first))
        return made


class PeriodStep(Step):
    """When it binds, and whom."""

    name = "period"

    def __init__(self) -> None:
        super().__init__(
            tr("Period and publications"),
            tr("It binds issues by their own date of issue, not by the day on which somebody works on them."),
        )
        self.issues = PeriodField(tr("Issues of these days carry it"))
        self.event_days = PeriodField(tr("Days of the event itself"))
        self.event_name = UnicodeLine()
        self.newsletters = QCheckBox(tr("Newsletters (bản tin)"))
        self.documents = QCheckBox(tr("Non-commercial documents (tài liệu không kinh doanh)"))
        self.column.addWidget(self.issues)
        self.column.addWidget(Field(tr("Name of the event (may be left empty)"), self.event_name))
        self.column.addWidget(self.event_days)
        self.column.addWidget(self.newsletters)
        self.column.addWidget(self.documents)
        self.column.addStretch(1)
        self.issues.changed.connect(self.heard)
        self.event_days.changed.connect(self.heard)
        self.event_name.textEdited.connect(self.heard)
        self.newsletters.toggled.connect(self.heard)
        self.documents.toggled.connect(self.heard)

    def fill(self, draft: Draft) -> None:
        """Put the draft into the controls."""
        self.issues.show_period(draft.issues)
        self.event_days.show_period(draft.event)
        fill_line(self.event_name, draft.event_name)
        self.newsletters.setChecked(draft.newsletters)
        self.documents.setChecked(draft.documents)

    def take(self) -> Draft:
        """Return the draft with what the controls hold."""
        return replace(
            self.draft,
            issues=self.issues.period(),
            event=self.event_days.period(),
            event_name=self.event_name.text(),
            newsletters=self.newsletters.isChecked(),
            documents=self.documents.isChecked(),
        )


class RulesStep(Step):
    """What must stand where, and how large."""

    name = "rules"

    def __init__(self) -> None:
        super().__init__(
            tr("Placement rules"),
            tr("What must stand on Bìa 1, and how. What the dispatch leaves open, leave open: a rule binds every unit."),
        )
        self.banner, self.slogan = UnicodeLine(), UnicodeLine()
        self.banner.setPlaceholderText(tr("empty: a banner is not ordered"))
        self.slogan.setPlaceholderText(tr("empty: a slogan is not ordered"))
        self.zones: dict[Zone, QCheckBox] = {
            "anywhere": QCheckBox(tr("Anywhere")),
            "top": QCheckBox(tr("At the top")),
            "bottom": QCheckBox(tr("At the bottom")),
            "left": QCheckBox(tr("At the left")),
            "right": QCheckBox(tr("At the right")),
        }
        self.clear = _length(0, 30, " mm")
        self.type_size = _length(6, 72, " pt")
        self.capitals = QCheckBox(tr("Slogans may also stand in capitals"))
        self.column.addWidget(Field(tr("Words of the dispatch that order the banner"), self.banner))
        self.column.addWidget(Field(tr("Words of the dispatch that order a slogan"), self.slogan))
        zones = QGridLayout()
        for place, box in enumerate(self.zones.values()):
            zones.addWidget(box, place // 3, place % 3)
            box.toggled.connect(self.heard)
        self.column.addLayout(zones)
        self.column.addWidget(Field(tr("Clear space around the banner"), self.clear))
        self.column.addWidget(Field(tr("Least type size of slogans"), self.type_size))
        self.column.addWidget(self.capitals)
        self.column.addStretch(1)
        self.banner.textEdited.connect(self.heard)
        self.slogan.textEdited.connect(self.heard)
        self.clear.valueChanged.connect(self.heard)
        self.type_size.valueChanged.connect(self.heard)
        self.capitals.toggled.connect(self.heard)

    def fill(self, draft: Draft) -> None:
        """Put the draft into the controls."""
        fill_line(self.banner, draft.banner_clause)
        fill_line(self.slogan, draft.slogan_clause)
        for zone, box in self.zones.items():
            box.setChecked(zone in draft.zones)
        self.clear.setValue(draft.clear_space_mm)
        self.type_size.setValue(draft.least_size_pt)
        self.capitals.setChecked(draft.capitals)

    def take(self) -> Draft:
        """Return the draft with what the controls hold."""
        return replace(
            self.draft,
            banner_clause=self.banner.text(),
            slogan_clause=self.slogan.text(),
            zones=tuple(zone for zone, box in self.zones.items() if box.isChecked()),
            clear_space_mm=round(self.clear.value(), 1),
            least_size_pt=round(self.type_size.value(), 1),
            capitals=self.capitals.isChecked(),
        )


def _length(least: float, most: float, unit: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(least, most)
    box.setDecimals(1)
    box.setSingleStep(0.5)
    box.setSuffix(unit)
    return box
