"""The guide: the same pages as in `docs/`, with their pictures, in a window of its own, without a network."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QImage, QKeySequence, QShortcut, QTextCursor, QTextDocument
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
_WIDTH = 640
"""Widest that a picture is shown, px."""


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
        self.text = _Text()
        self.text.document().setBaseUrl(QUrl.fromLocalFile(f"{guide_folder()}/"))
        self.text.setMarkdown(text)
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
            if block.blockFormat().headingLevel() == 2 and block.text() == title:
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

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setProperty("kind", "reading")
        self.document().setDocumentMargin(8 * SPACE)
        self.document().setDefaultStyleSheet(f"a {{ color: {current().accent}; }}")
        self.anchorClicked.connect(self._follow)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a picture in the size that it is shown in."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        image = QImage(self.document().baseUrl().resolved(QUrl(name)).toLocalFile())
        if image.isNull():
            return super().loadResource(kind, name)
        ratio = self.devicePixelRatioF()
        if image.width() > _WIDTH * ratio:
            image = image.scaledToWidth(round(_WIDTH * ratio), Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image

    def _follow(self, link: QUrl) -> None:
        if link.scheme() in ("http", "https", "mailto"):
            QDesktopServices.openUrl(link)
        elif link.hasFragment():
            self.scrollToAnchor(link.fragment())
