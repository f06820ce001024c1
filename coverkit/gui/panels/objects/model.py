"""The Objects list as Qt's item model: groups, and under each its elements with an eye and three locks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFont

from coverkit.gui.panels.objects.rows import LOCKS, TITLES, Group, Row, rows_of, spoken, state_words
from coverkit.gui.panels.words import kind_icon, lock_words
from coverkit.gui.theme.icons import icon
from coverkit.i18n import tr
from coverkit.layout.cover import Cover

NAME, EYE, FIRST_LOCK = 0, 1, 2
COLUMNS = FIRST_LOCK + len(LOCKS)
MIME = "application/x-coverkit-element"

_Index = QModelIndex | QPersistentModelIndex
_HEADS = ("", "eye", "move", "brush", "pencil")
_HEIGHT = 26
"""Of a row, px."""
_ROLE = Qt.ItemDataRole


class ObjectsModel(QAbstractItemModel):
    """Mirrors a cover. Groups are top-level rows; an element's internal id is the number of its group, from 1."""

    def __init__(self, cover: Cover, moved: Callable[[str, int], None], parent: QObject | None = None) -> None:
        """Mirror a cover.

        Args:
            cover: what is shown.
            moved: called with a free element's id and the row it was dropped before, counted among the free elements.
            parent: owns it.
        """
        super().__init__(parent)
        self._cover = cover
        self._moved = moved
        self._groups: list[Group] = []
        self._rows: list[list[Row]] = []
        self._take(rows_of(cover))

    def show(self, cover: Cover) -> None:
        """Mirror the cover as it is now; rows are made anew only where elements came, went or changed their order."""
        self._cover = cover
        fresh = rows_of(cover)
        before = [row for rows in self._rows for row in rows]
        if [(row.id, row.group) for row in fresh] != [(row.id, row.group) for row in before]:
            self.beginResetModel()
            self._take(fresh)
            self.endResetModel()
        elif list(fresh) != before:
            self._take(fresh)
            for number, rows in enumerate(self._rows):
                parent = self.index(number, 0)
                self.dataChanged.emit(self.index(0, 0, parent), self.index(len(rows) - 1, COLUMNS - 1, parent))

    def row_of(self, index: _Index) -> Row | None:
        """Return the element of an index; None for a group."""
        if not index.isValid() or not index.internalId():
            return None
        return self._rows[index.internalId() - 1][index.row()]

    def index_of(self, element_id: str, column: int = NAME) -> QModelIndex:
        """Return where an element stands; an invalid index where it is not listed."""
        for number, rows in enumerate(self._rows):
            for place, row in enumerate(rows):
                if row.id == element_id:
                    return self.createIndex(place, column, number + 1)
        return QModelIndex()

    def group_index(self, group: Group) -> QModelIndex:
        """Return the row of a group; an invalid index where it has no elements."""
        return self.index(self._groups.index(group), 0) if group in self._groups else QModelIndex()

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default
        """Return an index."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008 - two functions in Qt
        """Return the group of an element."""
        number = index.internalId() if index.isValid() else 0
        return self.createIndex(number - 1, 0, 0) if number else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count groups, or the elements of one."""
        if not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() or parent.column() else len(self._rows[parent.row()])

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return the number of columns."""
        return COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:
        """Name the columns."""
        names = (tr("Element"), tr("Shown"), tr("Lock of the place"), tr("Lock of the style"), tr("Lock of the content"))
        match role:
            case _ROLE.DisplayRole if section == NAME:
                return names[NAME]
            case _ROLE.DecorationRole if section != NAME:
                return icon(_HEADS[section], "muted")
            case _ROLE.ToolTipRole | _ROLE.AccessibleTextRole:
                return names[section]
            case _:
                return None

    def data(self, index: _Index, role: int = _ROLE.DisplayRole) -> Any:
        """Return what a cell shows and says."""
        if not index.isValid():
            return None
        if role == _ROLE.SizeHintRole:
            return QSize(0, _HEIGHT)
        row = self.row_of(index)
        if row is None:
            return self._of_group(index, role)
        if index.column() == NAME:
            return self._of_name(row, role)
        return _of_eye(row, role) if index.column() == EYE else _of_lock(row, index.column(), role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Free elements can be dragged to another place in the order."""
        flag = Qt.ItemFlag
        row = self.row_of(index)
        if row is None:
            own = index.isValid() and self._groups[index.row()] == "own"
            return flag.ItemIsEnabled | (flag.ItemIsDropEnabled if own else flag.NoItemFlags)
        basic = flag.ItemIsEnabled | flag.ItemIsSelectable
        return basic | flag.ItemIsDragEnabled | flag.ItemNeverHasChildren if row.group == "own" else basic

    def supportedDropActions(self) -> Qt.DropAction:
        """Elements are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return what may be dropped here."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the id of the dragged element."""
        data = QMimeData()
        row = self.row_of(indexes[0]) if indexes else None
        data.setData(MIME, (row.id if row else "").encode())
        return data

    def dropMimeData(self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index) -> bool:
        """Put a dragged element before a row of its group."""
        if not data.hasFormat(MIME) or not parent.isValid() or parent.internalId() or self._groups[parent.row()] != "own":
            return False
        self._moved(bytes(data.data(MIME).data()).decode(), self.rowCount(parent) if row < 0 else row)
        # The edit has moved the row already: the view must not remove it once more.
        return False

    def _take(self, rows: Sequence[Row]) -> None:
        self._groups = [group for group in TITLES if any(row.group == group for row in rows)]
        self._rows = [[row for row in rows if row.group == group] for group in self._groups]

    def _of_group(self, index: _Index, role: int) -> Any:
        if index.column() != NAME:
            return None
        match role:
            case _ROLE.DisplayRole | _ROLE.AccessibleTextRole:
                return tr(TITLES[self._groups[index.row()]])
            case _ROLE.FontRole:
                font = QFont()
                font.setBold(True)
                return font
            case _:
                return None

    def _of_name(self, row: Row, role: int) -> Any:
        match role:
            case _ROLE.DisplayRole:
                state = state_words(row)
                return f"{row.name} – {state}" if state else row.name
            case _ROLE.DecorationRole:
                return icon(kind_icon(row.kind), "bad" if row.overset else "faint" if row.empty else "text")
            case _ROLE.AccessibleTextRole | _ROLE.ToolTipRole:
                placed = next((one for one in self._cover.placed if one.id == row.id), None)
                return spoken(row, placed) if placed is not None else row.name
            case _ROLE.FontRole:
                font = QFont()
                font.setItalic(row.empty)
                return font
            case _:
                return None


def _of_eye(row: Row, role: int) -> Any:
    match role:
        case _ROLE.DecorationRole:
            name = "eye-off" if row.hidden else "eye"
            return icon(name, "text" if row.may_hide else "faint") if row.may_hide or row.hidden else None
        case _ROLE.ToolTipRole | _ROLE.AccessibleTextRole:
            if not row.may_hide and not row.hidden:
                return lock_words(row.locks, "place")
            return tr("Hidden; click to show it") if row.hidden else tr("Shown; click to hide it")
        case _:
            return None


def _of_lock(row: Row, column: int, role: int) -> Any:
    lock = LOCKS[column - FIRST_LOCK]
    is_open = row.locks.is_open(lock)
    match role:
        case _ROLE.DecorationRole:
            return icon("lock-open" if is_open else "lock", "good" if is_open else "locked")
        case _ROLE.ToolTipRole | _ROLE.AccessibleTextRole:
            return lock_words(row.locks, lock)
        case _:
            return None
