"""A field for lengths and other numbers: with a unit, in the reader's way of writing, and it can reckon: 190/2+3."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QWidget

from coverkit.errors import InputError
from coverkit.gui import lengths
from coverkit.i18n import language, number

_PLAIN = lengths.UNITS["mm"]
_ALLOWED = frozenset("0123456789.,+-*/() ")


class NumberBox(QDoubleSpinBox):
    """A number with its unit; what was typed counts when Enter is pressed or the field is left.

    A length is held in its own unit, mm or pt, and takes others where they are typed: `3 pt`, `1,2 cm`. One in mm is shown in
    the unit that the person chose.
    """

    def __init__(self, unit: str = "mm", digits: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = lengths.unit_named(unit)
        self._shown = lengths.shown() if unit == "mm" else self._held
        self._digits = digits
        if self._shown is not None and self._shown is not self._held:
            unit, self._digits = self._shown.name, self._shown.digits + digits - 2
            digits = max(4, digits)
            self.setSingleStep(self._shown.step)
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
        return number(value * self._scale, self._digits)

    def valueFromText(self, text: str) -> float:
        """Reckon what was typed; what makes no sense leaves the number as it was."""
        typed = self._typed(text)
        try:
            if self._held is None or self._shown is None:
                return lengths.parse(typed, _PLAIN)
            return lengths.parse(typed, self._shown) / self._held.factor
        except InputError:
            return self.value()

    def validate(self, text: str, place: int) -> QValidator.State:  # type: ignore[override]  # PySide allows the state alone
        """Let sums be typed, and units of lengths."""
        typed, is_begun = self._typed(text), False
        if self._held is not None:
            typed, is_begun = lengths.without_unit(typed)
        if not set(typed) <= _ALLOWED:
            return QValidator.State.Invalid
        complete = lengths.is_number(typed) and not is_begun
        return QValidator.State.Acceptable if complete else QValidator.State.Intermediate

    @property
    def _scale(self) -> float:
        return 1.0 if self._held is None or self._shown is None else self._held.factor / self._shown.factor

    def _typed(self, text: str) -> str:
        """Return a text without the unit that stands behind every number here, and with plain spaces."""
        return text.removesuffix(self.suffix()).replace("\N{NO-BREAK SPACE}", " ").strip()
