"""Icons: a free set of SVGs, drawn in the theme's colours at whatever resolution the screen has."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from coverkit.gui.theme.style import current
from coverkit.resources import assets, read_bytes


class _Engine(QIconEngine):
    """Draws one SVG afresh for each size and state, so that a change of theme needs no new icons."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name = name
        self._colour = colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into a rectangle."""
        _renderer(self._name, self._shade(mode)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as pixels."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        """Return a copy."""
        return _Engine(self._name, self._colour)

    def _shade(self, mode: QIcon.Mode) -> str:
        colours = current()
        if mode == QIcon.Mode.Disabled:
            return colours.faint
        return str(getattr(colours, self._colour))


def icon(name: str, colour: str = "text") -> QIcon:
    """Return an icon by its name in the set.

    Args:
        name: of the file, without ending.
        colour: a field of `theme.tokens.Colours`.
    """
    return QIcon(_Engine(name, colour))


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawn = read_bytes(assets() / "icons" / "lucide" / f"{name}.svg").replace(b"currentColor", colour.encode())
    return QSvgRenderer(QByteArray(drawn))
