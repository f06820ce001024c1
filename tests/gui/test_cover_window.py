"""A cover's window from opening to closing."""

from __future__ import annotations

from collections.abc import Callable

from coverkit.app.sample import sample_project
from coverkit.gui.desk import Desk
from coverkit.gui.windows.cover_window import CoverWindow


def test_an_opened_cover_is_judged_as_check_judges_it(desk: Desk, until: Callable[[Callable[[], bool]], None]) -> None:
    desk.open_cover(sample_project(), None)
    (window,) = desk.windows
    assert isinstance(window, CoverWindow)
    until(lambda: window.editor.findings is not None)
    assert window.editor.findings is not None
    assert not [one for one in window.editor.findings.result.findings if one.severity == "error"]
