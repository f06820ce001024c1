"""The desk: knows every open window, opens files in the right kind of window, and keeps covers open while windows change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from coverkit import i18n
from coverkit.errors import CoverKitError
from coverkit.gui import lengths
from coverkit.gui.drops import FileDrops
from coverkit.gui.settings import Settings
from coverkit.gui.windows.start_window import StartWindow
from coverkit.i18n import tr
from coverkit.records import dataclass

if TYPE_CHECKING:
    from coverkit.app.project import Project
    from coverkit.app.recovery import Left
    from coverkit.gui.dialogs.messages import Answer
    from coverkit.gui.editor import Editor
    from coverkit.gui.filing import Filing

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp"})


@dataclass(eq=False, slots=True)
class OpenCover:
    """A cover that is open: its editor and window, both of which may be replaced, and what looks after its file."""

    editor: Editor
    window: QMainWindow
    filing: Filing


class Desk(QObject):
    """Opens and counts windows. What is heavy is imported when the first cover is opened, not when the program starts."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self.application = application
        self.settings = settings
        self.windows: list[QMainWindow] = []
        self.covers: list[OpenCover] = []
        self.ask_unsaved: Callable[[QWidget, str], Answer] = _ask_unsaved
        """Asks what to do with a cover that was not saved; tests answer for the person."""
        self.drops = FileDrops(self)

    def show_start(self) -> StartWindow:
        """Show the start page."""
        start = self.start_window() or StartWindow(self)
        self.show(start)
        return start

    def start_window(self) -> StartWindow | None:
        """Return the start page's window if it is open."""
        return next((one for one in self.windows if isinstance(one, StartWindow)), None)

    def open_files(self, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        """Open files, each in its kind of window; what cannot be opened is told, and the rest is opened all the same."""
        from coverkit.gui.dialogs.messages import show_error

        for path in paths:
            try:
                self.open_file(path, parent)
            except CoverKitError as error:
                show_error(parent, error.message, error.remedy)

    def open_file(self, path: Path, parent: QWidget | None = None) -> None:
        """Open a file: a cover to edit it, a campaign to install it, any other to check it.

        Raises:
            InputError: it is damaged or refused.
        """
        match path.suffix.lower():
            case ".cover":
                self._open_cover_file(path, parent)
            case ".campaign":
                from coverkit.gui.dialogs.campaign import install_campaign

                install_campaign(self, parent, path)
            case _:
                from coverkit.gui.review.file_window import FileWindow

                self.show(FileWindow(self, path))

    def publish_campaign(self) -> None:
        """Open the window in which an issuing body makes a campaign."""
        from coverkit.gui.publish.publish_window import PublishWindow

        self.show(PublishWindow(self))

    def open_cover(self, project: Project, path: Path | None) -> OpenCover:
        """Open a cover in a window of its own.

        Raises:
            InputError: it cannot be composed.
            MissingError: a font or a picture is missing.
        """
        from coverkit.gui.editor import Editor

        editor = Editor(project, path)
        if path is not None:
            self.settings.remember(path)
            self.recent_changed()
        return self.show_cover(editor)

    def begin_cover(self, project: Project) -> OpenCover:
        """Open a cover that was made just now and lies in no file yet; raises as `open_cover` does."""
        opened = self.open_cover(project, None)
        opened.editor.session.mark_unsaved()
        opened.editor.history_changed.emit()
        return opened

    def recover(self, left: Left) -> OpenCover:
        """Open a cover that was left unsaved; raises as `open_cover` does."""
        from coverkit.gui.editor import Editor

        editor = Editor(left.open(), left.path)
        editor.session.mark_unsaved()
        opened = self.show_cover(editor)
        opened.filing.autosave.keep_now(lambda: self._rescued(left))
        return opened

    def show_cover(self, editor: Editor) -> OpenCover:
        """Show a window for an editor."""
        from coverkit.gui.filing import Filing
        from coverkit.gui.windows.cover_window import CoverWindow

        filing = Filing(self, editor)
        opened = OpenCover(editor, CoverWindow(self, editor), filing)
        self.covers.append(opened)
        self.show(opened.window)
        editor.start()
        return opened

    def edit_details(self, editor: Editor) -> None:
        """Show the details of an open cover and change what the person changes there."""
        from coverkit.gui.dialogs.details import DetailsDialog

        opened = next((one for one in self.covers if one.editor is editor), None)
        DetailsDialog(self, editor, None if opened is None else opened.window).exec()

    def cover_of(self, window: QWidget) -> OpenCover | None:
        """Return the cover that a window shows."""
        return next((one for one in self.covers if one.window is window), None)

    def show(self, window: QMainWindow) -> None:
        """Show a window and count it."""
        if window not in self.windows:
            self.windows.append(window)
            self.drops.watch(window)
        window.show()
        window.raise_()
        window.activateWindow()

    def may_close(self, window: QMainWindow) -> bool:
        """Ask about what a window has not saved; return whether it may be closed now."""
        opened = self.cover_of(window)
        return opened is None or opened.filing.may_close()

    def closed(self, window: QMainWindow) -> None:
        """Forget a window that was closed, and end what belongs to it."""
        opened = self.cover_of(window)
        if opened is not None:
            self.covers.remove(opened)
            opened.filing.close()
            opened.editor.close()
        if window in self.windows:
            self.windows.remove(window)
        window.deleteLater()

    def quit(self) -> None:
        """Close every window, as far as the person lets them."""
        if all(window.close() for window in list(self.windows)):
            self.application.quit()

    def recent_changed(self) -> None:
        """Have the start page show the recent files as they are now."""
        start = self.start_window()
        if start is not None:
            start.show_recent()

    def speak(self, language: str) -> None:
        """Speak another language from now on, in every window at once."""
        self.settings.put("language", language)
        i18n.activate(language)
        self.rebuild_soon()

    def wear(self, theme: str) -> None:
        """Wear another theme from now on: `light`, `dark` or `system`."""
        from coverkit.gui.launch import dress

        self.settings.put("theme", theme)
        dress(self.application, self.settings)
        self.rebuild_soon()

    def measure(self, unit: str) -> None:
        """Show lengths in another unit from now on, in every window at once: `mm`, `cm`, `in` or `pt`."""
        self.settings.put("length", unit)
        lengths.show_in(unit)
        self.rebuild_soon()

    def rebuild_soon(self) -> None:
        """Build all windows anew once the menu or dialog that asked for it is done."""
        QTimer.singleShot(0, self, self.rebuild)

    def rebuild(self) -> None:
        """Build all windows anew, in the language and theme as they are; what is open stays as it is."""
        from coverkit.gui.rebuilding import rebuild

        rebuild(self)

    def _rescued(self, left: Left) -> None:
        """Throw away what a dead program left, now that this one keeps the cover."""
        left.discard()
        start = self.start_window()
        if start is not None:
            start.reload()

    def _open_cover_file(self, path: Path, parent: QWidget | None) -> None:
        from coverkit.app.ahead import open_ahead
        from coverkit.gui.canvas.bitmaps import FIRST_SCALE
        from coverkit.gui.work.waiting import wait_for

        present = next((one for one in self.covers if _is_same(one.editor.path, path)), None)
        if present is not None:
            self.show(present.window)
            return
        project = wait_for(parent, tr("Opening “{name}” …", name=path.name), lambda: open_ahead(path, FIRST_SCALE))
        self.open_cover(project, path)


def _ask_unsaved(parent: QWidget, name: str) -> Answer:
    from coverkit.gui.dialogs.messages import ask_unsaved

    return ask_unsaved(parent, name)


def _is_same(one: Path | None, other: Path) -> bool:
    try:
        return one is not None and one.samefile(other)
    except OSError:
        return one == other
