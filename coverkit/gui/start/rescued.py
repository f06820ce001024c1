"""Covers that were left unsaved when the program or the computer stopped: what they are, and two buttons each."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from coverkit.gui.theme.headings import heading, rule
from coverkit.gui.theme.icons import icon
from coverkit.gui.theme.tokens import SPACE
from coverkit.i18n import tr

if TYPE_CHECKING:
    from coverkit.app.recovery import Left

_HEIGHT = 76


class Rescued(QFrame):
    """The list; it is not seen while there is nothing to rescue."""

    def __init__(self, rescue: Callable[[Left], None]) -> None:
        super().__init__()
        self.setProperty("kind", "notice")
        self._rescue = rescue
        self._rows: dict[str, tuple[QWidget, QLabel]] = {}
        self._left: tuple[Left, ...] = ()
        title = QHBoxLayout()
        title.setSpacing(2 * SPACE)
        sign = QLabel()
        sign.setPixmap(icon("history", "warning").pixmap(20, 20))
        title.addWidget(sign)
        title.addWidget(heading(tr("Not saved when CoverKit stopped")), 1)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(5 * SPACE, 4 * SPACE, 5 * SPACE, 4 * SPACE)
        self._layout.setSpacing(3 * SPACE)
        self._layout.addLayout(title)
        self.hide()

    def show_left(self, left: tuple[Left, ...]) -> None:
        """Show covers that were left."""
        for row, _ in self._rows.values():
            row.hide()
            row.deleteLater()
        self._rows = {}
        self._left = left
        for one in left:
            self._layout.addWidget(self._row(one))
        self.setVisible(bool(left))

    def show_picture(self, left: Left, picture: QPixmap | None) -> None:
        """Show the picture of one."""
        found = self._rows.get(left.folder.name)
        if found is not None and picture is not None:
            ratio = self.devicePixelRatioF()
            scaled = picture.scaledToHeight(round(_HEIGHT * ratio), Qt.TransformationMode.SmoothTransformation)
            scaled.setDevicePixelRatio(ratio)
            found[1].setPixmap(scaled)

    def _row(self, left: Left) -> QWidget:
        row = QWidget()
        outer = QVBoxLayout(row)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(3 * SPACE)
        outer.addWidget(rule())
        layout = QHBoxLayout()
        layout.setSpacing(4 * SPACE)
        picture = QLabel()
        picture.setFixedSize(_HEIGHT * 3 // 4, _HEIGHT)
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = QVBoxLayout()
        words.setSpacing(SPACE // 2)
        words.addStretch(1)
        words.addWidget(heading(left.name, "strong"))
        words.addWidget(
            heading(tr("Changed last at {time} on {date}", time=f"{left.time:%H:%M}", date=f"{left.time:%d/%m/%Y}"), "small")
        )
        if left.path is not None:
            words.addWidget(heading(str(left.path), "small"))
        words.addStretch(1)
        back = QPushButton(tr("Open it again"))
        back.setProperty("kind", "primary")
        back.setAccessibleName(tr("Open “{name}” again", name=left.name))
        back.clicked.connect(lambda: self._rescue(left))
        drop = QPushButton(tr("Throw away…"))
        drop.setAccessibleName(tr("Throw “{name}” away", name=left.name))
        drop.clicked.connect(lambda: self._throw_away(left))
        layout.addWidget(picture)
        layout.addLayout(words, 1)
        layout.addWidget(back)
        layout.addWidget(drop)
        outer.addLayout(layout)
        self._rows[left.folder.name] = (row, picture)
        return row

    def _throw_away(self, left: Left) -> None:
        from coverkit.gui.dialogs.messages import ask

        question = tr("Throw “{name}” away?", name=left.name)
        if ask(self, question, tr("What was not saved of it is lost then."), tr("&Throw away")):
            left.discard()
            self.show_left(tuple(one for one in self._left if one is not left))
