"""The list of keyboard shortcuts, made of the table of actions; a word in the box finds its lines."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QWidget

from coverkit.gui.actions import MENUS, SPECS
from coverkit.gui.dialogs.sheet import Sheet, framed
from coverkit.i18n import mark, tr

_MORE = (
    (mark("Space, middle button"), mark("Drag the page about")),
    (mark("Ctrl+Wheel"), mark("Zoom to where the pointer is")),
    (mark("Tab, Shift+Tab"), mark("Select the next or previous element")),
    (mark("Arrow keys"), mark("Move by 1 mm; with Shift 10 mm, with Ctrl 0.1 mm")),
    (mark("Shift while dragging"), mark("Keep the direction or the proportions")),
    (mark("Alt while dragging"), mark("From the centre")),
    (mark("Escape"), mark("Give up what is being done; select nothing")),
)


class ShortcutsDialog(Sheet):
    """All actions by menu, with their keys."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(tr("Keyboard shortcuts"), parent)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search: what you want to do, or the keys"))
        self.search.setAccessibleName(tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.tree = QTreeWidget()
        self.tree.setHeaderLabels([tr("Action"), tr("Keys")])
        framed(self.tree, tr("Keyboard shortcuts"))
        self.tree.setRootIsDecorated(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.header().setStretchLastSection(False)
        self.groups: list[tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = []
        self.body.addWidget(self.search)
        self.body.addWidget(self.tree, 1)
        self._fill()
        self.search.textChanged.connect(self.show_lines)
        self.add_close()
        self.resize(560, 640)
        self.search.setFocus()

    def show_lines(self, text: str) -> None:
        """Show only the lines that hold all words of a text; tones do not matter."""
        words = _bare(text).split()
        for group, lines in self.groups:
            for line in lines:
                said = _bare(f"{group.text(0)} {line.text(0)} {line.text(1)}")
                line.setHidden(not all(word in said for word in words))
            group.setHidden(all(line.isHidden() for line in lines))

    def _fill(self) -> None:
        for menu_id, name in MENUS:
            lines = [(spec.text, spec.shortcut) for spec in SPECS if spec.menu == menu_id and spec.shortcut]
            self._group(_plain(name), [(_plain(text), _keys(shortcut)) for text, shortcut in lines])
        self._group(tr("On the page"), [(tr(what), tr(keys)) for keys, what in _MORE])
        self.tree.expandAll()

    def _group(self, name: str, lines: list[tuple[str, str]]) -> None:
        group = QTreeWidgetItem([name])
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setFlags(Qt.ItemFlag.ItemIsEnabled)
        items = [QTreeWidgetItem(list(line)) for line in lines]
        group.addChildren(items)
        self.tree.addTopLevelItem(group)
        self.groups.append((group, items))


def _plain(text: str) -> str:
    return tr(text).replace("&", "").rstrip("…")


def _keys(shortcut: str) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ",  ".join(QKeySequence(one).toString(native) for one in shortcut.split())


def _bare(text: str) -> str:
    """Return a text in small letters without tones: who looks for something types as fast as they can."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))
