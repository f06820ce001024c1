"""The Campaign panel: what the dispatch orders, ticked off by the rules as the cover changes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from coverkit.app.pipeline import Checked
from coverkit.campaigns.campaign import Campaign
from coverkit.checks.finding import RuleResult, Status
from coverkit.gui.editor import Editor
from coverkit.gui.panels.campaign_orders import orders_of, slogan_lines
from coverkit.gui.panels.editors.choice import days
from coverkit.gui.panels.inspector.section import Section, rule
from coverkit.gui.panels.panel import Panel
from coverkit.gui.panels.parts import plain_label as _label
from coverkit.gui.panels.parts import push_button
from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr
from coverkit.layout.cover import Cover
from coverkit.report.wording import seal_words, status_word

_SIGNS: dict[Status, tuple[str, str]] = {
    Status.PASS: ("circle-check", "good"),
    Status.NOTE: ("info", "unknown"),
    Status.WARNING: ("triangle-alert", "warning"),
    Status.ERROR: ("circle-x", "bad"),
    Status.NOT_CHECKED: ("circle-dashed", "unknown"),
    Status.CRASH: ("circle-x", "bad"),
}
_SEAL_KINDS = {"valid": "badge-good", "unsigned": "badge", "invalid": "badge-bad", "unknown-issuer": "badge-warning"}


class CampaignPanel(Panel):
    """The order, its standing and seal, each thing it wants with a tick, and its slogans."""

    def __init__(self, editor: Editor, edit_details: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._edit_details = edit_details
        self._shown: tuple[object, ...] = ()
        self.rows: dict[str, _Order] = {}
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("Campaign"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self.setFocusProxy(self.area)
        editor.composed.connect(self._build)
        editor.checked.connect(self._tick)
        self._build(editor.cover)
        if editor.findings is not None:
            self._tick(editor.findings)

    def _build(self, cover: Cover) -> None:
        """Build the panel anew where another campaign, date or version came; not while something is dragged."""
        campaign = cover.campaign
        fresh = (campaign and campaign.sha256, cover.document.issue.date, cover.newest_campaign_version)
        if fresh == self._shown:
            return
        self._shown = fresh
        self.rows = {}
        content = QWidget()
        content.setProperty("kind", "surface")
        column = QVBoxLayout(content)
        column.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(3 * SPACE)
        if campaign is None:
            self._fill_empty(column, content)
        else:
            self._fill(column, content, cover, campaign)
        column.addStretch(1)
        self.area.setWidget(content)

    def _fill_empty(self, column: QVBoxLayout, parent: QWidget) -> None:
        column.addWidget(_label(tr("No campaign"), parent, "title"))
        column.addWidget(
            _label(
                tr("This cover carries no official banner and no slogan. Choose a campaign where a dispatch orders one."),
                parent,
            )
        )
        button = push_button(tr("Choose a campaign…"), "stamp", parent)
        button.clicked.connect(lambda: self._edit_details())
        column.addWidget(button)

    def _fill(self, column: QVBoxLayout, parent: QWidget, cover: Cover, campaign: Campaign) -> None:
        dispatch = campaign.dispatch
        head = QVBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(_label(campaign.title, parent, "title"))
        head.addWidget(_label(f"{dispatch.citation} – {dispatch.issuer}", parent, "muted"))
        for badges in _badges(campaign):
            head.addLayout(_badge_row(badges, parent))
        for words in _warnings(cover, campaign):
            head.addWidget(_label(words, parent, "warning"))
        column.addLayout(head)
        orders = Section(tr("What the dispatch orders"), parent)
        if dispatch.clause:
            orders.reason.setText(f"“{dispatch.clause}”")
            orders.reason.show()
        for order in orders_of(cover, campaign):
            row = _Order(order.rule, order.title, order.detail, orders)
            orders.grid.addWidget(row, orders.grid.rowCount(), 0, 1, 2)
            self.rows[order.rule] = row
        column.addWidget(orders)
        column.addWidget(rule(parent))
        column.addWidget(_slogans(cover, campaign, parent))
        column.addWidget(rule(parent))
        column.addWidget(_about(campaign, parent))

    def _tick(self, checked: Checked) -> None:
        for result in checked.result.rules:
            row = self.rows.get(result.id)
            if row is not None:
                row.show_result(result)


class _Order(QWidget):
    """One thing that is ordered: a sign, what it is, and what is wrong with it."""

    def __init__(self, rule_id: str, title: str, detail: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.rule = rule_id
        self._title = title
        self.sign, self.told = QLabel(self), _label("", self, "small")
        self.sign.setPixmap(icon("circle-dashed", "unknown").pixmap(18, 18))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_label(title, self))
        if detail:
            words.addWidget(_label(detail, self, "small"))
        words.addWidget(self.told)
        self.told.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.setAccessibleName(title)

    def show_result(self, result: RuleResult) -> None:
        """Tick it off, or say what is wrong."""
        self.sign.setPixmap(icon(*_SIGNS[result.status]).pixmap(18, 18))
        self.sign.setToolTip(status_word(result.status))
        self.setAccessibleName(f"{self._title}: {status_word(result.status)}")
        told = [one.problem.message for one in result.findings if one.status == "open"]
        if not told and result.status is Status.NOT_CHECKED:
            told = [result.reason]
        self.told.setText(" ".join(told))
        self.told.setVisible(bool(told))


def _badges(campaign: Campaign) -> tuple[tuple[tuple[str, str], ...], ...]:
    """Return rows of badges: words and look. The words about seals are long."""
    sample, seal = campaign.standing == "sample", seal_words(campaign.seal)
    standing = (tr("Sample"), "badge-warning") if sample else (tr("Official"), "badge-good")
    version = (tr("Version {number}", number=campaign.version), "badge")
    return (standing, version), ((seal[:1].upper() + seal[1:], _SEAL_KINDS[campaign.seal]),)


def _badge_row(badges: tuple[tuple[str, str], ...], parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(int(1.5 * SPACE))
    for words, kind in badges:
        label = QLabel(words, parent)
        label.setProperty("kind", kind)
        row.addWidget(label)
    row.addStretch(1)
    return row


def _warnings(cover: Cover, campaign: Campaign) -> list[str]:
    found = []
    if campaign.standing == "sample":
        found.append(tr("This campaign is a sample: its art was drawn for trials and is not the issuer's own."))
    newest = cover.newest_campaign_version
    if newest is not None and newest > campaign.version:
        found.append(tr("There is a newer version of this campaign on this computer: {number}.", number=newest))
    if campaign.seal_note and campaign.seal != "valid":
        found.append(campaign.seal_note)
    return found


def _slogans(cover: Cover, campaign: Campaign, parent: QWidget) -> Section:
    day = cover.document.issue.date
    section = Section(tr("Slogans for the issue of {date}", date=f"{day:%d/%m/%Y}"), parent)
    lines = slogan_lines(campaign, day)
    if not lines:
        section.reason.setText(tr("No slogan of this campaign is valid on this date."))
        section.reason.show()
    for text, detail in lines:
        holder = QWidget(section)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, SPACE)
        column.setSpacing(0)
        words = _label(text, holder)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(words)
        column.addWidget(_label(detail, holder, "small"))
        section.grid.addWidget(holder, section.grid.rowCount(), 0, 1, 2)
    return section


def _about(campaign: Campaign, parent: QWidget) -> Section:
    section = Section(tr("About the campaign"), parent)
    facts = [(tr("Issues"), days(campaign.issues))]
    if campaign.event_name:
        facts.append((tr("Event"), f"{campaign.event_name}, {days(campaign.event)}"))
    if campaign.seal == "valid":
        facts.append((tr("Seal"), campaign.seal_note))
    facts += [(tr("Rests on"), "\n".join(campaign.dispatch.rests_on))] if campaign.dispatch.rests_on else []
    for label, words in facts:
        section.add_row(label, _label(words, section))
    return section
