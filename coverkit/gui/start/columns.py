"""The columns of the page that begins a cover: a title, its parts, and a scroll bar of its own."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from coverkit.gui.theme.headings import heading
from coverkit.gui.theme.tokens import SPACE

ISSUE_WIDTH, FORM_WIDTH = 292, 308


def side_by_side(page: QWidget, first: QWidget, middle: QWidget, last: QWidget) -> None:
    """Put three columns side by side, parted by lines; the middle one takes the room that is left."""
    first.setFixedWidth(ISSUE_WIDTH)
    last.setFixedWidth(FORM_WIDTH)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(first)
    row.addWidget(_upright_rule())
    row.addWidget(middle, 1)
    row.addWidget(_upright_rule())
    row.addWidget(last)


def column(title: str, kind: str, *parts: QWidget) -> QScrollArea:
    """Return a column on the ground that `kind` asks for."""
    inner = QWidget()
    layout = QVBoxLayout(inner)
    layout.setContentsMargins(4 * SPACE, 5 * SPACE, 4 * SPACE, 4 * SPACE)
    layout.setSpacing(4 * SPACE)
    layout.addWidget(heading(title))
    for part in parts:
        layout.addWidget(part)
    layout.addStretch(1)
    area = QScrollArea()
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setProperty("kind", kind)
    area.setAccessibleName(title)
    return area


def with_foot(body: QWidget, hint: str, *foot: QWidget) -> QWidget:
    """Return a column with what always stays in sight below it, and a small line at the end."""
    holder = QWidget()
    holder.setProperty("kind", "surface")
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(body, 1)
    below = QVBoxLayout()
    below.setContentsMargins(4 * SPACE, 3 * SPACE, 4 * SPACE, 4 * SPACE)
    below.setSpacing(2 * SPACE)
    for part in foot:
        below.addWidget(part)
    words = QLabel(hint)
    words.setProperty("kind", "small")
    words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    below.addWidget(words)
    layout.addLayout(below)
    return holder


def titled(title: str, widget: QWidget) -> QWidget:
    """Return a part with a small title."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, SPACE, 0, 0)
    layout.setSpacing(2 * SPACE)
    layout.addWidget(heading(title, "section"))
    layout.addWidget(widget)
    return holder


def _upright_rule() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "upright-rule")
    line.setFixedWidth(1)
    return line
