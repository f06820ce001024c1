"""Zoom, overlays, guides, proof views."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QActionGroup

from coverkit.gui.actions import Actions
from coverkit.gui.canvas.canvas import Canvas
from coverkit.gui.canvas.steps import guiding
from coverkit.gui.canvas.view import Flag, Mode
from coverkit.gui.settings import Settings

_FLAGS: dict[Flag, str] = {
    "rulers": "view.rulers",
    "guides": "view.guides",
    "snap": "view.snap",
    "bleed": "view.overlay_bleed",
    "safe": "view.overlay_safe",
    "clear": "view.overlay_clear",
    "locks": "view.overlay_locks",
    "findings": "view.overlay_findings",
}
_MODES: dict[Mode, str] = {
    "proof": "view.proof",
    "c": "view.plate_c",
    "m": "view.plate_m",
    "y": "view.plate_y",
    "k": "view.plate_k",
    "ink": "view.ink",
}


class ViewCommands:
    """The menu View. Overlays are remembered between starts; the kind of proof and the trimmed preview are not."""

    def __init__(self, canvas: Canvas, settings: Settings) -> None:
        self._canvas = canvas
        self._settings = settings

    def bind(self, actions: Actions) -> None:
        """Bind the actions."""
        navigation, view = self._canvas.navigation, self._canvas.view
        actions.bind("view.zoom_in", lambda: navigation.zoom_by(1))
        actions.bind("view.zoom_out", lambda: navigation.zoom_by(-1))
        actions.bind("view.fit", navigation.fit)
        actions.bind("view.actual", navigation.actual)
        actions.bind("view.selection", navigation.zoom_to_selection)
        actions.bind("view.clear_guides", lambda: self._canvas.editor.perform(guiding(())))
        actions.bind_toggle("view.preview", partial(view.switch, "preview"), view.is_on("preview"))
        for flag, action_id in _FLAGS.items():
            view.switch(flag, self._settings.flag(f"view.{flag}", view.is_on(flag)))
            actions.bind_toggle(action_id, partial(self._switch, flag), view.is_on(flag))
        group = QActionGroup(self._canvas)
        for mode, action_id in _MODES.items():
            group.addAction(actions[action_id])
            actions.bind_toggle(action_id, partial(self._show, mode), view.mode == mode)
        view.changed.connect(lambda: self._follow(actions))
        self._follow(actions)

    def _switch(self, flag: Flag, on: bool) -> None:
        self._canvas.view.switch(flag, on)
        self._settings.put(f"view.{flag}", on)

    def _show(self, mode: Mode, on: bool) -> None:
        if on:
            self._canvas.view.set_mode(mode)

    def _follow(self, actions: Actions) -> None:
        """Let the menu say what is shown: guides become visible when one is drawn."""
        view = self._canvas.view
        for flag, action_id in _FLAGS.items():
            actions[action_id].setChecked(view.is_on(flag))
        actions["view.preview"].setChecked(view.is_on("preview"))
        actions[_MODES[view.mode]].setChecked(True)
        actions["view.clear_guides"].setEnabled(bool(view.guides))
