"""Every control of the panels has a name, and none of their labels is cut at the least width, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLabel, QWidget

from coverkit.gui.desk import Desk
from coverkit.gui.panels.docks import _LEAST
from coverkit.gui.windows.cover_window import CoverWindow
from tests.gui.panels.conftest import Until, setting

ELEMENTS = ("", "headline", "banner", "slogan", "hero", "sky_far", "name_rule")


def _is_named(control: QWidget, panel: QWidget) -> bool:
    words = control.text() if isinstance(control, QAbstractButton | QLabel) else ""
    buddied = any(label.buddy() is control for label in panel.findChildren(QLabel))
    return bool(control.accessibleName() or words or buddied)


def _controls(panel: QWidget) -> list[QWidget]:
    found = [one for one in panel.findChildren(QWidget) if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
    return [one for one in found if not _is_inside(one) and not (isinstance(one, QLabel) and not one.text())]


def _is_inside(one: QWidget) -> bool:
    """Tell whether it is a part of a control that has the name: the list of a choice, the line of a number."""
    of_choice = isinstance(one, QAbstractItemView) and isinstance(_holder(one), QComboBox)
    return of_choice or isinstance(one.parent(), QAbstractSpinBox)


def _holder(widget: QWidget) -> object:
    parent = widget.parent()
    return None if parent is None else parent.parent()


def _spoken_language(desk: Desk, language: str, until: Until) -> CoverWindow:
    if desk.settings.language != language:
        old = desk.windows[0]
        desk.speak(language)
        until(lambda: desk.windows[0] is not old)
    window = desk.windows[0]
    assert isinstance(window, CoverWindow)
    return window


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_control_has_a_name_and_room(window: CoverWindow, desk: Desk, until: Until, language: str) -> None:
    shown = _spoken_language(desk, language, until)
    shown.editor.perform(setting("headline", text="Rất dài và " * 60))
    until(lambda: shown.editor.findings is not None)
    for card in shown.panels.checks.list.cards:
        card.head.setChecked(True)
    panels = shown.panels
    for element in ELEMENTS:
        shown.editor.select([element] if element else [])
        for panel in (panels.objects, panels.inspector, panels.campaign, panels.checks, panels.history):
            nameless = [type(one).__name__ for one in _controls(panel) if not _is_named(one, panel)]
            assert nameless == [], (element, type(panel).__name__)
        form = panels.inspector.form
        assert form is not None
        assert form.minimumSizeHint().width() <= _LEAST[0], element
    campaign = panels.campaign.area.widget()
    assert campaign is not None
    assert campaign.minimumSizeHint().width() <= _LEAST[0]
    assert panels.checks.list.minimumSizeHint().width() <= _LEAST[0]
    for name, dock in panels.docks.docks.items():
        bar = dock.titleBarWidget()
        assert bar is not None
        assert bar.minimumSizeHint().width() <= min(_LEAST), name
