"""Random work: whatever people do in whatever order, nothing breaks, locks hold, and undo leads back to the byte."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

import pytest

from coverkit.app.covers import Changes, new_cover
from coverkit.app.project import Project
from coverkit.app.sample import CAMPAIGN, ISSUE_DATE
from coverkit.geometry import Rect
from coverkit.gui.editor import Editor
from coverkit.model import edits
from coverkit.model.document import Document, Element
from coverkit.model.edits import Edit, Edited
from coverkit.model.locks import Permissions
from coverkit.model.storage.container import read_bytes, write_bytes
from coverkit.model.values import Cmyk, Value

SEQUENCES = 125
"""For each of eight seeds."""
STEPS = 10

Action = Callable[[Editor, random.Random], object]


def anything(editor: Editor, chance: random.Random) -> str:
    return chance.choice([one.id for one in editor.cover.placed])


def box(chance: random.Random) -> Rect:
    return Rect(chance.uniform(-60, 200), chance.uniform(-60, 280), chance.uniform(0.5, 220), chance.uniform(0.5, 280))


def dragged(editor: Editor, chance: random.Random) -> None:
    name = anything(editor, chance)
    for _ in range(chance.randint(1, 3)):
        editor.try_out(partial(_placed, name, box(chance)))
    editor.give_up() if chance.random() < 0.4 else editor.perform(partial(_placed, name, box(chance)))


def _placed(name: str, where: Rect, document: Document, permissions: Permissions) -> Edited:
    return edits.place(document, name, where, permissions)


def performed(editor: Editor, edit: Edit) -> None:
    editor.perform(edit)


def moved_within_its_bounds(editor: Editor, chance: random.Random) -> None:
    name = anything(editor, chance)
    bounds = editor.project.permissions.of(name).bounds
    where = box(chance)
    performed(editor, partial(_placed, name, bounds.nearest(where) if bounds else where))


def turned(editor: Editor, chance: random.Random) -> None:
    name, angle = anything(editor, chance), chance.choice([0.0, 12.5, 180.0, None])
    performed(editor, lambda document, permissions: edits.turn(document, name, angle, permissions))


def hidden(editor: Editor, chance: random.Random) -> None:
    name = anything(editor, chance)
    performed(editor, lambda document, permissions: edits.hide(document, name, permissions))


def shown(editor: Editor, chance: random.Random) -> None:
    name = anything(editor, chance)
    performed(editor, lambda document, permissions: edits.show(document, name))


def typed(editor: Editor, chance: random.Random) -> None:
    name, field = anything(editor, chance), chance.choice(["text", "slogan"])
    text = chance.choice(
        ["", "Đắk Nông đổi mới", "khau-hieu", "dòng một\ndòng hai", "x" * 300, "{unit} – {date}", "TiÕng ViÖt"]
    )
    performed(editor, lambda document, permissions: edits.set_values(document, name, {field: text}, permissions))


def styled(editor: Editor, chance: random.Random) -> None:
    name = anything(editor, chance)
    values: dict[str, Value] = chance.choice(
        [{"colour": Cmyk(0, 1, 1, 0)}, {"size_max": 20.0}, {"mirrored": True}, {"opacity": 0.5}]
    )
    performed(editor, lambda document, permissions: edits.set_values(document, name, values, permissions))


def added(editor: Editor, chance: random.Random) -> None:
    kinds: list[tuple[str, dict[str, Value]]] = [
        ("text", {"text": "Mới"}),
        ("panel", {"colour": Cmyk(0.2, 0, 0, 0)}),
        ("line", {}),
    ]
    kind, values = chance.choice(kinds)
    where = Rect(chance.uniform(0, 120), chance.uniform(0, 200), chance.uniform(5, 60), chance.uniform(3, 40))
    name = edits.fresh_id(editor.session.document, kind, editor.session.project.permissions)
    performed(
        editor,
        lambda document, permissions: edits.add_element(document, Element(name, kind, values, where), permissions),
    )


def copied(editor: Editor, chance: random.Random) -> None:
    name = anything(editor, chance)
    performed(editor, lambda document, permissions: edits.duplicate(document, name, permissions))


def removed(editor: Editor, chance: random.Random) -> None:
    name = anything(editor, chance)
    performed(editor, lambda document, permissions: edits.remove_element(document, name))


def reordered(editor: Editor, chance: random.Random) -> None:
    name, position = anything(editor, chance), chance.randint(0, 9)
    performed(editor, lambda document, permissions: edits.reorder(document, name, position))


def undone(editor: Editor, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 4)):
        editor.undo()


def redone(editor: Editor, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 4)):
        editor.redo()


def selected(editor: Editor, chance: random.Random) -> None:
    editor.select([anything(editor, chance) for _ in range(chance.randint(0, 3))])


def saved_and_opened(editor: Editor, chance: random.Random) -> None:
    packed = editor.session.project.packed()
    data = write_bytes(packed)
    again = Project.of(read_bytes(data, "again.cover"))
    assert again.compose().scene == editor.session.project.compose().scene
    assert write_bytes(again.packed()) == data


ACTIONS: tuple[Action, ...] = (
    dragged,
    dragged,
    moved_within_its_bounds,
    moved_within_its_bounds,
    turned,
    hidden,
    shown,
    typed,
    typed,
    styled,
    added,
    added,
    copied,
    removed,
    reordered,
    undone,
    redone,
    selected,
)


@pytest.mark.parametrize("seed", range(8))
def test_nothing_breaks_locks_hold_and_undo_leads_back(seed: int, application: object) -> None:
    chance = random.Random(seed)
    begin = new_cover(Changes(campaign=CAMPAIGN, design="toi-gian", texts={"headline": "Mùa xanh"}), ISSUE_DATE)
    editor = Editor(begin)
    try:
        for _ in range(SEQUENCES):
            _sequence(editor, begin, chance)
    finally:
        editor.close()


def _sequence(editor: Editor, begin: Project, chance: random.Random) -> None:
    editor.replace_project(begin)
    first = write_bytes(begin.packed())
    banner = begin.permissions.of("banner").bounds
    assert banner is not None
    for _ in range(STEPS):
        chance.choice(ACTIONS)(editor, chance)
        project = editor.session.project
        assert edits.violations(project.document, project.permissions) == ()
        placed = editor.placed("banner")
        assert placed is not None
        assert banner.holds(placed.box)
        assert placed.angle == 0
        assert editor.cover.document is editor.document
    if chance.random() < 0.2:
        saved_and_opened(editor, chance)
    last = write_bytes(editor.session.project.packed())
    steps = len(editor.session.history)
    for _ in range(steps):
        editor.undo()
    assert write_bytes(editor.session.project.packed()) == first
    for _ in range(steps):
        editor.redo()
    assert write_bytes(editor.session.project.packed()) == last
