"""A cover's window from opening to closing."""

from __future__ import annotations

from collections.abc import Callable

from coverkit.app.sample import sample_project
from coverkit.checks.finding import RuleResult, Status
from coverkit.checks.runner import CheckResult
from coverkit.gui.desk import Desk
from coverkit.gui.windows.cover_window import CoverWindow
from coverkit.gui.windows.status_bar import CoverStatusBar
from coverkit.records import replace


def test_an_opened_cover_is_judged_as_check_judges_it(desk: Desk, until: Callable[[Callable[[], bool]], None]) -> None:
    desk.open_cover(sample_project(), None)
    (window,) = desk.windows
    assert isinstance(window, CoverWindow)
    until(lambda: window.editor.findings is not None)
    assert window.editor.findings is not None
    assert not [one for one in window.editor.findings.result.findings if one.severity == "error"]


def test_the_light_is_green_where_the_cover_can_go_to_press_and_hides_neither_notes_nor_what_was_not_checked(
    desk: Desk, until: Callable[[Callable[[], bool]], None]
) -> None:
    window = desk.open_cover(sample_project(), None).window
    assert isinstance(window, CoverWindow)
    status = window.statusBar()
    assert isinstance(status, CoverStatusBar)
    assert status.light.colour == "unknown"
    until(lambda: window.editor.findings is not None)
    findings = window.editor.findings
    assert findings is not None
    notes = findings.result.counts()["note"]
    assert notes
    assert status.light.colour == "good"
    assert str(notes) in status.light.accessibleName()
    assert str(notes) in status.light.words
    half = CheckResult((RuleResult("a.b", Status.NOT_CHECKED, "no tool"), RuleResult("a.c", Status.PASS)))
    window.editor.findings = replace(findings, result=half)
    status.light.follow()
    assert status.light.colour == "good"
    assert status.light.words.endswith("1")
    assert "1" in status.light.toolTip()
