"""An editing session without Qt: the document as it is, undo and redo with names, listeners that hear what changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coverkit.app.project import Project
from coverkit.model.document import Document
from coverkit.model.edits import Changed
from coverkit.model.edits import Edit as Edit

Listener = Callable[[Changed], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable step: its name, what it touched, and the documents before and after."""

    name: str
    changed: Changed
    before: Document
    after: Document


class Session:
    """Edits one project. Old documents are kept whole: they are frozen and share what they have in common."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._saved: Document | None = project.document
        self._listeners: list[Listener] = []

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self.project.document

    @property
    def dirty(self) -> bool:
        """Tell whether there is something to save."""
        return self.document is not self._saved

    @property
    def history(self) -> tuple[str, ...]:
        """Names of the steps that can be undone, oldest first."""
        return tuple(step.name for step in self._done)

    def listen(self, listener: Listener) -> None:
        """Call a function after every change."""
        self._listeners.append(listener)

    def apply(self, edit: Edit) -> bool:
        """Do an edit; return whether it changed anything.

        Raises:
            LockedError: a lock is closed; nothing was changed.
        """
        before = self.document
        edited = edit(before, self.project.permissions)
        if edited.document is before:
            return False
        self._done.append(Step(edited.name, edited.changed, before, edited.document))
        self._undone.clear()
        self._show(edited.document, edited.changed)
        return True

    def undo(self) -> str | None:
        """Take back the last step; return its name, or None when there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        self._show(step.before, step.changed)
        return step.name

    def redo(self) -> str | None:
        """Do the step again that was taken back last."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._show(step.after, step.changed)
        return step.name

    def mark_saved(self) -> None:
        """Remember that the document as it is now lies on the disk."""
        self._saved = self.document

    def _show(self, document: Document, changed: Changed) -> None:
        self.project = self.project.with_document(document)
        for listener in self._listeners:
            listener(changed)
