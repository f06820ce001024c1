"""Cut, copy, paste, duplicate, delete, select."""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from coverkit.errors import CoverKitError
from coverkit.gui.actions import Actions
from coverkit.gui.canvas import picking
from coverkit.gui.canvas.arrivals import empty_frame, picture_files
from coverkit.gui.canvas.canvas import Canvas
from coverkit.gui.canvas.clipboard import from_mime, pasting, to_mime
from coverkit.gui.canvas.creation import new_text
from coverkit.gui.canvas.steps import adding, duplicating, hiding, removing, together
from coverkit.gui.editor import Editor
from coverkit.i18n import tr
from coverkit.model.document import SLOT_KIND


class EditCommands:
    """The menu Edit. While a text is written, its own clipboard and selection are meant."""

    def __init__(self, canvas: Canvas, editor: Editor) -> None:
        self._canvas = canvas
        self._editor = editor
        self._actions: Actions | None = None

    def bind(self, actions: Actions) -> None:
        """Bind the actions."""
        actions.bind("edit.cut", self.cut)
        actions.bind("edit.copy", self.copy)
        actions.bind("edit.paste", self.paste)
        actions.bind("edit.duplicate", self.duplicate)
        actions.bind("edit.delete", self.delete)
        actions.bind("edit.select_all", self.select_all)
        actions.bind("edit.select_none", self.select_none)
        self._actions = actions
        self._editor.selected.connect(lambda ids: self._enable())
        self._canvas.tool_changed.connect(lambda name: self._enable())
        self._enable()

    def cut(self) -> None:
        """Copy and delete."""
        if self._canvas.writing is not None:
            self._canvas.writing.cut()
            return
        self.copy()
        self.delete()

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        if self._canvas.writing is not None:
            self._canvas.writing.copy()
        elif self._editor.selection:
            QGuiApplication.clipboard().setMimeData(to_mime(self._editor, self._editor.selection))

    def paste(self) -> None:
        """Paste elements, pictures or text; while a text is written, text into it."""
        mime = QGuiApplication.clipboard().mimeData()
        # Qt gives nothing at all where the clipboard is empty, whatever its types say.
        if mime is not None:
            self.take(mime)

    def take(self, mime: QMimeData) -> None:
        """Take up what was pasted."""
        writing = self._canvas.writing
        if writing is not None:
            words = self._canvas.text_from(mime)
            if words:
                writing.insert(words)
            return
        try:
            copied = from_mime(mime)
        except CoverKitError as error:
            self._editor.refused.emit(error.message, error.remedy)
            return
        if copied is not None:
            edit, ids = pasting(self._editor, copied)
            if self._editor.perform(edit):
                self._editor.select(ids)
        elif not self._take_picture(mime):
            self._take_words(mime)

    def duplicate(self) -> None:
        """Copy free elements beside themselves; of the design's, what they hold."""
        ids = self._editor.selection
        free = [one for one in ids if self._is_free(one)]
        if free:
            before = {one.id for one in self._editor.document.elements}
            name = "" if len(free) == 1 else tr("Duplicate {count} elements", count=len(free))
            if self._editor.perform(together([duplicating(one) for one in free], name)):
                self._editor.select([one.id for one in self._editor.document.elements if one.id not in before])
            return
        copied = from_mime(to_mime(self._editor, ids))
        if copied is None:
            self._canvas.tell_lock(ids, "content")
            return
        edit, fresh = pasting(self._editor, copied)
        if self._editor.perform(edit):
            self._editor.select(fresh)

    def delete(self) -> None:
        """Remove free elements, and hide those of the design that may be hidden."""
        ids = self._editor.selection
        if not ids:
            return
        parts = [removing(one) if self._is_free(one) else hiding(one) for one in ids]
        name = "" if len(ids) == 1 else tr("Delete {count} elements", count=len(ids))
        if self._editor.perform(together(parts, name)):
            self._editor.select(())

    def select_all(self) -> None:
        """Select every element that can be worked with, or all of the text."""
        if self._canvas.writing is not None:
            self._canvas.writing.select_all()
            return
        cover = self._editor.cover
        self._editor.select([one.id for one in picking.shown(cover) if not picking.is_decoration(one, cover)])

    def select_none(self) -> None:
        """Select nothing."""
        self._canvas.end_tool()
        self._editor.select(())

    def _take_picture(self, mime: QMimeData) -> bool:
        files = picture_files(mime)
        frame, at = self._frame(), self._canvas.centre()
        if files:
            self._canvas.arrivals.files(files, at, frame)
            return True
        image = mime.imageData() if mime.hasImage() else None
        if isinstance(image, QImage) and not image.isNull():
            self._canvas.arrivals.image(image, at, frame)
            return True
        return False

    def _take_words(self, mime: QMimeData) -> None:
        words = self._canvas.text_from(mime)
        if words and words.strip():
            element = new_text(self._editor.cover, self._canvas.centre(), words)
            if self._editor.perform(adding(element)):
                self._editor.select((element.id,))

    def _frame(self) -> str | None:
        one = self._canvas.single()
        if one is not None and one.kind == "picture" and self._editor.cover.permissions.of(one.id).content_open:
            return one.id
        return empty_frame(self._editor.cover)

    def _is_free(self, element_id: str) -> bool:
        element = self._editor.document.element(element_id)
        return element is not None and element.kind != SLOT_KIND

    def _enable(self) -> None:
        assert self._actions is not None
        chosen, writes = bool(self._editor.selection), self._canvas.writing is not None
        for name in ("cut", "copy"):
            self._actions[f"edit.{name}"].setEnabled(chosen or writes)
        for name in ("duplicate", "delete"):
            self._actions[f"edit.{name}"].setEnabled(chosen and not writes)
