"""The Objects panel mirrors the canvas: selection both ways, names and places in words, eye, locks and order by keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest

from coverkit.geometry import Rect
from coverkit.gui.panels.objects.model import EYE, FIRST_LOCK
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.model import edits
from coverkit.model.document import Element

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def _add(window: CoverWindow, name: str) -> None:
    element = Element(name, "text", {"text": name}, Rect(20, 100, 40, 8))
    assert window.editor.perform(lambda document, permissions: edits.add_element(document, element, permissions))


def _ids(window: CoverWindow, group: str = "own") -> list[str]:
    model = window.panels.objects.model
    parent = model.group_index("own") if group == "own" else model.group_index("content")
    rows = [model.row_of(model.index(row, 0, parent)) for row in range(model.rowCount(parent))]
    return [row.id for row in rows if row is not None]


def _choose(window: CoverWindow, element: str) -> None:
    window.panels.objects.view.setCurrentIndex(window.panels.objects.model.index_of(element))


def test_every_placed_element_is_listed_once(window: CoverWindow) -> None:
    _add(window, "text-1")
    model = window.panels.objects.model
    listed = []
    for group in range(model.rowCount()):
        parent = model.index(group, 0)
        assert model.data(parent), "a group has a name"
        for row in range(model.rowCount(parent)):
            found = model.row_of(model.index(row, 0, parent))
            assert found is not None
            listed.append(found.id)
    assert sorted(listed) == sorted(one.id for one in window.editor.cover.placed)


def test_the_selection_is_the_same_on_both_sides(window: CoverWindow) -> None:
    window.editor.select(["headline", "banner"])
    chosen = [window.panels.objects.model.row_of(one) for one in window.panels.objects.view.selectionModel().selectedRows()]
    assert {row.id for row in chosen if row is not None} == {"headline", "banner"}
    _choose(window, "slogan")
    assert window.editor.selection == ("slogan",)
    QTest.keyClick(window.panels.objects.view, Qt.Key.Key_Down)
    assert window.editor.selection not in ((), ("slogan",))
    window.editor.select([])
    assert not window.panels.objects.view.selectionModel().hasSelection()


def test_an_element_is_said_in_words_with_its_place_and_why_it_is_locked(window: CoverWindow) -> None:
    model = window.panels.objects.model
    spoken = model.data(model.index_of("slogan"), _SPOKEN)
    assert "1011/STTTT-TTBCXB" in spoken
    assert "mm" in spoken
    place = model.data(model.index_of("slogan", FIRST_LOCK), _SPOKEN)
    assert "1011/STTTT-TTBCXB" in place
    free = model.data(model.index_of("headline", FIRST_LOCK), _SPOKEN)
    assert "1011" not in free


def test_space_hides_and_shows_and_a_locked_element_says_why_not(window: CoverWindow) -> None:
    refused: list[str] = []
    window.editor.refused.connect(lambda message, remedy: refused.append(message))
    _choose(window, "headline")
    QTest.keyClick(window.panels.objects.view, Qt.Key.Key_Space)
    placed = window.editor.placed("headline")
    assert placed is not None
    assert placed.used is None
    QTest.keyClick(window.panels.objects.view, Qt.Key.Key_Space)
    placed = window.editor.placed("headline")
    assert placed is not None
    assert placed.used is not None
    _choose(window, "slogan")
    QTest.keyClick(window.panels.objects.view, Qt.Key.Key_Space)
    assert "1011/STTTT-TTBCXB" in refused[0]
    placed = window.editor.placed("slogan")
    assert placed is not None
    assert placed.used is not None


def test_the_eye_hides_by_a_click_and_a_lock_says_its_reason(window: CoverWindow) -> None:
    view, model = window.panels.objects.view, window.panels.objects.model
    refused: list[str] = []
    window.editor.refused.connect(lambda message, remedy: refused.append(message))
    eye = view.visualRect(model.index_of("headline", EYE))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=eye.center())
    element = window.editor.document.element("headline")
    assert element is not None
    assert element.hidden
    lock = view.visualRect(model.index_of("banner", FIRST_LOCK + 1))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=lock.center())
    assert "1011/STTTT-TTBCXB" in refused[-1]


def test_the_order_of_free_elements_is_changed_by_keys_and_by_dragging(window: CoverWindow) -> None:
    for name in ("text-1", "text-2", "text-3"):
        _add(window, name)
    assert _ids(window) == ["text-3", "text-2", "text-1"], "the topmost stands first"
    _choose(window, "text-1")
    QTest.keyClick(window.panels.objects.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _ids(window) == ["text-3", "text-1", "text-2"]
    assert window.editor.selection == ("text-1",)
    model = window.panels.objects.model
    data = model.mimeData([model.index_of("text-3")])
    parent = model.group_index("own")
    model.dropMimeData(data, Qt.DropAction.MoveAction, 3, 0, parent)
    assert _ids(window) == ["text-1", "text-2", "text-3"]
    model.dropMimeData(model.mimeData([model.index_of("text-3")]), Qt.DropAction.MoveAction, 1, 0, parent)
    assert _ids(window) == ["text-1", "text-3", "text-2"]
    assert not model.dropMimeData(data, Qt.DropAction.MoveAction, 0, 0, QModelIndex()), "nothing leaves its group"
    _choose(window, "headline")
    QTest.keyClick(window.panels.objects.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _ids(window) == ["text-1", "text-3", "text-2"], "what belongs to the design stays where it is"


def test_delete_removes_what_a_person_added_and_nothing_else(window: CoverWindow) -> None:
    _add(window, "text-1")
    _choose(window, "text-1")
    QTest.keyClick(window.panels.objects.view, Qt.Key.Key_Delete)
    assert window.editor.placed("text-1") is None
    _choose(window, "headline")
    QTest.keyClick(window.panels.objects.view, Qt.Key.Key_Delete)
    assert window.editor.placed("headline") is not None
