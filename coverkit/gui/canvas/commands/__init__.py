"""What the menus Edit, Object and View do on the canvas, bound to the table of actions in one place."""

from __future__ import annotations

from coverkit.gui.actions import Actions
from coverkit.gui.canvas.canvas import Canvas
from coverkit.gui.canvas.commands.context_menu import ContextMenu
from coverkit.gui.canvas.commands.editing import EditCommands
from coverkit.gui.canvas.commands.objects import ObjectCommands
from coverkit.gui.canvas.commands.views import ViewCommands
from coverkit.gui.canvas.drops import PageDrops
from coverkit.gui.editor import Editor
from coverkit.gui.settings import Settings

__all__ = ["bind"]


def bind(actions: Actions, canvas: Canvas, editor: Editor, settings: Settings) -> None:
    """Bind every action of the canvas, its context menu, drops, and what its keys ask the window for."""
    editing = EditCommands(canvas, editor)
    objects = ObjectCommands(canvas, editor, settings)
    editing.bind(actions)
    objects.bind(actions)
    ViewCommands(canvas, settings).bind(actions)
    canvas.menu_wanted.connect(ContextMenu(canvas, actions).show)
    canvas.paste_wanted.connect(editing.paste)
    canvas.slogan_wanted.connect(objects.choose_slogan)
    canvas.picture_wanted.connect(objects.choose_picture)
    PageDrops(canvas)
