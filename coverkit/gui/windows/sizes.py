"""Sizes of new windows: as wanted, but never larger than the screen leaves room for."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)
"""About what a window's frame and title need, px."""


def fit_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window the size wanted, or what the screen has."""
    room = QGuiApplication.primaryScreen().availableGeometry().size() - _FRAME
    window.resize(QSize(width, height).boundedTo(room))
