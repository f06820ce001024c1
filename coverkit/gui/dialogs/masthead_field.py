"""The masthead of a unit: set in type by the design, or a drawing that is taken in, shown as it prints."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from coverkit.errors import CoverKitError
from coverkit.gui.dialogs.messages import show_error
from coverkit.gui.theme.headings import heading
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr


class MastheadField(QWidget):
    """Shows the drawing, takes one in, takes it off."""

    changed = Signal(str)
    """Another drawing was taken in, or "" where it was taken off."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn = ""
        self.picture = QLabel()
        self.picture.setAccessibleName(tr("The drawn masthead on white paper"))
        self.picture.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.note = heading("", "small")
        self.note.setWordWrap(True)
        self.take = QPushButton(tr("Take in a &drawing…"))
        self.take.clicked.connect(self._ask)
        self.off = QPushButton(tr("Set it in &type"))
        self.off.clicked.connect(lambda: self._become(""))
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.take)
        row.addWidget(self.off)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self.picture)
        layout.addWidget(self.note)
        layout.addLayout(row)
        self.show_drawn("")

    def show_drawn(self, drawn: str) -> None:
        """Show a masthead as `model.document.Unit.masthead_outline` has it."""
        self.drawn = drawn
        pixmap = _pixmap(drawn, self.devicePixelRatioF()) if drawn else None
        self.picture.setVisible(pixmap is not None)
        self.picture.setPixmap(pixmap or QPixmap())
        self.off.setVisible(bool(drawn))
        if not drawn:
            self.note.setText(tr("The design sets the publication's name in type."))
        elif pixmap is None:
            self.note.setText(tr("The drawing cannot be read; take it in again."))
        else:
            self.note.setText(tr("Designs show this drawing. One colour alone takes the design's; several stay as they are."))

    def take_in(self, path: Path) -> None:
        """Take in a drawing; say what is wrong with one that cannot be taken."""
        from coverkit.app.masthead import masthead_outline

        try:
            drawn = masthead_outline(path)
        except CoverKitError as error:
            show_error(self, error.message, error.remedy)
            return
        self._become(drawn)

    def _ask(self) -> None:
        pattern = tr("Drawings") + " (*.svg *.svgz *.pdf *.ai)"
        name, _ = QFileDialog.getOpenFileName(self, tr("A drawn masthead"), "", pattern)
        if name:
            self.take_in(Path(name))

    def _become(self, drawn: str) -> None:
        self.show_drawn(drawn)
        self.changed.emit(drawn)


def _pixmap(drawn: str, ratio: float) -> QPixmap | None:
    from coverkit.app.masthead_picture import masthead_picture

    try:
        image = masthead_picture(drawn, 96.0 * ratio).convert("RGB")
    except CoverKitError:
        return None
    raw = image.tobytes()
    pixmap = QPixmap.fromImage(QImage(raw, image.width, image.height, 3 * image.width, QImage.Format.Format_RGB888).copy())
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
