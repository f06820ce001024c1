"""What the canvas shows beside the page: overlays, rulers, guides, the kind of proof. The window's menus switch it."""

from __future__ import annotations

from typing import Literal, get_args

from PySide6.QtCore import QObject, Signal

from coverkit.gui.canvas.snapping import Axis
from coverkit.gui.canvas.viewport import Viewport
from coverkit.records import dataclass

Mode = Literal["proof", "c", "m", "y", "k", "ink"]
MODES: tuple[Mode, ...] = get_args(Mode)

Flag = Literal["rulers", "guides", "snap", "preview", "bleed", "safe", "clear", "locks", "findings"]
FLAGS: tuple[Flag, ...] = get_args(Flag)
_ON: frozenset[Flag] = frozenset(("rulers", "guides", "snap", "bleed", "safe", "findings"))


@dataclass(frozen=True, slots=True)
class CanvasState:
    """What a canvas shows, to be taken up by another one: the page's place (None while it fits) and switches."""

    viewport: Viewport | None
    on: frozenset[Flag]
    mode: Mode


class View(QObject):
    """Switches of one canvas, and the guides as they are drawn: the cover's own, or where a drag has them."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._on = {flag: flag in _ON for flag in FLAGS}
        self._mode: Mode = "proof"
        self._guides: tuple[tuple[Axis, float], ...] = ()

    def state(self, viewport: Viewport | None) -> CanvasState:
        """Return everything that is shown."""
        return CanvasState(viewport, frozenset(flag for flag in FLAGS if self._on[flag]), self._mode)

    def take_up(self, state: CanvasState) -> None:
        """Show what another canvas showed."""
        self._on = {flag: flag in state.on for flag in FLAGS}
        self._mode = state.mode
        self.changed.emit()

    def is_on(self, flag: Flag) -> bool:
        """Tell whether something is shown."""
        return self._on[flag]

    def shows(self, flag: Flag) -> bool:
        """Tell whether something is shown now: the trimmed preview shows nothing beside the page."""
        return self._on[flag] and not self._on["preview"]

    def switch(self, flag: Flag, on: bool) -> None:
        """Show something or not."""
        if self._on[flag] != on:
            self._on[flag] = on
            self.changed.emit()

    @property
    def mode(self) -> Mode:
        """How the page is shown: as it prints, one plate, or the total ink."""
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """Show the page in another way."""
        if mode != self._mode:
            self._mode = mode
            self.changed.emit()

    @property
    def guides(self) -> tuple[tuple[Axis, float], ...]:
        """The guides: `x` for an upright one, `y` for a level one, and its place in mm."""
        return self._guides

    def set_guides(self, guides: tuple[tuple[Axis, float], ...]) -> None:
        """Draw other guides; those that are added while guides are hidden make them visible."""
        if guides != self._guides:
            if len(guides) > len(self._guides):
                self._on["guides"] = True
            self._guides = guides
            self.changed.emit()
