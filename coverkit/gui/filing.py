"""The file of one open cover: save, save as, revert, and the question when it is closed. Nothing is ever lost on the way."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from coverkit.app import covers, thumbnails
from coverkit.app.project import Project
from coverkit.errors import CoverKitError, OutputError
from coverkit.gui.autosave import Autosave
from coverkit.gui.dialogs.messages import ask, choose, show_error
from coverkit.gui.work.waiting import wait_for
from coverkit.i18n import tr
from coverkit.model.document import Document

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk
    from coverkit.gui.editor import Editor

Stamp = tuple[int, int]
"""When a file was changed last, in nanoseconds, and its size: by them another program's work is noticed."""


class Filing(QObject):
    """Looks after the file of one cover, whatever editor and window it has."""

    def __init__(self, desk: Desk, editor: Editor) -> None:
        super().__init__(desk)
        self.desk = desk
        self.editor = editor
        self.autosave = Autosave(self)
        self._stamp = stamp_of(editor.path)
        self.follow(editor)

    def follow(self, editor: Editor) -> None:
        """Look after the cover in another editor from now on."""
        self.editor = editor
        editor.history_changed.connect(self.autosave.changed)

    @property
    def name(self) -> str:
        """What the cover is called in titles and questions."""
        return shown_name(self.editor.path, self.editor.document)

    def save(self) -> bool:
        """Save the cover where it lies, or ask where; return whether it is saved."""
        path = self.editor.path
        if path is None:
            return self.save_as()
        if self._stamp is not None and stamp_of(path) not in (None, self._stamp):
            return self._save_over_changed(path)
        return self._save_to(path)

    def save_as(self) -> bool:
        """Ask where to save the cover, and save it there."""
        path = self._asked_path()
        return path is not None and self._save_to(path)

    def revert(self) -> bool:
        """Go back to the file as it lies on the disk, after asking."""
        path = self.editor.path
        if path is None:
            return False
        question = tr("Go back to “{name}” as it was saved?", name=self.name)
        if self.editor.session.dirty and not ask(
            self._parent(), question, tr("All changes since then are lost."), tr("&Revert")
        ):
            return False
        try:
            self.editor.replace_project(Project.open(path))
        except CoverKitError as error:
            show_error(self._parent(), error.message, error.remedy)
            return False
        self._stamp = stamp_of(path)
        return True

    def may_close(self) -> bool:
        """Ask what to do with unsaved changes; return whether the cover may be closed."""
        if not self.editor.session.dirty:
            return True
        parent = self._parent()
        match self.desk.ask_unsaved(parent, self.name) if parent is not None else "discard":
            case "save":
                return self.save()
            case "discard":
                return True
            case _:
                return False

    def close(self) -> None:
        """End; the cover is saved, or its changes are not wanted."""
        self.autosave.close()
        self.deleteLater()

    def _save_over_changed(self, path: Path) -> bool:
        chosen = choose(
            self._parent(),
            tr("“{name}” was changed by another program since it was opened here.", name=path.name),
            tr("Saving replaces what the other program wrote."),
            (tr("Save &elsewhere…"), tr("&Replace it")),
        )
        if chosen == 0:
            return self.save_as()
        return chosen == 1 and self._save_to(path)

    def _save_to(self, path: Path) -> bool:
        project = self.editor.session.project
        try:
            wait_for(self._parent(), tr("Saving “{name}” …", name=path.name), lambda: covers.save(project, path))
        except OutputError as error:
            return self._save_elsewhere(error)
        except CoverKitError as error:
            show_error(self._parent(), error.message, error.remedy)
            return False
        self._saved(path, project)
        return True

    def _saved(self, path: Path, project: Project) -> None:
        self._stamp = stamp_of(path)
        self.editor.saved_as(path)
        self.desk.settings.remember(path)
        self.editor.in_background(
            "thumbnail", lambda task: thumbnails.keep_file(path, project), lambda made: self.desk.recent_changed(), urgency=-2
        )

    def _save_elsewhere(self, error: OutputError) -> bool:
        """The stick was pulled, the disk is full: what was done stays in the window and in the recovery folder."""
        self.autosave.keep_now()
        kept = tr("Your work is kept here in the window until it is saved.")
        chosen = choose(self._parent(), error.message, f"{error.remedy}\n{kept}", (tr("Save &elsewhere…"),))
        return chosen == 0 and self.save_as()

    def _asked_path(self) -> Path | None:
        folder = self.editor.path.parent if self.editor.path else Path(self.desk.settings.text("folder") or Path.home())
        proposed = self.editor.path.name if self.editor.path else f"{plain_name(self.editor.document)}.cover"
        chosen, _ = QFileDialog.getSaveFileName(
            self._parent(), tr("Save the cover"), str(folder / proposed), tr("Covers (*.cover)")
        )
        if not chosen:
            return None
        path = Path(chosen)
        path = path if path.suffix.lower() == ".cover" else path.with_name(path.name + ".cover")
        self.desk.settings.put("folder", str(path.parent))
        return path

    def _parent(self) -> QWidget | None:
        return next((one.window for one in self.desk.covers if one.filing is self), None)


def shown_name(path: Path | None, document: Document) -> str:
    """Return what a cover is called: its file's name, else its publication and number."""
    if path is not None:
        return path.stem
    publication = document.unit.publication or document.unit.name
    if publication and document.issue.number:
        return tr("{publication}, no. {number}", publication=publication, number=document.issue.number)
    return publication or tr("New cover")


def plain_name(document: Document) -> str:
    """Return a file name of plain letters, which every printer's computer can read: `khuyen-nong-dak-nong-10-2020`."""
    words = f"{document.unit.publication or 'bia'} {document.issue.number} {document.issue.date:%Y}"
    plain = unicodedata.normalize("NFD", words.replace("đ", "d").replace("Đ", "D")).encode("ascii", "ignore").decode()
    return "-".join("".join(char if char.isalnum() else " " for char in plain.lower()).split())


def stamp_of(path: Path | None) -> Stamp | None:
    """Return a file's stamp; None when there is none."""
    try:
        found = None if path is None else path.stat()
    except OSError:
        return None
    return None if found is None else (found.st_mtime_ns, found.st_size)
