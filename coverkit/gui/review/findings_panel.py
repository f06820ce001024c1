"""The findings of a file: a list that is stepped through with the keyboard, and the reasons of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from coverkit.app.examining import Examined
from coverkit.checks.finding import Finding, Severity, Status
from coverkit.gui.review.examination import Examination
from coverkit.gui.theme.icons import icon
from coverkit.i18n import tr
from coverkit.report.data import ReportSubject
from coverkit.report.wording import comparison, group_title, small_print

_ICONS = {
    Severity.ERROR: ("circle-x", "bad"),
    Severity.WARNING: ("triangle-alert", "warning"),
    Severity.NOTE: ("info", "muted"),
}
_ROLE = Qt.ItemDataRole.UserRole


class FindingsPanel(QWidget):
    """All findings, numbered as in every report, and what was not checked."""

    def __init__(self, examination: Examination, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._examination = examination
        self._subject: ReportSubject | None = None
        self.search = QLineEdit(placeholderText=tr("Search the findings"))
        self.search.setAccessibleName(tr("Search the findings"))
        self.search.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Findings"))
        self.list.setWordWrap(True)
        self.detail = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail.setContentsMargins(12, 8, 12, 12)
        self.empty = QLabel(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        self.empty.setProperty("kind", "muted")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.addWidget(self.search)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.empty)
        layout.addWidget(self.detail)
        self.list.currentItemChanged.connect(lambda now, before: self._choose(now))
        self.search.textChanged.connect(self._sift)
        examination.done.connect(self.show_findings)
        examination.refined.connect(self.show_findings)

    def show_findings(self, examined: Examined) -> None:
        """Fill the list."""
        report = examined.report
        self._subject = report.subject
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.clear()
        for place, finding in enumerate(report.findings, 1):
            self._add(place, finding)
        for rule in report.rules:
            if rule.status in (Status.NOT_CHECKED, Status.CRASH):
                text = f"{tr(report.title_of(rule.id))}\n{rule.reason}"
                self.list.addItem(QListWidgetItem(icon("circle-dashed", "unknown"), text))
        self.empty.setText(tr("Nothing was found and nothing is left unchecked."))
        self.empty.setVisible(self.list.count() == 0)
        self.detail.setText("")
        self.list.setCurrentRow(row if row < self.list.count() else -1)
        self.list.blockSignals(False)
        self._sift(self.search.text())

    def step(self, by: int) -> None:
        """Go to the next or the previous finding that is shown."""
        rows = [row for row in range(self.list.count()) if self._finding(row) is not None and not self.list.isRowHidden(row)]
        if not rows:
            return
        now = self.list.currentRow()
        after = [row for row in rows if (row > now if by > 0 else row < now)]
        self.list.setCurrentRow((after[0] if by > 0 else after[-1]) if after else (rows[0] if by > 0 else rows[-1]))

    def _add(self, place: int, finding: Finding) -> None:
        name, colour = _ICONS[finding.severity]
        row = QListWidgetItem(icon(name, colour), f"{place}. {finding.problem.message}")
        row.setData(_ROLE, finding)
        row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{group_title(finding.severity)}: {finding.problem.message}")
        self.list.addItem(row)

    def _finding(self, row: int) -> Finding | None:
        found = self.list.item(row).data(_ROLE)
        return found if isinstance(found, Finding) else None

    def _choose(self, item: QListWidgetItem | None) -> None:
        found = None if item is None else item.data(_ROLE)
        if not isinstance(found, Finding) or self._subject is None:
            self.detail.setText("")
            return
        lines = [f"<b>{_safe(found.remedy)}</b>", _safe(comparison(found))]
        lines += [_safe(line) for line in small_print(found, self._subject)]
        lines.append(f"{_safe(found.rule)} · {_safe(found.code)}")
        self.detail.setText("<br>".join(line for line in lines if line))
        self._examination.point_out(found)

    def _sift(self, wanted: str) -> None:
        for row in range(self.list.count()):
            self.list.setRowHidden(row, wanted.casefold() not in self.list.item(row).text().casefold())


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
