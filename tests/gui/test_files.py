"""Files of an open cover: saved, saved elsewhere, taken back, closed with a question, kept safe, dropped on a window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow

from coverkit.app import covers, recovery
from coverkit.app.project import Project
from coverkit.app.sample import sample_project
from coverkit.errors import OutputError
from coverkit.gui import filing
from coverkit.gui.desk import Desk, OpenCover
from coverkit.gui.dialogs.messages import Answer
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.model import edits
from coverkit.model.document import Document
from coverkit.model.edits import Edited
from coverkit.model.locks import Permissions

Until = Callable[[Callable[[], bool]], None]


def _to_printer(name: str, document: Document, permissions: Permissions) -> Edited:
    return edits.set_printer(document, name)


def _change(opened: OpenCover, printer: str = "digital") -> None:
    assert opened.editor.perform(partial(_to_printer, printer))


@pytest.fixture
def saved(desk: Desk, tmp_path: Path) -> OpenCover:
    path = tmp_path / "so-10.cover"
    covers.save(sample_project(), path)
    desk.open_files([path])
    return desk.covers[0]


def _answer(desk: Desk, answer: Answer) -> list[str]:
    asked: list[str] = []

    def ask(parent: object, name: str) -> Answer:
        asked.append(name)
        return answer

    desk.ask_unsaved = ask
    return asked


def _dialog_names(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *arguments: (str(path), ""))


def _choosing(monkeypatch: pytest.MonkeyPatch, *answers: int) -> list[str]:
    said: list[str] = []
    left = list(answers)

    def choose(parent: object, message: str, more: str, choices: tuple[str, ...]) -> int:
        said.append(message)
        return left.pop(0)

    monkeypatch.setattr(filing, "choose", choose)
    return said


def test_saving_writes_what_is_shown_and_clears_the_mark(desk: Desk, saved: OpenCover) -> None:
    path = saved.editor.path
    assert path is not None
    assert saved.window.windowTitle() == "so-10[*] – CoverKit"
    assert not saved.window.isWindowModified()
    _change(saved)
    assert saved.window.isWindowModified()
    assert isinstance(saved.window, CoverWindow)
    saved.window.actions_["file.save"].trigger()
    assert not saved.window.isWindowModified()
    assert Project.open(path).document.printer == "digital"
    saved.editor.undo()
    assert saved.window.isWindowModified(), "what was taken back is not what lies on the disk"
    saved.editor.redo()
    assert not saved.window.isWindowModified()


def test_a_new_cover_asks_where_and_gets_its_ending(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = desk.begin_cover(sample_project())
    assert opened.window.isWindowModified()
    _dialog_names(monkeypatch, tmp_path / "moi")
    assert opened.filing.save()
    assert opened.editor.path == tmp_path / "moi.cover"
    assert desk.settings.recent[0] == tmp_path / "moi.cover"
    assert opened.window.windowTitle() == "moi[*] – CoverKit"


def test_revert_goes_back_to_the_file_after_asking(saved: OpenCover, monkeypatch: pytest.MonkeyPatch) -> None:
    _change(saved)
    monkeypatch.setattr(filing, "ask", lambda *arguments: False)
    assert not saved.filing.revert()
    assert saved.editor.document.printer == "digital"
    monkeypatch.setattr(filing, "ask", lambda *arguments: True)
    assert saved.filing.revert()
    assert saved.editor.document.printer == "offset-coated"
    assert not saved.window.isWindowModified()


def test_closing_asks_and_does_what_is_answered(desk: Desk, saved: OpenCover) -> None:
    path = saved.editor.path
    assert path is not None
    _change(saved)
    asked = _answer(desk, "cancel")
    assert not saved.window.close()
    assert asked == ["so-10"]
    assert desk.covers == [saved]
    _answer(desk, "save")
    assert saved.window.close()
    assert desk.covers == []
    assert Project.open(path).document.printer == "digital"


def test_closing_without_changes_asks_nothing(desk: Desk, saved: OpenCover) -> None:
    asked = _answer(desk, "cancel")
    assert saved.window.close()
    assert asked == []


def test_quitting_stops_where_the_person_stops_it(desk: Desk, saved: OpenCover) -> None:
    _change(saved)
    _answer(desk, "cancel")
    desk.quit()
    assert desk.covers == [saved]
    _answer(desk, "discard")
    desk.quit()
    assert desk.covers == []


def test_what_another_program_wrote_is_not_overwritten_unasked(
    saved: OpenCover, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved.editor.path
    assert path is not None
    covers.save(covers.change_cover(sample_project(), covers.Changes(number="99")), path)
    _change(saved)
    said = _choosing(monkeypatch, -1, 0, 1)
    assert not saved.filing.save()
    assert "so-10.cover" in said[0]
    assert Project.open(path).document.issue.number == "99"
    _dialog_names(monkeypatch, tmp_path / "khac.cover")
    assert saved.filing.save()
    assert saved.editor.path == tmp_path / "khac.cover"
    assert Project.open(path).document.issue.number == "99"


def test_a_stick_that_was_pulled_loses_nothing(saved: OpenCover, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _change(saved)

    def full(project: Project, path: Path) -> None:
        raise OutputError("đầy", "chọn nơi khác")

    monkeypatch.setattr(covers, "save", full)
    said = _choosing(monkeypatch, -1)
    assert not saved.filing.save()
    assert said == ["đầy"]
    assert saved.window.isWindowModified()
    assert saved.editor.document.printer == "digital"
    monkeypatch.undo()
    path = saved.editor.path
    assert path is not None
    assert Project.open(path).document.printer == "offset-coated", "the old file is whole"


def test_a_folder_that_is_gone_is_said_and_the_cover_is_saved_elsewhere(
    saved: OpenCover, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved.editor.path
    assert path is not None
    stick = tmp_path / "usb"
    stick.mkdir()
    _dialog_names(monkeypatch, stick / "so-10.cover")
    assert saved.filing.save_as()
    _change(saved)
    (stick / "so-10.cover").unlink()
    stick.rmdir()
    other = tmp_path / "noi-khac.cover"
    _dialog_names(monkeypatch, other)
    said = _choosing(monkeypatch, 0)
    assert saved.filing.save()
    assert str(stick) in said[0]
    assert Project.open(other).document.printer == "digital"
    assert saved.editor.path == other
    assert not saved.window.isWindowModified()


def test_the_same_file_is_opened_once(desk: Desk, saved: OpenCover) -> None:
    path = saved.editor.path
    assert path is not None
    desk.open_files([path.parent / "." / path.name])
    assert desk.covers == [saved]


def test_what_cannot_be_opened_is_told_and_the_rest_is_opened(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coverkit.gui.dialogs import messages

    told: list[str] = []
    monkeypatch.setattr(messages, "show_error", lambda parent, message, remedy="": told.append(message))
    bad, good = tmp_path / "hong.cover", tmp_path / "tot.cover"
    bad.write_bytes(b"PK not a zip")
    covers.save(sample_project(), good)
    desk.open_files([bad, good])
    assert len(told) == 1
    assert "hong.cover" in told[0]
    assert [one.editor.path for one in desk.covers] == [good]


def test_changes_are_kept_safe_until_they_are_saved(desk: Desk, saved: OpenCover, until: Until) -> None:
    folder = recovery.recovery_folder()
    _change(saved)
    saved.filing.autosave.keep_now()
    until(lambda: any(folder.glob("*/state.json")))
    assert recovery.left_over() == (), "what this program has open is not left over"
    assert saved.filing.save()
    until(lambda: not any(folder.glob("*/state.json")))
    _change(saved, "uncoated")
    saved.filing.autosave.keep_now()
    until(lambda: any(folder.glob("*/state.json")))
    _answer(desk, "discard")
    saved.window.close()
    assert not any(folder.glob("*/state.json")), "closing cleanly leaves nothing"


def test_dropped_covers_are_opened_by_any_window(desk: Desk, saved: OpenCover, tmp_path: Path, until: Until) -> None:
    other = tmp_path / "khac.cover"
    covers.save(sample_project(), other)
    assert _drop(saved.window, other)
    until(lambda: len(desk.covers) == 2)
    assert not _drop(saved.window, tmp_path / "anh.png"), "pictures belong to the page"


def test_every_action_does_something(saved: OpenCover) -> None:
    assert isinstance(saved.window, CoverWindow)
    assert saved.window.actions_.unbound == ()


def _drop(window: QMainWindow, path: Path) -> bool:
    path.touch()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    left, none, copy = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    entered = QDragEnterEvent(window.rect().center(), copy, data, left, none)
    QApplication.sendEvent(window, entered)
    if not entered.isAccepted():
        return False
    dropped = QDropEvent(QPointF(window.rect().center()), copy, data, left, none)
    QApplication.sendEvent(window, dropped)
    return dropped.isAccepted()
