"""What the menus File, Window and Help do in a cover's window, bound to the table of actions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from coverkit import i18n
from coverkit.gui.actions import Actions
from coverkit.gui.theme.style import theme
from coverkit.i18n import tr

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk
    from coverkit.gui.editor import Editor


def bind(actions: Actions, window: QMainWindow, desk: Desk, editor: Editor) -> None:
    """Bind the actions that deal with files, windows, settings and help, and keep the window's title."""

    def filing_does(name: str) -> Callable[[], object]:
        def do() -> None:
            opened = desk.cover_of(window)
            if opened is not None:
                getattr(opened.filing, name)()

        return do

    for action_id, name in (("file.save", "save"), ("file.save_as", "save_as"), ("file.revert", "revert")):
        actions.bind(action_id, filing_does(name))
    actions.bind("file.new", lambda: desk.show_start().show_new())
    actions.bind("file.open", lambda: open_by_dialog(desk, window))
    actions.bind_menu("file.recent", recent_menu(desk, window))
    actions.bind("file.close", window.close)
    actions.bind("file.quit", desk.quit)
    actions.bind("file.setup", lambda: desk.edit_details(editor))
    actions.bind("window.start", desk.show_start)
    bind_everywhere(actions, window, desk)
    _keep_title(actions, window, editor)


def bind_everywhere(actions: Actions, window: QMainWindow, desk: Desk) -> None:
    """Bind the actions that need no cover."""
    actions.bind("file.import_campaign", lambda: _import_campaign(desk, window))
    actions.bind("file.publish", desk.publish_campaign)
    actions.bind("file.unit", lambda: _edit_units(desk, window))
    actions.bind("file.preferences", lambda: _edit_preferences(desk, window))
    actions.bind_toggle("window.dark", lambda on: desk.wear("dark" if on else "light"), theme().name == "dark")
    actions.bind("window.language", lambda: desk.speak("en" if i18n.language() == "vi" else "vi"))
    actions.bind("help.guide", lambda: show_guide(desk, window))
    actions.bind("help.shortcuts", lambda: _show_shortcuts(window))
    actions.bind("help.about", lambda: _show_about(window))


def open_by_dialog(desk: Desk, parent: QWidget | None) -> None:
    """Ask for files and open them, each in its kind of window."""
    from PySide6.QtWidgets import QFileDialog

    filters = ";;".join(
        (
            tr("Everything that CoverKit opens (*.cover *.campaign *.pdf)"),
            tr("Covers (*.cover)"),
            tr("Campaigns (*.campaign)"),
            tr("PDF files (*.pdf)"),
            tr("All files (*)"),
        )
    )
    chosen, _ = QFileDialog.getOpenFileNames(parent, tr("Open"), desk.settings.text("folder"), filters)
    if chosen:
        desk.settings.put("folder", str(Path(chosen[0]).parent))
        desk.open_files([Path(one) for one in chosen], parent)


def open_pdf_by_dialog(desk: Desk, parent: QWidget | None) -> None:
    """Ask for finished files and open them to check them."""
    from PySide6.QtWidgets import QFileDialog

    filters = f"{tr('PDF files (*.pdf)')};;{tr('All files (*)')}"
    chosen, _ = QFileDialog.getOpenFileNames(parent, tr("Open a PDF to check it"), desk.settings.text("folder"), filters)
    if chosen:
        desk.settings.put("folder", str(Path(chosen[0]).parent))
        desk.open_files([Path(one) for one in chosen], parent)


def recent_menu(desk: Desk, window: QWidget) -> QMenu:
    """Return a menu of the files opened last, made anew whenever it is shown."""
    menu = QMenu(window)
    menu.setToolTipsVisible(True)
    menu.aboutToShow.connect(lambda: _fill_recent(menu, desk, window))
    return menu


def _fill_recent(menu: QMenu, desk: Desk, window: QWidget) -> None:
    menu.clear()
    for path in desk.settings.recent:
        action = menu.addAction(path.name.replace("&", "&&"))
        action.setToolTip(str(path))
        action.setEnabled(path.is_file())
        action.triggered.connect(lambda checked=False, chosen=path: desk.open_files([chosen], window))
    if menu.isEmpty():
        menu.addAction(tr("Nothing was opened yet")).setEnabled(False)
        return
    menu.addSeparator()
    menu.addAction(tr("&Forget all of them")).triggered.connect(lambda checked=False: _forget(desk))


def _forget(desk: Desk) -> None:
    for path in desk.settings.recent:
        desk.settings.forget(path)
    desk.recent_changed()


def _keep_title(actions: Actions, window: QMainWindow, editor: Editor) -> None:
    def show() -> None:
        from coverkit.gui.filing import shown_name

        dirty = editor.session.dirty
        window.setWindowTitle(tr("{name}[*] – CoverKit", name=shown_name(editor.path, editor.document)))
        window.setWindowFilePath(str(editor.path or ""))
        window.setWindowModified(dirty)
        actions["file.revert"].setEnabled(editor.path is not None and dirty)

    editor.history_changed.connect(show)
    editor.path_changed.connect(lambda path: show())
    show()


def show_guide(desk: Desk, parent: QWidget | None) -> None:
    """Show the guide."""
    from coverkit.gui.dialogs.guide import show_guide

    show_guide(desk)


def _import_campaign(desk: Desk, parent: QWidget) -> None:
    from coverkit.gui.dialogs.campaign import install_by_dialog

    install_by_dialog(desk, parent)


def _edit_units(desk: Desk, parent: QWidget) -> None:
    from coverkit.gui.dialogs.units import UnitsDialog

    UnitsDialog(desk, parent).exec()


def _edit_preferences(desk: Desk, parent: QWidget) -> None:
    from coverkit.gui.dialogs.preferences import PreferencesDialog

    PreferencesDialog(desk, parent).exec()


def _show_shortcuts(parent: QWidget) -> None:
    from coverkit.gui.dialogs.shortcuts import ShortcutsDialog

    ShortcutsDialog(parent).exec()


def _show_about(parent: QWidget) -> None:
    from coverkit.gui.dialogs.about import AboutDialog

    AboutDialog(parent).exec()
