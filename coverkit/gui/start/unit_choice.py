"""The unit that publishes: chosen from the profiles that are kept, or entered once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget

from coverkit.gui.dialogs.fields import Field, choices, choose
from coverkit.gui.start.rail import GAP
from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr
from coverkit.model.document import Unit

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk


class UnitChoice(QWidget):
    """A box of units with a button that edits them; with no unit there is one large button instead."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._units: tuple[Unit, ...] = ()
        self.box = choices()
        self.box.currentIndexChanged.connect(lambda index: self._chosen())
        edit = QToolButton()
        edit.setIcon(icon("pencil"))
        edit.setToolTip(tr("Edit the units"))
        edit.setAccessibleName(tr("Edit the units"))
        edit.clicked.connect(lambda: self.edit())
        self.field = Field(tr("&Unit"), self.box, edit)
        self.first = QPushButton(GAP + tr("Enter your unit once…"))
        self.first.setIcon(icon("building-2"))
        self.first.clicked.connect(lambda: self.edit())
        self.first_field = Field(tr("&Unit"), self.first)
        self.first_field.remark(tr("Name, publication, licence: kept on this computer and reused for every cover."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.field)
        layout.addWidget(self.first_field)
        self.field.hide()

    @property
    def unit(self) -> Unit | None:
        """The unit that is chosen; None while there is none."""
        position = self.box.currentIndex()
        return self._units[position] if 0 <= position < len(self._units) else None

    def set_units(self, units: tuple[Unit, ...], name: str) -> None:
        """Offer units and choose one by its name."""
        self._units = units
        self.box.blockSignals(True)
        self.box.clear()
        for unit in units:
            title = f"{unit.publication} – {unit.name}" if unit.publication else unit.name
            self.box.addItem(title, unit.name)
        choose(self.box, name)
        self.box.blockSignals(False)
        self.field.setVisible(bool(units))
        self.first_field.setVisible(not units)
        self._show_unit()

    def complain(self) -> QWidget | None:
        """Say that there must be a unit; return the control that enters one."""
        missing = self.unit is None
        if missing:
            self.first_field.complain(tr("A cover needs the unit that publishes it."))
        return self.first if missing else None

    def edit(self) -> None:
        """Open the units' dialog and take up what was changed there."""
        from coverkit.gui.dialogs.units import UnitsDialog, kept_units

        UnitsDialog(self._desk, self.window()).exec()
        self.set_units(kept_units(), self._desk.settings.text("unit"))
        self.changed.emit()

    def _chosen(self) -> None:
        self._show_unit()
        self.changed.emit()

    def _show_unit(self) -> None:
        unit = self.unit
        if unit is not None:
            self._desk.settings.put("unit", unit.name)
            self.box.setToolTip(unit.name)
