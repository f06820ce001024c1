"""History: named steps, back and forth. Docks: hidden, shown, floating, back where they were, put back as at first."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDockWidget

from coverkit.app.sample import sample_project
from coverkit.gui.desk import Desk
from coverkit.gui.windows.cover_window import CoverWindow
from tests.gui.panels.conftest import Until, setting

NAMES = ("objects", "inspector", "campaign", "checks", "history")


def test_steps_are_called_by_names_and_a_click_goes_back_and_forward(window: CoverWindow) -> None:
    for text in ("Một", "Hai", "Ba"):
        window.editor.perform(setting("headline", text=text))
    steps = window.panels.history.list
    assert steps.count() == 4
    name = window.editor.cover.permissions.of("headline").name
    assert name in steps.item(1).text()
    assert "headline" not in steps.item(1).text()
    assert name in window.actions_["edit.undo"].text()
    window.panels.docks.show("history")
    QTest.mouseClick(steps.viewport(), Qt.MouseButton.LeftButton, pos=steps.visualItemRect(steps.item(1)).center())
    placed = window.editor.placed("headline")
    assert placed is not None
    assert placed.plain_text == "Một"
    assert steps.currentRow() == 1
    assert window.actions_["edit.redo"].isEnabled()
    window.actions_["edit.redo"].trigger()
    assert steps.currentRow() == 2
    steps.setCurrentRow(3)
    QTest.keyClick(steps, Qt.Key.Key_Return)
    placed = window.editor.placed("headline")
    assert placed is not None
    assert placed.plain_text == "Ba"
    assert not window.actions_["edit.redo"].isEnabled()


def test_nothing_to_take_back_at_first(window: CoverWindow) -> None:
    assert not window.actions_["edit.undo"].isEnabled()
    window.editor.perform(setting("headline", text="Một"))
    window.actions_["edit.undo"].trigger()
    assert not window.editor.session.history
    assert not window.actions_["edit.undo"].isEnabled()


def _is_seen(dock: QDockWidget) -> bool:
    return not dock.visibleRegion().isEmpty()


def test_every_panel_is_hidden_and_shown_by_its_action(window: CoverWindow, until: Until) -> None:
    for name in NAMES:
        dock, action = window.panels.docks.docks[name], window.actions_[f"window.{name}"]
        window.panels.docks.show(name)
        until(partial(_is_seen, dock))
        action.trigger()
        assert dock.isHidden()
        action.trigger()
        assert not dock.isHidden()
        assert action.isChecked()


def test_a_panel_that_is_closed_unticks_its_action_and_reset_brings_all_back(window: CoverWindow) -> None:
    docks = window.panels.docks.docks
    docks["objects"].close()
    assert not window.actions_["window.objects"].isChecked()
    docks["checks"].setFloating(True)
    window.actions_["window.reset"].trigger()
    assert not any(docks[name].isHidden() or docks[name].isFloating() for name in NAMES)
    assert window.dockWidgetArea(docks["objects"]) == Qt.DockWidgetArea.LeftDockWidgetArea
    assert window.actions_["window.objects"].isChecked()


def test_panels_come_back_where_they_were(desk: Desk) -> None:
    first = desk.open_cover(sample_project(), None).window
    assert isinstance(first, CoverWindow)
    first.panels.docks.docks["history"].close()
    first.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, first.panels.docks.docks["checks"])
    first.close()
    second = desk.open_cover(sample_project(), None).window
    assert isinstance(second, CoverWindow)
    docks = second.panels.docks.docks
    assert docks["history"].isHidden()
    assert not second.actions_["window.history"].isChecked()
    assert second.dockWidgetArea(docks["checks"]) == Qt.DockWidgetArea.LeftDockWidgetArea


def test_keys_of_the_page_stay_in_the_panel_that_has_the_focus(window: CoverWindow) -> None:
    """T adds a text on the page; in the search field of the checks it is a letter, in a list it chooses."""
    before = len(window.editor.cover.placed)
    window.activateWindow()
    for part in (window.panels.checks.search, window.panels.objects.view, window.panels.history.list):
        part.setFocus()
        QTest.keyClick(part, Qt.Key.Key_T)
        QTest.keyClick(part, Qt.Key.Key_Return)
    assert len(window.editor.cover.placed) == before
    assert window.panels.checks.search.text() == "t"


def test_escape_goes_back_to_the_page(window: CoverWindow) -> None:
    window.activateWindow()
    window.panels.objects.view.setFocus()
    QTest.keyClick(window.panels.objects.view, Qt.Key.Key_Escape)
    focused, page = window.focusWidget(), window.centralWidget()
    assert focused is not None
    assert page is not None
    assert focused is page or page.isAncestorOf(focused)
