"""After `kill -9` in the middle of work the next start offers the cover, with name, time and picture."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from coverkit.app.recovery import left_over
from coverkit.gui.desk import Desk
from coverkit.gui.start.rescued import Rescued

Until = Callable[[Callable[[], bool]], None]
ROOT = Path(__file__).resolve().parents[2]
_ENOUGH = 4


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX")
def test_a_killed_program_s_cover_is_offered_and_opened(desk: Desk, until: Until) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.gui.window_job"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as job:
        assert job.stdout is not None
        last = 0
        for _ in range(_ENOUGH):
            last = int(job.stdout.readline())
        job.kill()
        rest = job.stdout.read().split()
        last = int(rest[-1]) if rest else last
    (left,) = left_over()
    assert int(left.open().document.issue.number) >= last, "what was said to be safe is there"
    start = desk.show_start()
    shown = start.findChild(Rescued)
    assert shown is not None
    until(shown.isVisible)
    texts = [one.text() for one in shown.findChildren(QLabel)]
    assert left.name in texts
    assert any(f"{left.time:%d/%m/%Y}" in text for text in texts)
    until(lambda: any(not one.pixmap().isNull() and one.height() > 40 for one in shown.findChildren(QLabel)))
    back = next(one for one in shown.findChildren(QPushButton) if one.property("kind") == "primary")
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    (opened,) = desk.covers
    assert opened.window.isWindowModified(), "it is still not saved"
    assert opened.editor.document == left.open().document
    until(lambda: not left.folder.exists())
    assert left_over() == (), "it is this program's now"
    until(lambda: not shown.isVisible())
