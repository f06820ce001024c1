"""Shortcuts that hold only while one widget has the keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


def only_there(action: QAction, widget: QWidget, *keys: QKeySequence) -> None:
    """Let an action's keys work only while a widget has the focus; menus keep showing them."""
    for holder in action.associatedObjects():
        if isinstance(holder, QWidget) and holder.isWindow():
            holder.removeAction(action)
    action.setShortcuts(list(keys))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    widget.addAction(action)
