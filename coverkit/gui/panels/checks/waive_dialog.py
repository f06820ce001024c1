"""Accept a finding: with the reason, the name of who accepts it, and the date."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from coverkit.checks.finding import Finding
from coverkit.gui.dialogs.unicode_fields import UnicodeLine, UnicodeText
from coverkit.gui.panels.parts import button_row, push_button
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr
from coverkit.model.document import Waiver


class WaiveDialog(QDialog):
    """Asks for a reason and a name; without both nothing is accepted."""

    def __init__(self, finding: Finding, name: str, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        self._today = today
        self.setWindowTitle(tr("Accept a finding"))
        self.setMinimumWidth(460)
        message, hint = QLabel(finding.problem.message, self), QLabel(self)
        message.setWordWrap(True)
        message.setProperty("kind", "title")
        hint.setText(
            tr(
                "The finding stays in the report as accepted, with this reason, the name and the date {date}.",
                date=f"{today:%d/%m/%Y}",
            )
        )
        hint.setWordWrap(True)
        hint.setProperty("kind", "small")
        self.reason, self.by = UnicodeText(self), UnicodeLine(name, self)
        self.reason.setFixedHeight(90)
        self.accept_, self.cancel = (
            push_button(tr("Accept the finding"), "check", self, "primary"),
            QPushButton(tr("Cancel"), self),
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5 * SPACE, 5 * SPACE, 5 * SPACE, 4 * SPACE)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(message)
        for words, field in ((tr("Why it can be accepted"), self.reason), (tr("Accepted by"), self.by)):
            label = QLabel(words, self)
            label.setBuddy(field)
            layout.addWidget(label)
            layout.addWidget(field)
            field.setAccessibleName(words)
        layout.addWidget(hint)
        layout.addSpacing(2 * SPACE)
        layout.addLayout(button_row(self.cancel, self.accept_))
        self.accept_.setDefault(True)
        self.accept_.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.reason.textChanged.connect(self._judge)
        self.by.textChanged.connect(lambda text: self._judge())
        self._judge()

    def waiver(self) -> Waiver:
        """Return the acceptance."""
        reason, by = self.reason.toPlainText().strip(), self.by.text().strip()
        return Waiver(self._finding.rule, self._finding.code, reason, by, self._today)

    def _judge(self) -> None:
        given = self.waiver()
        self.accept_.setEnabled(bool(given.reason and given.by))
