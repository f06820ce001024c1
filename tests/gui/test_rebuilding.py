"""Language and theme change at once, in every window; covers stay as they are, with their history."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtGui import QColor

from coverkit import i18n
from coverkit.app.sample import sample_folder, sample_project
from coverkit.gui.desk import Desk
from coverkit.gui.publish.publish_window import PublishWindow
from coverkit.gui.review.file_window import FileWindow
from coverkit.gui.theme.style import theme
from coverkit.gui.theme.tokens import DARK
from coverkit.gui.windows.start_window import StartWindow
from coverkit.model import edits
from coverkit.model.document import Document
from coverkit.model.edits import Edited
from coverkit.model.locks import Permissions

Until = Callable[[Callable[[], bool]], None]


def _digital(document: Document, permissions: Permissions) -> Edited:
    return edits.set_printer(document, "digital")


def test_another_language_changes_every_window_and_loses_nothing(desk: Desk, until: Until) -> None:
    desk.show_start()
    opened = desk.open_cover(sample_project(), None)
    opened.editor.perform(partial(_digital))
    opened.editor.select(["headline"])
    opened.window.resize(1200, 800)
    before, size = opened.window, opened.window.size()
    desk.speak("en")
    until(lambda: opened.window is not before)
    assert i18n.language() == "en"
    assert desk.covers == [opened]
    assert opened.window.size() == size
    assert opened.editor.selection == ("headline",)
    assert opened.editor.session.history != ()
    assert next(menu.text() for menu in opened.window.menuBar().actions()) == "&File"
    start = desk.start_window()
    assert isinstance(start, StartWindow)
    assert next(menu.text() for menu in start.menuBar().actions()) == "&File"
    until(lambda: opened.editor.findings is not None)
    opened.editor.undo()
    assert opened.editor.document.printer == "offset-coated"
    assert opened.window.isWindowModified() is False


def test_windows_of_files_and_of_issuers_change_too(desk: Desk, tmp_path: Path, until: Until) -> None:
    png = sample_folder() / "nui-hoang-hon.jpg"
    desk.open_files([png])
    desk.publish_campaign()
    before = list(desk.windows)
    publishing = next(one for one in before if isinstance(one, PublishWindow))
    publishing.list.setCurrentRow(2)
    desk.speak("en")
    until(lambda: desk.windows[0] is not before[0])
    file, published = desk.windows
    assert isinstance(file, FileWindow)
    assert isinstance(published, PublishWindow)
    assert file.examination.path == png
    assert published.list.currentRow() == 2
    assert published.draft == publishing.draft


def test_the_dark_theme_is_worn_at_once(desk: Desk, until: Until) -> None:
    start = desk.show_start()
    desk.wear("dark")
    until(lambda: desk.start_window() is not start)
    fresh = desk.start_window()
    assert fresh is not None
    assert theme().name == "dark"
    shown = fresh.grab().toImage().pixelColor(fresh.width() - 20, fresh.height() // 2)
    assert shown == QColor(DARK.window)
    assert desk.settings.theme == "dark"
