"""Where an element stands: left, top, width, height and angle, within its bounds."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QToolButton, QWidget

from coverkit.geometry import Rect
from coverkit.gui.editor import Editor
from coverkit.gui.panels.editors.number_box import NumberBox
from coverkit.gui.panels.inspector.section import Section
from coverkit.gui.panels.series import Series
from coverkit.gui.panels.words import bounds_words, lock_words
from coverkit.gui.theme.icons import icon
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Placed
from coverkit.model import edits
from coverkit.model.document import Document
from coverkit.model.edits import Edited
from coverkit.model.locks import Permissions, PlaceBounds
from coverkit.records import replace

_NAMES = (
    ("x", mark("Left")),
    ("y", mark("Top")),
    ("width", mark("Width")),
    ("height", mark("Height")),
)
_LEAST = 0.1


class PlaceSection(Section):
    """Five numbers in mm and degrees. What would leave the bounds stops at them."""

    def __init__(self, editor: Editor, element: str, series: Series, parent: QWidget | None = None) -> None:
        super().__init__(tr("Place and size"), parent)
        self._editor = editor
        self._element = element
        self._series = series
        self._box = Rect(0.0, 0.0, 1.0, 1.0)
        locks = editor.cover.permissions.of(element)
        self._bounds = locks.bounds
        self.boxes: dict[str, NumberBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        for number, (name, words) in enumerate(_NAMES):
            self._add(grid, number // 2, 2 * (number % 2), name, tr(words), "mm")
        self._add(grid, 2, 0, "angle", tr("Angle"), "°")
        for column in (1, 3):
            grid.setColumnStretch(column, 1)
        self.layout().addLayout(grid)  # type: ignore[union-attr]  # a Section has its layout from the start
        self.show_lock(locks.place_open, lock_words(locks, "place"), bounds_words(locks) if locks.place_open else locks.reason)
        self.reset = QToolButton(self)
        self.reset.setIcon(icon("rotate-ccw", "muted"))
        self.reset.setToolTip(tr("Put back where the design has it"))
        self.reset.setAccessibleName(tr("Put back where the design has it"))
        self.reset.hide()
        self.reset.clicked.connect(self.put_back)
        self.head.insertWidget(self.head.count() - 1, self.reset)
        if not locks.place_open:
            for box in self.boxes.values():
                box.lock()
        elif self._bounds is not None and not self._bounds.turns:
            self.boxes["angle"].lock()

    def show_placed(self, placed: Placed) -> None:
        """Show where the element stands now."""
        self._box = placed.box
        for name, _ in _NAMES:
            self.boxes[name].show_number(getattr(placed.box, name))
        self.boxes["angle"].show_number(placed.angle)
        element = placed.element
        moved = element is not None and not element.kind and (element.box is not None or element.angle is not None)
        self.reset.setVisible(moved)

    def put_back(self) -> None:
        """Put the element back where the design has it."""
        element = self._element

        def back(document: Document, permissions: Permissions) -> Edited:
            moved = edits.place(document, element, None, permissions)
            turned = edits.turn(moved.document, element, None, permissions)
            return Edited(turned.document, moved.changed if moved.document is not document else turned.changed, moved.name)

        self._editor.perform(back)

    def _add(self, grid: QGridLayout, row: int, column: int, name: str, words: str, unit: str) -> None:
        box = NumberBox(unit, 2, self)
        box.setAccessibleName(words)
        box.setSingleStep(1.0)
        if name in ("width", "height"):
            box.setMinimum(_LEAST)
        if name == "angle":
            box.setRange(-360.0, 360.0)
        label = QLabel(words, self)
        label.setBuddy(box)
        label.setProperty("kind", "muted")
        grid.addWidget(label, row, column)
        grid.addWidget(box, row, column + 1)
        self.boxes[name] = box
        box.valueChanged.connect(lambda value: self._changed(name, value))

    def _changed(self, name: str, value: float) -> None:
        element = self._element
        series = self._series.name(f"{element}.{name}")
        if name == "angle":
            self._editor.perform(lambda document, permissions: edits.turn(document, element, value, permissions), series)
        else:
            wanted = changed_box(self._box, name, value, self._bounds)
            self._editor.perform(lambda document, permissions: edits.place(document, element, wanted, permissions), series)
        placed = self._editor.placed(element)
        if placed is not None:
            self._settle(placed)

    def _settle(self, placed: Placed) -> None:
        """Show what came of it, also in the field that has the focus: a bound may have stopped it."""
        for box in self.boxes.values():
            box.lineEdit().setModified(False)
        self.show_placed(placed)


def changed_box(box: Rect, name: str, value: float, bounds: PlaceBounds | None) -> Rect:
    """Return a box with one of its numbers changed; with bounds the nearest that they allow, proportions kept.

    Args:
        box: where it stands, mm.
        name: x, y, width or height.
        value: mm.
        bounds: None where only the page bounds it.
    """
    match name:
        case "x":
            wanted = replace(box, x=value)
        case "y":
            wanted = replace(box, y=value)
        case "width":
            wanted = replace(box, width=value)
        case _:
            wanted = replace(box, height=value)
            if bounds is not None and bounds.aspect > 0:
                wanted = replace(wanted, width=value * bounds.aspect)
    return wanted if bounds is None else bounds.nearest(wanted)
