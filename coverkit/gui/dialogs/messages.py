"""Messages and plain questions: what happened, and what to do about it."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from coverkit.i18n import tr

Answer = Literal["save", "discard", "cancel"]


def show_error(parent: QWidget | None, message: str, remedy: str = "") -> None:
    """Say what went wrong and what to do, and wait until it was read."""
    box = QMessageBox(QMessageBox.Icon.Warning, tr("CoverKit"), message, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(remedy)
    _button(box, tr("Close"), QMessageBox.ButtonRole.AcceptRole)
    box.exec()


def ask_unsaved(parent: QWidget, name: str) -> Answer:
    """Ask what to do with a cover that was changed and not saved."""
    box = _question(
        parent, tr("Save “{name}” before closing?", name=name), tr("What you changed since the last save is lost otherwise.")
    )
    save = _button(box, tr("&Save"), QMessageBox.ButtonRole.AcceptRole, primary=True)
    discard = _button(box, tr("&Do not save"), QMessageBox.ButtonRole.DestructiveRole)
    box.setEscapeButton(_button(box, tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(save)
    box.exec()
    if box.clickedButton() is save:
        return "save"
    return "discard" if box.clickedButton() is discard else "cancel"


def ask(parent: QWidget | None, question: str, more: str, yes: str) -> bool:
    """Ask whether to do something; `yes` says what. Escape does not."""
    box = _question(parent, question, more)
    agreed = _button(box, yes, QMessageBox.ButtonRole.AcceptRole, primary=True)
    box.setEscapeButton(_button(box, tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(agreed)
    box.exec()
    return box.clickedButton() is agreed


def choose(parent: QWidget | None, message: str, more: str, choices: tuple[str, ...]) -> int:
    """Say what happened and let the person choose what to do; return the place of the choice, or -1 for none of them."""
    box = _question(parent, message, more)
    box.setIcon(QMessageBox.Icon.Warning)
    buttons = [_button(box, text, QMessageBox.ButtonRole.AcceptRole, primary=not number) for number, text in enumerate(choices)]
    box.setEscapeButton(_button(box, tr("Cancel"), QMessageBox.ButtonRole.RejectRole))
    box.setDefaultButton(buttons[0])
    box.exec()
    clicked = box.clickedButton()
    return next((number for number, one in enumerate(buttons) if one is clicked), -1)


def _question(parent: QWidget | None, message: str, more: str) -> QMessageBox:
    box = QMessageBox(QMessageBox.Icon.Question, tr("CoverKit"), message, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText(more)
    return box


def _button(box: QMessageBox, text: str, role: QMessageBox.ButtonRole, primary: bool = False) -> QPushButton:
    button = box.addButton(text, role)
    if primary:
        button.setProperty("kind", "primary")
    return button
