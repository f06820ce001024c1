"""Install a campaign: what is in the package, what its seal says, and only then the question whether to take it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QFormLayout, QLabel, QWidget

from coverkit.app import thumbnails
from coverkit.campaigns import library
from coverkit.campaigns.campaign import Campaign
from coverkit.campaigns.package import read_file
from coverkit.errors import CoverKitError
from coverkit.gui.dialogs.messages import show_error
from coverkit.gui.dialogs.sheet import Sheet
from coverkit.gui.start.campaign_list import period_words
from coverkit.gui.theme.headings import heading
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import mark, tr

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk

_SEALS = {
    "valid": ("badge-good", mark("Sealed by an issuer whom this computer trusts; nothing was changed since.")),
    "unsigned": ("badge-warning", mark("Not sealed: nobody answers for its content.")),
    "unknown-issuer": ("badge-warning", mark("Sealed, but this computer does not know the issuer.")),
    "invalid": ("badge-bad", mark("The seal is broken: something was changed after sealing. It cannot be added.")),
}
_ELEMENTS = {"banner": mark("banner"), "slogan": mark("slogan"), "emblem": mark("emblem")}
_KINDS = {"ban-tin": mark("newsletters (bản tin)"), "tai-lieu": mark("non-commercial documents")}


def install_campaign(desk: Desk, parent: QWidget | None, path: Path) -> bool:
    """Show a package and add it to the campaigns at hand if the person wants; return whether it was added.

    Raises:
        InputError: the package is damaged or refused.
    """
    campaign = library.from_zip(read_file(path), path.name)
    if CampaignDialog(campaign, parent).exec() != CampaignDialog.DialogCode.Accepted:
        return False
    library.install(campaign)
    start = desk.show_start() if not desk.covers else desk.start_window()
    if start is not None:
        start.choose_campaign(f"{campaign.id}@{campaign.version}", campaign.issues.first)
    return True


def install_by_dialog(desk: Desk, parent: QWidget | None) -> bool:
    """Ask for a package and install it; what is wrong with it is told."""
    chosen, _ = QFileDialog.getOpenFileName(
        parent, tr("Add a campaign"), desk.settings.text("folder"), tr("Campaigns (*.campaign)")
    )
    if not chosen:
        return False
    desk.settings.put("folder", str(Path(chosen).parent))
    try:
        return install_campaign(desk, parent, Path(chosen))
    except CoverKitError as error:
        show_error(parent, error.message, error.remedy)
        return False


class CampaignDialog(Sheet):
    """What a campaign says, and the question whether to add it."""

    def __init__(self, campaign: Campaign, parent: QWidget | None) -> None:
        super().__init__(tr("Add a campaign"), parent)
        self._show_banner(campaign)
        self.body.addWidget(heading(campaign.title, "strong"))
        form = QFormLayout()
        form.setHorizontalSpacing(4 * SPACE)
        form.setVerticalSpacing(2 * SPACE)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        for label, text in _facts(campaign):
            form.addRow(heading(label, "muted"), heading(text, "plain"))
        self.body.addLayout(form)
        kind, words = _SEALS[campaign.seal]
        self.body.addWidget(_badge(tr(words), kind))
        if campaign.seal_note:
            self.body.addWidget(heading(campaign.seal_note, "small"))
        if campaign.standing == "sample":
            self.body.addWidget(_badge(tr("A SAMPLE made from public sources, not an official package."), "badge-warning"))
        self.body.addStretch(1)
        self.add_cancel()
        button = self.add_button(tr("&Add it"), self.accept, primary=True)
        button.setEnabled(campaign.seal != "invalid")
        self.resize(600, 0)

    def _show_banner(self, campaign: Campaign) -> None:
        try:
            path = thumbnails.of_campaign(campaign)
        except CoverKitError:
            return
        if path is not None:
            label = QLabel()
            label.setPixmap(QPixmap(str(path)).scaledToWidth(540, Qt.TransformationMode.SmoothTransformation))
            label.setAccessibleName(tr("Banner of the campaign"))
            self.body.addWidget(label)


def _facts(campaign: Campaign) -> tuple[tuple[str, str], ...]:
    required = ", ".join(f"{one.count} {tr(_ELEMENTS.get(one.element, one.element))}" for one in campaign.required)
    return (
        (tr("Dispatch"), campaign.dispatch.citation),
        (tr("Issued by"), campaign.dispatch.issuer),
        (tr("Binds"), period_words(campaign.issues)),
        (tr("Whom"), ", ".join(tr(_KINDS.get(one, one)) for one in campaign.kinds)),
        (tr("On the cover"), required or tr("nothing is required")),
        (tr("Contents"), tr("{slogans} slogans, {art} pieces of art", slogans=len(campaign.slogans), art=len(campaign.art))),
        (tr("Version"), str(campaign.version)),
    )


def _badge(text: str, kind: str) -> QLabel:
    label = heading(text, kind)
    label.setContentsMargins(0, 0, 0, 0)
    return label
