"""Two versions of a page: side by side, over one another, and what differs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QCloseEvent, QColor, QImage, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QPushButton,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from coverkit.app.comparing import Comparison, Pixels, compare
from coverkit.errors import CoverKitError
from coverkit.gui.dialogs.messages import show_error
from coverkit.gui.theme.style import current
from coverkit.gui.windows.sizes import fit_screen
from coverkit.gui.work.worker import Worker
from coverkit.i18n import number, tr

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk

_GAP = 16


class CompareWindow(QMainWindow):
    """Two files, a page of each."""

    def __init__(self, desk: Desk, first: Path, second: Path) -> None:
        super().__init__()
        self.desk = desk
        self._paths = (first, second)
        self._worker = Worker(self, "coverkit-compare")
        self.found: Comparison | None = None
        self.result = QLabel(wordWrap=True)
        self.view = _Pair()
        self.modes = QButtonGroup(self)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setValue(50)
        self.slider.setAccessibleName(tr("Share of the second file"))
        self.page = QSpinBox(minimum=1)
        self.page.setAccessibleName(tr("Page"))
        self._arrange()
        self.setWindowTitle(tr("{first} and {second}", first=first.name, second=second.name))
        fit_screen(self, 1200, 820)
        self._start()

    def built_anew(self) -> CompareWindow:
        """Return a window on the same files, in the language and theme as they are now."""
        self._worker.close()
        fresh = CompareWindow(self.desk, *self._paths)
        fresh.slider.setValue(self.slider.value())
        fresh.page.setMaximum(self.page.maximum())
        fresh.page.setValue(self.page.value())
        fresh.modes.button(self.modes.checkedId()).setChecked(True)
        return fresh

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the background work and leave the desk."""
        self._worker.close()
        self.desk.closed(self)
        event.accept()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        for index, text in enumerate((tr("Side by side"), tr("Over one another"), tr("Difference"))):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setChecked(index == 0)
            self.modes.addButton(button, index)
            row.addWidget(button)
        row.addWidget(self.slider)
        row.addStretch(1)
        row.addWidget(QLabel(tr("Page")))
        row.addWidget(self.page)
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.result)
        self.setCentralWidget(content)
        self.slider.setVisible(False)
        self.modes.idToggled.connect(lambda mode, on: self._show() if on else None)
        self.slider.valueChanged.connect(lambda value: self._show())
        self.page.valueChanged.connect(lambda page: self._start())
        QShortcut(QKeySequence("Ctrl+W"), self, self.close)

    def _start(self) -> None:
        first, second = self._paths
        page = self.page.value()
        self.result.setText(tr("Comparing …"))
        self._worker.submit("compare", lambda task: compare(first, second, page), self._compared, self._broken)

    def _compared(self, found: object) -> None:
        assert isinstance(found, Comparison)
        self.found = found
        self.page.setMaximum(max(1, min(found.before.pages, found.after.pages)))
        if not found.places:
            text = tr("No visible difference.")
        else:
            text = tr(
                "{share} % of the page differs visibly, in {count} places.",
                share=number(found.share * 100),
                count=len(found.places),
            )
        if found.resized:
            text += " " + tr("The second page has other proportions and was stretched to compare it.")
        self.result.setText(text)
        self._show()

    def _show(self) -> None:
        if self.found is None:
            return
        mode = self.modes.checkedId()
        self.slider.setVisible(mode == 1)
        first, second = (path.name for path in self._paths)
        match mode:
            case 0:
                pictures = (self.found.before.pixels, self.found.after.pixels)
                self.view.show_pictures(pictures, (first, second))
            case 1:
                shown = tr("{first}; to the right more of {second}", first=first, second=second)
                self.view.show_pictures((self.found.overlay(self.slider.value() / 100),), (shown,))
            case _:
                self.view.show_pictures((self.found.difference(),), (tr("red: what differs"),))
        names = (first, second) if mode == 0 else (self.result.text(),)
        self.view.setAccessibleName(" / ".join(names))

    def _broken(self, error: Exception) -> None:
        if not isinstance(error, CoverKitError):
            raise error
        self.result.setText(error.message)
        show_error(self, error.message, error.remedy)


class _Pair(QWidget):
    """One or two pictures, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._pictures: tuple[QImage, ...] = ()
        self._names: tuple[str, ...] = ()
        self.setMinimumSize(320, 240)

    def show_pictures(self, pictures: Sequence[Pixels], names: tuple[str, ...]) -> None:
        """Show other pictures, each with a line above it."""
        self._pictures = tuple(_image(one) for one in pictures)
        self._names = names
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them side by side."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(current().sunken))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QColor(current().muted))
        count, line = len(self._pictures), self.fontMetrics().height()
        for index, (picture, name) in enumerate(zip(self._pictures, self._names, strict=True)):
            width = (self.width() - _GAP * (count + 1)) / count
            left, top = _GAP + index * (width + _GAP), _GAP + line
            words = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, int(width))
            painter.drawText(QRectF(left, _GAP / 2, width, line), Qt.AlignmentFlag.AlignCenter, words)
            room = QRectF(left, top, width, self.height() - top - _GAP)
            size = picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRectF(0, 0, size.width(), size.height())
            place.moveCenter(room.center())
            painter.drawImage(place, picture)


def _image(pixels: Pixels) -> QImage:
    plain = np.ascontiguousarray(pixels)
    height, width = plain.shape[:2]
    return QImage(plain.data, width, height, width * 3, QImage.Format.Format_RGB888).copy()
