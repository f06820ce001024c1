"""Every control that the keyboard reaches has a name that a screen reader can say, in every window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QMainWindow, QScrollArea, QTabBar, QTabWidget, QWidget

from coverkit.app.sample import sample_project
from coverkit.gui.actions import SPECS
from coverkit.gui.desk import Desk
from coverkit.gui.publish.publish_window import PublishWindow
from coverkit.gui.review.file_window import FileWindow
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.resources import assets
from tests.preflight import files

Until = Callable[[Callable[[], bool]], None]


def nameless(window: QMainWindow) -> list[str]:
    """Return the controls without a name: type and object name."""
    found = []
    for widget in window.findChildren(QWidget):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(window)
        if not reached or widget.objectName().startswith("qt_") or _is_inner(widget):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()}".strip())
    return found


def _is_inner(widget: QWidget) -> bool:
    """A scroll area, a row of tabs, the line inside a number field: their contents, tabs or surroundings have the names."""
    parent = widget.parentWidget()
    inner = isinstance(parent, QAbstractSpinBox | QComboBox)
    return inner or type(widget) in (QScrollArea, QTabWidget, QWidget) or isinstance(widget, QTabBar)


def test_the_window_of_a_cover(desk: Desk, until: Until) -> None:
    window = desk.open_cover(sample_project(), None).window
    assert isinstance(window, CoverWindow)
    until(lambda: window.editor.findings is not None)
    for chosen in ((), ("headline",), ("hero",), ("banner",), ("slogan",), ("headline", "subhead")):
        window.editor.select(chosen)
        assert nameless(window) == [], chosen


def test_the_start_page(desk: Desk, until: Until) -> None:
    window = desk.show_start()
    until(lambda: window.new is not None)
    assert nameless(window) == []
    window.show_new()
    assert nameless(window) == []


def test_the_window_of_a_file(desk: Desk, until: Until, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(files.built())
    window = FileWindow(desk, path)
    desk.show(window)
    until(lambda: window.examination.examined is not None)
    for tab in range(window.tabs.count()):
        window.tabs.setCurrentIndex(tab)
        assert nameless(window) == [], window.tabs.tabText(tab)


def test_the_window_of_issuing_bodies(desk: Desk) -> None:
    window = PublishWindow(desk)
    desk.show(window)
    for row in range(len(window.steps)):
        window.list.setCurrentRow(row)
        assert nameless(window) == [], window.steps[row].name


def test_every_action_does_something_and_stands_in_a_menu(desk: Desk) -> None:
    window = desk.open_cover(sample_project(), None).window
    assert isinstance(window, CoverWindow)
    assert window.actions_.unbound == ()
    assert len({spec.id for spec in SPECS}) == len(SPECS)
    keys = [key for spec in SPECS for key in spec.shortcut.split()]
    assert len(keys) == len(set(keys)), "no key has two meanings"
    assert sum(bool(spec.shortcut) for spec in SPECS) > len(SPECS) / 2


def test_every_action_has_its_icon() -> None:
    folder = assets() / "icons" / "lucide"
    assert [spec.id for spec in SPECS if spec.icon and not (folder / f"{spec.icon}.svg").is_file()] == []
