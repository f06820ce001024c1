"""The head of the Checks panel: how many of what, or that nothing was found."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coverkit.checks.runner import CheckResult
from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr


class Summary(QWidget):
    """Counts as badges; a friendly word where there is nothing to do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.errors, self.warnings, self.notes = (_badge(kind, self) for kind in ("badge-bad", "badge-warning", "badge"))
        self.words, self._sign = QLabel(tr("Checking …"), self), QLabel(self)
        self.running = QLabel("", self)
        self.words.setWordWrap(True)
        self.running.setProperty("kind", "small")
        badges = QHBoxLayout()
        badges.setSpacing(int(1.5 * SPACE))
        for label in (self.errors, self.warnings, self.notes):
            label.hide()
            badges.addWidget(label)
        badges.addStretch(1)
        badges.addWidget(self.running)
        line = QHBoxLayout()
        line.setSpacing(2 * SPACE)
        line.addWidget(self._sign)
        line.addWidget(self.words, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, 0, SPACE, 0)
        layout.setSpacing(SPACE)
        layout.addLayout(badges)
        layout.addLayout(line)

    def show_running(self) -> None:
        """Say that the findings shown are of an older state."""
        self.running.setText(tr("Checking …"))

    def show_result(self, result: CheckResult) -> None:
        """Show what was found."""
        self.running.clear()
        counts = result.counts()
        errors, warnings, notes = counts["error"] + counts["crash"], counts["warning"], counts["note"]
        _count(self.errors, tr("Errors: {count}", count=errors), errors)
        _count(self.warnings, tr("Warnings: {count}", count=warnings), warnings)
        _count(self.notes, tr("Notes: {count}", count=notes), notes)
        judged = len(result.rules) - counts["not_checked"] - counts["crash"]
        clean = not errors and not warnings
        if clean and not notes:
            words = tr("Nothing found by these {count} rules. You can export.", count=judged)
        elif clean:
            words = tr("Only notes: nothing keeps you from exporting.")
        else:
            words = ""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self._sign.setVisible(clean)
        if clean:
            self._sign.setPixmap(icon("circle-check", "good").pixmap(22, 22))

    def show_nothing_matches(self, so: bool) -> None:
        """Say that search and filter leave nothing."""
        if so:
            self.running.setText(tr("Nothing matches"))
        elif self.running.text() == tr("Nothing matches"):
            self.running.clear()


def _badge(kind: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("kind", kind)
    return label


def _count(label: QLabel, words: str, count: int) -> None:
    label.setText(words)
    label.setVisible(count > 0)
