"""The Inspector: the selected element field by field, or the cover where nothing is selected."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from coverkit.geometry import union_all
from coverkit.gui.editor import Editor
from coverkit.gui.panels.inspector.document_form import DocumentForm
from coverkit.gui.panels.inspector.element_form import ElementForm
from coverkit.gui.panels.inspector.section import Section, rule
from coverkit.gui.panels.panel import Panel
from coverkit.gui.panels.words import place_words
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr
from coverkit.layout.cover import Cover

_IN_ROW = 6
"""Buttons that arrange, in a row."""


class InspectorPanel(Panel):
    """Shows the form of what is selected."""

    def __init__(
        self,
        editor: Editor,
        edit_details: Callable[[], object],
        arranging: Sequence[QAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Show what an editor has selected.

        Args:
            editor: the cover.
            edit_details: opens the form of the cover's details.
            arranging: actions that align and distribute, offered where several elements are selected.
            parent: owns it.
        """
        super().__init__(parent)
        self._editor = editor
        self._edit_details = edit_details
        self._arranging = arranging
        self.form: ElementForm | DocumentForm | _SeveralForm | None = None
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("Inspector"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self.setFocusProxy(self.area)
        editor.selected.connect(lambda ids: self._build())
        editor.composed.connect(self._show)
        self._build()

    def _build(self) -> None:
        placed = [one for name in self._editor.selection if (one := self._editor.placed(name)) is not None]
        match placed:
            case []:
                self.form = DocumentForm(self._editor, self._edit_details)
            case [one]:
                self.form = ElementForm(self._editor, one)
            case _:
                self.form = _SeveralForm(self._editor, self._arranging)
        self.form.setProperty("kind", "surface")
        self.area.setWidget(self.form)

    def _show(self, cover: Cover) -> None:
        match self.form:
            case ElementForm() as form:
                placed = self._editor.placed(form.element)
                if placed is not None:
                    form.show_placed(placed)
            case DocumentForm() as form:
                form.show_cover(cover)
            case _SeveralForm() as form:
                form.show_cover()
            case None:
                pass


class _SeveralForm(QWidget):
    """Several elements: which, what they cover together, and how to arrange them."""

    def __init__(self, editor: Editor, arranging: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._title, self._names, self._place = QLabel(self), QLabel(self), QLabel(self)
        self._title.setProperty("kind", "title")
        self._place.setProperty("kind", "small")
        for label in (self._names, self._place):
            label.setWordWrap(True)
        arrange = Section(tr("Align and distribute"), self)
        for place, action in enumerate(arranging):
            button = QToolButton(arrange)
            button.setDefaultAction(action)
            button.setAccessibleName(action.toolTip())
            arrange.grid.addWidget(button, place // _IN_ROW, place % _IN_ROW)
        for column in range(_IN_ROW):
            arrange.grid.setColumnMinimumWidth(column, 0)
            arrange.grid.setColumnStretch(column, 0)
        arrange.grid.setColumnStretch(_IN_ROW, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        layout.setSpacing(2 * SPACE)
        for part in (self._title, self._names, self._place, rule(self), arrange):
            layout.addWidget(part)
        layout.addStretch(1)
        self.show_cover()

    def show_cover(self) -> None:
        """Show what is selected now."""
        placed = [one for name in self._editor.selection if (one := self._editor.placed(name)) is not None]
        self._title.setText(tr("Elements selected: {count}", count=len(placed)))
        self._names.setText("\n".join(one.name for one in placed))
        around = union_all([one.box.rotated_bounds(one.angle) for one in placed])
        self._place.setText("" if around is None else tr("Together: {place}", place=place_words(around)))
