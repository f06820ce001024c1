"""A mouse event as tools see it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent

from coverkit.geometry import Point
from coverkit.gui.canvas.viewport import Viewport
from coverkit.records import dataclass


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where the pointer is, in px and in mm on the page, and which keys are held."""

    x: float
    y: float
    page: Point
    shift: bool = False
    alt: bool = False
    ctrl: bool = False

    @classmethod
    def of(cls, event: QMouseEvent, viewport: Viewport) -> Pointer:
        """Read a mouse event."""
        place, held = event.position(), event.modifiers()
        return cls(
            place.x(),
            place.y(),
            viewport.page(place.x(), place.y()),
            bool(held & Qt.KeyboardModifier.ShiftModifier),
            bool(held & Qt.KeyboardModifier.AltModifier),
            bool(held & Qt.KeyboardModifier.ControlModifier),
        )
