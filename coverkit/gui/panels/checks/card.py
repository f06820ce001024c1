"""One finding in the Checks panel: a line that folds out to why, remedy, source and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from coverkit.gui.panels.checks.findings import ICONS, Entry
from coverkit.gui.panels.parts import push_button
from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.style import current
from coverkit.gui.theme.tokens import RADIUS, SPACE
from coverkit.i18n import tr
from coverkit.report.wording import comparison

_SIGN = 18


class CardHead(QAbstractButton):
    """The line of a finding: sign, message, place. Checked means folded out."""

    stepped = Signal(int)
    """An arrow key: -1 to the finding above, 1 below."""
    entered = Signal()
    """Enter: show it on the page."""

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(entry.spoken)
        self.setAccessibleDescription(entry.title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        sign, message, place = QLabel(self), QLabel(entry.numbered, self), QLabel(entry.place, self)
        sign.setPixmap(icon(*ICONS[entry.group]).pixmap(_SIGN, _SIGN))
        message.setWordWrap(True)
        message.setTextFormat(Qt.TextFormat.PlainText)
        place.setWordWrap(True)
        place.setProperty("kind", "small")
        place.setVisible(bool(entry.place))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(message)
        words.addWidget(place)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * SPACE, int(1.5 * SPACE), 2 * SPACE, int(1.5 * SPACE))
        row.setSpacing(2 * SPACE)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        if entry.finding is not None and entry.finding.fixable and entry.finding.status == "open":
            wrench = QLabel(self)
            wrench.setPixmap(icon("wrench", "accent").pixmap(14, 14))
            wrench.setToolTip(tr("It can be mended"))
            row.addWidget(wrench, 0, Qt.AlignmentFlag.AlignTop)
        for label in self.findChildren(QLabel):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def sizeHint(self) -> QSize:
        """Return what the words need."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with arrows, fold with left and right, go there with Enter."""
        match event.key():
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case Qt.Key.Key_Right if not self.isChecked():
                self.click()
            case Qt.Key.Key_Left if self.isChecked():
                self.click()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys work here."""
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what lies under the words: chosen, under the pointer, focused."""
        painter, now = QPainter(self), current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked() or self.underMouse():
            painter.setBrush(QColor(now.tint if self.isChecked() else now.window))
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(now.accent))
            painter.drawRoundedRect(box, RADIUS, RADIUS)


class Card(QFrame):
    """A finding and, folded out, all about it."""

    opened = Signal(bool)
    shown = Signal()
    mended = Signal()
    waived = Signal()
    unwaived = Signal()

    def __init__(self, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self.head = CardHead(entry, self)
        self.body: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addWidget(self.head)
        self.head.toggled.connect(self._fold)
        self.head.entered.connect(self.shown)

    def _fold(self, out: bool) -> None:
        if out and self.body is None:
            self.body = self._details()
            self._layout.addWidget(self.body)
        if self.body is not None:
            self.body.setVisible(out)
        self.opened.emit(out)

    def _details(self) -> QWidget:
        body, entry = QWidget(self), self.entry
        column = QVBoxLayout(body)
        column.setContentsMargins(2 * SPACE + _SIGN + 2 * SPACE, SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(int(1.5 * SPACE))
        for heading, words in self._first():
            if words:
                column.addWidget(_paragraph(heading, words, body))
        column.addLayout(_in_rows(self._buttons(body)))
        for heading, words in self._reasons():
            if words:
                column.addWidget(_paragraph(heading, words, body))
        rule = QLabel(entry.rule, body)
        rule.setProperty("kind", "small")
        rule.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(rule)
        return body

    def _first(self) -> tuple[tuple[str, str], ...]:
        """Return headings and words of what stands above the buttons: the good state, numbers, what to do."""
        rule, finding = ("", self.entry.title), self.entry.finding
        if finding is None:
            return (rule,)
        return rule, (tr("Measured"), comparison(finding)), (tr("Remedy"), finding.remedy)

    def _reasons(self) -> tuple[tuple[str, str], ...]:
        """Return headings and words of what stands below them: why, and by whose word."""
        why, finding = (tr("Why"), self.entry.why), self.entry.finding
        if finding is None:
            return (why,)
        return (
            why,
            (tr("Source"), finding.source),
            (tr("Set by"), finding.override_reason),
            (tr("Accepted"), finding.waiver),
        )

    def _buttons(self, parent: QWidget) -> list[list[QPushButton]]:
        """Return rows of buttons; what has many words gets a row of its own."""
        finding = self.entry.finding
        if finding is None:
            return []
        first = []
        if finding.fixable and finding.status == "open":
            first.append(_button(tr("Mend"), "wrench", self.mended, parent))
        if finding.problem.box is not None or finding.problem.element:
            first.append(_button(tr("Show on the page"), "crosshair", self.shown, parent))
        if finding.status == "waived":
            return [first, [_button(tr("Take the acceptance back"), "undo-2", self.unwaived, parent)]]
        return [first, [_button(tr("Accept, with a reason…"), "check", self.waived, parent)]]


def _in_rows(rows: list[list[QPushButton]]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE)
    for buttons in rows:
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for button in buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
    return column


def _button(words: str, sign: str, signal: object, parent: QWidget) -> QPushButton:
    button = push_button(words, sign, parent)
    button.clicked.connect(lambda: signal.emit())  # type: ignore[attr-defined]  # a bound Signal has no public type
    return button


def _paragraph(heading: str, words: str, parent: QWidget) -> QWidget:
    holder = QWidget(parent)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    if heading:
        label = QLabel(heading, holder)
        label.setProperty("kind", "small")
        column.addWidget(label)
    text = QLabel(words, holder)
    text.setWordWrap(True)
    text.setTextFormat(Qt.TextFormat.PlainText)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard)
    column.addWidget(text)
    return holder
