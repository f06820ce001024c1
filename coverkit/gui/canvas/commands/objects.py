"""Add, edit, hide, order, align; choose a slogan or a picture."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import get_args

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu

from coverkit.geometry import Rect
from coverkit.gui.actions import Actions
from coverkit.gui.canvas.arrange import Alignment, aligned, distributed
from coverkit.gui.canvas.arrivals import ENDINGS, empty_frame
from coverkit.gui.canvas.canvas import Canvas
from coverkit.gui.canvas.contents import picture_of, value_of
from coverkit.gui.canvas.creation import new_element, new_text
from coverkit.gui.canvas.focus_keys import only_there
from coverkit.gui.canvas.steps import adding, hiding, placing, reordering, setting, showing, together, turning
from coverkit.gui.canvas.tools.writing_tool import WriteTool
from coverkit.gui.editor import Editor
from coverkit.gui.settings import Settings
from coverkit.i18n import tr
from coverkit.model.document import SLOT_KIND, Element
from coverkit.model.edits import Edit
from coverkit.records import replace

_ALIGNMENTS: tuple[Alignment, ...] = get_args(Alignment)
_NEEDS_SELECTION = (
    "edit",
    "reset_place",
    "hide",
    "front",
    "forward",
    "backward",
    "back",
    *(f"align_{one}" for one in _ALIGNMENTS),
)


class ObjectCommands:
    """The menu Object."""

    def __init__(self, canvas: Canvas, editor: Editor, settings: Settings) -> None:
        self._canvas = canvas
        self._editor = editor
        self._settings = settings

    def bind(self, actions: Actions) -> None:
        """Bind the actions."""
        actions.bind("object.text", self.add_text)
        actions.bind("object.picture", lambda: self._ask_picture(None))
        actions.bind("file.place_picture", self.place_picture)
        actions.bind("object.panel", lambda: self._add(new_element(self._editor.cover, "panel", self._canvas.centre())))
        actions.bind("object.line", lambda: self._add(new_element(self._editor.cover, "line", self._canvas.centre())))
        actions.bind("object.edit", self._canvas.edit)
        actions.bind("object.crop", self._canvas.crop)
        actions.bind("object.fill_frame", self.fill_frame)
        actions.bind("object.reset_place", self.reset_place)
        actions.bind("object.hide", self.hide)
        actions.bind("object.show_all", self.show_all)
        for name, place in (("front", _front), ("forward", _forward), ("backward", _backward), ("back", _back)):
            actions.bind(f"object.{name}", partial(self._order, place))
        for alignment in _ALIGNMENTS:
            actions.bind(f"object.align_{alignment}", partial(self._align, alignment))
        actions.bind("object.distribute_across", lambda: self._place(self._distributed("across")))
        actions.bind("object.distribute_down", lambda: self._place(self._distributed("down")))
        # Enter presses buttons and ends fields elsewhere in the window; only on the page it edits what is selected.
        only_there(actions["object.edit"], self._canvas, QKeySequence("Return"), QKeySequence("Enter"))
        self._editor.selected.connect(lambda ids: self._enable(actions))
        self._editor.composed.connect(lambda cover: self._enable(actions))
        self._enable(actions)

    def add_text(self) -> None:
        """Add a text and write in it."""
        element = new_text(self._editor.cover, self._canvas.centre())
        if self._add(element):
            self._canvas.setFocus()
            self._canvas.take(WriteTool(self._canvas, element.id))

    def place_picture(self) -> None:
        """Choose a picture for the selected frame, else for the first empty one, else beside all others."""
        one = self._canvas.single()
        is_frame = one is not None and one.kind == "picture"
        self._ask_picture(one.id if one is not None and is_frame else empty_frame(self._editor.cover))

    def choose_picture(self, element_id: str) -> None:
        """Choose a picture for a frame."""
        self._ask_picture(element_id)

    def choose_slogan(self, element_id: str) -> None:
        """Show the campaign's slogans that hold on the issue date, and set the one that is chosen."""
        menu = self.slogan_menu(element_id)
        one = self._editor.placed(element_id)
        box = self._canvas.viewport.window(one.box) if one is not None else Rect(0, 0, 0, 0)
        menu.exec(self._canvas.mapToGlobal(QPoint(round(box.x), round(box.bottom))))
        menu.deleteLater()

    def slogan_menu(self, element_id: str) -> QMenu:
        """Return the menu of slogans."""
        cover = self._editor.cover
        menu = QMenu(self._canvas)
        slogans = cover.campaign.slogans_for(cover.document.issue.date) if cover.campaign is not None else ()
        if not slogans:
            menu.addAction(tr("The campaign has no slogan for this issue date")).setEnabled(False)
            return menu
        known = value_of(cover, element_id, "slogan") or slogans[0].id
        menu.addSection(tr("Slogans for {date}", date=f"{cover.document.issue.date:%d/%m/%Y}"))
        for slogan in slogans:
            action = menu.addAction(slogan.text)
            action.setCheckable(True)
            action.setChecked(known in (slogan.id, slogan.text))
            action.triggered.connect(lambda checked=False, chosen=slogan.id: self._set_slogan(element_id, chosen))
            if action.isChecked():
                menu.setActiveAction(action)
        return menu

    def fill_frame(self) -> None:
        """Show as much of the picture as the frame allows, from its middle."""
        one = self._canvas.single()
        value = picture_of(self._editor.cover, one.id) if one is not None else None
        if one is not None and value is not None:
            fresh = replace(value, zoom=1.0, focus_x=0.5, focus_y=0.5)
            self._editor.perform(setting(one.id, {"picture": fresh}))

    def reset_place(self) -> None:
        """Put elements of the design back where it has them."""
        slots = [one for one in self._editor.selection if self._editor.cover.design.slot(one) is not None]
        parts: list[Edit] = [edit for one in slots for edit in (placing(one, None), turning(one, None))]
        if parts:
            self._editor.perform(together(parts, tr("Put back where the design has it")))

    def hide(self) -> None:
        """Take what is selected off the page."""
        ids = self._editor.selection
        name = "" if len(ids) == 1 else tr("Hide {count} elements", count=len(ids))
        if ids and self._editor.perform(together([hiding(one) for one in ids], name)):
            self._editor.select(())

    def show_all(self) -> None:
        """Put everything hidden back."""
        hidden = [one.id for one in self._editor.document.elements if one.hidden]
        if hidden and self._editor.perform(together([showing(one) for one in hidden], tr("Show everything hidden"))):
            self._editor.select(hidden)

    def _add(self, element: Element) -> bool:
        self._canvas.end_tool()
        if not self._editor.perform(adding(element)):
            return False
        self._editor.select((element.id,))
        return True

    def _set_slogan(self, element_id: str, slogan: str) -> None:
        self._editor.perform(setting(element_id, {"slogan": slogan}))

    def _ask_picture(self, frame: str | None) -> None:
        if frame is not None and not self._editor.cover.permissions.of(frame).content_open:
            self._canvas.tell_lock((frame,), "content")
            return
        endings = " ".join(f"*{one}" for one in ENDINGS)
        filters = f"{tr('Pictures')} ({endings})"
        chosen, _ = QFileDialog.getOpenFileName(self._canvas, tr("Place a picture"), self._settings.text("pictures"), filters)
        if chosen:
            self._settings.put("pictures", str(Path(chosen).parent))
            self._canvas.arrivals.files([Path(chosen)], self._canvas.centre(), frame)

    def _order(self, place: Callable[[int, int], int]) -> None:
        free = [one.id for one in self._editor.document.elements if one.kind != SLOT_KIND]
        chosen = [one for one in free if one in self._editor.selection]
        if not chosen:
            if self._editor.selection:
                message = tr("The design keeps the order of its own elements.")
                self._editor.refused.emit(message, tr("What you added yourself can be brought forward and sent back."))
            return
        parts = [reordering(one, place(free.index(one), len(free))) for one in _in_order(chosen, place)]
        self._editor.perform(together(parts))

    def _align(self, alignment: Alignment) -> None:
        ids = self._editor.selection
        boxes = self._boxes(self._canvas.movable(ids))
        if not boxes:
            self._canvas.tell_lock(ids)
            return
        last = self._editor.placed(ids[-1])
        to_page = len(ids) == 1 or last is None
        key = self._editor.cover.scene.trim if to_page or last is None else last.box.rotated_bounds(last.angle)
        self._place(aligned(boxes, alignment, key))

    def _distributed(self, direction: str) -> dict[str, Rect]:
        boxes = self._boxes(self._canvas.movable(self._editor.selection))
        if not boxes and self._editor.selection:
            self._canvas.tell_lock(self._editor.selection)
        return distributed(boxes, "across" if direction == "across" else "down")

    def _boxes(self, ids: tuple[str, ...]) -> dict[str, Rect]:
        """Return the upright bounds of elements."""
        return {one.id: one.box.rotated_bounds(one.angle) for one in self._editor.cover.placed if one.id in ids}

    def _place(self, bounds: dict[str, Rect]) -> None:
        """Move elements so that their upright bounds lie where told."""
        parts: list[Edit] = []
        for one in self._editor.cover.placed:
            if one.id in bounds:
                before = one.box.rotated_bounds(one.angle)
                box = one.box.moved(bounds[one.id].x - before.x, bounds[one.id].y - before.y)
                limits = self._editor.cover.permissions.of(one.id).bounds
                parts.append(placing(one.id, limits.nearest(box) if limits is not None else box))
        if parts:
            self._editor.perform(together(parts, tr("Align")))

    def _enable(self, actions: Actions) -> None:
        count, one = len(self._editor.selection), self._canvas.single()
        for name in _NEEDS_SELECTION:
            actions[f"object.{name}"].setEnabled(count > 0)
        for name in ("across", "down"):
            actions[f"object.distribute_{name}"].setEnabled(count > 2)
        has_picture = one is not None and picture_of(self._editor.cover, one.id) is not None
        for name in ("crop", "fill_frame"):
            actions[f"object.{name}"].setEnabled(has_picture)


def _front(index: int, count: int) -> int:
    return count


def _forward(index: int, count: int) -> int:
    return index + 1


def _backward(index: int, count: int) -> int:
    return max(0, index - 1)


def _back(index: int, count: int) -> int:
    return 0


def _in_order(chosen: list[str], place: Callable[[int, int], int]) -> list[str]:
    """Return elements in the order in which moving one by one keeps their own order."""
    return list(reversed(chosen)) if place in (_forward, _back) else chosen
