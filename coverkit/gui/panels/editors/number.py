"""Numbers with their units: points, millimetres, degrees, per cent."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coverkit.gui.panels.editors.base import Field, ValueEditor
from coverkit.gui.panels.editors.number_box import NumberBox
from coverkit.i18n import tr
from coverkit.model.values import Value
from coverkit.records import dataclass


@dataclass(frozen=True, slots=True)
class Measure:
    """How a number is shown: its unit, how many of the unit are 1 in the document, its bounds in the unit, decimals.

    `unset` tells that a least value means "as the design has it".
    """

    unit: str
    factor: float = 1.0
    least: float = 0.0
    most: float = 10_000.0
    digits: int = 2
    unset: bool = False


_SIZE = Measure("pt", most=1000.0, digits=1, unset=True)
_SHARE = Measure("%", 100.0, 0.0, 100.0, 0)
MEASURES = {
    "angle": Measure("°", least=-360.0, most=360.0, digits=1),
    "opacity": _SHARE,
    "opacity_to": Measure("%", 100.0, -100.0, 100.0, 0, unset=True),
    "radius": Measure("mm", most=500.0),
    "shadow": Measure("mm", most=50.0),
    "shape": Measure("", least=0.01, most=100.0),
    "size_max": _SIZE,
    "size_min": _SIZE,
    "view_height": Measure("", least=0.01),
    "view_width": Measure("", least=0.01),
    "width": Measure("pt", least=0.25, most=200.0),
}
"""By field."""


class NumberEditor(ValueEditor):
    """A number."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self._measure = MEASURES.get(field.info.name, Measure("", least=-10_000.0))
        self.box = NumberBox(self._measure.unit, self._measure.digits, self)
        self.box.setRange(self._measure.least, self._measure.most)
        self.box.setAccessibleName(field.label)
        if self._measure.unset:
            self.box.setSpecialValueText(tr("as the style") if self._measure.unit == "pt" else tr("the same"))
        if field.locked:
            self.box.lock()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.valueChanged.connect(lambda shown: self.changed.emit(shown / self._measure.factor))

    def show_value(self, value: Value | None) -> None:
        """Show the number in its unit."""
        held = float(value) if isinstance(value, int | float) else 0.0
        self.box.show_number(held * self._measure.factor)
