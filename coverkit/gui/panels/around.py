"""The five panels of a cover's window with their docks, and the actions that belong to them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from coverkit.gui.actions import Actions
from coverkit.gui.editor import Editor
from coverkit.gui.panels.campaign_panel import CampaignPanel
from coverkit.gui.panels.checks.panel import ChecksPanel
from coverkit.gui.panels.docks import Docks
from coverkit.gui.panels.history_panel import HistoryPanel, UndoActions
from coverkit.gui.panels.inspector.panel import InspectorPanel
from coverkit.gui.panels.objects.panel import ObjectsPanel
from coverkit.gui.panels.panel import Panel
from coverkit.gui.settings import Settings
from coverkit.records import dataclass

_ARRANGING = (
    "object.align_left",
    "object.align_centre",
    "object.align_right",
    "object.align_top",
    "object.align_middle",
    "object.align_bottom",
    "object.distribute_across",
    "object.distribute_down",
)


@dataclass(frozen=True, slots=True)
class PanelsView:
    """Where the panels stand, and search and filter of the list of checks."""

    docks: QByteArray
    search: str
    filter: int


class Panels:
    """Makes the panels, puts them around the canvas, and binds `edit.undo`, `edit.redo`, `check.*` and `window.*` of panels."""

    def __init__(self, window: QMainWindow, editor: Editor, actions: Actions, settings: Settings) -> None:
        details = actions["file.setup"].trigger
        self.objects = ObjectsPanel(editor)
        self.inspector = InspectorPanel(editor, details, [actions[name] for name in _ARRANGING])
        self.campaign = CampaignPanel(editor, details)
        self.checks = ChecksPanel(editor, settings)
        self.history = HistoryPanel(editor)
        panels: dict[str, Panel] = {
            "objects": self.objects,
            "inspector": self.inspector,
            "campaign": self.campaign,
            "checks": self.checks,
            "history": self.history,
        }
        self.docks = Docks(
            window,
            {name: (_title(actions, name), panel) for name, panel in panels.items()},
            settings,
        )
        for panel in panels.values():
            panel.left.connect(partial(_to_page, window))
        self.undo = UndoActions(editor, actions)
        self.docks.bind(actions)
        self._bind_checks(actions)

    def state(self) -> PanelsView:
        """Return where the panels stand, and what is searched for in them."""
        checks = self.checks
        return PanelsView(self.docks.state(), checks.search.text(), checks.filter.currentIndex())

    def take_up(self, view: PanelsView) -> None:
        """Put the panels where they stood in another window, and show in them what was shown there."""
        self.docks.take_up_state(view.docks)
        self.checks.search.setText(view.search)
        self.checks.filter.setCurrentIndex(view.filter)

    def _bind_checks(self, actions: Actions) -> None:
        checks = self.checks
        actions.bind("check.next", lambda: self._step(1))
        actions.bind("check.previous", lambda: self._step(-1))
        actions.bind("check.mend", checks.mend_current)
        actions.bind("check.mend_all", checks.mend_everything)
        actions.bind("check.waive", checks.waive_current)
        actions.bind("check.questions", checks.ask)

    def _step(self, by: int) -> None:
        self.docks.show("checks")
        self.checks.step(by)


def _title(actions: Actions, name: str) -> str:
    """Return what a panel is called: as its action in the menu."""
    return actions[f"window.{name}"].text().replace("&", "")


def _to_page(window: QMainWindow) -> None:
    page = window.centralWidget()
    if page is not None:
        page.setFocus()
