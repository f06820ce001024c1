"""An editing session: undo and redo with names, the same bytes after undo, locks that hold."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coverkit.app.covers import save
from coverkit.app.project import Project
from coverkit.app.sample import PHOTOGRAPH, sample_folder
from coverkit.app.session import Edit, Session
from coverkit.errors import LockedError
from coverkit.geometry import Rect
from coverkit.model import edits
from coverkit.model.document import Document, Element
from coverkit.model.edits import Changed, Edited
from coverkit.model.locks import Permissions
from tests.app.shelf import Shelf


def _write(text: str) -> Edit:
    return lambda document, permissions: edits.set_values(document, "headline", {"text": text}, permissions)


def _move_banner(document: Document, permissions: Permissions) -> Edited:
    return edits.place(document, "banner", Rect(0, 0, 50, 10), permissions)


def _add(document: Document, permissions: Permissions) -> Edited:
    return edits.add_element(document, Element("note", "text", {"text": "Lưu hành nội bộ"}, Rect(20, 20, 40, 8)), permissions)


def _date_of(day: dt.date) -> Edit:
    return lambda document, permissions: edits.set_issue(document, replace(document.issue, date=day))


_date = _date_of(dt.date(2020, 10, 30))


def _bytes(project: Project, folder: Path) -> bytes:
    save(project, folder / "cover.cover")
    return (folder / "cover.cover").read_bytes()


def test_undo_gives_the_same_bytes_and_redo_too(shelf: Shelf, tmp_path: Path) -> None:
    session = Session(shelf.project())
    states = [_bytes(session.project, tmp_path)]
    for edit in (_write("Tít mới"), _add, _date):
        assert session.apply(edit)
        states.append(_bytes(session.project, tmp_path))
    assert len(set(states)) == 4
    names = session.history
    assert names == ("Change headline", "Add note", "Change the issue")

    undone = []
    for expected in reversed(states[:-1]):
        undone.append(session.undo())
        assert _bytes(session.project, tmp_path) == expected
    assert tuple(reversed(undone)) == names
    assert session.undo() is None
    assert session.document is shelf.project().document
    for name, expected in zip(names, states[1:], strict=True):
        assert session.redo() == name
        assert _bytes(session.project, tmp_path) == expected
    assert session.redo() is None


def test_a_new_step_forgets_what_was_undone(shelf: Shelf) -> None:
    session = Session(shelf.project())
    session.apply(_write("Một"))
    session.undo()
    session.apply(_date)
    assert session.redo() is None
    assert session.history == ("Change the issue",)


def test_locks_hold_and_nothing_changes(shelf: Shelf) -> None:
    session = Session(shelf.project())
    heard: list[Changed] = []
    session.listen(heard.append)
    with pytest.raises(LockedError, match="1011/STTTT-TTBCXB"):
        session.apply(_move_banner)
    assert session.document is shelf.project().document
    assert (session.history, heard, session.dirty) == ((), [], False)


def test_what_changes_nothing_is_no_step(shelf: Shelf) -> None:
    session = Session(shelf.project())
    assert session.apply(_write("Tít"))
    assert not session.apply(_write("Tít"))
    assert list(session.history) == ["Change headline"]


def test_listeners_hear_what_is_to_be_drawn_again(shelf: Shelf) -> None:
    session = Session(shelf.project())
    heard: list[Changed] = []
    session.listen(heard.append)
    session.apply(_write("Tít mới"))
    session.apply(_date)
    session.undo()
    session.redo()
    page = Changed(page=True)
    assert heard == [Changed(frozenset({"headline"})), page, page, page]


def test_dirty_is_what_is_not_saved(shelf: Shelf) -> None:
    session = Session(shelf.project())
    steps = [lambda: None, lambda: session.apply(_write("Tít")), session.undo, session.redo, session.mark_saved, session.undo]
    dirty = []
    for step in steps:
        step()
        dirty.append(session.dirty)
    assert dirty == [False, True, False, True, False, True]


def test_an_edit_keeps_the_decoded_pictures(shelf: Shelf) -> None:
    session = Session(shelf.project())
    session.apply(_write("Tít mới"))
    assert session.project.pictures is shelf.project().pictures
    headline = next(one for one in session.project.compose().placed if one.id == "headline")
    assert headline.plain_text == "Tít mới"


@given(st.lists(st.sampled_from(["write", "date", "undo", "redo"]), max_size=14))
@settings(max_examples=40, deadline=None)
def test_undoing_everything_always_leads_back(shelf: Shelf, steps: list[str]) -> None:
    session = Session(shelf.project())
    for number, step in enumerate(steps):
        match step:
            case "write":
                session.apply(_write(f"Tít {number}"))
            case "date":
                session.apply(_date_of(dt.date(2020, 10, 1) + dt.timedelta(days=number)))
            case "undo":
                session.undo()
            case _:
                session.redo()
    last, count = session.document, len(session.history)
    undone = sum(iter(lambda: int(session.undo() is not None), 0))
    assert undone == count
    assert session.document is shelf.project().document
    for _ in range(count):
        session.redo()
    assert session.document is last


def test_what_follows_one_another_in_a_series_is_one_step(shelf: Shelf) -> None:
    session = Session(shelf.project())
    start = session.document
    for text in ("M", "Mù", "Mùa"):
        assert session.apply(_write(text), "headline.text")
    assert list(session.history) == ["Change headline"]
    session.apply(_add)
    session.apply(_write("Mùa xanh"), "headline.text")
    assert len(session.history) == 3, "another step lies between"
    session.undo()
    session.apply(_write("Khác"), "headline.text")
    assert len(session.history) == 3, "an undone series does not go on"
    session.go_to(0)
    assert session.document is start


def test_going_to_a_state_is_one_change_and_the_same_as_undo_and_redo(shelf: Shelf) -> None:
    session = Session(shelf.project())
    states = [session.document]
    for edit in (_write("Tít mới"), _add, _date):
        session.apply(edit)
        states.append(session.document)
    heard: list[Changed] = []
    session.listen(heard.append)
    session.go_to(1)
    assert session.document is states[1]
    assert [step.name for step in session.undone] == ["Add note", "Change the issue"]
    assert heard == [Changed(frozenset({"note"}), page=True)]
    session.go_to(9)
    assert session.document is states[3]
    assert len(session.done) == 3
    session.go_to(3)
    assert len(heard) == 2, "nothing happens where it already is"


def test_a_picture_that_is_taken_in_shows_after_an_edit_and_is_saved_then(shelf: Shelf, tmp_path: Path) -> None:
    session = Session(shelf.project())
    data = (sample_folder() / PHOTOGRAPH).read_bytes()
    value = session.take_in(data, PHOTOGRAPH)
    assert not session.dirty
    session.apply(lambda document, permissions: edits.set_values(document, "hero", {"picture": value}, permissions))
    assert session.project.compose().pictures[value.sha256].width > 0
    save(session.project, tmp_path / "cover.cover")
    assert value.sha256 in Project.open(tmp_path / "cover.cover").file.assets
