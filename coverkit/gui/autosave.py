"""Keeps an open cover safe while it is edited: every change goes to the recovery folder a moment later, in the background."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from coverkit.app.recovery import Keeper
from coverkit.errors import CoverKitError
from coverkit.gui.work.worker import Worker

if TYPE_CHECKING:
    from coverkit.gui.filing import Filing

DEFAULT_SECONDS = 2
"""A change is kept so many seconds after it, with all that were made meanwhile."""


class Autosave(QObject):
    """Keeps one cover. It ends with `close`; then nothing of the cover is left in the recovery folder."""

    def __init__(self, filing: Filing) -> None:
        super().__init__(filing)
        self._filing = filing
        self._keeper = Keeper()
        self._worker = Worker(self, "coverkit-recovery")
        self._warned = False
        self._count = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.keep_now)

    def changed(self) -> None:
        """Hear that the cover was changed, saved, or taken back to what was saved."""
        if not self._filing.editor.session.dirty:
            self._soon.stop()
            self._worker.submit("keep", lambda task: self._keeper.drop(), lambda done: None, self._failed)
        elif not self._soon.isActive():
            self._soon.start(int(self._seconds() * 1000))

    def keep_now(self, then: Callable[[], None] | None = None) -> None:
        """Keep the cover as it is, in the background; call `then` when it is safe."""
        self._soon.stop()
        editor = self._filing.editor
        project, name, path = editor.session.project, self._filing.name, editor.path

        def kept(done: object) -> None:
            self._warned = False
            if then is not None:
                then()

        self._worker.submit("keep", lambda task: self._keeper.keep(project, name, path, dt.datetime.now()), kept, self._failed)

    def close(self) -> None:
        """End: what was not saved is not wanted."""
        self._soon.stop()
        self._worker.close()
        self._keeper.drop()

    def _seconds(self) -> float:
        try:
            return float(self._filing.desk.settings.text("autosave", str(DEFAULT_SECONDS)))
        except ValueError:
            return DEFAULT_SECONDS

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, CoverKitError):
            raise error
        if not self._warned:
            self._warned = True
            self._filing.editor.refused.emit(error.message, error.remedy)
