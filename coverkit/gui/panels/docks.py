"""The panels around the canvas: where they stand at first, how they come back where they were, and how they are shown."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QTabBar, QWidget

from coverkit.gui.actions import Actions
from coverkit.gui.panels.title_bar import TitleBar
from coverkit.gui.settings import Settings
from coverkit.i18n import tr

STATE = "cover-window/panels"
GEOMETRY = "cover-window/geometry"
_VERSION = 1
"""Raised when panels are added or renamed: an older layout is then not taken up."""
_LEFT, _RIGHT = 300, 360
"""Widths at first, px."""
_LEAST = 322, 256
"""Least widths at the right and at the left: no label is cut."""
_LOW = 769
"""On a screen that is lower, px, as one of 768 lines, the panels on the right share one place."""


class Docks(QObject):
    """The five panels of a cover's window."""

    def __init__(self, window: QMainWindow, panels: Mapping[str, tuple[str, QWidget]], settings: Settings) -> None:
        """Put the panels around the window's canvas.

        Args:
            window: it owns them.
            panels: title and content by name: objects, inspector, campaign, checks, history.
            settings: where the layout is remembered.
        """
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._keys: dict[str, QAction] = {}
        self.docks = {name: _dock(name, title, content, window) for name, (title, content) in panels.items()}
        self.reset()

    def bind(self, actions: Actions) -> None:
        """Let `window.*` show and hide the panels, and say which are shown."""
        for name, dock in self.docks.items():
            action = self._keys[name] = actions[f"window.{name}"]
            actions.bind_toggle(f"window.{name}", partial(_show, action, dock), on=True)
            dock.visibilityChanged.connect(partial(_mirror, action, dock))
            action.installEventFilter(self)
        actions.bind("window.reset", self.reset)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a panel's key bring the keyboard to it, and from it back to the page; the menu shows and hides it."""
        if event.type() != QEvent.Type.Shortcut:
            return False
        name = next((one for one, action in self._keys.items() if action is watched), None)
        if name is None or self.docks[name].isHidden():
            return False
        focused, page = QApplication.focusWidget(), self._window.centralWidget()
        if focused is not None and self.docks[name].isAncestorOf(focused) and page is not None:
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.show(name)
            _give_keys(self.docks[name])
        return True

    def reset(self) -> None:
        """Put every panel where it stands at first."""
        area = Qt.DockWidgetArea
        window, docks = self._window, self.docks
        for dock in docks.values():
            dock.setFloating(False)
            window.removeDockWidget(dock)
        is_low = window.screen().availableGeometry().height() < _LOW
        window.addDockWidget(area.LeftDockWidgetArea, docks["objects"])
        window.addDockWidget(area.RightDockWidgetArea, docks["inspector"])
        window.addDockWidget(area.RightDockWidgetArea, docks["checks"])
        window.tabifyDockWidget(docks["inspector"], docks["campaign"])
        if is_low:
            window.tabifyDockWidget(docks["campaign"], docks["checks"])
        window.tabifyDockWidget(docks["checks"], docks["history"])
        for dock in docks.values():
            dock.show()
        docks["checks"].raise_()
        docks["inspector"].raise_()
        for bar in window.findChildren(QTabBar):
            bar.setAccessibleName(bar.accessibleName() or tr("Panels"))
        window.resizeDocks([docks["objects"], docks["inspector"]], [_LEFT, _RIGHT], Qt.Orientation.Horizontal)
        window.resizeDocks([docks["inspector"], docks["checks"]], [52, 48], Qt.Orientation.Vertical)

    def show(self, name: str) -> None:
        """Show a panel, in front of those that share its place."""
        self.docks[name].show()
        self.docks[name].raise_()

    def take_up(self) -> None:
        """Put window and panels where they were when a cover's window was closed last."""
        geometry = self._settings.state(GEOMETRY)
        if not geometry.isEmpty():
            self._window.restoreGeometry(geometry)
        self.take_up_state(self._settings.state(STATE))

    def take_up_state(self, state: QByteArray) -> None:
        """Put the panels where they stood; where that cannot be read they stay as they are."""
        if not state.isEmpty():
            self._window.restoreState(state, _VERSION)

    def state(self) -> QByteArray:
        """Return where the panels stand."""
        return self._window.saveState(_VERSION)

    def remember(self) -> None:
        """Remember where window and panels stand."""
        self._settings.put(GEOMETRY, self._window.saveGeometry())
        self._settings.put(STATE, self.state())


def _dock(name: str, title: str, content: QWidget, window: QMainWindow) -> QDockWidget:
    dock = QDockWidget(title, window)
    dock.setObjectName(name)
    dock.setTitleBarWidget(TitleBar(dock))
    dock.setWidget(content)
    dock.setAccessibleName(title)
    content.setMinimumWidth(_LEAST[name == "objects"])
    return dock


def _show(action: QAction, dock: QDockWidget, on: bool) -> None:
    """Show or hide a panel; one that stands behind another of its place comes to the front instead of going away."""
    if not on and not dock.isHidden() and dock.visibleRegion().isEmpty():
        action.setChecked(True)
        return
    dock.setVisible(on)
    if on:
        dock.raise_()
        _give_keys(dock)


def _give_keys(dock: QDockWidget) -> None:
    content = dock.widget()
    if content is not None:
        content.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _mirror(action: QAction, dock: QDockWidget, seen: bool) -> None:
    action.blockSignals(True)
    action.setChecked(not dock.isHidden())
    action.blockSignals(False)
