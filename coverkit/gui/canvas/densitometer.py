"""Ink under the pointer: the four plates at low resolution, made when nothing moves, read where the pointer is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from coverkit.geometry import Point
from coverkit.gui.editor import Editor
from coverkit.gui.work.latest import Latest
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.render.plates import Plates, separations

_DPI = 72.0
_QUIET = 350
"""Milliseconds without a change before the plates are made."""


@dataclass(frozen=True, slots=True)
class Inks:
    """Amounts of the four inks in per cent, and the most that the printer takes together."""

    cyan: float
    magenta: float
    yellow: float
    black: float
    limit: float

    @property
    def total(self) -> float:
        """The sum in per cent."""
        return self.cyan + self.magenta + self.yellow + self.black


class Densitometer(QObject):
    """Keeps the plates of the newest cover, while somebody wants to know."""

    def __init__(self, editor: Editor, changed: Callable[[], None]) -> None:
        super().__init__(editor)
        self._editor = editor
        self._changed = changed
        self._plates: tuple[Cover, Plates] | None = None
        self._jobs: Latest[tuple[Cover, Plates]] = Latest(editor.worker, "canvas-plates", self._take, editor.failed, urgency=-2)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET)
        self._quiet.timeout.connect(self._ask)

    def at(self, point: Point) -> Inks | None:
        """Return the inks at a place of the page; None off the page and while they are being measured."""
        cover = self._editor.cover
        if self._plates is None or self._plates[0] is not cover:
            if not self._quiet.isActive() and not self._jobs.busy:
                self._quiet.start()
            return None
        plates = self._plates[1]
        rows, columns = plates.cyan.shape
        column = int((point.x - plates.box.x) / plates.box.width * columns)
        row = int((point.y - plates.box.y) / plates.box.height * rows)
        if not (0 <= column < columns and 0 <= row < rows):
            return None
        amounts = (plates.cyan, plates.magenta, plates.yellow, plates.black)
        cyan, magenta, yellow, black = (float(plane[row, column]) / 2.55 for plane in amounts)
        return Inks(cyan, magenta, yellow, black, cover.printer.ink_limit)

    def outdate(self) -> None:
        """Say that the cover changed: measure again when it is quiet."""
        if self._plates is not None:
            self._quiet.start()

    def _ask(self) -> None:
        cover, resources = self._editor.cover, self._editor.project.resources()
        limit = cover.printer.ink_limit / 100
        self._jobs.ask(lambda: (cover, separations(cover.scene, resources, _DPI, limit)))

    def _take(self, made: tuple[Cover, Plates]) -> None:
        self._plates = made
        self._changed()
