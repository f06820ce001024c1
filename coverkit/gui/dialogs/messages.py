"""Messages: what happened, and what to do about it."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from coverkit.i18n import tr


def show_error(parent: QWidget | None, message: str, remedy: str = "") -> None:
    """Say what went wrong and what to do, and wait until it was read."""
    box = QMessageBox(QMessageBox.Icon.Warning, tr("CoverKit"), message, QMessageBox.StandardButton.Ok, parent)
    box.setInformativeText(remedy)
    box.exec()
