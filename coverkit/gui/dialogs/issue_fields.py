"""The issue's own fields: date, number, what kind of publication, which size. Used by the start page and by cover details."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from coverkit.gui.dialogs.fields import Field, choices, choose, date_field, date_of
from coverkit.gui.dialogs.unicode_fields import UnicodeLine
from coverkit.gui.panels.editors.number_box import NumberBox
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr
from coverkit.model.document import Issue, Kind, PageFormat

if TYPE_CHECKING:
    from coverkit.formats.pages import NamedFormat

CUSTOM = "custom"
"""The choice of a size that has no name."""
_LEAST, _MOST = 60.0, 500.0


class IssueFields(QWidget):
    """Fields of an issue and its page format."""

    changed = Signal()

    def __init__(self, issue: Issue) -> None:
        super().__init__()
        self.date = date_field(issue.date)
        self.number = UnicodeLine(issue.number)
        self.number.setMaxLength(20)
        self.number.setPlaceholderText(tr("e.g. 10"))
        self.kind = choices((tr("Newsletter (bản tin)"), "ban-tin"), (tr("Non-commercial document"), "tai-lieu"))
        choose(self.kind, issue.kind)
        self.format = choices()
        self._width, self._height = _length(190), _length(270)
        self._notes: dict[str, str] = {}
        self.number_field = Field(tr("Issue &number"), self.number)
        self.date_field = Field(tr("Issue &date"), self.date)
        self.format_field = Field(tr("Page si&ze"), self.format)
        self._size = self._size_row()
        self._lay_out()
        self.date.dateChanged.connect(lambda day: self.changed.emit())
        self.number.textChanged.connect(lambda text: self.changed.emit())
        self.kind.currentIndexChanged.connect(lambda index: self.changed.emit())
        self.format.currentIndexChanged.connect(lambda index: self._format_chosen())
        for box in (self._width, self._height):
            box.valueChanged.connect(lambda value: self.changed.emit())

    @property
    def issue(self) -> Issue:
        """What the fields say."""
        kind: Kind = "tai-lieu" if self.kind.currentData() == "tai-lieu" else "ban-tin"
        return Issue(date_of(self.date), self.number.text().strip(), kind)

    @property
    def format_name(self) -> str:
        """The format's id, or its size like `190x250`."""
        chosen = self.format.currentData()
        if chosen == CUSTOM:
            return f"{self._width.value():g}x{self._height.value():g}"
        return str(chosen or "ban-tin-190x270")

    @property
    def page_size(self) -> tuple[float, float]:
        """The page's width and height in mm."""
        return self._width.value(), self._height.value()

    def set_formats(self, formats: Sequence[NamedFormat], chosen: PageFormat | str) -> None:
        """Offer formats and choose one, by id or as it is."""
        self.format.blockSignals(True)
        self.format.clear()
        for one in formats:
            self.format.addItem(one.name, one.page.id)
            self._notes[one.page.id] = one.note
        self.format.addItem(tr("Another size …"), CUSTOM)
        self._sizes = {one.page.id: (one.page.width, one.page.height) for one in formats}
        wanted = chosen if isinstance(chosen, str) else chosen.id
        if not choose(self.format, wanted):
            choose(self.format, CUSTOM)
            if isinstance(chosen, PageFormat):
                self._width.setValue(chosen.width)
                self._height.setValue(chosen.height)
        self.format.blockSignals(False)
        self._show_format()

    def _format_chosen(self) -> None:
        self._show_format()
        self.changed.emit()

    def _show_format(self) -> None:
        chosen = str(self.format.currentData())
        self._size.setVisible(chosen == CUSTOM)
        self.format_field.remark(self._notes.get(chosen, ""))
        if chosen in self._sizes:
            for box, value in zip((self._width, self._height), self._sizes[chosen], strict=True):
                box.blockSignals(True)
                box.setValue(value)
                box.blockSignals(False)

    def _size_row(self) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        self._width.setAccessibleName(tr("Width"))
        self._height.setAccessibleName(tr("Height"))
        layout.addWidget(self._width, 1)
        layout.addWidget(QLabel("×"))
        layout.addWidget(self._height, 1)
        return row

    def _lay_out(self) -> None:
        pair = QHBoxLayout()
        pair.setSpacing(2 * SPACE)
        pair.addWidget(self.date_field, 3)
        pair.addWidget(self.number_field, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * SPACE)
        layout.addLayout(pair)
        layout.addWidget(Field(tr("&Kind of publication"), self.kind))
        layout.addWidget(self.format_field)
        layout.addWidget(self._size)


def _length(value: float) -> NumberBox:
    box = NumberBox("mm", 1)
    box.setRange(_LEAST, _MOST)
    box.setValue(value)
    return box
