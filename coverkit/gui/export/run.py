"""The background work of the export dialog. It outlives the dialog: a window that is built anew takes it over as it runs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from coverkit.app.pipeline import Checked, ExportRequest, check_cover
from coverkit.app.project import Project
from coverkit.gui.export.job import Done, run_export, save_report
from coverkit.gui.work.worker import Worker

_EXPORT, _CHECK, _REPORT = "export", "check", "report"


class ExportRun(QObject):
    """One thread; what it is asked for, and what came of it."""

    progressed = Signal(float, str)
    """How far the export is, 0 to 1, and what is being done."""
    finished = Signal(object)
    """The export is done (`job.Done`)."""
    failed = Signal(Exception)
    """The export, a check or a report failed."""
    checked = Signal(object)
    """The rules ran for the chosen printer (`app.pipeline.Checked`)."""

    def __init__(self) -> None:
        super().__init__()
        self.worker = Worker(name="coverkit-export")
        self.worker.progressed.connect(self._heard)
        self.busy = False
        """An export is under way."""
        self.progress = (0.0, "")
        self.done: Done | None = None

    def start(self, project: Project, request: ExportRequest, out: Path) -> None:
        """Export a cover as it is now."""
        self.busy, self.progress = True, (0.0, "")
        self.worker.submit(_EXPORT, lambda task: run_export(project, request, out, task), self._finish, self._fail, 1)

    def cancel(self) -> None:
        """Stop the export; nothing was written."""
        self.busy = False
        self.worker.cancel(_EXPORT)

    def check(self, project: Project) -> None:
        """Run the rules over a cover."""
        self.worker.submit(_CHECK, lambda task: check_cover(project), self._judge, self.failed.emit)

    def save_report(self, path: Path) -> None:
        """Write the report of what was exported."""
        done = self.done
        if done is not None:
            self.worker.submit(_REPORT, lambda task: save_report(done, path), lambda nothing: None, self.failed.emit)

    def close(self) -> None:
        """Stop what runs, and end the thread."""
        self.busy = False
        self.worker.close()

    def _heard(self, name: str, share: float, doing: str) -> None:
        if name == _EXPORT and self.busy:
            self.progress = share, doing
            self.progressed.emit(share, doing)

    def _finish(self, done: Done) -> None:
        self.busy, self.done = False, done
        self.finished.emit(done)

    def _fail(self, error: Exception) -> None:
        self.busy = False
        self.failed.emit(error)

    def _judge(self, checked: Checked) -> None:
        self.checked.emit(checked)


def close_all(runs: list[ExportRun]) -> None:
    """End what runs, if anybody still owns it."""
    for run in runs:
        run.close()
