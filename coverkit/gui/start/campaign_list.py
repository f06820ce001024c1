"""The campaigns to choose from: those that bind an issue of this date stand on top, the others are greyed with their dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from coverkit.gui.start.campaign_card import CampaignCard
from coverkit.gui.theme.headings import heading
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import mark, tr

if TYPE_CHECKING:
    from coverkit.campaigns.campaign import Campaign, Period
    from coverkit.gui.start.shelf import Offered, Shelf
    from coverkit.model.document import Issue

_SEALS = {
    "unsigned": mark("Not sealed"),
    "unknown-issuer": mark("Sealed by an issuer that is not known here"),
    "invalid": mark("Its seal is broken: do not use it"),
}


class CampaignList(QWidget):
    """A list of campaigns, one of them chosen; "no campaign" is a choice too."""

    chosen = Signal(str)
    """A campaign was chosen, by `ID@VERSION`; "" for none."""
    date_wanted = Signal(object)
    """The issue should get this date (`datetime.date`), so that the campaign that is chosen binds it."""

    def __init__(self, ask_banner: Callable[[Offered, CampaignCard], None]) -> None:
        super().__init__()
        self.name = ""
        self._ask_banner = ask_banner
        self._shelf: Shelf | None = None
        self._touched = False
        self._state: object = None
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._clicked)
        self._cards: list[CampaignCard] = []
        self._warning = heading("", "warning-note")
        self.use_date = QPushButton()
        self.use_date.clicked.connect(lambda: self._want_date())
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2 * SPACE)
        self._loading = QLabel(tr("Looking for campaigns …"))
        self._loading.setProperty("kind", "muted")
        self._layout.addWidget(self._loading)

    @property
    def offered(self) -> Offered | None:
        """The campaign that is chosen."""
        return self._shelf.named(self.name) if self._shelf is not None and self.name else None

    @property
    def cards(self) -> tuple[CampaignCard, ...]:
        """The cards in order."""
        return tuple(self._cards)

    def set_shelf(self, shelf: Shelf, name: str | None) -> None:
        """Offer campaigns and choose one; with None, the latest that binds the issue is chosen when the list is shown."""
        self._shelf = shelf
        self._touched = name is not None
        self.name = name or ""

    def show_for(self, issue: Issue) -> None:
        """Sort the campaigns for an issue; until a person chooses, the latest that binds it is chosen."""
        if self._shelf is None:
            return
        binding, others = self._shelf.sorted_for(issue.date, issue.kind)
        if not self._touched or (self.name and self._shelf.named(self.name) is None):
            self.name = binding[0].name if binding else ""
        state = (tuple(one.name for one in binding), issue, self.name)
        if state == self._state:
            return
        self._state = state
        self._fill(binding, others, issue.date)

    def _fill(self, binding: tuple[Offered, ...], others: tuple[Offered, ...], day: dt.date) -> None:
        had_focus = any(card.hasFocus() for card in self._cards)
        self._clear()
        if not binding:
            self._add(_note(tr("No campaign binds an issue of this date.")))
        for one in binding:
            self._add_card(_card(one, True), one)
        self._add_card(
            CampaignCard(
                "", tr("No campaign"), (tr("An ordinary issue, without banner and slogan."),), binding=True, banner=False
            )
        )
        warned = self.offered if self.offered in others else None
        if others:
            self._add(heading(tr("For issues of other dates"), "section"))
        for one in others:
            self._add_card(_card(one, False), one)
            if one is warned:
                self._warn(one, day)
        self._layout.addStretch(1)
        for card in self._cards:
            card.setChecked(card.name == self.name)
            if card.isChecked() and had_focus:
                card.setFocus()

    def _clear(self) -> None:
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget in (self._warning, self.use_date):
                widget.hide()
            elif widget is not None:
                widget.hide()
                widget.deleteLater()
        for card in self._cards:
            self._group.removeButton(card)
        self._cards = []

    def _add(self, widget: QWidget) -> None:
        self._layout.addWidget(widget)

    def _add_card(self, card: CampaignCard, offered: Offered | None = None) -> None:
        self._group.addButton(card)
        self._cards.append(card)
        self._layout.addWidget(card)
        if offered is not None:
            self._ask_banner(offered, card)

    def _warn(self, offered: Offered, day: dt.date) -> None:
        wanted = nearest(offered.campaign.issues, day)
        self._warning.setText(
            tr(
                "This campaign binds {period}. The issue is dated {date}, so its cover would be refused.",
                period=period_words(offered.campaign.issues),
                date=f"{day:%d/%m/%Y}",
            )
        )
        self.use_date.setText(tr("Date the issue {date}", date=f"{wanted:%d/%m/%Y}"))
        self.use_date.setVisible(wanted != day)
        self._warning.show()
        self._layout.addWidget(self._warning)
        self._layout.addWidget(self.use_date)
        QTimer.singleShot(0, self._warning, self._show_warning)

    def _show_warning(self) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None and self._warning.isVisible():
            area.ensureWidgetVisible(self.use_date, 0, 2 * SPACE)

    def _want_date(self) -> None:
        if self.offered is not None and self._state is not None:
            issue: Issue = self._state[1]  # type: ignore[index] # the state that `show_for` made
            self.date_wanted.emit(nearest(self.offered.campaign.issues, issue.date))

    def _clicked(self, card: CampaignCard) -> None:
        self._touched = True
        self.name = card.name
        self.chosen.emit(card.name)


def _card(offered: Offered, binding: bool) -> CampaignCard:
    campaign = offered.campaign
    lines = (campaign.dispatch.citation, period_words(campaign.issues).capitalize(), _standing(campaign))
    return CampaignCard(offered.name, campaign.title, lines, binding=binding, banner=bool(campaign.art))


def _standing(campaign: Campaign) -> str:
    # Who sealed is whose key it was, not who the package says that issued the dispatch.
    seal = campaign.seal_note.rstrip(".") if campaign.seal == "valid" else tr(_SEALS[campaign.seal])
    return tr("SAMPLE, not an official package · {seal}", seal=seal) if campaign.standing == "sample" else seal


def period_words(period: Period) -> str:
    """Return the issues that a period holds: "issues from 01/10/2020 to 30/11/2020"."""
    match period.first, period.last:
        case None, None:
            return tr("issues of every date")
        case first, None:
            return tr("issues from {first}", first=f"{first:%d/%m/%Y}")
        case None, last:
            return tr("issues until {last}", last=f"{last:%d/%m/%Y}")
        case first, last:
            return tr("issues from {first} to {last}", first=f"{first:%d/%m/%Y}", last=f"{last:%d/%m/%Y}")


def nearest(period: Period, day: dt.date) -> dt.date:
    """Return the day of a period that lies nearest to another."""
    if period.first is not None and day < period.first:
        return period.first
    if period.last is not None and day > period.last:
        return period.last
    return day


def _note(text: str) -> QLabel:
    label = heading(text, "muted")
    label.setWordWrap(True)
    return label
