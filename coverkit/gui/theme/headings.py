"""Headings, notes and lines between parts, by their look in the style sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel


def rule() -> QFrame:
    """Return a thin line between parts."""
    line = QFrame()
    line.setProperty("kind", "rule")
    line.setFixedHeight(1)
    return line


def heading(text: str, kind: str = "title") -> QLabel:
    """Return a heading."""
    label = QLabel(text)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    return label
