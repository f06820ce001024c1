"""One open cover as the window's parts see it: they edit through it and hear from it, and know nothing of one another."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from coverkit.app import fixing
from coverkit.app.pipeline import Checked
from coverkit.app.project import Project
from coverkit.app.session import Session
from coverkit.checks.finding import Finding
from coverkit.errors import CoverKitError
from coverkit.gui.judging import Judging
from coverkit.gui.work.worker import Task, Worker
from coverkit.layout.cover import Cover, Placed
from coverkit.model.document import Document
from coverkit.model.edits import Changed, Edit, Edited
from coverkit.model.values import PictureValue


class Editor(QObject):
    """One open cover.

    Composing takes a few milliseconds and is done at once: `cover` always belongs to `project`. Bitmaps and checks are made
    in the background, the newest first.
    """

    composed = Signal(object)
    """The cover (`layout.cover.Cover`) was composed anew: after an edit, undo, redo, and while something is tried out."""
    checked = Signal(object)
    """The rules ran over the cover as it is (`app.pipeline.Checked`); while something is dragged, as it was a moment ago."""
    check_began = Signal()
    """The findings known are of an older state."""
    selected = Signal(tuple)
    """Ids of the selected elements, the one selected last at the end."""
    history_changed = Signal()
    """A step was done, taken back or saved."""
    refused = Signal(str, str)
    """An edit was refused: message and remedy. The status bar and the canvas say so."""
    path_changed = Signal(object)
    """The cover has another file (`pathlib.Path`), or none."""
    pointed_out = Signal(object)
    """A finding (`checks.finding.Finding`) is to be shown on the canvas."""

    def __init__(
        self, project: Project, path: Path | None = None, parent: QObject | None = None, session: Session | None = None
    ) -> None:
        """Open a project.

        Args:
            project: what is edited.
            path: its file, if it has one.
            parent: who keeps the editor.
            session: one that goes on, with its history.

        Raises:
            InputError: the cover cannot be composed.
            MissingError: a font or a picture is missing.
        """
        super().__init__(parent)
        self.session = session or Session(project)
        self.path = path
        self.cover: Cover = project.compose()
        self.findings: Checked | None = None
        self.selection: tuple[str, ...] = ()
        self.worker = Worker(self)
        self._tried: Project | None = None
        self._ready: Cover | None = None
        self._judging = Judging(self.worker, lambda: (self.project, self.cover), self._judged, self.failed, self)
        self.session.listen(self._changed)

    @property
    def project(self) -> Project:
        """The project as it is shown: with what is being tried out."""
        return self._tried or self.session.project

    @property
    def document(self) -> Document:
        """The document as it is shown."""
        return self.project.document

    def start(self) -> None:
        """Judge the cover for the first time; called when the window stands."""
        self._judging.soon(0)

    def close(self) -> None:
        """End the background work."""
        self._judging.stop()
        self.worker.close()

    def succeed(self) -> Editor:
        """Close this editor and return one with the same history and selection, for a window that is built anew."""
        self.give_up()
        self.close()
        self.session.unlisten(self._changed)
        heir = Editor(self.session.project, self.path, session=self.session)
        heir.selection = self.selection
        return heir

    def perform(self, edit: Edit, series: str = "") -> bool:
        """Do an edit as one step; return whether it changed anything. What a lock refuses is told by `refused`.

        Edits of one `series` that follow one another are one step: what is typed, or moved with a slider.
        """
        self._tried = None
        made = self._made(edit)
        changed = made is not None and self.session.apply(lambda document, permissions: made, series)
        if not changed and self.cover.document is not self.document:
            self._compose()
        return changed

    def _made(self, edit: Edit) -> Edited | None:
        """Return the result of an edit, composed; None, and why, where a lock or the elements themselves refuse it."""
        base = self.session.project
        try:
            edited = edit(base.document, base.permissions)
            if edited.document is not base.document:
                self._ready = self.session.with_document(edited.document).compose()
        except CoverKitError as error:
            self.refused.emit(error.message, error.remedy)
            return None
        return edited

    def take_in(self, data: bytes, name: str, sha256: str = "") -> PictureValue:
        """Put a picture that `colour.pictures.inspect` found good into the cover; an edit then shows it somewhere.

        Args:
            data: the picture.
            name: its file's name.
            sha256: of the data; large ones are hashed in the background, where they are read.
        """
        self._tried = None
        return self.session.take_in(data, name, sha256)

    def try_out(self, edit: Edit) -> bool:
        """Show the cover with an edit that is not yet a step, while something is dragged; each one begins from the document."""
        made = self._made(edit)
        if made is None:
            return False
        self._tried = self.session.with_document(made.document)
        self._compose()
        return True

    def give_up(self) -> None:
        """Take back what is being tried out."""
        if self._tried is not None:
            self._tried = None
            self._compose()

    def undo(self) -> None:
        """Take back the last step."""
        self._tried = None
        self.session.undo()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._tried = None
        self.session.redo()

    def go_to(self, position: int) -> None:
        """Go back or forward to the state after so many steps."""
        self._tried = None
        self.session.go_to(position)

    def replace_project(self, project: Project) -> None:
        """Show another state of the file that is no step: after revert, or when fonts or the campaign of the file changed."""
        self._tried = None
        self.session = Session(project)
        self.session.listen(self._changed)
        self._compose()
        self.history_changed.emit()

    def select(self, ids: Collection[str]) -> None:
        """Select elements."""
        known = {one.id for one in self.cover.placed}
        fresh = tuple(one for one in ids if one in known)
        if fresh != self.selection:
            self.selection = fresh
            self.selected.emit(fresh)

    def placed(self, element_id: str) -> Placed | None:
        """Return an element as it stands on the page."""
        return next((one for one in self.cover.placed if one.id == element_id), None)

    def mend(self, findings: Collection[Finding] | None, told: Callable[[int], None]) -> None:
        """Mend findings in the background, each as a step that can be undone.

        Args:
            findings: what to mend; None for all that can be.
            told: called with how many were mended. Where the cover was changed meanwhile, it begins anew.
        """
        self.give_up()
        project = self.session.project

        def done(result: object) -> None:
            assert isinstance(result, fixing.Fixed)
            if self.session.document is not project.document:
                self.mend(findings, told)
                return
            for one in result.done:
                self.perform(one.edit)
            told(len(result.done))

        self.in_background("mend", lambda task: fixing.fix(project, findings), done, urgency=1)

    def saved_as(self, path: Path) -> None:
        """Remember that the document lies on the disk as it is."""
        self.session.mark_saved()
        if path != self.path:
            self.path = path
            self.path_changed.emit(path)
        self.history_changed.emit()

    def in_background(
        self, name: str, work: Callable[[Task], object], done: Callable[[object], None], urgency: int = 0
    ) -> None:
        """Do something in the background thread; errors are told by `refused`."""
        self.worker.submit(name, work, done, self.failed, urgency)

    def _changed(self, changed: Changed) -> None:
        self._tried = None
        self._compose()
        self.history_changed.emit()

    def _compose(self) -> None:
        try:
            ready, self._ready = self._ready, None
            self.cover = ready if ready is not None and ready.document is self.document else self.project.compose()
        except CoverKitError as error:
            self.refused.emit(error.message, error.remedy)
            return
        known = {one.id for one in self.cover.placed}
        self.composed.emit(self.cover)
        if not known.issuperset(self.selection):
            self.select([one for one in self.selection if one in known])
        if self._tried is not None:
            self._judging.along()
            return
        self.findings = None
        self.check_began.emit()
        self._judging.soon()

    def _judged(self, checked: Checked) -> None:
        if self._tried is not None or checked.cover.document is self.document:
            self.findings = checked
            self.checked.emit(checked)

    def failed(self, error: Exception) -> None:
        """Tell of a job that failed: what its maker can do something about in words, what is our mistake as it is."""
        if isinstance(error, CoverKitError):
            self.refused.emit(error.message, error.remedy)
        else:
            raise error
