"""The window of one cover: canvas in the middle, panels around it, what is found in the status bar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QToolBar

from coverkit.gui.actions import TOOL_BAR, Actions
from coverkit.gui.canvas import commands
from coverkit.gui.canvas.area import CanvasArea
from coverkit.gui.canvas.view import CanvasState
from coverkit.gui.dialogs.paste import pasted_text
from coverkit.gui.editor import Editor
from coverkit.gui.export.bindings import bind_export
from coverkit.gui.file_actions import bind
from coverkit.gui.panels.around import Panels
from coverkit.gui.windows.sizes import fit_screen
from coverkit.gui.windows.status_bar import CoverStatusBar
from coverkit.i18n import tr

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk


class CoverWindow(QMainWindow):
    """One cover. The editor belongs to the window and is closed with it."""

    def __init__(self, desk: Desk, editor: Editor) -> None:
        super().__init__()
        self.desk = desk
        self.editor = editor
        self.actions_ = Actions(self)
        area = CanvasArea(editor, self)
        self.canvas = area.canvas
        self.canvas.text_from = partial(pasted_text, self)
        self.setCentralWidget(area)
        bind(self.actions_, self, desk, editor)
        bind_export(self.actions_, self, desk, editor)
        self.actions_.fill(self)
        self._fill_tool_bar()
        self.panels = Panels(self, editor, self.actions_, desk.settings)
        commands.bind(self.actions_, self.canvas, editor, desk.settings)
        status_bar = CoverStatusBar(editor, self.canvas, self)
        status_bar.checks_wanted.connect(lambda: self.panels.docks.show("checks"))
        self.setStatusBar(status_bar)
        fit_screen(self, 1440, 900)
        self.panels.docks.take_up()

    def view_state(self) -> object:
        """Return where the panels stand, and what the canvas shows."""
        return self.panels.state(), self.canvas.state()

    def take_up_view(self, state: object) -> None:
        """Put the panels where they stood in the window before, and show what its canvas showed."""
        match state:
            case (QByteArray() as panels, CanvasState() as shown):
                self.panels.take_up(panels)
                self.canvas.take_up(shown)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about what was not saved; the desk ends what belongs to the cover."""
        if not self.desk.may_close(self):
            event.ignore()
            return
        self.panels.docks.remember()
        self.desk.closed(self)
        event.accept()

    def _fill_tool_bar(self) -> None:
        bar = QToolBar(tr("Tools"), self)
        bar.setObjectName("tools")
        bar.setMovable(False)
        for name in TOOL_BAR:
            if name:
                bar.addAction(self.actions_[name])
            else:
                bar.addSeparator()
        self.addToolBar(bar)
