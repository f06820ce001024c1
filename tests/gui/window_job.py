"""A program with one cover open that is changed without end, to be killed: `python -m tests.gui.window_job`."""

from __future__ import annotations

import os
import sys
from functools import partial

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTimer

from coverkit.app.recovery import recovery_folder
from coverkit.app.sample import sample_project
from coverkit.gui.launch import open_desk
from coverkit.model import edits
from coverkit.model.document import Document, Issue
from coverkit.model.edits import Edited
from coverkit.model.locks import Permissions


def _number(number: int, document: Document, permissions: Permissions) -> Edited:
    return edits.set_issue(document, Issue(document.issue.date, str(number), document.issue.kind))


def main() -> None:
    """Change the issue's number all the time; say each number once it is surely kept."""
    application, desk = open_desk()
    opened = desk.begin_cover(sample_project())
    number = 0

    def change() -> None:
        nonlocal number
        number += 1
        opened.editor.perform(partial(_number, number))
        said = number
        opened.filing.autosave.keep_now(lambda: _say(said))

    timer = QTimer()
    timer.timeout.connect(change)
    timer.start(30)
    application.exec()


def _say(number: int) -> None:
    assert any(recovery_folder().iterdir())
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
