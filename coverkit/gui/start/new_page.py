"""The page that begins a cover: the issue and its campaign, designs as they would look, and a short form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from coverkit.gui.dialogs.fields import choose
from coverkit.gui.dialogs.issue_fields import IssueFields
from coverkit.gui.drops import files_in
from coverkit.gui.start.campaign_card import CampaignCard
from coverkit.gui.start.campaign_list import CampaignList
from coverkit.gui.start.columns import column, side_by_side, titled, with_foot
from coverkit.gui.start.content_form import ContentForm
from coverkit.gui.start.design_grid import DesignGrid
from coverkit.gui.start.picture_well import ENDINGS
from coverkit.gui.start.pictures import Pictures
from coverkit.gui.start.unit_choice import UnitChoice
from coverkit.gui.theme.headings import heading
from coverkit.i18n import tr
from coverkit.model.document import Issue, Kind, Unit
from coverkit.records import dataclass

if TYPE_CHECKING:
    from coverkit.app.covers import Changes
    from coverkit.app.thumbnails import Look
    from coverkit.gui.desk import Desk
    from coverkit.gui.start.shelf import Offered, Shelf

_QUIET = 350
"""Milliseconds of quiet after a keystroke before the designs are drawn with what was typed."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What was filled in on a page: the issue, the campaign's name, the design, the format's place, texts and pictures."""

    issue: Issue
    campaign: str
    design: str
    format: int
    content: tuple[Mapping[str, str], Mapping[str, Path]]


class NewPage(QWidget):
    """Three columns: which issue, which design, what stands on it."""

    made = Signal(object)
    """What the cover starts with (`app.covers.Changes`)."""

    def __init__(self, desk: Desk, pictures: Pictures) -> None:
        super().__init__()
        self._desk = desk
        self._pictures = pictures
        self._shelf: Shelf | None = None
        self.issue = IssueFields(_first_issue(desk))
        self.campaigns = CampaignList(self._ask_banner)
        self.designs = DesignGrid()
        self.unit = UnitChoice(desk)
        self.content = ContentForm()
        self.make_button = QPushButton(tr("&Make the cover"))
        self.make_button.setProperty("kind", "primary")
        self.make_button.setEnabled(False)
        self.make_button.setToolTip(tr("Make the cover (Ctrl+Enter)"))
        self._problem = heading("", "bad")
        self._problem.hide()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self.show_designs)
        self.setAcceptDrops(True)
        self._lay_out()
        self._connect()

    def set_shelf(self, shelf: Shelf) -> None:
        """Offer what is at hand; the choices of last time are made again."""
        settings = self._desk.settings
        self._shelf = shelf
        self.issue.set_formats(shelf.formats, settings.text("format", "ban-tin-190x270"))
        self.campaigns.set_shelf(shelf, None)
        self.designs.set_designs(shelf.designs, settings.text("design"))
        self._problem.setText("\n".join(shelf.problems))
        self._problem.setVisible(bool(shelf.problems))
        self.make_button.setEnabled(True)
        self.show_units()
        self._issue_changed()
        self._design_chosen()
        self._order_keys()

    def show_units(self) -> None:
        """Offer the units that are kept."""
        from coverkit.gui.dialogs.units import kept_units

        self.unit.set_units(kept_units(), self._desk.settings.text("unit"))

    def choose_campaign(self, name: str, day: dt.date | None) -> None:
        """Choose a campaign that was added just now, with a date that it binds."""
        if day is not None:
            self._set_date(day)
        if self._shelf is not None and self._shelf.named(name) is not None:
            self.campaigns.set_shelf(self._shelf, name)
            self._issue_changed()

    def begun(self) -> Begun:
        """Return what was filled in so far."""
        format_ = self.issue.format.currentIndex()
        return Begun(self.issue.issue, self.campaigns.name, self.designs.chosen, format_, self.content.state())

    def take_up(self, begun: Begun) -> None:
        """Go on with what was filled in on a page of a window that was built anew; the shelf is there."""
        self._set_date(begun.issue.date)
        self.issue.number.setText(begun.issue.number)
        choose(self.issue.kind, begun.issue.kind)
        self.issue.format.setCurrentIndex(begun.format)
        if self._shelf is not None:
            self.campaigns.set_shelf(self._shelf, begun.campaign)
            self._issue_changed()
        self.designs.choose(begun.design)

    def begin(self) -> None:
        """Put the cursor where filling in begins."""
        self.issue.date.setFocus(Qt.FocusReason.OtherFocusReason)

    def changes(self) -> Changes:
        """Return what the cover starts with, as the page says."""
        from coverkit.app.covers import Changes

        issue = self.issue.issue
        return Changes(
            campaign=self.campaigns.name or None,
            design=self.designs.chosen,
            format=self.issue.format_name,
            printer=self._desk.settings.text("printer") or None,
            unit=self.unit.unit,
            issue_date=issue.date,
            number=issue.number,
            kind=issue.kind,
            texts=self.content.texts,
            pictures=self.content.pictures,
        )

    def look(self, design: str) -> Look:
        """Return how a design would look with what the page says so far."""
        from coverkit.app.thumbnails import Look

        issue = self.issue.issue
        return Look(
            design,
            self.campaigns.name,
            self.issue.format_name,
            self.unit.unit or Unit(),
            issue.date,
            issue.number,
            issue.kind,
            tuple(sorted(self.content.texts.items())),
            tuple(sorted(self.content.pictures.items())),
        )

    def finish(self) -> None:
        """Make the cover, or say what is missing and go there."""
        wanting = [one for one in (self._complain_number(), self.unit.complain(), self.content.complain()) if one is not None]
        if wanting:
            wanting[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._form.ensureWidgetVisible(wanting[0])
            return
        self._remember()
        self.made.emit(self.changes())

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the designs when the page is looked at."""
        super().showEvent(event)
        self._quiet.start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a picture anywhere on the page."""
        if files_in(event.mimeData(), ENDINGS) and self.content.free_well() is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """Put a dropped picture into the first place that has none."""
        found, well = files_in(event.mimeData(), ENDINGS), self.content.free_well()
        if found and well is not None:
            event.acceptProposedAction()
            well.set_path(found[0])

    def show_designs(self) -> None:
        """Have every design drawn with what the page says; the chosen one first. Not before somebody looks at them."""
        if self._shelf is None or not self.isVisible():
            return
        width, height = self.issue.page_size
        self.designs.set_aspect(width / height)
        from coverkit.app import thumbnails

        for name in self.designs.names:
            look = self.look(name)
            self._pictures.ask(
                f"design {name}",
                look,
                lambda look=look: thumbnails.of_look(look),  # type: ignore[misc] # mypy cannot type a default in a lambda
                lambda picture, name=name: self.designs.show_picture(name, picture),  # type: ignore[misc] # the same
                urgency=2 if name == self.designs.chosen else 1,
            )

    def _connect(self) -> None:
        self.issue.changed.connect(self._issue_changed)
        self.campaigns.chosen.connect(lambda name: self._issue_changed())
        self.campaigns.date_wanted.connect(self._set_date)
        self.designs.chosen_changed.connect(self._design_chosen)
        self.unit.changed.connect(self.show_designs)
        self.content.changed.connect(self._quiet.start)
        self.content.picture_chosen.connect(self._show_small)
        self.make_button.clicked.connect(lambda: self.finish())

    def _issue_changed(self) -> None:
        self.campaigns.show_for(self.issue.issue)
        self._order_keys()
        self.issue.number_field.complain("")
        self._quiet.start()

    def _set_date(self, day: dt.date) -> None:
        self.issue.date.setDate(day)  # type: ignore[arg-type] # PySide takes Python's dates

    def _design_chosen(self) -> None:
        if self._shelf is None:
            return
        design = next((one for one in self._shelf.designs if one.id == self.designs.chosen), None)
        if design is not None:
            self.content.set_design(design)
            self._about.setText(design.about)
            self._order_keys()
        self._quiet.start()

    def _order_keys(self) -> None:
        """Let Tab go as the eye does, column by column; cards and fields that came later stand at the end of Qt's own chain."""
        parts = (self.issue, self.campaigns, self.designs, self.unit, self.content, self.make_button)
        found: list[list[QWidget]] = [[] for _ in parts]
        one: QWidget | None = self.nextInFocusChain()
        while one is not None and one is not self:
            place = next((number for number, part in enumerate(parts) if part is one or part.isAncestorOf(one)), None)
            # Of cards that exclude one another Qt lets Tab come to the chosen one alone; another may be chosen later.
            if place is not None and one.focusPolicy() != Qt.FocusPolicy.NoFocus:
                found[place].append(one)
            one = one.nextInFocusChain()
        for before, after in pairwise(widget for part in found for widget in part):
            QWidget.setTabOrder(before, after)

    def _ask_banner(self, offered: Offered, card: CampaignCard) -> None:
        from coverkit.app import thumbnails

        campaign = offered.campaign
        self._pictures.ask(
            f"banner {offered.name}", campaign.sha256, lambda: thumbnails.of_campaign(campaign), card.set_banner, urgency=3
        )

    def _show_small(self, slot: str) -> None:
        from coverkit.app import thumbnails

        well, path = self.content.well(slot), self.content.pictures.get(slot)
        if well is None or path is None:
            return
        self._pictures.ask(f"well {slot}", path, lambda: thumbnails.reduced(path), well.show_picture, urgency=4)

    def _complain_number(self) -> QWidget | None:
        missing = self.issue.issue.kind == "ban-tin" and not self.issue.issue.number
        self.issue.number_field.complain(tr("A newsletter has a number.") if missing else "")
        return self.issue.number if missing else None

    def _remember(self) -> None:
        settings = self._desk.settings
        settings.put("format", self.issue.format_name)
        settings.put("design", self.designs.chosen)
        settings.put("kind", self.issue.issue.kind)
        settings.put("number", self.issue.issue.number)

    def _lay_out(self) -> None:
        self._about = heading("", "muted")
        self._about.setMinimumHeight(2 * self._about.fontMetrics().lineSpacing())
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._form = column(tr("3  What stands on it"), "surface", self.unit, self.content)
        side_by_side(
            self,
            column(tr("1  The issue"), "surface", self.issue, titled(tr("Campaign"), self.campaigns)),
            column(tr("2  The design"), "ground", self._about, self.designs),
            with_foot(self._form, tr("Everything can be changed afterwards."), self._problem, self.make_button),
        )


def _first_issue(desk: Desk) -> Issue:
    """Return the issue that is likely next: dated today, its number one higher than the last one's."""
    last = desk.settings.text("number")
    kind: Kind = "tai-lieu" if desk.settings.text("kind") == "tai-lieu" else "ban-tin"
    return Issue(dt.date.today(), str(int(last) + 1) if last.isascii() and last.isdigit() else "", kind)
