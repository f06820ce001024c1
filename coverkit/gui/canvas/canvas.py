"""The canvas: the page as it prints, made of the very PDF, with what is selected over it."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from coverkit.gui.editor import Editor
from coverkit.gui.theme.style import current
from coverkit.render.preview import preview
from coverkit.render.raster import Bitmap


class Canvas(QWidget):
    """The page on its pasteboard."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._image: QImage | None = None
        editor.composed.connect(lambda cover: self._ask())
        self._ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pasteboard and the page."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(current().sunken))
        if self._image is not None:
            scale = min(self.width() / self._image.width(), self.height() / self._image.height()) * 0.95
            width, height = self._image.width() * scale, self._image.height() * scale
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height), self._image)

    def _ask(self) -> None:
        cover, resources = self._editor.cover, self._editor.project.resources()
        self._editor.in_background("preview", lambda task: preview(cover.scene, resources), self._show, urgency=1)

    def _show(self, bitmap: object) -> None:
        assert isinstance(bitmap, Bitmap)
        self._image = QImage(bitmap.data, bitmap.width, bitmap.height, bitmap.width * 3, QImage.Format.Format_RGB888).copy()
        self.update()
