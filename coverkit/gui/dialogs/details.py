"""Cover details: unit, issue, date, kind, size, printer, campaign and design of an open cover, changed in one step."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coverkit.app import thumbnails
from coverkit.formats.pages import page_format
from coverkit.formats.printers import printer_profiles
from coverkit.gui.dialogs.fields import Field, choices, choose
from coverkit.gui.dialogs.issue_fields import IssueFields
from coverkit.gui.dialogs.sheet import Sheet, scrolled
from coverkit.gui.dialogs.units import kept_units
from coverkit.gui.start.campaign_card import CampaignCard
from coverkit.gui.start.campaign_list import CampaignList
from coverkit.gui.start.design_grid import DesignGrid
from coverkit.gui.start.pictures import Pictures
from coverkit.gui.start.shelf import Offered, Shelf, load_shelf
from coverkit.gui.start.unit_choice import UnitChoice
from coverkit.gui.theme.headings import heading
from coverkit.gui.theme.tokens import SPACE
from coverkit.gui.windows.sizes import fit_screen
from coverkit.gui.work.worker import Worker
from coverkit.i18n import tr
from coverkit.layout.design import design
from coverkit.model import edits
from coverkit.model.document import Document, Issue, PackageRef, PageFormat, Unit
from coverkit.model.edits import Changed, Edited
from coverkit.model.locks import Permissions
from coverkit.records import dataclass

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk
    from coverkit.gui.editor import Editor

_QUIET = 250


@dataclass(frozen=True, slots=True)
class Setup:
    """What the dialog sets; calling it is the edit."""

    issue: Issue
    unit: Unit
    format: PageFormat
    printer: str
    design: PackageRef
    campaign: PackageRef | None

    def __call__(self, document: Document, permissions: Permissions) -> Edited:
        """Set everything as one edit."""
        steps: tuple[Callable[[Document], Edited], ...] = (
            lambda before: edits.set_issue(before, self.issue),
            lambda before: edits.set_unit(before, self.unit),
            lambda before: edits.set_format(before, self.format),
            lambda before: edits.set_printer(before, self.printer),
            lambda before: edits.set_design(before, self.design),
            lambda before: edits.set_campaign(before, self.campaign),
        )
        fresh = document
        for step in steps:
            fresh = step(fresh).document
        changed = Changed(page=True, campaign=self.campaign != document.campaign)
        return Edited(fresh, changed, tr("Change the cover's details"))


class DetailsDialog(Sheet):
    """The dialog. It makes one step of the history, or none."""

    def __init__(self, desk: Desk, editor: Editor, parent: QWidget | None) -> None:
        super().__init__(tr("Cover details"), parent)
        self._editor = editor
        document = editor.document
        self._worker = Worker(self, "coverkit-details")
        self._pictures = Pictures(self._worker, self)
        self.issue = IssueFields(document.issue)
        self.unit = UnitChoice(desk)
        self.printer = choices(*((one.name, one.id) for one in printer_profiles()))
        choose(self.printer, document.printer)
        self.campaigns = CampaignList(self._ask_banner)
        self.designs = DesignGrid()
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self._show_designs)
        self._lay_out()
        self._offer(document)
        self.add_cancel()
        self.add_button(tr("&Change the cover"), self._apply, primary=True)
        self.finished.connect(lambda result: self._worker.close())
        fit_screen(self, 1120, 700)
        self._quiet.start(0)

    @property
    def setup(self) -> Setup:
        """What the fields say."""
        chosen = design(self.designs.chosen)
        return Setup(
            self.issue.issue,
            self.unit.unit or self._editor.document.unit,
            self._format(),
            str(self.printer.currentData()),
            self._design(chosen.id, chosen.version, chosen.sha256),
            self._campaign(),
        )

    def _design(self, name: str, version: int, sha256: str) -> PackageRef:
        present = self._editor.document.design
        return present if present.id == name else PackageRef(name, version, sha256)

    def _format(self) -> PageFormat:
        present = self._editor.document.format
        return present if present.id == self.issue.format_name else page_format(self.issue.format_name)

    def _campaign(self) -> PackageRef | None:
        offered = self.campaigns.offered
        present = self._editor.document.campaign
        if offered is None:
            return None
        if present is not None and f"{present.id}@{present.version}" == offered.name:
            return present
        return self._editor.session.take_in_campaign(offered.campaign)

    def _offer(self, document: Document) -> None:
        shelf = self._shelf(load_shelf())
        self.issue.set_formats(shelf.formats, document.format)
        kept = tuple(unit for unit in kept_units() if unit != document.unit)
        self.unit.set_units((document.unit, *kept) if document.unit.name else kept, document.unit.name)
        name = f"{document.campaign.id}@{document.campaign.version}" if document.campaign else ""
        self.campaigns.set_shelf(shelf, name)
        self.campaigns.show_for(document.issue)
        self.designs.set_designs(shelf.designs, document.design.id)
        self.issue.changed.connect(self._changed)
        self.campaigns.chosen.connect(lambda chosen: self._changed())
        self.campaigns.date_wanted.connect(self.issue.date.setDate)
        self.designs.chosen_changed.connect(self._changed)
        self.unit.changed.connect(self._changed)

    def _shelf(self, shelf: Shelf) -> Shelf:
        """Return what is at hand together with the campaign that travels in the cover."""
        campaign = self._editor.project.campaign
        if campaign is None or shelf.named(f"{campaign.id}@{campaign.version}") is not None:
            return shelf
        own = Offered(f"{campaign.id}@{campaign.version}", campaign)
        return Shelf((own, *shelf.campaigns), shelf.designs, shelf.formats, shelf.problems)

    def _changed(self) -> None:
        self.campaigns.show_for(self.issue.issue)
        self._quiet.start()

    def _show_designs(self) -> None:
        width, height = self.issue.page_size
        self.designs.set_aspect(width / height)
        for name in self.designs.names:
            look = self._look(name)
            self._pictures.ask(
                f"design {name}",
                look,
                lambda look=look: thumbnails.of_look(look),  # type: ignore[misc] # mypy cannot type a default in a lambda
                lambda picture, name=name: self.designs.show_picture(name, picture),  # type: ignore[misc] # the same
                urgency=2 if name == self.designs.chosen else 1,
            )

    def _look(self, name: str) -> thumbnails.Look:
        issue = self.issue.issue
        texts = {one.id: value for one in self._editor.document.elements if isinstance(value := one.values.get("text"), str)}
        return thumbnails.Look(
            name,
            self.campaigns.name,
            self.issue.format_name,
            self.unit.unit or Unit(),
            issue.date,
            issue.number,
            issue.kind,
            tuple(sorted(texts.items())),
        )

    def _ask_banner(self, offered: Offered, card: CampaignCard) -> None:
        campaign = offered.campaign
        self._pictures.ask(
            f"banner {offered.name}", campaign.sha256, lambda: thumbnails.of_campaign(campaign), card.set_banner, urgency=3
        )

    def _apply(self) -> None:
        self.accept()
        self._editor.perform(self.setup)

    def _lay_out(self) -> None:
        left = QWidget()
        fields = QVBoxLayout(left)
        fields.setContentsMargins(0, 0, 2 * SPACE, 0)
        fields.setSpacing(3 * SPACE)
        for part in (self.unit, self.issue, Field(tr("&Printer profile"), self.printer)):
            fields.addWidget(part)
        fields.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(5 * SPACE)
        row.addWidget(scrolled(left), 4)
        row.addLayout(_titled(tr("Campaign"), scrolled(self.campaigns)), 4)
        row.addLayout(_titled(tr("Design"), scrolled(self.designs)), 5)
        self.body.addLayout(row, 1)


def _titled(title: str, widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(2 * SPACE)
    column.addWidget(heading(title, "section"))
    column.addWidget(widget, 1)
    return column
