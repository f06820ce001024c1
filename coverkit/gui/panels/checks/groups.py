"""The list of the Checks panel: groups that fold, cards in them; cards that stay the same are kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QToolButton, QVBoxLayout, QWidget

from coverkit.gui.panels.checks.card import Card
from coverkit.gui.panels.checks.findings import TITLES, Entry, GroupId, Key
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr

_CLOSED: frozenset[GroupId] = frozenset({"not_checked", "waived"})
"""Folded at first."""


class FindingList(QWidget):
    """All entries, one card at most folded out."""

    made = Signal(object)
    """A new card (`card.Card`): connect what its buttons do."""
    chosen = Signal(object)
    """A card was folded out (`findings.Entry`)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[Card] = []
        self._heads: dict[GroupId, QToolButton] = {}
        self._folded = set(_CLOSED)
        self._open: Key | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE, 0, SPACE, 2 * SPACE)
        self._column.setSpacing(2)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show entries, in their order; what is folded out stays so, and the focus stays on its finding."""
        if [card.entry for card in self.cards] == list(entries):
            return
        focused = next((card.entry.key for card in self.cards if card.isAncestorOf(_focus(self))), None)
        kept = {card.entry: card for card in self.cards if card.entry in set(entries)}
        self._empty(set(kept.values()))
        self.cards = []
        for group in TITLES:
            members = [one for one in entries if one.group == group]
            if members:
                self._column.addWidget(self._head(group, len(members)))
                for entry in members:
                    self._add(kept.get(entry), entry)
        self._column.addStretch(1)
        self._fold()
        again = next((card for card in self.cards if card.entry.key == focused), None)
        if again is not None:
            again.head.setFocus()

    def open(self, entry: Entry) -> Card | None:
        """Fold a finding out, and its group; return its card."""
        card = self.card_of(entry)
        if card is not None:
            self._folded.discard(card.entry.group)
            self._fold()
            card.head.setChecked(False)
            card.head.setChecked(True)
        return card

    def card_of(self, entry: Entry) -> Card | None:
        """Return the card of an entry; None where it is not listed now."""
        return next((one for one in self.cards if one.entry.key == entry.key), None)

    def ensure_laid_out(self) -> None:
        """Give every card its place now, not when the window next comes to it."""
        self._column.activate()
        self.resize(self.width(), self._column.heightForWidth(self.width()))
        self._column.activate()

    @property
    def current(self) -> Entry | None:
        """The entry that is folded out."""
        return next((card.entry for card in self.cards if card.entry.key == self._open and card.head.isChecked()), None)

    def _add(self, card: Card | None, entry: Entry) -> None:
        if card is None:
            card = Card(entry, self)
            card.opened.connect(lambda out, one=card: self._opened(one, out))
            card.head.stepped.connect(lambda by, one=card: self._step(one, by))
            card.head.setChecked(entry.key == self._open)
            self.made.emit(card)
        self._column.addWidget(card)
        self.cards.append(card)

    def _head(self, group: GroupId, count: int) -> QToolButton:
        head = QToolButton(self)
        head.setProperty("kind", "group")
        head.setText(tr("{group} ({count})", group=tr(TITLES[group]), count=count))
        head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        head.setArrowType(Qt.ArrowType.RightArrow if group in self._folded else Qt.ArrowType.DownArrow)
        head.clicked.connect(lambda: self._toggle(group))
        head.setAccessibleDescription(tr("Folds the group out or in."))
        self._heads[group] = head
        return head

    def _toggle(self, group: GroupId) -> None:
        self._folded ^= {group}
        self._fold()

    def _fold(self) -> None:
        for card in self.cards:
            card.setVisible(card.entry.group not in self._folded)
        for group, head in self._heads.items():
            head.setArrowType(Qt.ArrowType.RightArrow if group in self._folded else Qt.ArrowType.DownArrow)

    def _opened(self, card: Card, out: bool) -> None:
        if not out:
            return
        self._open = card.entry.key
        for other in self.cards:
            if other is not card and other.head.isChecked():
                other.head.setChecked(False)
        self.chosen.emit(card.entry)

    def _step(self, card: Card, by: int) -> None:
        seen = [one for one in self.cards if one.entry.group not in self._folded]
        place = seen.index(card) + by
        if 0 <= place < len(seen):
            seen[place].head.setFocus(Qt.FocusReason.TabFocusReason)

    def _empty(self, kept: set[Card]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in kept:
                widget.hide()
                widget.deleteLater()
        self._heads = {}


def _focus(widget: QWidget) -> QWidget:
    focused = QApplication.focusWidget()
    return widget if focused is None else focused
