"""Mending from the window: the trying and judging goes on in the background, the steps are done when it is through."""

from __future__ import annotations

from collections.abc import Callable, Collection

from coverkit.app import fixing
from coverkit.app.fixing import Fixed
from coverkit.checks.finding import Finding
from coverkit.gui.editor import Editor


def mend(editor: Editor, findings: Collection[Finding] | None, told: Callable[[int], None]) -> None:
    """Mend findings, each as a step that can be undone.

    Args:
        editor: the cover.
        findings: what to mend; None for all that can be.
        told: called with how many were mended; with 0, too, where the cover was changed meanwhile.
    """
    editor.give_up()
    project = editor.session.project

    def done(result: object) -> None:
        assert isinstance(result, Fixed)
        if editor.session.document is not project.document:
            told(0)
            return
        for one in result.done:
            editor.perform(one.edit)
        told(len(result.done))

    editor.in_background("mend", lambda task: fixing.fix(project, findings), done, urgency=1)
