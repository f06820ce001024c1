"""The Checks panel: the findings of `coverkit check`, found, stepped through, mended, accepted; questions answered."""

from __future__ import annotations

import json
import re
from html import escape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from coverkit.app import covers
from coverkit.checks.finding import Finding
from coverkit.geometry import Rect
from coverkit.gui.export.cover_report import write_cover_report
from coverkit.gui.panels.checks.card import Card
from coverkit.gui.panels.checks.findings import Entry, entries_of
from coverkit.gui.panels.checks.panel import MOST
from coverkit.gui.panels.checks.questions_dialog import QuestionsDialog
from coverkit.gui.panels.checks.waive_dialog import WaiveDialog
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.model import edits
from coverkit.model.document import Element
from coverkit.model.edits import Edit
from coverkit.records import replace
from tests.cli.runner import run
from tests.gui.panels.conftest import Until, answering, setting

EDGE = Element("text-1", "text", {"text": "Lưu hành nội bộ"}, Rect(2, 100, 60, 8))
LONG = "Một tít rất dài không thể nào đặt vừa " * 12


@pytest.fixture
def faulty(window: CoverWindow, until: Until) -> CoverWindow:
    window.editor.perform(setting("headline", text=LONG))
    window.editor.perform(lambda document, permissions: edits.add_element(document, EDGE, permissions))
    until(lambda: window.editor.findings is not None)
    return window


def _entries(window: CoverWindow) -> list[Entry]:
    return [card.entry for card in window.panels.checks.list.cards]


def _card(window: CoverWindow, rule: str) -> Card:
    return next(card for card in window.panels.checks.list.cards if card.entry.rule == rule)


def _codes(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return sorted((one.rule, one.code, one.problem.element) for one in findings)


def test_the_window_and_the_command_line_find_the_same(faulty: CoverWindow, tmp_path: Path) -> None:
    path = tmp_path / "bia.cover"
    covers.save(faulty.editor.session.project, path)
    ran = run("check", path, "--json")
    told = json.loads(ran.out)
    shown = [entry.finding for entry in _entries(faulty) if entry.finding is not None]
    assert _codes(shown) == sorted((one["rule"], one["code"], one["element"]) for one in told["findings"])
    unchecked = sorted(one["id"] for one in told["rules"] if one["status"] == "not_checked")
    assert sorted(entry.rule for entry in _entries(faulty) if entry.group == "not_checked") == unchecked
    words = {entry.message for entry in _entries(faulty) if entry.finding is not None}
    assert len(words) > 2


def test_numbers_and_names_are_the_same_on_the_canvas_in_the_panel_and_in_reports(faulty: CoverWindow, tmp_path: Path) -> None:
    path = tmp_path / "bia.cover"
    covers.save(faulty.editor.session.project, path)
    listed = {entry.number: entry.message for entry in _entries(faulty) if entry.finding is not None}
    assert sorted(listed) == list(range(1, len(listed) + 1))
    marked = {mark.number: mark.finding.problem.message for mark in faulty.canvas.marks._marks}
    assert len(marked) > 1
    assert marked.items() <= listed.items()
    text = run("--lang", "vi", "check", path).out
    told = {int(line.split(".")[0]): line.split(". ", 1)[1] for line in text.splitlines() if re.match(r" +\d+\. ", line)}
    assert told.keys() == listed.keys()
    assert all(listed[number].startswith(words) for number, words in told.items()), "long ones are broken into lines"
    page = covers_report(faulty, tmp_path)
    for number, message in listed.items():
        start = page.index(f'id="f{number}"')
        assert escape(message) in page[start : page.index("</article>", start)]
    own = next(entry for entry in _entries(faulty) if entry.finding and entry.finding.problem.element == EDGE.id)
    assert own.message.startswith("Chữ 1 ")
    assert own.place.startswith("Chữ 1 · ")
    assert EDGE.id not in page
    assert EDGE.id not in text
    assert _card(faulty, own.rule).findChildren(QLabel)[1].text() == f"{own.number}. {own.message}"


def covers_report(window: CoverWindow, folder: Path) -> str:
    """Return the window's report as a page."""
    write_cover_report(window.editor.session.project, None, folder / "bao-cao.html")
    return (folder / "bao-cao.html").read_text("utf-8")


def test_a_sound_cover_gets_a_friendly_word(judged: CoverWindow) -> None:
    summary = judged.panels.checks.summary
    assert not summary.words.isHidden()
    assert summary.errors.isHidden()
    assert all(entry.group not in ("error", "warning") for entry in _entries(judged))


def test_search_finds_words_written_without_marks_and_the_filter_holds_back(faulty: CoverWindow) -> None:
    checks = faulty.panels.checks
    every = len(_entries(faulty))
    QTest.keyClicks(checks.search, "tit chinh")
    assert {entry.rule for entry in _entries(faulty)} == {"text.fits"}
    QTest.keyClicks(checks.search, "xyz")
    assert not _entries(faulty)
    assert checks.summary.running.text()
    checks.search.clear()
    assert len(_entries(faulty)) == every
    checks.filter.setCurrentIndex(checks.filter.findData("fixable"))
    assert {entry.rule for entry in _entries(faulty)} == {"layout.safe-area"}


def test_f8_steps_through_the_findings_and_shows_each_on_the_page(faulty: CoverWindow) -> None:
    pointed: list[Finding] = []
    faulty.editor.pointed_out.connect(pointed.append)
    errors = [entry for entry in _entries(faulty) if entry.group == "error"]
    for expected in errors:
        faulty.actions_["check.next"].trigger()
        assert pointed[-1] == expected.finding
        assert faulty.editor.selection == (pointed[-1].problem.element,)
    faulty.actions_["check.previous"].trigger()
    assert pointed[-1] == errors[-2].finding
    opened = [card for card in faulty.panels.checks.list.cards if card.head.isChecked()]
    assert [card.entry for card in opened] == [errors[-2]]
    assert opened[0].body is not None
    said = " ".join(label.text() for label in opened[0].body.findChildren(type(faulty.panels.checks.summary.words)))
    assert errors[-2].finding is not None
    assert errors[-2].why in said
    assert errors[-2].finding.remedy in said
    assert errors[-2].finding.source in said


def test_arrows_and_enter_work_in_the_list(faulty: CoverWindow) -> None:
    faulty.activateWindow()
    cards = faulty.panels.checks.list.cards
    pointed: list[Finding] = []
    faulty.editor.pointed_out.connect(pointed.append)
    QTest.keyClick(cards[0].head, Qt.Key.Key_Space)
    assert cards[0].head.isChecked()
    QTest.keyClick(cards[0].head, Qt.Key.Key_Left)
    assert not cards[0].head.isChecked()
    QTest.keyClick(cards[0].head, Qt.Key.Key_Down)
    assert cards[1].head.hasFocus()
    QTest.keyClick(cards[1].head, Qt.Key.Key_Return)
    assert pointed[-1] == cards[1].entry.finding


def test_a_finding_is_mended_and_the_step_can_be_taken_back(faulty: CoverWindow, until: Until) -> None:
    faulty.panels.checks.open(_card(faulty, "layout.safe-area").entry)
    before = len(faulty.editor.session.history)
    faulty.actions_["check.mend"].trigger()
    until(lambda: len(faulty.editor.session.history) > before and faulty.editor.findings is not None)
    assert "layout.safe-area" not in {entry.rule for entry in _entries(faulty) if entry.group == "error"}
    faulty.editor.undo()
    until(lambda: faulty.editor.findings is not None)
    assert "layout.safe-area" in {entry.rule for entry in _entries(faulty) if entry.group == "error"}


def test_everything_that_can_be_mended_is_mended_at_once(faulty: CoverWindow, until: Until) -> None:
    faulty.panels.checks.mend_all.click()
    until(lambda: len(faulty.editor.session.history) == 3 and faulty.editor.findings is not None)
    assert faulty.panels.checks.mend_all.isHidden()
    assert "text.fits" in {entry.rule for entry in _entries(faulty)}, "what cannot be mended stays"


def test_what_is_mended_is_the_cover_as_it_is_when_the_mending_is_through(faulty: CoverWindow, until: Until) -> None:
    faulty.panels.checks.mend_all.click()
    faulty.editor.perform(setting("subhead", text="Đổi trong lúc sửa"))
    until(lambda: len(faulty.editor.session.history) == 4 and faulty.editor.findings is not None)
    placed = faulty.editor.placed("subhead")
    assert placed is not None
    assert placed.plain_text == "Đổi trong lúc sửa"
    assert "layout.safe-area" not in {entry.rule for entry in _entries(faulty) if entry.group == "error"}


def test_what_cannot_be_mended_says_so(faulty: CoverWindow) -> None:
    refused: list[str] = []
    faulty.editor.refused.connect(lambda message, remedy: refused.append(message))
    faulty.panels.checks.mend_current()
    faulty.panels.checks.waive_current()
    assert len(refused) == 2, "nothing is chosen yet"
    faulty.panels.checks.open(_card(faulty, "text.fits").entry)
    faulty.panels.checks.mend_current()
    assert len(refused) == 3
    assert refused[2] != refused[0]


def test_a_finding_is_accepted_with_reason_name_and_date(faulty: CoverWindow, until: Until, application: QApplication) -> None:
    def accept(dialog: WaiveDialog) -> None:
        assert not dialog.accept_.isEnabled(), "nothing is accepted without a reason"
        dialog.reason.insertPlainText("Lãnh đạo đã duyệt")
        dialog.by.setText("Nguyễn Thị Lan")
        assert dialog.accept_.isEnabled()
        dialog.accept_.click()

    faulty.panels.checks.open(_card(faulty, "text.fits").entry)
    answering(application, WaiveDialog, accept)
    faulty.actions_["check.waive"].trigger()
    (waiver,) = faulty.editor.document.waivers
    assert (waiver.rule, waiver.reason, waiver.by) == ("text.fits", "Lãnh đạo đã duyệt", "Nguyễn Thị Lan")
    until(lambda: faulty.editor.findings is not None)
    entry = _card(faulty, "text.fits").entry
    assert entry.group == "waived"
    assert entry.finding is not None
    assert "Nguyễn Thị Lan" in entry.finding.waiver
    _card(faulty, "text.fits").unwaived.emit()
    assert not faulty.editor.document.waivers


def test_a_waiver_that_is_thought_better_of_changes_nothing(faulty: CoverWindow, application: QApplication) -> None:
    faulty.panels.checks.open(_card(faulty, "text.fits").entry)
    answering(application, WaiveDialog, lambda dialog: dialog.reject())
    faulty.actions_["check.waive"].trigger()
    assert not faulty.editor.document.waivers


def _unanswered(question: str) -> Edit:
    return lambda document, permissions: edits.answer(document, question, None)


def test_questions_are_answered_as_one_step(window: CoverWindow, application: QApplication, until: Until) -> None:
    for question in list(window.editor.document.answers):
        window.editor.perform(_unanswered(question))
    until(lambda: window.editor.findings is not None)
    assert not window.panels.checks.questions.isHidden()
    before = len(window.editor.session.history)

    def reply(dialog: QuestionsDialog) -> None:
        dialog.radios["symbols-on-cover"][False].click()
        assert not dialog.radios["map-of-vietnam"][True].isEnabled(), "a wide no answers the narrow questions"
        dialog.radios["no-advertising"][True].click()
        dialog.accept()

    answering(application, QuestionsDialog, reply)
    window.actions_["check.questions"].trigger()
    assert window.editor.document.answers == {"symbols-on-cover": False, "no-advertising": True}
    assert len(window.editor.session.history) == before + 1


def test_what_is_folded_out_stays_so_and_unchanged_findings_keep_their_cards(faulty: CoverWindow, until: Until) -> None:
    faulty.panels.checks.open(_card(faulty, "text.fits").entry)
    faulty.editor.perform(setting("subhead", text="Một dòng dẫn khác"))
    until(lambda: faulty.editor.findings is not None)
    kept = _card(faulty, "text.fits")
    assert kept.head.isChecked()
    faulty.editor.perform(_unanswered("no-advertising"))
    until(lambda: faulty.editor.findings is not None)
    assert _card(faulty, "text.fits") is kept
    assert kept.head.isChecked()


def test_of_hundreds_of_findings_the_first_are_listed_and_the_rest_are_counted(window: CoverWindow, until: Until) -> None:
    panel = window.panels.checks
    until(lambda: window.editor.findings is not None)
    checked = window.editor.findings
    assert checked is not None
    many = [replace(one, message=f"{one.message} {number}") for one in entries_of(checked)[:1] for number in range(MOST + 40)]
    panel._entries = tuple(many)
    panel.search.setText("1")
    panel.search.clear()
    assert len(panel.list.cards) == MOST
    assert "40" in panel.more.text()
    assert panel.more.isVisibleTo(panel)
    panel.search.setText(" 139")
    assert len(panel.list.cards) == 1
    assert not panel.more.isVisibleTo(panel)
