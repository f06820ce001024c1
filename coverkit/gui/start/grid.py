"""Cards side by side, as many to a row as there is room for; arrow keys go from one to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from coverkit.gui.start.card import Card
from coverkit.gui.theme.tokens import SPACE

GAP = 3 * SPACE


class CardGrid(QWidget):
    """Lays cards out in rows of equal cards between `least` px and half as wide again."""

    def __init__(self, parent: QWidget | None = None, least: int = 156) -> None:
        super().__init__(parent)
        self._least = least
        self._cards: list[Card] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def cards(self) -> Sequence[Card]:
        """The cards in order."""
        return tuple(self._cards)

    def set_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards; those that were shown are thrown away."""
        for old in self._cards:
            if old not in cards:
                old.hide()
                old.deleteLater()
        self._cards = list(cards)
        for card in self._cards:
            card.setParent(self)
            card.show()
        for before, after in zip(self._cards, self._cards[1:], strict=False):
            self.setTabOrder(before, after)
        self._place()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return its size at the width that it has."""
        return QSize(self._least * 2 + GAP, self.heightForWidth(max(self.width(), self._least)))

    def minimumSizeHint(self) -> QSize:
        """Return the size of one card."""
        return QSize(self._least, self.heightForWidth(max(self.width(), self._least)))

    def hasHeightForWidth(self) -> bool:
        """Its height follows its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all rows."""
        if not self._cards:
            return 0
        columns, side = self._columns(width)
        rows = -(-len(self._cards) // columns)
        return rows * self._cards[0].heightForWidth(side) + (rows - 1) * GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out anew."""
        self._place()
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the card beside, above or below."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        columns, _ = self._columns(self.width())
        steps |= {Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        focused = next((number for number, card in enumerate(self._cards) if card.hasFocus()), None)
        step = steps.get(Qt.Key(event.key()))
        if focused is None or step is None or not 0 <= focused + step < len(self._cards):
            super().keyPressEvent(event)
            return
        card = self._cards[focused + step]
        card.setFocus(Qt.FocusReason.TabFocusReason)
        if card.isCheckable():
            card.click()

    def _columns(self, width: int) -> tuple[int, int]:
        columns = max(1, (width + GAP) // (self._least + GAP))
        side = min((width - (columns - 1) * GAP) // columns, self._least * 3 // 2)
        return columns, max(side, 60)

    def _place(self) -> None:
        if not self._cards:
            return
        columns, side = self._columns(self.width())
        height = self._cards[0].heightForWidth(side)
        for number, card in enumerate(self._cards):
            row, column = divmod(number, columns)
            card.setGeometry(column * (side + GAP), row * (height + GAP), side, height)
