"""Texts: several lines with what the page makes of them, or one line."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from coverkit.gui.dialogs.unicode_fields import UnicodeLine, UnicodeText
from coverkit.gui.panels.editors.base import Field, ValueEditor
from coverkit.gui.panels.parts import look
from coverkit.i18n import number, tr
from coverkit.layout.cover import Placed
from coverkit.model.entrance import cleaned_text
from coverkit.model.values import Value

_FEWEST, _MOST = 2, 8
"""Lines that the field shows."""
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop)


class TextEditor(ValueEditor):
    """A text of several lines; below it how it was set: size, lines, what found no room."""

    wide = True

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.text = UnicodeText(self)
        self.text.setReadOnly(field.locked)
        self.text.setAccessibleName(field.label)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.told.setProperty("kind", "small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.text)
        layout.addWidget(self.told)
        self.setFocusProxy(self.text)
        self.text.textChanged.connect(self._typed)

    def show_value(self, value: Value | None) -> None:
        """Show the text and how it was set; the caret stays where it is while the text is the same."""
        shown = value if isinstance(value, str) else ""
        if cleaned_text(self.text.toPlainText()) != shown:
            self.text.blockSignals(True)
            self.text.setPlainText(shown)
            self.text.blockSignals(False)
        self._fit_height()
        placed = self.field.placed
        words, kind = ("", "small") if placed is None else told(placed, shown)
        self.told.setText(words)
        self.told.setVisible(bool(words))
        look(self.told, kind)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other lines need another height."""
        super().resizeEvent(event)
        self._fit_height()

    def _typed(self) -> None:
        self._fit_height()
        self.changed.emit(cleaned_text(self.text.toPlainText()))

    def _fit_height(self) -> None:
        metrics = self.text.fontMetrics()
        width = max(1, self.text.viewport().width() - 2 * round(self.text.document().documentMargin()))
        wrapped = metrics.boundingRect(QRect(0, 0, width, 10_000), _WRAPPED, f"{self.text.toPlainText()}\N{ZERO WIDTH SPACE}")
        lines = min(max(round(wrapped.height() / metrics.lineSpacing()), _FEWEST), _MOST)
        height = round(lines * metrics.lineSpacing() + 2 * self.text.document().documentMargin()) + 12
        if height != self.text.height():
            self.text.setFixedHeight(height)


class LineEditor(ValueEditor):
    """A text of one line."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.line = UnicodeLine(self)
        self.line.setReadOnly(field.locked)
        self.line.setAccessibleName(field.label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self.changed.emit)

    def show_value(self, value: Value | None) -> None:
        """Show the text."""
        shown = value if isinstance(value, str) else ""
        if self.line.text() != shown:
            self.line.setText(shown)
            self.line.setCursorPosition(0)


def told(placed: Placed, written: str) -> tuple[str, str]:
    """Return how a text was set, in words, and the look of the words: `small`, or `bad` where something is lost."""
    if placed.text is None:
        return "", "small"
    if placed.text.overset:
        lost = placed.text.overset_text.strip()
        return tr("No room for: “{text}”. Shorten the text or enlarge its box.", text=lost), "bad"
    if placed.text.missing:
        return tr("The typeface has no sign for: {signs}", signs=" ".join(placed.text.missing)), "bad"
    size = tr("{size} pt, lines: {lines}", size=number(placed.text.size, 1), lines=len(placed.text.lines))
    if "{" in written and placed.plain_text != written:
        return tr("Shows: “{text}” – {size}", text=placed.plain_text.replace("\n", " / "), size=size), "small"
    return size, "small"
