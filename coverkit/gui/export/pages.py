"""The pages of the export dialog after the first: at work, refused, done."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from coverkit.checks.runner import CheckResult
from coverkit.gui.export.job import Done
from coverkit.gui.panels.checks.findings import ICONS, GroupId
from coverkit.gui.panels.parts import button_row, plain_label, push_button
from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr
from coverkit.report.wording import group_title

_MOST = 40
"""Findings listed; the report has all."""
_SMALL, _LARGE = 240, 340
"""Room for the picture, px."""


class ProgressPage(QWidget):
    """What is being done, how far it is, and Cancel."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label(tr("Exporting …"), self, "title")
        self.doing, self.bar = plain_label("", self, "muted"), QProgressBar(self)
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the export"))
        self.cancel = QPushButton(tr("Cancel"), self)
        self.cancel.clicked.connect(self.cancelled)
        layout = QVBoxLayout(self)
        layout.setSpacing(3 * SPACE)
        layout.addStretch(1)
        for part in (self.title, self.bar, self.doing):
            layout.addWidget(part)
        layout.addWidget(
            plain_label(tr("You can go on working; the file is made of the cover as it was when you began."), self, "small")
        )
        layout.addStretch(2)
        layout.addLayout(button_row(self.cancel))

    def show_progress(self, share: float, doing: str) -> None:
        """Move the bar."""
        self.bar.setValue(round(share * 100))
        self.doing.setText(doing)


class RefusedPage(QWidget):
    """The cover has errors: which, and the two ways on."""

    back = Signal()
    forced = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = FindingsBox(self)
        self.back_button = push_button(tr("Back to the cover"), "arrow-left", self, "primary")
        self.force_button = QPushButton(tr("Export all the same, marked as not passed"), self)
        self.back_button.clicked.connect(self.back)
        self.force_button.clicked.connect(self.forced)
        layout = QVBoxLayout(self)
        layout.setSpacing(3 * SPACE)
        layout.addLayout(_headline("circle-x", "bad", tr("The cover has errors, so it was not exported."), self))
        layout.addWidget(self.list, 1)
        layout.addWidget(
            plain_label(
                tr("A file that is exported all the same states inside, for good, that it did not pass."), self, "small"
            )
        )
        layout.addLayout(button_row(self.force_button, self.back_button))

    def show_result(self, result: CheckResult) -> None:
        """List what keeps the cover from the press."""
        self.list.show_result(result, errors_only=True)


class ResultPage(QWidget):
    """The file, its picture, its checks, and what can be done with it."""

    again = Signal()
    report = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = Path()
        self.head = QHBoxLayout()
        self.files, self.hash = plain_label("", self), plain_label("", self, "small")
        for label in (self.files, self.hash):
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.picture = QLabel(self)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.picture.setAccessibleName(tr("Picture of the exported file"))
        self.sign, self.title = QLabel(self), plain_label("", self, "title")
        self.list = FindingsBox(self)
        self.folder_button = push_button(tr("Open the folder"), "folder-open", self)
        self.file_button = push_button(tr("Open the file"), "external-link", self)
        self.report_button = push_button(tr("Save the report…"), "file-text", self)
        self.again_button = QPushButton(tr("Export again"), self)
        self.close_button = QPushButton(tr("Close"), self)
        self.close_button.setProperty("kind", "primary")
        self._lay_out()
        self.folder_button.clicked.connect(lambda: _open(self._path.parent))
        self.file_button.clicked.connect(lambda: _open(self._path))
        self.report_button.clicked.connect(self.report)
        self.again_button.clicked.connect(self.again)
        self.close_button.clicked.connect(self.closed)

    def show_done(self, done: Done) -> None:
        """Show what was made."""
        self._path = done.paths[0]
        sign, colour = ("triangle-alert", "warning") if done.forced else ("circle-check", "good")
        self.sign.setPixmap(icon(sign, colour).pixmap(26, 26))
        self.title.setText(tr("Exported, marked as not passed") if done.forced else tr("Exported and checked"))
        self.files.setText("\n".join([str(done.paths[0]), *(one.name for one in done.paths[1:])]))
        self.hash.setText(f"SHA-256 {done.sha256}")
        self.picture.setPixmap(fitted(done.picture, _SMALL, _LARGE, self.devicePixelRatioF()))
        self.list.show_result(done.exported.result)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * SPACE)
        head.addWidget(self.sign)
        head.addWidget(self.title, 1)
        right = QVBoxLayout()
        right.setSpacing(2 * SPACE)
        right.addWidget(self.files)
        right.addWidget(self.hash)
        right.addWidget(self.list, 1)
        buttons = QHBoxLayout()
        for button in (self.folder_button, self.file_button, self.report_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        right.addLayout(buttons)
        middle = QHBoxLayout()
        middle.setSpacing(5 * SPACE)
        middle.addWidget(self.picture)
        middle.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(4 * SPACE)
        layout.addLayout(head)
        layout.addLayout(middle, 1)
        layout.addLayout(button_row(self.again_button, self.close_button))


class FindingsBox(QScrollArea):
    """A short list of what was found, worst first, and how many rules were asked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Findings"))
        self.lines: list[str] = []

    def show_result(self, result: CheckResult, *, errors_only: bool = False) -> None:
        """List findings."""
        findings = [
            (count, one)
            for count, one in enumerate(result.findings, 1)
            if not errors_only or (one.severity == "error" and one.status == "open")
        ]
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 2 * SPACE, 0)
        column.setSpacing(2 * SPACE)
        counts = result.counts()
        judged = len(result.rules) - counts["not_checked"] - counts["crash"]
        words = tr("Rules asked: {count}; not checked: {open}.", count=judged, open=counts["not_checked"])
        column.addWidget(plain_label(words, content, "muted"))
        self.lines = []
        for count, finding in findings[:_MOST]:
            group: GroupId = "waived" if finding.status == "waived" else finding.severity.value
            said = f"{group_title(finding.severity)}: {finding.problem.message}"
            self.lines.append(finding.problem.message)
            column.addLayout(_line(group, f"{count}. {finding.problem.message}", said, content))
        if not findings and not counts["crash"]:
            column.addLayout(_headline("circle-check", "good", tr("Nothing found."), content))
        if len(findings) > _MOST:
            column.addWidget(plain_label(tr("… and {count} more in the report", count=len(findings) - _MOST), content, "muted"))
        column.addStretch(1)
        self.setWidget(content)


def fitted(png: bytes, width: int, height: int, ratio: float) -> QPixmap:
    """Return a picture that fits so many px, sharp on screens of any scale."""
    image = QImage.fromData(png)
    if image.isNull():
        return QPixmap()
    kept, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    picture = QPixmap.fromImage(image.scaled(round(width * ratio), round(height * ratio), kept, smooth))
    picture.setDevicePixelRatio(ratio)
    return picture


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _headline(sign: str, colour: str, words: str, parent: QWidget) -> QHBoxLayout:
    picture = QLabel(parent)
    picture.setPixmap(icon(sign, colour).pixmap(24, 24))
    row = QHBoxLayout()
    row.setSpacing(2 * SPACE)
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(plain_label(words, parent, "title"), 1)
    return row


def _line(group: GroupId, message: str, said: str, parent: QWidget) -> QHBoxLayout:
    picture, words = QLabel(parent), plain_label(message, parent)
    picture.setPixmap(icon(*ICONS[group]).pixmap(16, 16))
    words.setAccessibleName(said)
    row = QHBoxLayout()
    row.setSpacing(2 * SPACE)
    row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(words, 1)
    return row
