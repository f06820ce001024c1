"""The Inspector of one element, made from its typed fields."""

from __future__ import annotations

from functools import partial
from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from coverkit.elements.kinds import FieldInfo, field_infos
from coverkit.gui.editor import Editor
from coverkit.gui.panels.editors.base import Field, ValueEditor, is_own, value_of
from coverkit.gui.panels.editors.choose import editor_for
from coverkit.gui.panels.inspector.place_section import PlaceSection
from coverkit.gui.panels.inspector.section import Section, rule
from coverkit.gui.panels.series import Series
from coverkit.gui.panels.words import field_word, kind_icon, lock_word, lock_words
from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr
from coverkit.layout.cover import Placed
from coverkit.layout.names import kind_word
from coverkit.model import edits
from coverkit.model.locks import Lock
from coverkit.model.values import Value


class ElementForm(QWidget):
    """Heading, content, place, style. Made anew for another element; shows changes of this one as they come."""

    def __init__(self, editor: Editor, placed: Placed, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._series = Series()
        self.element = placed.id
        self.fields: dict[str, ValueEditor] = {}
        self._resets: dict[str, QToolButton] = {}
        self._state = QLabel(self)
        self._state.setProperty("kind", "warning")
        self._state.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * SPACE, 3 * SPACE, 3 * SPACE, 3 * SPACE)
        layout.setSpacing(3 * SPACE)
        layout.addLayout(_heading(placed, self))
        layout.addWidget(self._state)
        # In the order of the eye: Tab goes through the fields as they were made.
        self._add_section(layout, placed, "content")
        self.place = PlaceSection(editor, placed.id, self._series, self)
        layout.addWidget(self.place)
        layout.addWidget(rule(self))
        self._add_section(layout, placed, "style")
        layout.addStretch(1)
        self.show_placed(placed)

    def show_placed(self, placed: Placed) -> None:
        """Show the element as it is now."""
        cover = self._editor.cover
        infos = field_infos(placed.kind)
        for name, editor in self.fields.items():
            editor.show_value(value_of(cover, placed, infos[name]))
            self._resets[name].setVisible(is_own(placed, name))
        self.place.show_placed(placed)
        words = _state_words(placed)
        self._state.setText(words)
        self._state.setVisible(bool(words))

    def _add_section(self, layout: QVBoxLayout, placed: Placed, lock: Literal["content", "style"]) -> None:
        own = [info for info in field_infos(placed.kind).values() if info.lock == lock]
        if own:
            layout.addWidget(self._section(placed, lock, own))
            layout.addWidget(rule(self))

    def _section(self, placed: Placed, lock: Lock, infos: list[FieldInfo]) -> Section:
        locks = self._editor.cover.permissions.of(placed.id)
        is_open = locks.is_open(lock)
        section = Section(lock_word(lock), self)
        section.show_lock(is_open, lock_words(locks, lock), "" if is_open else locks.reason)
        for info in infos:
            field = Field(self._editor, placed.id, placed.kind, info, not is_open)
            editor = editor_for(field, section)
            editor.changed.connect(partial(self._changed, info.name))
            reset = self._reset(info.name, section)
            section.add_row(field_word(info.name), editor, reset, wide=editor.wide)
            self.fields[info.name] = editor
            self._resets[info.name] = reset
        return section

    def _reset(self, name: str, parent: QWidget) -> QToolButton:
        button = QToolButton(parent)
        button.setIcon(icon("rotate-ccw", "muted"))
        words = tr("{field}: back to the design", field=field_word(name))
        button.setToolTip(words)
        button.setAccessibleName(words)
        element = self.element
        button.clicked.connect(
            lambda: self._editor.perform(lambda document, permissions: edits.clear_value(document, element, name))
        )
        return button

    def _changed(self, name: str, value: Value) -> None:
        element = self.element
        self._editor.perform(
            lambda document, permissions: edits.set_values(document, element, {name: value}, permissions),
            self._series.name(f"{element}.{name}"),
        )


def _heading(placed: Placed, parent: QWidget) -> QHBoxLayout:
    sign, name, kind = QLabel(parent), QLabel(placed.name, parent), QLabel(kind_word(placed.kind), parent)
    sign.setPixmap(icon(kind_icon(placed.kind)).pixmap(20, 20))
    name.setProperty("kind", "title")
    name.setWordWrap(True)
    kind.setProperty("kind", "small")
    words = QVBoxLayout()
    words.setSpacing(0)
    words.addWidget(name)
    words.addWidget(kind)
    row = QHBoxLayout()
    row.setSpacing(2 * SPACE)
    row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return row


def _state_words(placed: Placed) -> str:
    if placed.element is not None and placed.element.hidden:
        return tr("Hidden: it does not print.")
    if placed.required and placed.used is None:
        return tr("The design wants it filled, and it is empty.")
    return ""
