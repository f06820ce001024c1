"""An editing session without Qt: the document as it is, undo and redo with names, listeners that hear what changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coverkit.app.project import Project
from coverkit.campaigns import library as campaigns
from coverkit.campaigns.campaign import Campaign
from coverkit.model.document import Document, PackageRef
from coverkit.model.edits import Changed
from coverkit.model.edits import Edit as Edit
from coverkit.model.values import PictureValue
from coverkit.records import dataclass

Listener = Callable[[Changed], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One undoable step: its name, what it touched, and the documents before and after.

    `series` is what it belongs to while it grows, such as a word that is being typed; "" where it stands alone.
    """

    name: str
    changed: Changed
    before: Document
    after: Document
    series: str = ""


class Session:
    """Edits one project. Old documents are kept whole: they are frozen and share what they have in common."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._saved: Document | None = project.document
        self._listeners: list[Listener] = []
        self._packages = {project.document.campaign: project.file.campaign}

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

    @property
    def done(self) -> tuple[Step, ...]:
        """The steps that can be undone, oldest first."""
        return tuple(self._done)

    @property
    def undone(self) -> tuple[Step, ...]:
        """The steps that can be done again, the next one first."""
        return tuple(reversed(self._undone))

    def listen(self, listener: Listener) -> None:
        """Call a function after every change."""
        self._listeners.append(listener)

    def unlisten(self, listener: Listener) -> None:
        """Call a function no longer."""
        self._listeners.remove(listener)

    def apply(self, edit: Edit, series: str = "") -> bool:
        """Do an edit; return whether it changed anything.

        Args:
            edit: what to do.
            series: edits of one series that follow one another are one step: what is typed, or moved with a slider.

        Raises:
            LockedError: a lock is closed; nothing was changed.
        """
        before = self.document
        edited = edit(before, self.project.permissions)
        if edited.document is before:
            return False
        if series and self._done and self._done[-1].series == series and not self._undone:
            before = self._done.pop().before
        self._done.append(Step(edited.name, edited.changed, before, edited.document, series))
        self._undone.clear()
        self._show(edited.document, edited.changed)
        return True

    def take_in(self, data: bytes, name: str, sha256: str = "") -> PictureValue:
        """Put a picture, already inspected, into the cover's file and return the value that shows it; no step of its own."""
        self.project, sha256 = self.project.with_picture(data, name, sha256)
        return PictureValue(sha256, name)

    def take_in_campaign(self, campaign: Campaign) -> PackageRef:
        """Have a campaign at hand for the cover's file and return the reference that chooses it; no step of its own."""
        reference = PackageRef(campaign.id, campaign.version, campaign.sha256)
        self._packages[reference] = campaigns.to_zip(campaign)
        return reference

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

    def go_to(self, position: int) -> None:
        """Go back or forward to the state after so many steps, 0 being the first; one change for those who listen."""
        position = min(max(position, 0), len(self._done) + len(self._undone))
        passed: list[Step] = []
        while len(self._done) > position:
            passed.append(self._done.pop())
            self._undone.append(passed[-1])
        while len(self._done) < position:
            passed.append(self._undone.pop())
            self._done.append(passed[-1])
        if passed:
            last = passed[-1]
            self._show(last.after if self._done and self._done[-1] is last else last.before, _together(passed))

    def mark_saved(self) -> None:
        """Remember that the document as it is now lies on the disk."""
        self._saved = self.document

    def mark_unsaved(self) -> None:
        """Remember that the document lies nowhere on the disk: it was begun, or came from the recovery folder."""
        self._saved = None

    def with_document(self, document: Document) -> Project:
        """Return the project as it would be with a document, with the campaign's package that it names."""
        project = self.project.with_document(document)
        if document.campaign != self.document.campaign:
            project = project.with_package(self._packages.get(document.campaign))
        return project

    def _show(self, document: Document, changed: Changed) -> None:
        self.project = self.with_document(document)
        for listener in self._listeners:
            listener(changed)


def _together(steps: Sequence[Step]) -> Changed:
    touched = frozenset(element for step in steps for element in step.changed.elements)
    return Changed(touched, any(step.changed.page for step in steps), any(step.changed.campaign for step in steps))
