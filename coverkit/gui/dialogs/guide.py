"""The guide: the same pages as in `docs/`, with their pictures, in a window of its own, without a network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QImage,
    QKeySequence,
    QResizeEvent,
    QShortcut,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QMainWindow, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from coverkit.gui.theme.logo import logo
from coverkit.gui.theme.style import current
from coverkit.gui.theme.tokens import SPACE
from coverkit.gui.windows.sizes import fit_screen
from coverkit.i18n import language, tr
from coverkit.resources import assets, read_bytes

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk

_PAGES = {"vi": "huong-dan.md", "en": "guide.md"}
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_WIDTH = 680
"""Widest that a picture is shown, px."""
_MARGIN = 8 * SPACE
_PART = 2
_IMAGE = QTextDocument.ResourceType.ImageResource.value


def show_guide(desk: Desk) -> None:
    """Show the guide, in the window that shows it already if there is one."""
    present = next((one for one in desk.windows if isinstance(one, GuideWindow)), None)
    desk.show(present or GuideWindow(desk))


def guide_folder() -> Path:
    """Return where the guide lies: in `docs` of a checkout, among the assets where the wheel was installed."""
    checkout = assets().parent / "docs"
    return checkout if (checkout / _PAGES["vi"]).is_file() else assets() / "docs"


class GuideWindow(QMainWindow):
    """Contents at the left, the text at the right, a box that finds words."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setWindowTitle(tr("Guide – CoverKit"))
        self.setWindowIcon(logo())
        text = read_bytes(guide_folder() / _PAGES[language()]).decode("utf-8")
        self.text = _Text(text, guide_folder())
        self.text.setAccessibleName(tr("Guide"))
        self.contents = QListWidget()
        self.contents.setAccessibleName(tr("Contents"))
        self.contents.addItems(_HEADING.findall(text))
        self.contents.currentTextChanged.connect(self.go_to)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search in the guide"))
        self.search.setAccessibleName(tr("Search in the guide"))
        self.search.setClearButtonEnabled(True)
        self.search.returnPressed.connect(lambda: self.look_for(self.search.text()))
        self._lay_out()
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)
        fit_screen(self, 1020, 760)

    def go_to(self, title: str) -> None:
        """Show the part with a heading."""
        block = self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == _PART and block.text() == title:
                self.text.setTextCursor(QTextCursor(self.text.document().lastBlock()))
                self.text.setTextCursor(QTextCursor(block))
                return
            block = block.next()

    def look_for(self, words: str) -> bool:
        """Show where words stand next, from the cursor on and then from the beginning."""
        if self.text.find(words):
            return True
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        return self.text.find(words)

    def built_anew(self) -> GuideWindow:
        """Return a guide in the language and theme as they are now."""
        return GuideWindow(self._desk)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave the desk."""
        self._desk.closed(self)
        event.accept()

    def _lay_out(self) -> None:
        left = QWidget()
        left.setProperty("kind", "surface")
        column = QVBoxLayout(left)
        column.setContentsMargins(3 * SPACE, 4 * SPACE, 3 * SPACE, 3 * SPACE)
        column.setSpacing(3 * SPACE)
        column.addWidget(self.search)
        column.addWidget(self.contents, 1)
        parts = QSplitter()
        parts.addWidget(left)
        parts.addWidget(self.text)
        parts.setStretchFactor(1, 1)
        parts.setSizes([250, 770])
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(parts)
        self.setCentralWidget(holder)


class _Text(QTextBrowser):
    """Text with pictures no wider than the column; links to the net open in the person's browser."""

    def __init__(self, markdown: str, folder: Path) -> None:
        super().__init__()
        self._markdown = markdown
        self._folder = folder
        self._shown_width = 0
        self.setOpenLinks(False)
        self.setProperty("kind", "reading")
        self.anchorClicked.connect(self._follow)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._fill)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures to the column once it stays as it is."""
        super().resizeEvent(event)
        if self._picture_width() != self._shown_width:
            self._soon.start(120)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture in the size that it is shown in."""
        image = QImage(str(self._folder / QUrl(name).path())) if kind == _IMAGE else QImage()
        if image.isNull():
            return super().loadResource(kind, name)
        ratio = self.devicePixelRatioF()
        if image.width() > self._shown_width * ratio:
            image = image.scaledToWidth(round(self._shown_width * ratio), Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image

    def _fill(self) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self._shown_width = self._picture_width()
        self.document().clear()
        self.document().setDocumentMargin(_MARGIN)
        self.document().setDefaultStyleSheet(f"a {{ color: {current().accent}; }}")
        self.setMarkdown(self._markdown)
        self._space_out()
        bar.setValue(round(share * bar.maximum()))

    def _space_out(self) -> None:
        block = self.document().begin()
        while block.isValid():
            shape = QTextBlockFormat()
            shape.setTopMargin(6 * SPACE if block.blockFormat().headingLevel() == _PART else SPACE)
            shape.setBottomMargin(2 * SPACE)
            QTextCursor(block).mergeBlockFormat(shape)
            block = block.next()

    def _picture_width(self) -> int:
        return max(200, min(_WIDTH, self.viewport().width() - 2 * _MARGIN - 2 * SPACE))

    def _follow(self, link: QUrl) -> None:
        if link.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(link)
        elif link.hasFragment():
            self.scrollToAnchor(link.fragment())
