"""When the rules run over an open cover: after each change, and every so often while something is being dragged."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from coverkit.app.pipeline import Checked, judge
from coverkit.app.project import Project
from coverkit.gui.work.latest import Latest
from coverkit.gui.work.worker import Worker
from coverkit.layout.cover import Cover

_QUIET = 120
"""Milliseconds of quiet after a change before the rules run."""
_ALONG = 120
"""Least milliseconds between two checks of what is being tried out; one takes 20 ms of the worker."""
_SHARE = 4
"""A check while something is dragged comes no sooner than so many times what the last one took: on a busy computer the
drag goes first."""
_LONGEST = 250
"""Milliseconds counted at most: findings never lag by more than a second."""


class Judging(QObject):
    """Judges the cover as it is, in the background; of two wishes the newest wins."""

    def __init__(
        self,
        worker: Worker,
        shown: Callable[[], tuple[Project, Cover]],
        judged: Callable[[Checked], None],
        failed: Callable[[Exception], None],
        parent: QObject,
    ) -> None:
        """Judge what an editor shows.

        Args:
            worker: runs the rules.
            shown: returns the project as it is shown, and its cover.
            judged: takes each result, in the main thread.
            failed: takes what was raised instead.
            parent: who keeps it.
        """
        super().__init__(parent)
        self._shown = shown
        self._judged = judged
        self._jobs: Latest[Checked] = Latest(worker, "check", self._take, failed, urgency=-1)
        self._took = 0
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._ask)

    def soon(self, pause: int = _QUIET) -> None:
        """Judge when nothing has changed for a while."""
        self._timer.start(pause)

    def along(self) -> None:
        """Judge while changes go on, as often as leaves the window quick."""
        if not self._timer.isActive():
            pause = max(_ALONG, _SHARE * self._took)
            waited = self._since.elapsed() if self._since.isValid() else pause
            self._timer.start(max(0, pause - int(waited)))

    def stop(self) -> None:
        """Judge no more."""
        self._timer.stop()
        self._jobs.forget()

    def _take(self, checked: Checked) -> None:
        self._took = min(int(self._since.elapsed()), _LONGEST)
        self._judged(checked)

    def _ask(self) -> None:
        self._since.start()
        project, cover = self._shown()
        self._jobs.ask(lambda: judge(project, cover))
