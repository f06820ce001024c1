"""What every tool and every drag has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor, QInputMethodEvent, QKeyEvent, QPainter

from coverkit.gui.canvas.pointer import Pointer

if TYPE_CHECKING:
    from coverkit.gui.canvas.canvas import Canvas


class Tool:
    """A way to work on the page. Methods that are not overridden do nothing."""

    name = ""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.editor = canvas.editor

    def press(self, at: Pointer) -> None:
        """The left button went down."""

    def move(self, at: Pointer) -> None:
        """The pointer moved, a button held or not."""

    def release(self, at: Pointer) -> None:
        """The left button came up."""

    def double(self, at: Pointer) -> None:
        """The left button was clicked twice."""

    def wheel(self, at: Pointer, steps: float) -> bool:
        """The wheel was turned; return whether the tool took it."""
        return False

    def key(self, event: QKeyEvent) -> bool:
        """A key went down; return whether the tool took it."""
        return False

    def overrides(self, event: QKeyEvent) -> bool:
        """Tell whether a key is the tool's own although it is a shortcut of the window."""
        return False

    def input_method(self, event: QInputMethodEvent) -> None:
        """An input method gives text."""

    def cursor(self, at: Pointer) -> QCursor | Qt.CursorShape:
        """Return the pointer's shape."""
        return Qt.CursorShape.ArrowCursor

    def paint(self, painter: QPainter) -> None:
        """Draw over the page."""

    def composed(self) -> None:
        """The cover was composed anew."""

    def leave(self) -> None:
        """Another tool takes over, or the canvas loses the keys: keep what was done."""

    @property
    def is_at_rest(self) -> bool:
        """Tell whether no drag is under way."""
        return True


class Drag:
    """What happens from pressing the button to letting it go."""

    def __init__(self, canvas: Canvas, start: Pointer) -> None:
        self.canvas = canvas
        self.editor = canvas.editor
        self.start = start

    def to(self, at: Pointer) -> None:
        """The pointer went somewhere."""

    def drop(self) -> None:
        """Keep it."""

    def cancel(self) -> None:
        """Take it back."""

    def paint(self, painter: QPainter) -> None:
        """Draw over the page."""

    def paint_page(self, painter: QPainter) -> bool:
        """Draw the page instead of its bitmap; return whether that was done."""
        return False

    def composed(self) -> None:
        """The cover was composed anew."""
