"""The units' profiles: kept on this computer, chosen for covers, exchanged as small files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from coverkit.app.units import KeptUnit, read_unit, remove_unit, save_unit, unit_text, units_folder
from coverkit.errors import CoverKitError
from coverkit.gui.dialogs.messages import ask, show_error
from coverkit.gui.dialogs.sheet import Sheet, framed, scrolled
from coverkit.gui.dialogs.unit_form import UnitForm
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr
from coverkit.model.document import Unit
from coverkit.model.storage.atomic import atomic_write

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk


def kept_units() -> tuple[Unit, ...]:
    """Return the units that are kept, by name; files that cannot be read are left out."""
    return tuple(sorted((one.unit for one in _kept()), key=lambda unit: (unit.publication, unit.name)))


class UnitsDialog(Sheet):
    """A list of units and the form of the one that is chosen. What is written is kept when the dialog is left."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(
            tr("Unit profiles"),
            parent,
            tr("Who publishes, under which licence. Kept on this computer; covers take a copy along."),
        )
        self._desk = desk
        self._kept: list[KeptUnit | None] = list(_kept())
        self._units = [one.unit for one in self._kept if one is not None]
        self.list = QListWidget()
        framed(self.list, tr("Units"))
        self.list.setFixedWidth(220)
        self.form = UnitForm()
        self.form.changed.connect(self._edited)
        row = QHBoxLayout()
        row.setSpacing(4 * SPACE)
        left = QVBoxLayout()
        left.addWidget(self.list, 1)
        row.addLayout(left)
        row.addWidget(scrolled(self.form), 1)
        self.body.addLayout(row, 1)
        self.add_button(tr("&Remove…"), self._remove, left=True)
        self.add_button(tr("To a &file…"), self._export, left=True)
        self.add_button(tr("From a &file…"), self._import, left=True)
        self.add_button(tr("&New unit"), self.add, left=True)
        self.add_cancel()
        self.add_button(tr("&Keep"), self._keep, primary=True)
        for unit in self._units:
            self.list.addItem(_title(unit))
        self.list.currentRowChanged.connect(self._show)
        if self._units:
            self.list.setCurrentRow(max(0, self._chosen_row()))
        else:
            self.add()
        self.resize(900, 640)

    def add(self, unit: Unit | None = None) -> None:
        """Begin a new unit."""
        self._kept.append(None)
        self._units.append(unit or Unit())
        self.list.addItem(_title(self._units[-1]))
        self.list.setCurrentRow(self.list.count() - 1)
        self.form.fields["name"].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen_row(self) -> int:
        wanted = self._desk.settings.text("unit")
        return next((row for row, unit in enumerate(self._units) if unit.name == wanted), 0)

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._units):
            self.form.show_unit(self._units[row])

    def _edited(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._units):
            self._units[row] = self.form.unit
            item = self.list.item(row)
            if item is not None:
                item.setText(_title(self.form.unit))

    def _keep(self) -> None:
        for row, (kept, unit) in enumerate(zip(self._kept, self._units, strict=True)):
            if kept is None and unit == Unit():
                continue
            self.list.setCurrentRow(row)
            wanting = self.form.complain()
            if wanting is not None:
                wanting.setFocus(Qt.FocusReason.OtherFocusReason)
                return
            if kept is None or kept.unit != unit:
                try:
                    save_unit(unit, "" if kept is None else kept.id, replace=kept is not None)
                except CoverKitError as error:
                    show_error(self, error.message, error.remedy)
                    return
            self._desk.settings.put("unit", unit.name)
        self.accept()

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        unit, kept = self._units[row], self._kept[row]
        question = tr("Remove “{name}”?", name=unit.name or tr("New unit"))
        if not ask(self, question, tr("Covers keep what they took from it."), tr("&Remove")):
            return
        if kept is not None:
            try:
                remove_unit(kept.id)
            except CoverKitError as error:
                show_error(self, error.message, error.remedy)
                return
        del self._units[row], self._kept[row]
        self.list.takeItem(row)
        if not self._units:
            self.add()

    def _import(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, tr("A unit's profile"), "", tr("Unit profiles (*.toml)"))
        if chosen:
            try:
                self.add(read_unit(Path(chosen)))
            except CoverKitError as error:
                show_error(self, error.message, error.remedy)

    def _export(self) -> None:
        unit = self.form.unit
        proposed = f"{unit.short_name or unit.name or 'don-vi'}.toml"
        chosen, _ = QFileDialog.getSaveFileName(self, tr("A unit's profile"), proposed, tr("Unit profiles (*.toml)"))
        if chosen:
            try:
                atomic_write(Path(chosen), unit_text(unit).encode())
            except CoverKitError as error:
                show_error(self, error.message, error.remedy)


def _kept() -> tuple[KeptUnit, ...]:
    found = []
    for path in sorted(units_folder().glob("*.toml")):
        try:
            found.append(KeptUnit(path.stem, path, read_unit(path)))
        except CoverKitError:
            continue
    return tuple(found)


def _title(unit: Unit) -> str:
    if not unit.name:
        return tr("New unit")
    return f"{unit.publication}\n{unit.name}" if unit.publication else unit.name
