"""Vietnamese typed in place as people type it: UniKey's backspaces, ibus composing or rewriting, marks that come alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coverkit.gui.canvas.contents import written_text
from coverkit.gui.canvas.steps import setting
from coverkit.gui.canvas.tools.writing_tool import WriteTool
from coverkit.gui.dialogs.paste import PasteDialog
from tests.gui.canvas.conftest import CTRL, LEFT, PLAIN, SHIFT, Page

NO_KEY = Qt.Key(0)
"""What Windows and X11 send for a letter that no key of the keyboard stands for."""
OLD = "Coäng hoøa xaõ hoäi chuû nghóa"
VNI = f"<html><body><p class=MsoNormal><span style='font-family:\"VNI-Times\"'>{OLD}</span></p></body></html>"


@pytest.fixture
def writing(page: Page) -> WriteTool:
    page.editor.select(("words",))
    page.key(Qt.Key.Key_Return)
    tool = page.canvas.writing
    assert tool is not None
    page.key(Qt.Key.Key_Delete)
    assert _text(page) == ""
    return tool


def _text(page: Page) -> str:
    return written_text(page.editor.cover, "words")


def _send(page: Page, letter: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(page.canvas, QKeyEvent(kind, NO_KEY, PLAIN, letter))


def _unikey(page: Page, keys: str) -> None:
    """Type as UniKey does: `<` is the backspace that it sends before the letter with its mark."""
    for key in keys:
        if key == "<":
            page.key(Qt.Key.Key_Backspace)
        elif key.isascii():
            QTest.keyClicks(page.canvas, key)
        else:
            _send(page, key)


def _compose(page: Page, preedit: str, commit: str = "", start: int = 0, length: int = 0) -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit, start, length)
    QApplication.sendEvent(page.canvas, event)


def test_unikey_rewrites_letters_with_backspaces(page: Page, writing: WriteTool) -> None:
    _unikey(page, "Nguo<<ươ<<ườ<ờ")
    assert _text(page) == "Ngườ"
    _unikey(page, "i d<đang viet<<<iêt<<<iệt")
    assert _text(page) == "Người đang việt"
    page.key(Qt.Key.Key_Z, CTRL)
    assert _text(page) == "Người đang", "a word is taken back at once, however it was written"
    page.key(Qt.Key.Key_Z, CTRL)
    page.key(Qt.Key.Key_Z, CTRL)
    assert _text(page) == ""
    page.key(Qt.Key.Key_Y, CTRL)
    assert _text(page) == "Người"


def test_ibus_composes_a_word_and_commits_it(page: Page, writing: WriteTool) -> None:
    for preedit in ("V", "Vi", "Vie", "Viê", "Việ", "Việt"):
        _compose(page, preedit)
        assert _text(page) == preedit
    _compose(page, "", "Việt ")
    _compose(page, "N")
    _compose(page, "", "Nam")
    assert _text(page) == "Việt Nam"
    page.key(Qt.Key.Key_Z, CTRL)
    assert _text(page) == "Việt "


def test_ibus_rewrites_what_stands_before_the_caret(page: Page, writing: WriteTool) -> None:
    for letter in "duo":
        _compose(page, "", letter)
    _compose(page, "", "", -3, 3)
    _compose(page, "", "đươ")
    _compose(page, "", "đượ", -3, 3)
    _compose(page, "", "c")
    assert _text(page) == "được"
    assert writing.writing.state.caret == 4


def test_marks_that_come_alone_join_their_letter(page: Page, writing: WriteTool) -> None:
    QTest.keyClicks(page.canvas, "vat")
    page.key(Qt.Key.Key_Left)
    _send(page, "\u0302")
    _send(page, "\u0323")
    assert _text(page) == "vật"
    _send(page, "n")
    assert _text(page) == "vậnt", "the caret stays behind the letter"


def test_what_is_being_composed_survives_the_loss_of_focus(page: Page, writing: WriteTool) -> None:
    _compose(page, "Xuân")
    page.window.panels.checks.search.setFocus()
    page.until(lambda: not page.canvas.hasFocus())
    assert written_text(page.editor.session.project.compose(), "words") == "Xuân"
    assert page.canvas.writing is writing
    page.canvas.setFocus()
    page.key(Qt.Key.Key_Escape)
    assert _text(page) == "Xuân"


def test_composing_over_a_selection_replaces_it_even_if_given_up(page: Page, writing: WriteTool) -> None:
    QTest.keyClicks(page.canvas, "bo di")
    page.key(Qt.Key.Key_A, CTRL)
    _compose(page, "g")
    _compose(page, "")
    assert _text(page) == writing.writing.text == ""
    page.key(Qt.Key.Key_Z, CTRL)
    assert _text(page) == "bo di"


def _at(page: Page, writing: WriteTool, position: int) -> tuple[float, float]:
    place = writing.map.box_of(writing.map.caret(position)).centre
    return place.x, place.y


def test_clicks_select_words_lines_and_ranges(page: Page, writing: WriteTool) -> None:
    page.editor.perform(setting("words", {"text": "Mùa xuân\nđã về"}))

    def state() -> str:
        return writing.writing.state.selected

    page.double(*_at(page, writing, 5))
    assert state() == "xuân"
    page.click(*_at(page, writing, 5))
    assert state() == "Mùa xuân", "a third click takes the line"
    QTest.qWait(QApplication.doubleClickInterval() + 20)
    page.click(*_at(page, writing, 2))
    assert state() == ""
    page.click(*_at(page, writing, 6), SHIFT)
    assert state() == "a xu"
    start, end = page.at(*_at(page, writing, 4)), page.at(*_at(page, writing, 8))
    QTest.mousePress(page.canvas, LEFT, PLAIN, start)
    page.move(end, PLAIN)
    QTest.mouseRelease(page.canvas, LEFT, PLAIN, end)
    assert state() == "xuân"


def test_keys_move_and_select_by_words_and_lines(page: Page, writing: WriteTool) -> None:
    page.editor.perform(setting("words", {"text": "Mùa xuân đã về"}))
    now = writing.writing
    page.key(Qt.Key.Key_Home)
    page.key(Qt.Key.Key_Right, CTRL)
    assert now.state.caret == 4
    page.key(Qt.Key.Key_Right, CTRL | SHIFT)
    assert now.state.selected == "xuân "
    page.key(Qt.Key.Key_End, SHIFT)
    assert now.state.selected == "xuân đã về"
    page.key(Qt.Key.Key_Left, CTRL)
    assert now.state.selected == ""
    page.key(Qt.Key.Key_Home, SHIFT)
    assert now.state.selected.startswith("Mùa ")
    page.key(Qt.Key.Key_A, CTRL)
    assert now.state.selected == "Mùa xuân đã về"
    page.key(Qt.Key.Key_Left)
    assert now.state.caret == 0
    page.key(Qt.Key.Key_Delete, CTRL)
    assert _text(page) == "xuân đã về"
    page.key(Qt.Key.Key_End)
    page.key(Qt.Key.Key_Backspace, CTRL)
    assert _text(page).rstrip() == "xuân đã"


def test_old_code_pasted_from_word_arrives_as_unicode(page: Page, writing: WriteTool, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def agree(dialog: PasteDialog) -> PasteDialog.DialogCode:
        asked.append(dialog.chosen)
        return PasteDialog.DialogCode.Accepted

    monkeypatch.setattr(PasteDialog, "exec", agree)
    mime = QMimeData()
    mime.setHtml(VNI)
    mime.setText(OLD)
    QApplication.clipboard().setMimeData(mime)
    page.key(Qt.Key.Key_V, CTRL)
    assert asked
    assert _text(page) == "Cộng hòa xã hội chủ nghĩa"
    page.key(Qt.Key.Key_Z, CTRL)
    assert _text(page) == ""


def test_input_methods_show_what_is_composed_and_commit_it(page: Page) -> None:
    page.editor.select(("words",))
    page.key(Qt.Key.Key_Return)
    page.key(Qt.Key.Key_End)
    QApplication.sendEvent(page.canvas, QInputMethodEvent("việ", []))
    assert page.editor.session.document.element("words") is not page.editor.document.element("words")
    assert written_text(page.editor.cover, "words") == "Chữ của tôiviệ"
    done = QInputMethodEvent("", [])
    done.setCommitString("việt")
    QApplication.sendEvent(page.canvas, done)
    assert written_text(page.editor.cover, "words") == "Chữ của tôiviệt"
    replaced = QInputMethodEvent("", [])
    replaced.setCommitString("Việt", -4, 4)
    QApplication.sendEvent(page.canvas, replaced)
    assert written_text(page.editor.cover, "words") == "Chữ của tôiViệt"


def test_an_empty_clipboard_pastes_nothing(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    document = page.editor.document
    monkeypatch.setattr(type(QGuiApplication.clipboard()), "mimeData", lambda *_: None)
    page.key(Qt.Key.Key_V, CTRL)
    page.editor.select(("words",))
    page.key(Qt.Key.Key_Return)
    page.key(Qt.Key.Key_V, CTRL)
    assert page.editor.document is document
