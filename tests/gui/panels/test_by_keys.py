"""A cover changed, mended and exported with the keyboard alone: every key goes to the part that has the focus."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coverkit.app.sample import sample_project
from coverkit.gui.desk import Desk
from coverkit.gui.export.dialog import FOLDER, ExportDialog
from coverkit.gui.panels.checks.card import CardHead
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.model import edits
from tests.cli.runner import run
from tests.gui.panels.conftest import Until
from tests.gui.panels.test_checks import EDGE

_MOST_TABS = 60


def _press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget() or QApplication.activeWindow()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def _focused() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def _tab_to(wanted: QWidget) -> None:
    for _ in range(_MOST_TABS):
        if _focused() is wanted:
            return
        _press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {wanted.accessibleName()}")


def test_from_the_list_of_objects_to_a_sound_press_file(desk: Desk, until: Until, tmp_path: Path) -> None:
    desk.settings.put(FOLDER, str(tmp_path))
    window = desk.open_cover(sample_project(), None).window
    assert isinstance(window, CoverWindow)
    window.editor.perform(lambda document, permissions: edits.add_element(document, EDGE, permissions))
    until(lambda: window.editor.findings is not None and window.isActiveWindow())

    # The list of objects: to the headline.
    _press(Qt.Key.Key_F2)
    assert window.panels.objects.isAncestorOf(_focused())
    for _ in range(_MOST_TABS):
        if window.editor.selection == ("headline",):
            break
        _press(Qt.Key.Key_Down)
    assert window.editor.selection == ("headline",)

    # The inspector: another headline.
    _press(Qt.Key.Key_F3)
    form = window.panels.inspector.form
    assert form is not None
    text = form.fields["text"].focusProxy()  # type: ignore[union-attr]  # one element is selected
    assert text is not None
    _tab_to(text)
    _press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(_focused(), "Xanh")
    placed = window.editor.placed("headline")
    assert placed is not None
    assert placed.plain_text == "Xanh"

    # The checks: to the finding, and mended.
    until(lambda: window.editor.findings is not None)
    _press(Qt.Key.Key_F8)
    assert isinstance(_focused(), CardHead)
    assert window.editor.selection == ("text-1",)
    steps = len(window.editor.session.history)
    _press(Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    until(lambda: len(window.editor.session.history) > steps and window.editor.findings is not None)

    # The export.
    _press(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    until(dialog.isActiveWindow)
    _tab_to(dialog.setup.export_button)
    _press(Qt.Key.Key_Space)
    until(lambda: dialog.pages.currentWidget() is dialog.made)
    ran = run("check", dialog.setup.out, "--json")
    assert (ran.code, json.loads(ran.out)["status"]) == (0, "pass")
    _press(Qt.Key.Key_Escape)
    until(lambda: window.findChild(ExportDialog) is None)


def test_a_panels_key_goes_to_it_and_back_to_the_page(window: CoverWindow, until: Until) -> None:
    until(window.isActiveWindow)
    window.canvas.setFocus()
    for key, name in ((Qt.Key.Key_F2, "objects"), (Qt.Key.Key_F7, "history"), (Qt.Key.Key_F4, "checks")):
        dock = window.panels.docks.docks[name]
        _press(key)
        assert dock.isAncestorOf(_focused())
        assert not dock.visibleRegion().isEmpty()
        _press(key)
        assert window.canvas.hasFocus()
        assert not dock.isHidden(), "the menu hides a panel, its key never"
    window.panels.docks.docks["objects"].close()
    _press(Qt.Key.Key_F2)
    assert window.panels.docks.docks["objects"].isAncestorOf(_focused())


def test_a_panel_behind_another_comes_to_the_front_before_it_goes_away(window: CoverWindow, until: Until) -> None:
    history = window.panels.docks.docks["history"]
    until(lambda: history.visibleRegion().isEmpty())
    window.actions_["window.history"].trigger()
    until(lambda: not history.visibleRegion().isEmpty())
    assert window.actions_["window.history"].isChecked()
    window.actions_["window.history"].trigger()
    assert history.isHidden()
