"""The desk: knows every open window, opens files in the right kind of window, and keeps covers open while windows change."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from coverkit.errors import CoverKitError
from coverkit.gui.dialogs.messages import show_error
from coverkit.gui.settings import Settings
from coverkit.gui.windows.start_window import StartWindow

if TYPE_CHECKING:
    from coverkit.app.project import Project
    from coverkit.gui.editor import Editor


class Desk(QObject):
    """Opens and counts windows. What is heavy is imported when the first cover is opened, not when the program starts."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self.application = application
        self.settings = settings
        self.windows: list[QMainWindow] = []

    def show_start(self) -> None:
        """Show the start page."""
        start = next((one for one in self.windows if isinstance(one, StartWindow)), None)
        self.show(start or StartWindow(self))

    def open_files(self, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        """Open files, each in its kind of window; what cannot be opened is told, and the rest is opened all the same."""
        for path in paths:
            try:
                self.open_file(path)
            except CoverKitError as error:
                show_error(parent, error.message, error.remedy)

    def open_file(self, path: Path) -> None:
        """Open a file: a cover to edit it, a campaign to install it, any other to check it.

        Raises:
            InputError: it is damaged or refused.
        """
        match path.suffix.lower():
            case ".cover":
                from coverkit.app.project import Project

                self.open_cover(Project.open(path), path)
            case _:
                self.show_start()

    def open_cover(self, project: Project, path: Path | None) -> None:
        """Open a cover in a window of its own, or bring its window to the front.

        Raises:
            InputError: it cannot be composed.
            MissingError: a font or a picture is missing.
        """
        from coverkit.gui.editor import Editor

        if path is not None:
            self.settings.remember(path)
        self.show_cover(Editor(project, path))

    def show_cover(self, editor: Editor) -> None:
        """Show a window for an editor."""
        from coverkit.gui.windows.cover_window import CoverWindow

        window = CoverWindow(self, editor)
        self.show(window)
        editor.start()

    def show(self, window: QMainWindow) -> None:
        """Show a window and count it."""
        if window not in self.windows:
            self.windows.append(window)
        window.show()
        window.raise_()
        window.activateWindow()

    def closed(self, window: QMainWindow) -> None:
        """Forget a window that was closed."""
        if window in self.windows:
            self.windows.remove(window)
        window.deleteLater()
