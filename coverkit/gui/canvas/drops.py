"""What is dropped on the page: pictures into frames or beside them, words as a text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage

from coverkit.geometry import Point
from coverkit.gui.canvas.arrivals import frame_for, picture_files
from coverkit.gui.canvas.canvas import Canvas
from coverkit.gui.canvas.creation import new_text
from coverkit.gui.canvas.steps import adding


class PageDrops(QObject):
    """Takes drops on the canvas; files that are no pictures are left to the window."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags and drops."""
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            return self._drag(event)
        if isinstance(event, QDragLeaveEvent):
            self._canvas.show_target(None)
        elif isinstance(event, QDropEvent):
            return self._drop(event)
        return False

    def _drag(self, event: QDragMoveEvent) -> bool:
        mime = event.mimeData()
        is_picture = bool(picture_files(mime)) or mime.hasImage()
        if not is_picture and (mime.hasUrls() or not mime.hasText()):
            event.ignore()
            return True
        self._canvas.show_target(frame_for(self._canvas.editor.cover, self._page(event)) if is_picture else None)
        event.acceptProposedAction()
        return True

    def _drop(self, event: QDropEvent) -> bool:
        canvas, mime, at = self._canvas, event.mimeData(), self._page(event)
        canvas.show_target(None)
        files = picture_files(mime)
        image = mime.imageData() if mime.hasImage() else None
        if files:
            canvas.arrivals.files(files, at, frame_for(canvas.editor.cover, at))
        elif isinstance(image, QImage) and not image.isNull():
            canvas.arrivals.image(image, at, frame_for(canvas.editor.cover, at))
        elif mime.hasText() and not mime.hasUrls():
            self._drop_words(canvas.text_from(mime) or "", at)
        else:
            event.ignore()
            return True
        event.acceptProposedAction()
        canvas.setFocus()
        return True

    def _drop_words(self, words: str, at: Point) -> None:
        writing = self._canvas.writing
        if writing is not None:
            writing.insert(words)
        elif words.strip():
            element = new_text(self._canvas.editor.cover, at, words)
            if self._canvas.editor.perform(adding(element)):
                self._canvas.editor.select((element.id,))

    def _page(self, event: QDropEvent) -> Point:
        place = event.position()
        return self._canvas.viewport.page(place.x(), place.y())
