"""A field for lengths and other numbers: with a unit, in the reader's way of writing, and it can reckon: 190/2+3."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from coverkit.errors import InputError
from coverkit.i18n import language, number
from coverkit.layout.expression import evaluate

_ALLOWED = frozenset("0123456789.,+-*/() ")


class NumberBox(QDoubleSpinBox):
    """A number with its unit; what was typed counts when Enter is pressed or the field is left."""

    def __init__(self, unit: str = "mm", digits: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self.setLocale(QLocale(QLocale.Language.Vietnamese if language() == "vi" else QLocale.Language.English))
        self.setGroupSeparatorShown(False)
        self.setDecimals(digits)
        self.setRange(-10_000, 10_000)
        self.setKeyboardTracking(False)
        self.setAccelerated(True)
        self.setSuffix("" if not unit else unit if unit in ("°", "%") else f"\N{NO-BREAK SPACE}{unit}")
        self.setMinimumWidth(92)
        self.lineEdit().setTextMargins(4, 0, 0, 0)

    def lock(self) -> None:
        """Let the number be read and copied only."""
        self.setReadOnly(True)
        self.setProperty("kind", "locked")

    def show_number(self, value: float) -> None:
        """Show a number as it is, without saying that it changed; what is being typed stays."""
        if self.hasFocus() and self.lineEdit().isModified() and not self.isReadOnly():
            return
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)

    def textFromValue(self, value: float) -> str:
        """Write a number without idle zeros."""
        return number(value, self.decimals())

    def valueFromText(self, text: str) -> float:
        """Reckon what was typed; what makes no sense leaves the number as it was."""
        typed = text.replace(self._unit, "").replace("\N{NO-BREAK SPACE}", "").strip() if self._unit else text.strip()
        try:
            return evaluate(typed.replace(",", "."), _no_names, "")
        except InputError:
            return self.value()

    def validate(self, text: str, place: int) -> QValidator.State:  # type: ignore[override]  # PySide allows the state alone
        """Let sums be typed."""
        typed = text.replace(self._unit, "").replace("\N{NO-BREAK SPACE}", "") if self._unit else text
        if not set(typed) <= _ALLOWED:
            return QValidator.State.Invalid
        try:
            evaluate(typed.replace(",", ".").strip(), _no_names, "")
        except InputError:
            return QValidator.State.Intermediate
        return QValidator.State.Acceptable


def _no_names(name: str) -> float:
    raise KeyError(name)
