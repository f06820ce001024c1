"""The Objects panel: mirrors the canvas for eye, keys and screen readers."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QTreeView, QVBoxLayout, QWidget

from coverkit.gui.editor import Editor
from coverkit.gui.panels.objects.model import EYE, FIRST_LOCK, ObjectsModel
from coverkit.gui.panels.objects.rows import LOCKS, TITLES, Row, free_ids, position_of
from coverkit.gui.panels.panel import Panel
from coverkit.gui.panels.words import lock_words
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr
from coverkit.layout.cover import Cover
from coverkit.model import edits

_SIGN = 14
_NARROW = _SIGN + 12


class ObjectsPanel(Panel):
    """Every placed element in a tree; the selection is the editor's, both ways."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._mirroring = False
        self.model = ObjectsModel(editor.cover, self._drop, self)
        self.view = _Tree(self)
        self.view.setModel(self.model)
        self._dress()
        hint = QLabel(tr("Space hides and shows; Alt+↑ and Alt+↓ change the order of what you added."), self)
        hint.setProperty("kind", "small")
        hint.setWordWrap(True)
        hint.setContentsMargins(2 * SPACE, 0, 2 * SPACE, SPACE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
        layout.addWidget(self.view)
        layout.addWidget(hint)
        self.setFocusProxy(self.view)
        self.view.clicked.connect(self._clicked)
        self.view.selectionModel().selectionChanged.connect(lambda *which: self._select())
        self.model.modelReset.connect(self._unfold)
        editor.composed.connect(self._show)
        editor.selected.connect(lambda ids: self._mirror())
        self._unfold()
        self._mirror()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hide and show, and change the order, by keys."""
        row = self.model.row_of(self.view.currentIndex())
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if row is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            self._toggle(row)
        elif alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(row, 1 if event.key() == Qt.Key.Key_Up else -1)
        elif event.key() == Qt.Key.Key_Delete and row.group == "own":
            self._editor.perform(lambda document, permissions: edits.remove_element(document, row.id))
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        view = self.view
        view.setAccessibleName(tr("Objects"))
        view.setUniformRowHeights(True)
        view.setIndentation(2 * SPACE + 2)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = view.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(_NARROW)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(EYE, FIRST_LOCK + len(LOCKS)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, _NARROW)
        header.setSectionsClickable(False)
        header.setIconSize(QSize(_SIGN, _SIGN))
        view.setIconSize(QSize(_SIGN + 2, _SIGN + 2))

    def _show(self, cover: Cover) -> None:
        self.model.show(cover)

    def _unfold(self) -> None:
        for group in TITLES:
            index = self.model.group_index(group)
            if index.isValid():
                self.view.setFirstColumnSpanned(index.row(), QModelIndex(), True)
                self.view.setExpanded(index, group != "design")
        self._mirror()

    def _mirror(self) -> None:
        """Select in the list what the editor has selected."""
        self._mirroring = True
        chosen, flag = self.view.selectionModel(), QItemSelectionModel.SelectionFlag
        wanted = [index for one in self._editor.selection if (index := self.model.index_of(one)).isValid()]
        if {index.row() for index in wanted} or chosen.hasSelection():
            if not self._same(wanted):
                chosen.clearSelection()
                for index in wanted:
                    chosen.select(index, flag.Select | flag.Rows)
            if wanted:
                chosen.setCurrentIndex(wanted[-1], flag.NoUpdate)
                self.view.scrollTo(wanted[-1])
        self._mirroring = False

    def _same(self, wanted: list[QModelIndex]) -> bool:
        now = {row.id for index in self.view.selectionModel().selectedRows() if (row := self.model.row_of(index)) is not None}
        return now == {row.id for index in wanted if (row := self.model.row_of(index)) is not None}

    def _select(self) -> None:
        if self._mirroring:
            return
        rows = [self.model.row_of(index) for index in self.view.selectionModel().selectedRows()]
        ids = [row.id for row in rows if row is not None]
        current = self.model.row_of(self.view.currentIndex())
        if current is not None and current.id in ids:
            ids = [*(one for one in ids if one != current.id), current.id]
        self._editor.select(ids)

    def _clicked(self, index: QModelIndex) -> None:
        row = self.model.row_of(index)
        if row is None:
            return
        if index.column() == EYE:
            self._toggle(row)
        elif index.column() >= FIRST_LOCK:
            lock = LOCKS[index.column() - FIRST_LOCK]
            if not row.locks.is_open(lock):
                self._editor.refused.emit(lock_words(row.locks, lock), "")

    def _toggle(self, row: Row) -> None:
        if row.hidden:
            self._editor.perform(lambda document, permissions: edits.show(document, row.id))
        else:
            self._editor.perform(lambda document, permissions: edits.hide(document, row.id, permissions))

    def _step(self, row: Row, upwards: int) -> None:
        position = position_of(self._editor.cover, row.id)
        if position is None:
            self._editor.refused.emit(
                tr("The order of what belongs to the design is fixed."), tr("Only what you added can be reordered.")
            )
        else:
            self._reorder(row.id, position + upwards)

    def _drop(self, element_id: str, before: int) -> None:
        """Put an element before a row of the list, where the topmost stands first."""
        free = list(reversed(free_ids(self._editor.cover)))
        if element_id not in free:
            return
        below = before - (free.index(element_id) < before)
        self._reorder(element_id, len(free) - 1 - below)

    def _reorder(self, element_id: str, position: int) -> None:
        self._editor.perform(lambda document, permissions: edits.reorder(document, element_id, position))


class _Tree(QTreeView):
    """A tree that leaves the panel's own keys to it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand Space, Alt+arrows, Delete and Escape on."""
        own = event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Delete, Qt.Key.Key_Escape)
        if own or event.modifiers() == Qt.KeyboardModifier.AltModifier:
            event.ignore()
        else:
            super().keyPressEvent(event)
