"""Build all windows anew, in another language or theme. Covers, their histories and what is selected stay as they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMainWindow

from coverkit.gui.windows.start_window import StartWindow

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk, OpenCover


_LATER = 250
"""Milliseconds until it is looked again whether a question was answered."""


@runtime_checkable
class KeepsView(Protocol):
    """A window that can hand over what is seen in it: zoom, scroll bars, panels."""

    def view_state(self) -> object:
        """Return what is seen."""
        ...

    def take_up_view(self, state: object) -> None:
        """Show what another window showed."""
        ...


@runtime_checkable
class BuiltAnew(Protocol):
    """A window that knows how to make its like."""

    def built_anew(self) -> QMainWindow:
        """Return a window that shows the same."""
        ...


def rebuild(desk: Desk) -> None:
    """Replace every window by one that is built anew, at the same place; the one in front stays in front.

    A question that stands open belongs to its window: nothing is built anew before it is answered.
    """
    if desk.application.activeModalWidget() is not None:
        QTimer.singleShot(_LATER, desk, desk.rebuild)
        return
    front = desk.application.activeWindow()
    fresh_front: QMainWindow | None = None
    for window in list(desk.windows):
        opened = desk.cover_of(window)
        if opened is not None:
            fresh = _fresh_cover_window(desk, opened)
        elif isinstance(window, StartWindow | BuiltAnew):
            fresh = window.built_anew()
        else:
            continue
        _put_in_place(desk, window, fresh)
        if window is front:
            fresh_front = fresh
    if fresh_front is not None:
        desk.show(fresh_front)


def _fresh_cover_window(desk: Desk, opened: OpenCover) -> QMainWindow:
    from coverkit.gui.windows.cover_window import CoverWindow

    old, state = opened.window, None
    if isinstance(old, KeepsView):
        state = old.view_state()
    editor = opened.editor.succeed()
    opened.filing.follow(editor)
    fresh = CoverWindow(desk, editor)
    opened.editor, opened.window = editor, fresh
    if isinstance(fresh, KeepsView):
        fresh.take_up_view(state)
    editor.selected.emit(editor.selection)
    editor.history_changed.emit()
    editor.start()
    return fresh


def _put_in_place(desk: Desk, old: QMainWindow, fresh: QMainWindow) -> None:
    fresh.setGeometry(old.geometry())
    fresh.setWindowState(old.windowState())
    desk.windows[desk.windows.index(old)] = fresh
    desk.drops.watch(fresh)
    fresh.show()
    # It is not closed, which would ask about changes and end the editor: only its place is taken.
    old.hide()
    old.deleteLater()
