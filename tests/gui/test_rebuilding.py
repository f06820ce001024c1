"""Language and theme change at once, in every window; covers stay as they are, with their history."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMessageBox

from coverkit import i18n
from coverkit.app.sample import sample_folder, sample_project
from coverkit.gui.desk import Desk
from coverkit.gui.publish.publish_window import PublishWindow
from coverkit.gui.review.compare_window import CompareWindow
from coverkit.gui.review.file_window import FileWindow
from coverkit.gui.review.page_view import Place
from coverkit.gui.theme.style import theme
from coverkit.gui.theme.tokens import DARK
from coverkit.gui.windows.cover_window import CoverWindow
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


def test_what_a_reviewer_was_writing_and_looking_at_is_there_in_another_language(
    desk: Desk, tmp_path: Path, until: Until
) -> None:
    png = tmp_path / "bia.png"
    png.write_bytes((sample_folder() / "nui-hoang-hon.jpg").read_bytes())
    desk.open_files([png])
    window = desk.windows[0]
    assert isinstance(window, FileWindow)
    until(lambda: window.examination.examined is not None)
    window.tabs.setCurrentWidget(window.decisions)
    window.decisions.words.setPlainText("Ảnh nền còn\nthiếu nguồn")
    window.decisions.name.setText("Lê Thị Hoa")
    window.findings.search.setText("nguồn")
    until(lambda: window.pages.isHidden())
    for _ in range(20):
        desk.application.processEvents()
    window.page.zoom(4)
    window.trimmed.setChecked(True)
    for _ in range(20):
        desk.application.processEvents()
    before = window.page.place()
    assert before is not None
    desk.speak("en")
    until(lambda: desk.windows[0] is not window)
    fresh = desk.windows[0]
    assert isinstance(fresh, FileWindow)
    until(lambda: fresh.examination.examined is not None)
    assert fresh.tabs.currentWidget() is fresh.decisions
    assert fresh.decisions.words.toPlainText() == "Ảnh nền còn\nthiếu nguồn"
    assert fresh.decisions.name.text() == "Lê Thị Hoa"
    assert fresh.findings.search.text() == "nguồn"
    assert fresh.trimmed.isChecked()
    until(lambda: _is_near(fresh.page.place(), before))


def _is_near(one: Place | None, other: Place) -> bool:
    return one is not None and (one.scale, one.x, one.y) == pytest.approx((other.scale, other.x, other.y), abs=4 / other.scale)


def test_what_was_filled_in_for_a_new_cover_is_there_in_another_theme(desk: Desk, until: Until) -> None:
    start = desk.show_start()
    until(lambda: start.new is not None)
    start.show_new()
    new = start.new
    assert new is not None
    design = next(name for name in new.designs.names if name != new.designs.chosen)
    new.designs.choose(design)
    new.issue.number.setText("12/2020")
    new.content.put("headline", "Mùa vàng trên cao nguyên")
    texts = new.content.texts
    assert texts
    desk.wear("dark")
    until(lambda: desk.start_window() is not start)
    fresh = desk.start_window()
    assert fresh is not None
    until(lambda: fresh.new is not None)
    again = fresh.new
    assert again is not None
    assert again.content.texts == texts
    assert again.designs.chosen == design
    assert again.issue.issue.number == "12/2020"


def test_a_compared_pair_speaks_the_other_language_too(desk: Desk, until: Until) -> None:
    first, second = sorted(sample_folder().glob("*.jpg"))[:2]
    window = CompareWindow(desk, first, second)
    desk.show(window)
    window.modes.button(1).setChecked(True)
    window.slider.setValue(80)
    desk.speak("en")
    until(lambda: desk.windows[0] is not window)
    fresh = desk.windows[0]
    assert isinstance(fresh, CompareWindow)
    assert fresh.modes.checkedId() == 1
    assert fresh.slider.value() == 80
    assert fresh.modes.button(0).text() == "Side by side"
    until(lambda: fresh.found is not None)


def test_search_zoom_selection_and_panels_stay(desk: Desk, until: Until) -> None:
    opened = desk.open_cover(sample_project(), None)
    window = opened.window
    assert isinstance(window, CoverWindow)
    window.panels.docks.docks["campaign"].hide()
    window.panels.checks.search.setText("ảnh")
    window.panels.checks.filter.setCurrentIndex(2)
    window.canvas.navigation.zoom_percent(150)
    chosen = window.canvas.viewport
    desk.wear("dark")
    until(lambda: opened.window is not window)
    fresh = opened.window
    assert isinstance(fresh, CoverWindow)
    assert fresh.panels.docks.docks["campaign"].isHidden()
    assert fresh.panels.checks.search.text() == "ảnh"
    assert fresh.panels.checks.filter.currentIndex() == 2
    assert fresh.canvas.viewport == chosen


def test_an_open_question_is_answered_before_anything_is_built_anew(desk: Desk, until: Until) -> None:
    start = desk.show_start()
    question = QMessageBox(start)
    question.open()
    desk.wear("dark")
    until(lambda: theme().name == "dark")
    for _ in range(20):
        desk.application.processEvents()
    assert desk.start_window() is start
    question.close()
    until(lambda: desk.start_window() is not start)


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
