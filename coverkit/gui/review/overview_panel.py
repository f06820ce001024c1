"""A file at a glance: the verdict, whether it is as it was checked, what was asked of it, and what it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from coverkit.app.examining import Examined
from coverkit.app.proofs.telling import verdict_and_details
from coverkit.app.proofs.verifying import Verification, verify
from coverkit.checks.finding import Status
from coverkit.facts.page import PageFacts
from coverkit.facts.standard import claim
from coverkit.gui.review.examination import Examination
from coverkit.gui.theme.icons import icon
from coverkit.i18n import number, tr
from coverkit.records import replace
from coverkit.report.areas import Area, areas
from coverkit.report.wording import seal_words, size, verdict

_ICONS = {
    Status.PASS: ("circle-check", "good"),
    Status.NOTE: ("circle-check", "good"),
    Status.NOT_CHECKED: ("circle-dashed", "unknown"),
    Status.WARNING: ("triangle-alert", "warning"),
    Status.ERROR: ("circle-x", "bad"),
    Status.CRASH: ("circle-x", "bad"),
}
_SIDE = 18


class OverviewPanel(QScrollArea):
    """What a printer and a reviewer want to know first."""

    def __init__(self, examination: Examination, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._examination = examination
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("Overview"))
        self.verdict = QLabel(wordWrap=True)
        self.verdict.setProperty("kind", "title")
        self.proof = QLabel(wordWrap=True)
        self.proof_details = QLabel(wordWrap=True)
        self.proof_details.setProperty("kind", "small")
        for label in (self.proof, self.proof_details):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._areas = QVBoxLayout()
        self._facts = QFormLayout()
        self._facts.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._facts.setHorizontalSpacing(16)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        layout.addWidget(self.verdict)
        layout.addWidget(self.proof)
        layout.addWidget(self.proof_details)
        layout.addWidget(_heading(tr("What was asked of it")))
        layout.addLayout(self._areas)
        layout.addWidget(_heading(tr("The file")))
        layout.addLayout(self._facts)
        layout.addStretch(1)
        self.setWidget(content)
        examination.done.connect(self.show_file)
        examination.refined.connect(self.show_file)

    def show_file(self, examined: Examined) -> None:
        """Tell what was found, and ask in the background whether the file is as it was checked."""
        self.verdict.setText(verdict(examined.report))
        _clear(self._areas)
        for area in areas(examined.report.rules):
            self._areas.addWidget(_line(area))
        while self._facts.rowCount():
            self._facts.removeRow(0)
        for name, value in _facts(examined):
            shown = QLabel(value, wordWrap=True)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._facts.addRow(_muted(name), shown)
        for label in (self.proof, self.proof_details):
            label.setVisible(examined.facts is not None)
        if examined.facts is not None:
            path: Path = self._examination.path
            self.proof.setText(tr("Looking whether it is as it was checked …"))
            self.proof_details.setText("")
            self._examination.in_background("verify", lambda task: verify(path), self._show_proof)

    def _show_proof(self, found: object) -> None:
        assert isinstance(found, Verification)
        kind = {"unchanged": "good", "no-proof": "muted"}.get(found.state, "bad")
        self.proof.setProperty("kind", kind)
        self.proof.style().polish(self.proof)
        first, rest = verdict_and_details(replace(found, path=self._examination.path.name))
        self.proof.setText(first)
        self.proof_details.setText(rest)
        self.proof_details.setVisible(bool(rest))


def _line(area: Area) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 2, 0, 2)
    layout.setSpacing(8)
    sign = QLabel()
    name, colour = _ICONS[area.status]
    sign.setPixmap(icon(name, colour).pixmap(_SIDE, _SIDE))
    text = QLabel(tr(area.title), wordWrap=True)
    state = QLabel(_state(area))
    state.setProperty("kind", "small")
    layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    layout.addWidget(text, 1)
    layout.addWidget(state)
    row.setAccessibleName(f"{text.text()}: {state.text()}")
    return row


def _state(area: Area) -> str:
    if area.failed:
        return tr("{count} of {rules} rules object", count=area.failed, rules=area.rules)
    if area.unchecked:
        return tr("{count} of {rules} not checked", count=area.unchecked, rules=area.rules)
    return tr("rules: {rules}, no violation", rules=area.rules)


def _facts(examined: Examined) -> list[tuple[str, str]]:
    report, facts = examined.report, examined.facts
    subject = report.subject
    rows = [(tr("File name"), subject.name), (tr("SHA-256"), f"{subject.sha256[:16]}…")]
    if subject.trim_mm is not None:
        rows.append((tr("Trim"), size(subject.trim_mm)))
    if facts is not None:
        intent = facts.intent
        rows += [
            (tr("Standard"), claim(facts) or tr("none named")),
            (tr("PDF version"), facts.version),
            (tr("Pages"), str(facts.page_count)),
            (tr("Output condition"), tr("none") if intent is None else (intent.identifier or intent.condition or intent.info)),
        ]
        if facts.pages:
            rows += _of_page(facts.pages[0])
    if subject.campaign is not None:
        rows.append((tr("Campaign"), f"{subject.campaign.title} ({seal_words(subject.campaign.seal)})"))
    return rows


def _of_page(page: PageFacts) -> list[tuple[str, str]]:
    if page.trim is None:
        bleed = tr("no TrimBox")
    elif page.bleed is None:
        bleed = tr("no BleedBox")
    else:
        left, top, right, bottom = (number(side, 1) for side in page.bleed.margins(page.trim))
        bleed = tr("left {left}, top {top}, right {right}, bottom {bottom} mm", left=left, top=top, right=right, bottom=bottom)
    images = [one.ppi for one in page.images if not one.mask]
    rows = [(tr("Bleed"), bleed), (tr("Fonts"), str(len(page.fonts)))]
    missing = [font.name for font in page.fonts if not font.embedded]
    if missing:
        rows.append((tr("Not embedded"), ", ".join(missing)))
    if images:
        rows.append((tr("Pictures"), tr("{count}, the lowest {ppi} ppi", count=len(images), ppi=number(min(images), 0))))
    return rows


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", "muted")
    return label


def _muted(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("kind", "muted")
    return label


def _clear(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.deleteLater()
