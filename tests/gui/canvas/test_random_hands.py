"""Random hands on a real window: clicks, drags, keys and commands in any order break nothing, and locks hold."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coverkit.model import edits
from tests.gui.canvas.conftest import ALT, CTRL, PLAIN, SHIFT, Page

STEPS = 60
COMMANDS = (
    "edit.undo",
    "edit.undo",
    "edit.redo",
    "edit.copy",
    "edit.cut",
    "edit.paste",
    "edit.duplicate",
    "edit.delete",
    "edit.select_all",
    "edit.select_none",
    "object.panel",
    "object.line",
    "object.hide",
    "object.show_all",
    "object.front",
    "object.back",
    "object.align_left",
    "object.distribute_down",
    "object.reset_place",
    "view.preview",
    "view.zoom_in",
    "view.zoom_out",
    "view.fit",
    "view.ink",
    "view.proof",
    "view.overlay_locks",
    "window.objects",
    "check.next",
)
KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Down,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Delete,
    Qt.Key.Key_C,
    Qt.Key.Key_A,
    Qt.Key.Key_Home,
    Qt.Key.Key_Backspace,
)


def _spot(chance: random.Random) -> tuple[float, float]:
    return chance.uniform(-5, 195), chance.uniform(-5, 275)


def _act(page: Page, chance: random.Random) -> None:
    match chance.randrange(6):
        case 0:
            page.click(*_spot(chance), held=chance.choice((PLAIN, SHIFT, ALT)))
        case 1:
            page.drag(_spot(chance), _spot(chance), chance.choice((PLAIN, SHIFT, CTRL)))
        case 2:
            page.double(*_spot(chance))
        case 3:
            QTest.keyClick(page.canvas, chance.choice(KEYS), chance.choice((PLAIN, PLAIN, SHIFT)))
        case _:
            action = page.window.actions_[chance.choice(COMMANDS)]
            if action.isEnabled():
                action.trigger()


@pytest.fixture
def nothing_waits(application: QApplication) -> Iterator[None]:
    """Close menus and dialogs as they open: a person's other hand."""

    def close() -> None:
        for waiting in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if waiting is not None:
                waiting.close()

    timer = QTimer()
    timer.timeout.connect(close)
    timer.start(20)
    yield
    timer.stop()


@pytest.mark.parametrize("seed", range(6))
def test_random_hands_break_nothing(page: Page, nothing_waits: None, seed: int) -> None:
    chance = random.Random(seed)
    bounds = page.editor.project.permissions.of("banner").bounds
    assert bounds is not None
    for _ in range(STEPS):
        _act(page, chance)
        QApplication.processEvents()
        project = page.editor.session.project
        assert edits.violations(project.document, project.permissions) == ()
        banner = page.editor.placed("banner")
        assert banner is not None
        assert bounds.holds(banner.box)
    QTest.keyClick(page.canvas, Qt.Key.Key_Escape)
    page.until(lambda: not page.editor.worker.busy)
    last = page.editor.session.document
    steps = len(page.editor.session.history)
    page.editor.go_to(0)
    page.editor.go_to(steps)
    assert page.editor.session.document is last
