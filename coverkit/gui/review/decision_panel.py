"""What reviewers say of a file: its history, a comment, approval or return with reasons."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coverkit.app.decisions import Entry, EntryKind, add, decision, entries, reported
from coverkit.app.examining import Examined
from coverkit.app.unit_key import own_key
from coverkit.errors import CoverKitError
from coverkit.gui.dialogs.messages import show_error
from coverkit.gui.dialogs.unicode_fields import UnicodeLine, UnicodeText
from coverkit.gui.review.examination import Examination
from coverkit.gui.settings import Settings
from coverkit.gui.theme.icons import icon
from coverkit.i18n import mark, tr
from coverkit.report.wording import moment

_WORDS: dict[EntryKind, str] = {
    "comment": mark("Comment"),
    "approved": mark("Approved"),
    "returned": mark("Returned"),
}
_ICONS: dict[EntryKind, tuple[str, str]] = {
    "comment": ("message-square-text", "muted"),
    "approved": ("thumbs-up", "good"),
    "returned": ("rotate-ccw", "bad"),
}


class DecisionPanel(QWidget):
    """The reviewer's desk."""

    def __init__(self, examination: Examination, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._examination = examination
        self._settings = settings
        self.standing = QLabel(wordWrap=True)
        self.history = QListWidget()
        self.history.setAccessibleName(tr("History of this file"))
        self.history.setWordWrap(True)
        self.words = UnicodeText()
        self.words.setPlaceholderText(tr("Comment, or reasons of the decision"))
        self.words.setAccessibleName(tr("Comment, or reasons of the decision"))
        self.words.setMaximumHeight(110)
        self.name = UnicodeLine(settings.text("reviewer"), placeholderText=tr("Your name"))
        self.name.setAccessibleName(tr("Your name"))
        self.comment = QPushButton(icon("message-square-text"), tr("Comment"))
        self.approve = QPushButton(icon("thumbs-up", "on_accent"), tr("Approve"))
        self.approve.setProperty("kind", "primary")
        self.give_back = QPushButton(icon("rotate-ccw"), tr("Return with reasons"))
        for button, kind in ((self.comment, "comment"), (self.approve, "approved"), (self.give_back, "returned")):
            button.clicked.connect(lambda checked=False, kind=kind: self._say(kind))
        self._arrange()
        examination.done.connect(lambda examined: self.refresh())

    def take_up(self, other: DecisionPanel) -> None:
        """Go on with what was being written in another window of the same file."""
        self.words.setPlainText(other.words.toPlainText())
        self.name.setText(other.name.text())

    def refresh(self) -> None:
        """Read what was said."""
        examined = self._examination.examined
        if examined is None:
            return
        try:
            said = entries(self._examination.path)
        except CoverKitError as error:
            self.standing.setText(f"{error.message} {error.remedy}")
            return
        self._show(said, examined)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(8)
        layout.addWidget(self.standing)
        layout.addWidget(self.history, 1)
        layout.addWidget(self.words)
        layout.addWidget(self.name)
        row = QHBoxLayout()
        row.addWidget(self.comment)
        row.addStretch(1)
        row.addWidget(self.give_back)
        row.addWidget(self.approve)
        layout.addLayout(row)

    def _show(self, said: tuple[Entry, ...], examined: Examined) -> None:
        now = decision(said, examined.report.subject.sha256)
        kind = "muted" if now is None else ("good" if now.kind == "approved" else "bad")
        self.standing.setProperty("kind", kind)
        self.standing.style().polish(self.standing)
        if now is None:
            older = any(one.kind != "comment" for one in said)
            text = tr("Not decided; decisions below are about older versions.") if older else tr("Not decided yet.")
        elif now.kind == "approved":
            text = tr("Approved by {name}, {time}.", name=now.by, time=moment(now.time))
        else:
            text = tr("Returned by {name}, {time}: {reasons}", name=now.by, time=moment(now.time), reasons=now.text)
        self.standing.setText(text)
        self.history.clear()
        for one in reversed(said):
            self.history.addItem(_row(one, one.sha256 == examined.report.subject.sha256))

    def _say(self, kind: EntryKind) -> None:
        examined = self._examination.examined
        if examined is None:
            return
        counts = examined.report.result.counts()
        entry = Entry(
            kind=kind,
            sha256=examined.report.subject.sha256,
            text=self.words.toPlainText().strip(),
            by=self.name.text().strip(),
            time=dt.datetime.now().astimezone().replace(microsecond=0),
            page=self._examination.page if kind == "comment" else 0,
            rule_set=examined.report.rule_set,
            errors=counts["error"],
            warnings=counts["warning"],
        )
        try:
            said = add(self._examination.path, entry, own_key())
        except CoverKitError as error:
            show_error(self, error.message, error.remedy)
            return
        self._settings.put("reviewer", entry.by)
        self._examination.decided(reported(self._examination.path, entry.sha256))
        self.words.clear()
        self._show(said, examined)


def _row(one: Entry, about_this: bool) -> QListWidgetItem:
    name, colour = _ICONS[one.kind]
    first = tr("{what} · {name}, {time}", what=tr(_WORDS[one.kind]), name=one.by, time=moment(one.time))
    notes = [one.text]
    if one.signature == "invalid":
        notes.append(tr("The signature does not belong to this text: it was changed."))
    elif one.signature == "valid":
        notes.append(tr("signed"))
    if not about_this:
        notes.append(tr("about an older version of the file"))
    item = QListWidgetItem(icon(name, colour), "\n".join((first, *(note for note in notes if note))))
    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
    return item
