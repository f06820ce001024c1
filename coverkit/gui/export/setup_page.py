"""The first page of the export dialog: what, with which options, where to, and what the rules say of it now."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coverkit.app.pipeline import Checked, ExportRequest
from coverkit.export.output import output
from coverkit.gui.export.options_form import OptionsForm
from coverkit.gui.export.pages import FindingsBox
from coverkit.gui.export.presets import Preset, presets_for, suggested_stem
from coverkit.gui.panels.inspector.section import Section
from coverkit.gui.panels.parts import button_row, fill_line, plain_label, push_button
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass

_PLACE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen and typed: key of the preset, the file to write, the options."""

    preset: str
    place: str
    options: Mapping[str, Any]


class SetupPage(QWidget):
    """Presets on the left; options, place and live findings on the right."""

    started = Signal()
    closed = Signal()
    preset_changed = Signal()

    def __init__(self, cover: Cover, folder: Path, chosen: str, parent: QWidget | None = None) -> None:
        """Offer what can be exported.

        Args:
            cover: the cover as it is.
            folder: where to, at first.
            chosen: key of the preset that was used last; the cover's own printer where there is none.
            parent: owns it.
        """
        super().__init__(parent)
        self.presets = presets_for(cover)
        self._stem = suggested_stem(cover.document)
        self.list = QListWidget(self)
        self.place, self.note = QLineEdit(self), plain_label("", self, "small")
        self.browse = push_button(tr("Choose…"), "folder-open", self)
        self.options: OptionsForm | None = None
        self.findings = FindingsBox(self)
        self.export_button = push_button(tr("Export"), "file-down", self, "primary")
        self.cancel_button = QPushButton(tr("Cancel"), self)
        self._options_section = Section(tr("Options"), self)
        self._fill(chosen)
        self._lay_out()
        fill_line(self.place, str(folder / self._stem))
        self.list.currentRowChanged.connect(lambda row: self._chosen())
        self.place.textChanged.connect(lambda text: self._judge_place())
        self.browse.clicked.connect(self._browse)
        for other in (self.browse, self.cancel_button):
            other.setAutoDefault(False)
        self.export_button.setDefault(True)
        self.export_button.clicked.connect(self.started)
        self.cancel_button.clicked.connect(self.closed)
        self._chosen()

    @property
    def preset(self) -> Preset:
        """The preset that is chosen."""
        return self.presets[int(self.list.currentItem().data(_PLACE))]

    @property
    def out(self) -> Path:
        """The file to write, with the ending that the output wants."""
        ending = output(self.preset.output).ending
        name = Path(self.place.text().strip() or self._stem).expanduser()
        return name if name.suffix.lower() == ending else name.with_name(name.name + ending)

    def choose(self, key: str) -> None:
        """Choose a preset by its key."""
        for row in range(self.list.count()):
            place = self.list.item(row).data(_PLACE)
            if place is not None and self.presets[int(place)].key == key:
                self.list.setCurrentRow(row)

    @property
    def chosen(self) -> Chosen:
        """What was chosen and typed."""
        return Chosen(self.preset.key, self.place.text(), {} if self.options is None else dict(self.options.values()))

    def take_up(self, chosen: Chosen) -> None:
        """Show what was chosen and typed in another page."""
        self.choose(chosen.preset)
        fill_line(self.place, chosen.place)
        if self.options is not None:
            self.options.show_values(chosen.options)

    def request(self, force: bool = False) -> ExportRequest:
        """Return what is to be exported."""
        return ExportRequest(self.preset.output, {} if self.options is None else dict(self.options.values()), force)

    def show_findings(self, checked: Checked) -> None:
        """Show what the rules say of the cover for the chosen printer."""
        self.findings.show_result(checked.result)

    def _fill(self, chosen: str) -> None:
        self.list.setAccessibleName(tr("What to export"))
        self.list.setSpacing(2)
        self.list.setWordWrap(True)
        self.list.setFixedWidth(280)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for title, wanted in ((tr("For the press"), True), (tr("For people and websites"), False)):
            self._add_title(title)
            for place, one in enumerate(self.presets):
                if bool(output(one.output).standard) is wanted:
                    item = QListWidgetItem(f"{one.name}\n{one.about}")
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.name}, {one.about}")
                    item.setData(_PLACE, place)
                    self.list.addItem(item)
        self.choose(chosen if any(one.key == chosen for one in self.presets) else self.presets[0].key)

    def _add_title(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = item.font()
        font.setBold(True)
        item.setFont(font)
        item.setForeground(self.palette().placeholderText())
        self.list.addItem(item)

    def _chosen(self) -> None:
        if self.options is not None:
            self.options.deleteLater()
        self.options = OptionsForm(output(self.preset.output), self)
        self._options_section.grid.addWidget(self.options, 0, 0, 1, 2)
        self._judge_place()
        self.preset_changed.emit()

    def _judge_place(self) -> None:
        out = self.out
        if not out.parent.is_dir():
            words = tr("There is no folder “{folder}”.", folder=out.parent)
        elif out.exists():
            words = tr("{name} is there already and will be replaced.", name=out.name)
        else:
            words = tr("Will be written as {name}.", name=out.name)
        self.note.setText(words)
        self.export_button.setEnabled(out.parent.is_dir())

    def _browse(self) -> None:
        ending = output(self.preset.output).ending
        chosen, _ = QFileDialog.getSaveFileName(
            self, tr("Export as"), str(self.out), f"*{ending}", options=QFileDialog.Option.DontConfirmOverwrite
        )
        if chosen:
            fill_line(self.place, chosen)

    def _lay_out(self) -> None:
        self.place.setAccessibleName(tr("File to write"))
        where = QHBoxLayout()
        where.setSpacing(2 * SPACE)
        where.addWidget(self.place, 1)
        where.addWidget(self.browse)
        right = QVBoxLayout()
        right.setSpacing(2 * SPACE)
        label = QLabel(tr("File to write"), self)
        label.setProperty("kind", "heading")
        label.setBuddy(self.place)
        right.addWidget(label)
        right.addLayout(where)
        right.addWidget(self.note)
        right.addWidget(self._options_section)
        right.addWidget(plain_label(tr("What the rules say now"), self, "heading"))
        right.addWidget(self.findings, 1)
        middle = QHBoxLayout()
        middle.setSpacing(5 * SPACE)
        middle.addWidget(self.list)
        middle.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setSpacing(4 * SPACE)
        layout.addLayout(middle, 1)
        layout.addLayout(button_row(self.cancel_button, self.export_button))
