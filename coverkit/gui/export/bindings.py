"""What `file.export`, `file.print`, `check.report` and `check.file` do in a cover's window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMainWindow

from coverkit.gui.actions import Actions
from coverkit.gui.dialogs.messages import show_error
from coverkit.gui.editor import Editor
from coverkit.i18n import tr

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk


def bind_export(actions: Actions, window: QMainWindow, desk: Desk, editor: Editor) -> None:
    """Bind the actions; what they need is loaded when they are first used."""
    actions.bind("file.export", lambda: show_export(window, desk, editor))
    actions.bind("file.print", lambda: _print(window, editor))
    actions.bind("check.report", lambda: _ask_report(window, editor))
    actions.bind("check.file", lambda: _check_file(window, desk))


def show_export(window: QMainWindow, desk: Desk, editor: Editor) -> QMainWindow | object:
    """Show the export dialog of a window, the one that is open already if there is one."""
    from coverkit.gui.export.dialog import ExportDialog

    dialog = window.findChild(ExportDialog)
    if dialog is None:
        dialog = ExportDialog(editor, desk.settings, window)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
    return dialog


def hand_over(window: QMainWindow) -> object:
    """Let go of the export dialog of a window that is built anew, as far as it stands; None where none is shown."""
    from coverkit.gui.export.dialog import ExportDialog

    dialog = window.findChild(ExportDialog)
    return dialog.hand_over() if dialog is not None and dialog.isVisible() else None


def take_over(window: QMainWindow, desk: Desk, editor: Editor, before: object) -> None:
    """Show the export dialog of another window again: what runs goes on."""
    from coverkit.gui.export.dialog import ExportDialog, Handover

    if isinstance(before, Handover):
        ExportDialog(editor, desk.settings, window, before).show()


def _print(window: QMainWindow, editor: Editor) -> None:
    from coverkit.gui.export.printing import print_cover

    print_cover(editor, window)


def _check_file(window: QMainWindow, desk: Desk) -> None:
    from coverkit.gui.file_actions import open_pdf_by_dialog

    open_pdf_by_dialog(desk, window)


def _ask_report(window: QMainWindow, editor: Editor) -> None:
    from coverkit.gui.export.presets import suggested_stem

    folder = editor.path.parent if editor.path is not None else Path.home()
    suggestion = folder / tr("{name}-report.html", name=suggested_stem(editor.document))
    chosen, _ = QFileDialog.getSaveFileName(
        window, tr("Save the report"), str(suggestion), "HTML (*.html);;PDF (*.pdf);;JSON (*.json);;TXT (*.txt)"
    )
    if chosen:
        path = Path(chosen)
        save_cover_report(window, editor, path if path.suffix else path.with_suffix(".html"))


def save_cover_report(window: QMainWindow, editor: Editor, path: Path) -> None:
    """Check the cover as it is and write the report, in the background."""
    from coverkit.errors import UsageError
    from coverkit.gui.export.cover_report import write_cover_report
    from coverkit.report.files import ending_of

    try:
        ending_of(path)
    except UsageError as error:
        show_error(window, error.message, error.remedy)
        return
    project, name = editor.session.project, editor.path
    editor.in_background("report", lambda task: write_cover_report(project, name, path), lambda nothing: None, 1)
