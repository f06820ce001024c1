"""The program's own sign: a cover with its band and slogan line. It has colours of its own, in both themes."""

from __future__ import annotations

from PySide6.QtGui import QIcon

from coverkit.resources import assets


def logo() -> QIcon:
    """Return the sign, for windows, task bars and the start page."""
    return QIcon(str(assets() / "icons" / "coverkit.svg"))
