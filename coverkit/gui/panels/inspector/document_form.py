"""The Inspector when nothing is selected: the cover as a whole, and where each of its data is changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from coverkit.formats.pages import named_formats
from coverkit.formats.printers import printer_profiles
from coverkit.gui.editor import Editor
from coverkit.gui.panels.inspector.section import Section, rule
from coverkit.gui.panels.parts import push_button
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.model import edits

_KINDS = {"ban-tin": mark("Bản tin"), "tai-lieu": mark("Tài liệu không kinh doanh")}


class DocumentForm(QWidget):
    """The whole cover: what is published, on what page, for whom it is printed, by whose order."""

    def __init__(self, editor: Editor, edit_details: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self.words: dict[str, QLabel] = {}
        self.format = _combo(tr("Page format"), self)
        self.printer = _combo(tr("Printer profile"), self)
        self.details = push_button(tr("Change the cover's details…"), "pencil", self)
        self.details.clicked.connect(lambda: edit_details())
        title, hint = (
            QLabel(tr("This cover"), self),
            QLabel(tr("Select an element on the page or in the list to change it."), self),
        )
        title.setProperty("kind", "title")
        hint.setProperty("kind", "small")
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addWidget(title)
        layout.addWidget(hint)
        layout.addWidget(self._published())
        layout.addWidget(rule(self))
        layout.addWidget(self._made())
        layout.addStretch(1)
        self.format.activated.connect(lambda index: self._set_format(str(self.format.itemData(index))))
        self.printer.activated.connect(lambda index: self._set_printer(str(self.printer.itemData(index))))
        self.show_cover(editor.cover)

    def show_cover(self, cover: Cover) -> None:
        """Show the cover as it is now."""
        document, unit = cover.document, cover.document.unit
        campaign = cover.campaign
        shown = {
            "unit": unit.name,
            "publication": unit.publication,
            "kind": tr(_KINDS[document.issue.kind]),
            "number": document.issue.number,
            "date": f"{document.issue.date:%d/%m/%Y}",
            "design": cover.design.name,
            "campaign": tr("No campaign") if campaign is None else campaign.title,
            "order": "" if campaign is None else campaign.dispatch.citation,
        }
        for name, words in shown.items():
            self.words[name].setText(words or "–")
        self._show_formats(cover)
        self._fill(self.printer, [(one.name, one.id) for one in printer_profiles()], document.printer)
        bleed = cover.printer.bleed
        self.words["press"].setText(
            tr(
                "{standard} · {condition} · bleed {bleed} mm · ink up to {limit} %",
                standard=cover.printer.standard,
                condition=cover.condition.id,
                bleed=number(max(bleed.left, bleed.top, bleed.right, bleed.bottom), 1),
                limit=number(cover.printer.ink_limit, 0),
            )
        )

    def _published(self) -> Section:
        section = Section(tr("What is published"), self)
        for name, label in (
            ("unit", tr("Publisher")),
            ("publication", tr("Name")),
            ("kind", tr("Kind of publication")),
            ("number", tr("Issue number")),
            ("date", tr("Issue date")),
        ):
            section.add_row(label, self._word(name, section))
        section.grid.addWidget(self.details, section.grid.rowCount(), 0, 1, 2)
        return section

    def _made(self) -> Section:
        section = Section(tr("How it is made"), self)
        section.add_row(tr("Page format"), self.format)
        section.add_row(tr("Printer profile"), self.printer)
        section.grid.addWidget(self._word("press", section, "small"), section.grid.rowCount(), 0, 1, 2)
        section.add_row(tr("Design"), self._word("design", section))
        section.add_row(tr("Campaign"), self._word("campaign", section))
        section.add_row(tr("By order of"), self._word("order", section))
        return section

    def _word(self, name: str, parent: QWidget, kind: str = "") -> QLabel:
        label = QLabel(parent)
        label.setWordWrap(True)
        label.setProperty("kind", kind)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words[name] = label
        return label

    def _show_formats(self, cover: Cover) -> None:
        page = cover.document.format
        known = [(one.name, one.page.id) for one in named_formats()]
        if all(page.id != one for _, one in known):
            size = tr("{width} × {height} mm", width=number(page.width), height=number(page.height))
            known.append((size, page.id))
        self._fill(self.format, known, page.id)

    def _fill(self, combo: QComboBox, options: list[tuple[str, str]], chosen: str) -> None:
        if [combo.itemData(row) for row in range(combo.count())] != [value for _, value in options]:
            combo.clear()
            for words, value in options:
                combo.addItem(words, value)
        combo.setCurrentIndex(combo.findData(chosen))
        combo.setToolTip(combo.currentText())

    def _set_format(self, name: str) -> None:
        page = next((one.page for one in named_formats() if one.page.id == name), None)
        if page is not None:
            self._editor.perform(lambda document, permissions: edits.set_format(document, page))

    def _set_printer(self, name: str) -> None:
        self._editor.perform(lambda document, permissions: edits.set_printer(document, name))


def _combo(name: str, parent: QWidget) -> QComboBox:
    combo = QComboBox(parent)
    combo.setAccessibleName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(10)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return combo
