"""Fields into which texts are pasted: by keys, menu, drop and mouse what arrives is Unicode, where the person agrees."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QClipboard, QContextMenuEvent, QDropEvent, QKeySequence, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPlainTextEdit

from coverkit.app.publishing import Draft
from coverkit.app.sample import sample_project
from coverkit.gui.desk import Desk
from coverkit.gui.dialogs.paste import PasteDialog
from coverkit.gui.dialogs.unicode_fields import UnicodeLine, UnicodeText
from coverkit.gui.dialogs.unit_form import UnitForm
from coverkit.gui.panels.editors.text import TextEditor
from coverkit.gui.publish.words_steps import DispatchStep
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.model.document import Unit

OLD, NEW = "Céng hoµ x· héi chñ nghÜa ViÖt Nam ®éc lËp", "Cộng hoà xã hội chủ nghĩa Việt Nam độc lập"
Field = QLineEdit | QPlainTextEdit


@pytest.fixture(params=[True, False], ids=["agrees", "gives up"])
def agrees(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    code = PasteDialog.DialogCode.Accepted if request.param else PasteDialog.DialogCode.Rejected
    monkeypatch.setattr(PasteDialog, "exec", lambda dialog: code)
    return bool(request.param)


@pytest.fixture
def asks_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PasteDialog, "exec", lambda dialog: pytest.fail("asked"))


@pytest.fixture
def line(application: QApplication) -> Iterator[UnicodeLine]:
    field = UnicodeLine()
    field.resize(400, 30)
    field.show()
    yield field
    field.close()


def _mime(text: str) -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    return mime


def _copied(text: str) -> None:
    QApplication.clipboard().setMimeData(_mime(text))


def _written(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _press_paste(field: Field, text: str) -> None:
    _copied(text)
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))


def _dropped(field: QLineEdit, text: str, at: QPoint) -> None:
    mime = _mime(text)
    copy = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(at), copy, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    field.dropEvent(event)
    assert event.isAccepted()


@pytest.mark.parametrize("make", [UnicodeLine, UnicodeText])
def test_keys_paste_what_the_person_agrees_to(application: QApplication, make: Callable[[], Field], agrees: bool) -> None:
    field = make()
    field.show()
    _press_paste(field, OLD)
    assert _written(field) == (NEW if agrees else "")
    field.close()


def test_the_menu_pastes_the_same_way(line: UnicodeLine, agrees: bool) -> None:
    edited: list[str] = []
    line.textEdited.connect(edited.append)
    line.setText("– ")
    _copied(OLD)
    at = QPoint(5, 10)
    QApplication.sendEvent(line, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, line.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (paste,) = (action for action in menu.actions() if action.objectName() == "edit-paste")
    menu.setActiveAction(paste)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert line.text() == ("– " + NEW if agrees else "– ")
    assert edited == ([line.text()] if agrees else [])


def test_what_is_dropped_goes_where_it_was_dropped(line: UnicodeLine, agrees: bool) -> None:
    line.setText("1 – 2")
    _dropped(line, OLD, QPoint(line.cursorRect().left() - line.width(), 10))
    assert line.text() == (NEW + "1 – 2" if agrees else "1 – 2")


def test_a_selection_is_replaced_and_undone(line: UnicodeLine, asks_nothing: None) -> None:
    line.setText("một hai ba")
    line.setSelection(4, 3)
    _press_paste(line, "Vie\u0323\u0302t")
    assert line.text() == "một Việt ba"
    line.undo()
    assert line.text() == "một hai ba"


def test_several_lines_become_one_in_a_line(line: UnicodeLine, asks_nothing: None) -> None:
    _press_paste(line, "Trung tâm\r\nKhuyến nông\n")
    assert line.text() == "Trung tâm Khuyến nông"


def test_a_locked_line_takes_nothing(line: UnicodeLine, asks_nothing: None) -> None:
    line.setText("khoá")
    line.setReadOnly(True)
    _press_paste(line, OLD)
    line.take(None)
    assert line.text() == "khoá"


def test_the_middle_button_pastes_what_is_selected_elsewhere(
    line: UnicodeLine, agrees: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QClipboard, "supportsSelection", lambda clipboard: True)
    monkeypatch.setattr(QClipboard, "mimeData", lambda clipboard, mode=QClipboard.Mode.Clipboard: _mime(OLD))
    middle, none = Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier
    at = QPointF(5, 10)
    line.mouseReleaseEvent(QMouseEvent(QMouseEvent.Type.MouseButtonRelease, at, at, middle, Qt.MouseButton.NoButton, none))
    assert line.text() == (NEW if agrees else "")


def test_the_inspector_pastes_in_unicode(desk: Desk, until: Callable[[Callable[[], bool]], None], agrees: bool) -> None:
    window = desk.open_cover(sample_project(), None).window
    assert isinstance(window, CoverWindow)
    until(lambda: window.editor.findings is not None)
    window.editor.select(("headline",))
    editor = next(one for one in window.findChildren(TextEditor) if one.isVisible() and not one.text.isReadOnly())
    editor.text.selectAll()
    _press_paste(editor.text, OLD)
    shown = window.editor.document.element("headline")
    assert shown is not None
    assert (NEW in shown.values.values()) is agrees
    assert OLD not in shown.values.values()


def test_units_and_dispatches_paste_in_unicode(application: QApplication, agrees: bool) -> None:
    form, step = UnitForm(), DispatchStep()
    form.show_unit(Unit())
    step.show_draft(Draft())
    name = form.fields["name"].control
    assert isinstance(name, QLineEdit)
    for field in (name, step.title_vi, step.clause):
        _press_paste(field, OLD)
        assert _written(field) == (NEW if agrees else "")
    assert form.unit.name == (NEW if agrees else "")
    assert step.draft.clause == (NEW if agrees else "")
