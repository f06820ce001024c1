"""A place for a picture: chosen by a button, dropped, or pasted; shown small, and refused at once when it is no picture."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from coverkit.gui.drops import files_in
from coverkit.gui.start.rail import GAP
from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.style import current
from coverkit.gui.theme.tokens import RADIUS, SPACE
from coverkit.i18n import tr

ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp"})
_FILTER = "*.jpg *.jpeg *.png *.tif *.tiff *.webp"
_SIDE = 64


class PictureWell(QWidget):
    """A place for one picture."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.path: Path | None = None
        self._name = name
        self._picture: QPixmap | None = None
        self._over = False
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.button = QPushButton(GAP + tr("Choose a picture…"))
        self.button.setIcon(icon("image"))
        self.button.setAccessibleName(tr("Choose a picture: {name}", name=name))
        self.button.clicked.connect(lambda: self._ask())
        self._words = QLabel(tr("or drop a file here"))
        self._words.setProperty("kind", "small")
        self._words.setWordWrap(True)
        self._remove = QToolButton()
        self._remove.setIcon(icon("x"))
        self._remove.setToolTip(tr("Remove the picture"))
        self._remove.setAccessibleName(tr("Remove the picture: {name}", name=name))
        self._remove.clicked.connect(lambda: self.set_path(None))
        self._remove.hide()
        self._lay_out()

    def set_path(self, path: Path | None) -> None:
        """Take a picture, or none."""
        self.path = path
        self._picture = None
        self._remove.setVisible(path is not None)
        self._words.setText(tr("or drop a file here") if path is None else path.name)
        self._words.setToolTip("" if path is None else str(path))
        self._words.setProperty("kind", "small")
        self.update()
        self.changed.emit()

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show the picture small."""
        self._picture = picture
        self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome a picture."""
        if files_in(event.mimeData(), ENDINGS):
            self._over = True
            self.update()
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Show that the picture went elsewhere."""
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take a picture that is dropped."""
        self._over = False
        found = files_in(event.mimeData(), ENDINGS)
        if found:
            event.acceptProposedAction()
            self.set_path(found[0])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, dashed while it is empty, and the picture."""
        of = current()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        style = Qt.PenStyle.SolidLine if self.path else Qt.PenStyle.DashLine
        painter.setPen(QPen(QColor(of.accent if self._over else of.faint), 1.5 if self._over else 1.0, style))
        painter.setBrush(QColor(of.tint if self._over else of.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS, RADIUS)
        room = QRectF(2 * SPACE, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
        if self._picture is None:
            side = 24
            place = QRectF(room.center().x() - side / 2, room.center().y() - side / 2, side, side)
            icon("image", "muted").paint(painter, place.toRect())
            return
        scale = max(_SIDE / self._picture.width(), _SIDE / self._picture.height())
        source = QRectF(0, 0, _SIDE / scale, _SIDE / scale)
        source.moveCenter(QRectF(self._picture.rect()).center())
        painter.drawPixmap(room, self._picture, source)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        words.addStretch(1)
        words.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self._words)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(_SIDE + 4 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        layout.addLayout(words, 1)
        layout.addWidget(self._remove, 0, Qt.AlignmentFlag.AlignTop)
        self.setMinimumHeight(_SIDE + 4 * SPACE)

    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self._name, "", tr("Pictures ({endings})", endings=_FILTER))
        if chosen:
            self.set_path(Path(chosen))
