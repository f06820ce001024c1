"""What a file is made of: fonts, pictures with their effective resolution, colours. Choosing a row shows it on the page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QTabWidget, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from coverkit.app.examining import Examined
from coverkit.checks.finding import Finding, Problem, Severity
from coverkit.facts.marks import Colour, ImageMark
from coverkit.facts.page import PageFacts
from coverkit.geometry import Rect
from coverkit.gui.review.examination import Examination
from coverkit.i18n import number, tr

_ROLE = Qt.ItemDataRole.UserRole
Row = tuple[tuple[str, ...], int, Rect | None]
"""Texts of the columns, page, place in mm."""


class FactsPanel(QTabWidget):
    """Three lists."""

    def __init__(self, examination: Examination, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._examination = examination
        self.setAccessibleName(tr("Contents"))
        self.fonts = self._list(tr("Fonts"), (tr("Font"), tr("Kind"), tr("Embedded"), tr("Page")))
        self.pictures = self._list(tr("Pictures"), (tr("Pixels"), tr("ppi"), tr("Colour"), tr("Page")))
        self.colours = self._list(tr("Colours"), (tr("Colour"), tr("Value"), tr("Times"), tr("Page")))
        examination.done.connect(self.show_facts)

    def show_facts(self, examined: Examined) -> None:
        """Fill the lists."""
        pages = () if examined.facts is None else examined.facts.pages
        _fill(self.fonts, [row for page in pages for row in _fonts(page)])
        _fill(self.pictures, [row for page in pages for row in _pictures(page)])
        _fill(self.colours, [row for page in pages for row in _colours(page)])

    def _list(self, title: str, columns: tuple[str, ...]) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName(title)
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setHeaderLabels(list(columns))
        tree.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        tree.currentItemChanged.connect(lambda now, before: self._show(now))
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(tree)
        hint = QLabel(tr("There is nothing of this kind in the file."), alignment=Qt.AlignmentFlag.AlignCenter)
        hint.setProperty("kind", "muted")
        hint.setObjectName("hint")
        layout.addWidget(hint)
        self.addTab(holder, title)
        return tree

    def _show(self, item: QTreeWidgetItem | None) -> None:
        row = None if item is None else item.data(0, _ROLE)
        if row is None:
            return
        texts, page, box = row
        if box is not None:
            problem = Problem("shown", texts[0], page=page, box=box)
            self._examination.point_out(Finding("", problem, Severity.NOTE, "", ""))


def _fill(tree: QTreeWidget, rows: Sequence[Row]) -> None:
    tree.clear()
    for texts, page, box in rows:
        item = QTreeWidgetItem(list(texts))
        item.setData(0, _ROLE, (texts, page, box))
        tree.addTopLevelItem(item)
    holder = tree.parentWidget()
    hint = None if holder is None else holder.findChild(QLabel, "hint")
    if hint is not None:
        hint.setVisible(not rows)


def _fonts(page: PageFacts) -> list[Row]:
    return [
        ((font.name, font.subtype, tr("yes") if font.embedded else tr("NO"), str(page.number)), page.number, None)
        for font in page.fonts
    ]


def _pictures(page: PageFacts) -> list[Row]:
    return [
        ((f"{one.width} × {one.height}", number(one.ppi, 0), _space(one), str(page.number)), page.number, one.seen or one.box)
        for one in page.images
    ]


def _space(one: ImageMark) -> str:
    return tr("mask") if one.mask else _name(one.colour)


def _colours(page: PageFacts) -> list[Row]:
    uses = sorted(page.colours(), key=lambda use: -use.count)
    return [
        ((_name(use.colour), _value(use.colour), str(use.count), str(page.number)), page.number, use.box)
        for use in uses
        if use.use != "image"
    ]


def _name(colour: Colour) -> str:
    return ", ".join(colour.colorants) or colour.space


def _value(colour: Colour) -> str:
    if colour.space == "DeviceRGB":
        return " ".join(number(part * 255, 0) for part in colour.components)
    return " ".join(f"{number(part * 100, 0)}" for part in colour.components) + (" %" if colour.components else "")
