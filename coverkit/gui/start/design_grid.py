"""Designs to choose from, each shown as it would look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QWidget

from coverkit.gui.start.card import Card
from coverkit.gui.start.grid import CardGrid
from coverkit.i18n import tr

if TYPE_CHECKING:
    from coverkit.layout.design import Design

_PLACEHOLDERS = 8


class DesignGrid(CardGrid):
    """A grid of designs, one of them chosen."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, least=130)
        self.chosen = ""
        self._by_name: dict[str, Card] = {}
        self._group = QButtonGroup(self)
        self.set_cards([placeholder() for _ in range(_PLACEHOLDERS)])

    @property
    def names(self) -> tuple[str, ...]:
        """Ids of the designs, in order."""
        return tuple(self._by_name)

    def set_designs(self, designs: Sequence[Design], chosen: str) -> None:
        """Offer designs and choose one; the first if there is none of that id."""
        self._by_name = {one.id: self._card(one) for one in designs}
        self.set_cards(list(self._by_name.values()))
        self.chosen = chosen if chosen in self._by_name else next(iter(self._by_name), "")
        if self.chosen:
            self._by_name[self.chosen].setChecked(True)

    def choose(self, name: str) -> None:
        """Choose a design."""
        if name in self._by_name and name != self.chosen:
            self.chosen = name
            self._by_name[name].setChecked(True)
            self.chosen_changed.emit()

    def set_aspect(self, aspect: float) -> None:
        """Say how wide pages are for their height."""
        for card in self._by_name.values():
            card.set_aspect(aspect)

    def show_picture(self, name: str, picture: QPixmap | None) -> None:
        """Show how a design looks; None where it could not be drawn, which leaves what is shown."""
        card = self._by_name.get(name)
        if card is not None and picture is not None:
            card.set_picture(picture)

    def _card(self, design: Design) -> Card:
        name, _, character = design.name.partition(" – ")
        card = Card(name, character or (tr("with a photograph") if design.wants_picture else tr("without a photograph")))
        card.setCheckable(True)
        card.setToolTip(design.about)
        card.clicked.connect(lambda checked=False: self.choose(design.id))
        self._group.addButton(card)
        return card


def placeholder() -> Card:
    """Return a card that stands for a design until designs are known."""
    card = Card("", "")
    card.setEnabled(False)
    return card
