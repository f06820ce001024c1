"""Open start page and dialogs in Vietnamese, say which labels and buttons are cut: `python -m tests.gui.room_job`."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QPushButton, QRadioButton, QWidget

from coverkit import i18n
from coverkit.app.pasting import examine
from coverkit.app.sample import sample_project
from coverkit.campaigns import library
from coverkit.gui.desk import Desk
from coverkit.gui.dialogs.about import AboutDialog
from coverkit.gui.dialogs.campaign import CampaignDialog
from coverkit.gui.dialogs.details import DetailsDialog
from coverkit.gui.dialogs.paste import PasteDialog
from coverkit.gui.dialogs.preferences import PreferencesDialog
from coverkit.gui.dialogs.shortcuts import ShortcutsDialog
from coverkit.gui.dialogs.units import UnitsDialog
from coverkit.gui.launch import open_desk

_OLD = "Trung t©m khuyÕn n«ng"


def main() -> None:
    """Show everything, one after the other."""
    application, desk = open_desk()
    desk.settings.put("language", "vi")
    i18n.activate("vi")
    desk.ask_unsaved = lambda parent, name: "discard"
    start = desk.show_start()
    start.resize(1280, 760)
    while start.new is None:
        application.processEvents()
        time.sleep(0.005)
    _tell(start)
    start.show_new()
    start.new.finish()
    application.processEvents()
    _tell(start)
    start.close()
    for dialog in _dialogs(desk):
        dialog.show()
        application.processEvents()
        _tell(dialog)
        dialog.reject()
    for window in list(desk.windows):
        window.close()


def _dialogs(desk: Desk) -> Iterator[QDialog]:
    opened = desk.open_cover(sample_project(), None)
    yield DetailsDialog(desk, opened.editor, None)
    yield UnitsDialog(desk, None)
    yield PreferencesDialog(desk, None)
    yield ShortcutsDialog(None)
    yield AboutDialog(None)
    yield CampaignDialog(library.find("bau-cu-2016"), None)
    yield PasteDialog(_OLD, (), examine(_OLD), None)


def _tell(window: QWidget) -> None:
    buttons = [one for kind in (QPushButton, QCheckBox, QRadioButton) for one in window.findChildren(kind)]
    texts: list[tuple[QWidget, str]] = [(one, one.text()) for one in window.findChildren(QLabel)]
    texts += [(one, one.text()) for one in buttons]
    for one, text in texts:
        if one.isVisible() and text and _cut(one):
            sys.stdout.write(f"{type(window).__name__}: {text!r} has {one.width()} × {one.height()} px of {_wanted(one)}\n")


def _cut(one: QWidget) -> bool:
    width, height = _wanted(one)
    return one.width() < width or one.height() < height


def _wanted(one: QWidget) -> tuple[int, int]:
    """Return the least width and height that show all of a text."""
    if isinstance(one, QLabel) and one.wordWrap():
        return 0, one.heightForWidth(one.width())
    if isinstance(one, QLabel):
        room = one.fontMetrics().boundingRect(0, 0, 10_000, 10_000, int(Qt.TextFlag.TextShowMnemonic), one.text())
        return room.width(), room.height()
    return one.sizeHint().width() - 1, one.sizeHint().height() - 1


if __name__ == "__main__":
    main()
