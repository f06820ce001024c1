"""The window of one cover: canvas in the middle, panels around it, what is found in the status bar."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QToolBar

from coverkit.gui.actions import TOOL_BAR, Actions
from coverkit.gui.canvas import commands
from coverkit.gui.canvas.area import CanvasArea
from coverkit.gui.canvas.view import CanvasState
from coverkit.gui.dialogs.paste import pasted_text
from coverkit.gui.editor import Editor
from coverkit.gui.export.bindings import bind_export, hand_over, take_over
from coverkit.gui.file_actions import bind
from coverkit.gui.panels.around import Panels, PanelsView
from coverkit.gui.windows.sizes import fit_screen
from coverkit.gui.windows.status_bar import CoverStatusBar
from coverkit.i18n import tr
from coverkit.records import dataclass

if TYPE_CHECKING:
    from coverkit.gui.desk import Desk


@dataclass(frozen=True, slots=True)
class CoverView:
    """What a window that is built anew takes up from the one before."""

    panels: PanelsView
    canvas: CanvasState
    export: object


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
        """Return where the panels stand and what they show, what the canvas shows, and the export as it runs."""
        return CoverView(self.panels.state(), self.canvas.state(), hand_over(self))

    def take_up_view(self, state: object) -> None:
        """Show what the window before showed; what it had begun goes on."""
        if isinstance(state, CoverView):
            self.panels.take_up(state.panels)
            self.canvas.take_up(state.canvas)
            take_over(self, self.desk, self.editor, state.export)

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
