"""Pasted text: plain, composed Unicode; text in an old Vietnamese code is shown before and after, and a person decides."""

from __future__ import annotations

import re

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from coverkit.app.pasting import From, Pasted, examine
from coverkit.gui.dialogs.fields import Field, choices
from coverkit.gui.dialogs.sheet import Sheet
from coverkit.gui.theme.headings import heading
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr
from coverkit.typography.vietnamese import nfc

_LONGEST = 20_000
_FONTS = re.compile(r"""font-family\s*:\s*([^;}>]+)|<font[^>]+face\s*=\s*["']?([^"'>]+)""", re.IGNORECASE)
_CODES = {"tcvn3": "TCVN3 (ABC)", "vni": "VNI"}


def pasted_text(parent: QWidget | None, mime: QMimeData) -> str | None:
    """Return what is pasted as text in Unicode, or None where there is none or the person gave up.

    Args:
        parent: the window that it is pasted into.
        mime: what the clipboard holds, or what was dropped.
    """
    text = mime.text()[:_LONGEST]
    if not text.strip():
        return None
    fonts = font_names(mime.html()) if mime.hasHtml() else ()
    pasted = examine(text, fonts)
    if not pasted.is_legacy:
        return _plain(text)
    dialog = PasteDialog(text, fonts, pasted, parent)
    return dialog.chosen if dialog.exec() == PasteDialog.DialogCode.Accepted else None


def font_names(html: str) -> tuple[str, ...]:
    """Return the names of the fonts that pasted HTML asks for, in order."""
    found = [part for match in _FONTS.finditer(html) for part in (match[1] or match[2]).split(",")]
    return tuple(dict.fromkeys(one.strip().strip("'\"").replace("&quot;", "") for one in found if one.strip()))


class PasteDialog(Sheet):
    """The text as it came beside the text as it reads; `chosen` is what is to be pasted."""

    def __init__(self, text: str, fonts: tuple[str, ...], pasted: Pasted, parent: QWidget | None) -> None:
        super().__init__(
            tr("Text in an old code"),
            parent,
            tr("This text was written before Unicode. It is converted as it is shown at the right."),
        )
        self._text, self._fonts = text, fonts
        self.chosen = pasted.converted()
        self.code = choices((tr("Recognised by itself"), "auto"), *((name, code) for code, name in _CODES.items()))
        self.code.currentIndexChanged.connect(lambda index: self._examine())
        self.capitals = QCheckBox(tr("The text was in &capitals (a font like .VnTimeH)"))
        self.capitals.toggled.connect(lambda on: self._show())
        self.before, self.after = _sheet(text), _sheet("")
        self._lost = heading("", "warning-note")
        self._pasted = pasted
        row = QHBoxLayout()
        row.setSpacing(3 * SPACE)
        row.addLayout(_column(tr("As it came"), self.before))
        row.addLayout(_column(tr("As it reads"), self.after))
        self.body.addWidget(Field(tr("&Code"), self.code))
        self.body.addLayout(row, 1)
        self.body.addWidget(self.capitals)
        self.body.addWidget(self._lost)
        self.add_cancel()
        self.add_button(tr("Paste as it &came"), self._take_as_it_came)
        self.add_button(tr("&Paste converted"), self.accept, primary=True)
        self.resize(720, 460)
        self._show()

    def _examine(self) -> None:
        source: From = self.code.currentData()
        self._pasted = examine(self._text, self._fonts, source)
        self._show()

    def _show(self) -> None:
        questions = self._pasted.questions
        self.capitals.setVisible(bool(questions))
        self.chosen = self._pasted.converted(questions if self.capitals.isChecked() else ())
        self.after.setPlainText(self.chosen)
        lost = [word for line in self._pasted.lines for word in line.lost_letters]
        self._lost.setText(tr("The letter ư was lost on the way and was put back; compare: {words}", words=", ".join(lost)))
        self._lost.setVisible(bool(lost))

    def _take_as_it_came(self) -> None:
        self.chosen = _plain(self._text)
        self.accept()


def _plain(text: str) -> str:
    return nfc("\n".join(text.splitlines()))


def _sheet(text: str) -> QPlainTextEdit:
    sheet = QPlainTextEdit(text)
    sheet.setReadOnly(True)
    sheet.setTabChangesFocus(True)
    return sheet


def _column(title: str, sheet: QPlainTextEdit) -> QVBoxLayout:
    sheet.setAccessibleName(title)
    column = QVBoxLayout()
    column.setSpacing(SPACE)
    column.addWidget(heading(title, "section"))
    column.addWidget(sheet, 1)
    return column
