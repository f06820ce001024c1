"""The rules run while something is dragged, and their findings are shown before it is dropped."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.gui.canvas.conftest import CTRL, LEFT, PLAIN, Page


def _found(page: Page, rule: str) -> bool:
    known = page.editor.findings
    return known is not None and any(one.rule == rule and one.problem.element == "words" for one in known.result.findings)


def _listed(page: Page, rule: str) -> bool:
    cards = page.window.panels.checks.list.cards
    return any(
        card.entry.rule == rule and card.entry.finding.problem.element == "words" for card in cards if card.entry.finding
    )


def test_findings_come_and_go_while_the_button_is_held(page: Page) -> None:
    page.until(lambda: page.editor.findings is not None)
    document = page.editor.session.document
    start = page.box("words").centre
    QTest.mousePress(page.canvas, LEFT, PLAIN, page.at(start.x, start.y))
    page.move(page.at(start.x - 30, start.y), CTRL)
    page.move(page.at(start.x - 59, start.y), CTRL)
    page.until(lambda: _found(page, "layout.safe-area"))
    assert _listed(page, "layout.safe-area")
    assert page.editor.session.document is document, "nothing was dropped yet"
    page.move(page.at(start.x, start.y + 20), CTRL)
    page.until(lambda: not _found(page, "layout.safe-area"))
    page.move(page.at(start.x, 162), CTRL)
    page.until(lambda: _found(page, "layout.no-collisions"))
    page.key(Qt.Key.Key_Escape)
    page.until(lambda: page.editor.findings is not None and page.editor.findings.cover.document is document)
    assert not _found(page, "layout.no-collisions")
    assert not _listed(page, "layout.no-collisions")
    QTest.mouseRelease(page.canvas, LEFT, CTRL, page.at(start.x, 162))


def test_the_last_word_is_of_what_was_dropped(page: Page) -> None:
    start = page.box("words").centre
    page.drag((start.x, start.y), (start.x - 59, start.y))
    page.until(lambda: page.editor.findings is not None and page.editor.findings.cover.document is page.editor.session.document)
    assert _found(page, "layout.safe-area")


def test_a_mark_goes_with_what_is_dragged(page: Page) -> None:
    start = page.box("words").centre
    page.drag((start.x, start.y), (start.x - 59, start.y))
    page.until(lambda: _found(page, "layout.safe-area"))
    page.canvas.repaint()
    box = next(one.problem.box for one in page.editor.findings.result.findings if one.problem.element == "words")  # type: ignore[union-attr] # found above
    assert box is not None
    there = page.at(box.right, box.y)
    assert page.canvas.marks.under(page.canvas.viewport, there.x(), there.y())
    now = page.box("words").centre
    QTest.mousePress(page.canvas, LEFT, PLAIN, page.at(now.x, now.y))
    page.move(page.at(now.x, now.y + 30), CTRL)
    page.canvas.repaint()
    assert not page.canvas.marks.under(page.canvas.viewport, there.x(), there.y())
    moved = page.at(box.right, box.y + 30)
    assert page.canvas.marks.under(page.canvas.viewport, moved.x(), moved.y())
    QTest.mouseRelease(page.canvas, LEFT, CTRL, page.at(now.x, now.y + 30))
