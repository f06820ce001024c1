"""Preferences: language, theme, what new covers start with, how often changes are kept safe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from coverkit import i18n
from coverkit.formats.printers import printer_profiles
from coverkit.gui import lengths
from coverkit.gui.autosave import DEFAULT_SECONDS
from coverkit.gui.dialogs.fields import Field, choices, choose
from coverkit.gui.dialogs.sheet import Sheet
from coverkit.gui.dialogs.units import kept_units
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk

_INTERVALS = (1, 2, 5, 10, 30)


class PreferencesDialog(Sheet):
    """The dialog. Nothing changes before it is accepted; then language and theme change at once."""

    def __init__(self, desk: Desk, parent: QWidget | None) -> None:
        super().__init__(tr("Preferences"), parent)
        self._desk = desk
        settings = desk.settings
        self.language = choices(("Tiếng Việt", "vi"), ("English", "en"))
        choose(self.language, i18n.language())
        self.theme = choices((tr("As the system"), "system"), (tr("Light"), "light"), (tr("Dark"), "dark"))
        choose(self.theme, settings.theme)
        self.lengths = choices(
            (tr("Millimetres (mm)"), "mm"), (tr("Centimetres (cm)"), "cm"), (tr("Inches (in)"), "in"), (tr("Points (pt)"), "pt")
        )
        choose(self.lengths, lengths.shown().name)
        self.unit = choices(*((unit.name, unit.name) for unit in kept_units()))
        choose(self.unit, settings.text("unit"))
        self.unit.setEnabled(self.unit.count() > 0)
        self.printer = choices(*((one.name, one.id) for one in printer_profiles()))
        choose(self.printer, settings.text("printer", "offset-coated"))
        self.autosave = choices(*((_seconds(one), one) for one in _INTERVALS))
        if not choose(self.autosave, _whole(settings.text("autosave"))):
            choose(self.autosave, DEFAULT_SECONDS)
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * SPACE)
        grid.setVerticalSpacing(3 * SPACE)
        fields = (
            (tr("&Language"), self.language),
            (tr("&Theme"), self.theme),
            (tr("&Unit of new covers"), self.unit),
            (tr("&Printer profile of new covers"), self.printer),
            (tr("Keep changes &safe against a crash"), self.autosave),
            (tr("&Measure fields and rulers in"), self.lengths),
        )
        for place, (label, control) in enumerate(fields):
            grid.addWidget(Field(label, control), place // 2, place % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.add_cancel()
        self.add_button(tr("OK"), self._apply, primary=True)
        self.resize(640, 0)

    def _apply(self) -> None:
        settings = self._desk.settings
        for name, box in (("unit", self.unit), ("printer", self.printer)):
            if box.currentData() is not None:
                settings.put(name, str(box.currentData()))
        settings.put("autosave", str(self.autosave.currentData()))
        self.accept()
        self._dress(str(self.language.currentData()), str(self.theme.currentData()))

    def _dress(self, language: str, theme: str) -> None:
        if language != i18n.language():
            self._desk.speak(language)
        if theme != self._desk.settings.theme:
            self._desk.wear(theme)
        if self.lengths.currentData() != lengths.shown().name:
            self._desk.measure(str(self.lengths.currentData()))


def _seconds(count: int) -> str:
    return tr("within a second") if count == 1 else tr("within {count} seconds", count=count)


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
