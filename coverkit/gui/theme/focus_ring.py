"""A ring around the list or sheet that has the keyboard: style sheets can show the focus of fields and buttons, not theirs."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsView, QListView, QScrollArea, QTreeView, QWidget

from coverkit.gui.theme.style import current

_RINGED = (QListView, QTreeView, QScrollArea, QGraphicsView)
_NAME = "focus-ring"


def follow(left: QWidget | None, reached: QWidget | None) -> None:
    """Take the ring to where keys brought the focus; where the mouse did, the eye is there already."""
    if isinstance(left, _RINGED):
        for ring in left.findChildren(_Ring, options=Qt.FindChildOption.FindDirectChildrenOnly):
            ring.hide()
            ring.deleteLater()
    if isinstance(reached, _RINGED) and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
        _Ring(reached).show()


class _Ring(QWidget):
    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self.setObjectName(_NAME)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setGeometry(around.rect())
        around.installEventFilter(self)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what it surrounds."""
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._around.rect())
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring as fields have it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current().accent), 2.0))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
