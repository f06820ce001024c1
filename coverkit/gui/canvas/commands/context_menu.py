"""The context menu of what lies under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from coverkit.gui.actions import Actions
from coverkit.gui.canvas import picking
from coverkit.gui.canvas.canvas import Canvas
from coverkit.i18n import tr

_ELEMENT = (
    ("object.edit", "object.crop", "object.fill_frame", "object.reset_place"),
    ("edit.cut", "edit.copy", "edit.paste", "edit.duplicate", "edit.delete"),
    ("object.front", "object.forward", "object.backward", "object.back"),
    ("object.hide", "object.show_all"),
    ("view.selection",),
)
_TEXT = (("edit.cut", "edit.copy", "edit.paste"), ("edit.select_all",))
_PAGE = (
    ("edit.paste", "edit.select_all"),
    ("object.text", "object.picture"),
    ("object.show_all",),
    ("view.fit", "view.preview"),
)


class ContextMenu:
    """Shows those actions of the window that make sense."""

    def __init__(self, canvas: Canvas, actions: Actions) -> None:
        self._canvas = canvas
        self._actions = actions

    def show(self, place: QPoint) -> None:
        """Show the menu at a place of the screen."""
        menu = self.menu(place)
        menu.exec(place)
        menu.deleteLater()

    def menu(self, place: QPoint) -> QMenu:
        """Return the menu for a place of the screen."""
        canvas = self._canvas
        menu = QMenu(canvas)
        writing, chosen = canvas.writing is not None, bool(canvas.editor.selection)
        for group in _TEXT if writing else _ELEMENT if chosen else _PAGE:
            for action_id in group:
                action = self._actions[action_id]
                if action.isEnabled():
                    menu.addAction(action)
            menu.addSeparator()
        if not writing:
            self._add_below(menu, place)
        return menu

    def _add_below(self, menu: QMenu, place: QPoint) -> None:
        """Offer everything that lies under the pointer."""
        canvas = self._canvas
        spot = canvas.mapFromGlobal(place)
        hit = picking.at(canvas.editor.cover, canvas.viewport.page(spot.x(), spot.y()))
        if len(hit) < 2:
            return
        below = menu.addMenu(tr("Select here"))
        for name in hit:
            one = canvas.editor.placed(name)
            action = below.addAction((one.name if one is not None else name).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(name in canvas.editor.selection)
            action.triggered.connect(lambda checked=False, chosen=name: canvas.editor.select((chosen,)))
