"""The export dialog: choose, watch, and look at what was made. It has a thread of its own, so the canvas stays alive."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt, SignalInstance
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from coverkit.app.pipeline import Checked, NotPassedError
from coverkit.app.project import Project
from coverkit.errors import CoverKitError
from coverkit.gui.dialogs.messages import show_error
from coverkit.gui.editor import Editor
from coverkit.gui.export.job import Done
from coverkit.gui.export.pages import ProgressPage, RefusedPage, ResultPage
from coverkit.gui.export.run import ExportRun, close_all
from coverkit.gui.export.setup_page import Chosen, SetupPage
from coverkit.gui.panels.parts import fit_to_screen
from coverkit.gui.settings import Settings
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr
from coverkit.records import dataclass

FOLDER, PRESET = "export/folder", "export/preset"
"""Settings: where to and what was exported last."""


@dataclass(frozen=True, slots=True)
class Handover:
    """What a dialog of a window that is built anew takes over: the work as it runs, what was chosen, where it stands."""

    run: ExportRun
    chosen: Chosen
    page: int
    refused: NotPassedError | None
    geometry: QByteArray


class ExportDialog(QDialog):
    """Not modal: while it works, the cover can be edited on; what is exported is the cover as it was when it began."""

    def __init__(
        self, editor: Editor, settings: Settings, parent: QWidget | None = None, before: Handover | None = None
    ) -> None:
        """Offer the exports of a cover; `before` is what the dialog of a window that was built anew handed over."""
        super().__init__(parent)
        self._editor = editor
        self._settings = settings
        self._refusal: NotPassedError | None = None
        self._run = run = ExportRun() if before is None else before.run
        self._owned = owned = [run]
        # The window may go first: the thread must not outlive it, unless another dialog took it over.
        self.destroyed.connect(lambda: close_all(owned))
        self.setWindowTitle(tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_to_screen(self, 900, 620)
        self.setup = SetupPage(editor.cover, self._folder(), settings.text(PRESET), self)
        self.progress, self.refused, self.made = ProgressPage(self), RefusedPage(self), ResultPage(self)
        self.pages = QStackedWidget(self)
        for page in (self.setup, self.progress, self.refused, self.made):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5 * SPACE, 5 * SPACE, 5 * SPACE, 4 * SPACE)
        layout.addWidget(self.pages)
        self._connect()
        if before is None:
            self._check()
        else:
            self._take_up(before)

    def hand_over(self) -> Handover:
        """Let go of the work, as it runs, for the dialog of a window that is built anew."""
        self._owned.clear()
        for signal, heard in self._heard():
            signal.disconnect(heard)
        page = self.pages.currentIndex()
        return Handover(self._run, self.setup.chosen, page, self._refusal, self.saveGeometry())

    def start(self, force: bool = False) -> None:
        """Export the cover as it is now."""
        out, request = self.setup.out, self.setup.request(force)
        project = self._project()
        self._settings.put(FOLDER, str(out.parent))
        self._settings.put(PRESET, self.setup.preset.key)
        self.progress.show_progress(0.0, "")
        self.pages.setCurrentWidget(self.progress)
        self.progress.cancel.setFocus()
        self._run.start(project, request, out)

    def cancel(self) -> None:
        """Stop the export; nothing was written."""
        self._run.cancel()
        self.pages.setCurrentWidget(self.setup)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs, and close."""
        self._run.cancel()
        self.pages.setCurrentWidget(self.setup)
        super().closeEvent(event)

    def reject(self) -> None:
        """Escape goes back from the export at work, and closes the dialog else."""
        if self.pages.currentWidget() is self.progress:
            self.cancel()
        else:
            self._run.close()
            super().reject()

    def save_report(self, path: Path) -> None:
        """Write the report of what was exported, in the background."""
        self._run.save_report(path)

    def _connect(self) -> None:
        self.setup.started.connect(lambda: self.start())
        self.setup.closed.connect(self.close)
        self.setup.preset_changed.connect(self._check)
        self.progress.cancelled.connect(self.cancel)
        self.refused.back.connect(self.close)
        self.refused.forced.connect(lambda: self.start(force=True))
        self.made.again.connect(self._again)
        self.made.report.connect(self._ask_report)
        self.made.closed.connect(self.close)
        self._editor.checked.connect(self._judged_by_editor)
        for signal, heard in self._heard():
            signal.connect(heard)

    def _heard(self) -> tuple[tuple[SignalInstance, Callable[..., None]], ...]:
        """Return what of the background work is heard here."""
        run = self._run
        return (
            (run.progressed, self.progress.show_progress),
            (run.finished, self._finished),
            (run.failed, self._failed),
            (run.checked, self.setup.show_findings),
        )

    def _take_up(self, before: Handover) -> None:
        self.setup.take_up(before.chosen)
        self.restoreGeometry(before.geometry)
        self.progress.show_progress(*before.run.progress)
        if before.refused is not None:
            self._failed(before.refused)
        if before.run.done is not None:
            self.made.show_done(before.run.done)
        page: QWidget = self.pages.widget(before.page) or self.setup
        # It may have ended while the window was being built: nothing was heard of it then.
        if page is self.progress and not before.run.busy:
            page = self.setup if before.run.done is None else self.made
        self.pages.setCurrentWidget(page)
        self._check()

    def _project(self) -> Project:
        printer = self.setup.preset.printer
        project = self._editor.session.project
        return project.for_printer(printer) if printer else project

    def _folder(self) -> Path:
        remembered = Path(self._settings.text(FOLDER)) if self._settings.text(FOLDER) else None
        if remembered is not None and remembered.is_dir():
            return remembered
        return self._editor.path.parent if self._editor.path is not None else Path.home()

    def _check(self) -> None:
        """Show what the rules say for the chosen printer, from the editor where that is the cover's own."""
        checked, printer = self._editor.findings, self.setup.preset.printer
        if checked is not None and printer in ("", checked.cover.printer.id):
            self.setup.show_findings(checked)
            return
        project = self._project()
        self._run.check(project)

    def _judged_by_editor(self, checked: Checked) -> None:
        if self.pages.currentWidget() is self.setup:
            self._check()

    def _finished(self, done: Done) -> None:
        self.made.show_done(done)
        self.pages.setCurrentWidget(self.made)
        self.made.close_button.setFocus()

    def _failed(self, error: Exception) -> None:
        match error:
            case NotPassedError():
                self._refusal = error
                self.refused.show_result(error.checked.result)
                self.pages.setCurrentWidget(self.refused)
                self.refused.back_button.setFocus()
            case CoverKitError():
                if self.pages.currentWidget() is self.progress:
                    self.pages.setCurrentWidget(self.setup)
                show_error(self, error.message, error.remedy)
            case _:
                raise error

    def _again(self) -> None:
        self.pages.setCurrentWidget(self.setup)
        self._check()

    def _ask_report(self) -> None:
        done = self._run.done
        if done is None:
            return
        suggestion = done.paths[0].with_name(tr("{name}-report.html", name=done.paths[0].stem))
        chosen, _ = QFileDialog.getSaveFileName(self, tr("Save the report"), str(suggestion), "HTML (*.html);;PDF (*.pdf)")
        if chosen:
            path = Path(chosen)
            self.save_report(path if path.suffix else path.with_suffix(".html"))
