"""The canvas: the page as it prints, made of the very PDF, and what is done to it with mouse and keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from coverkit.errors import LockedError
from coverkit.geometry import Point, Rect
from coverkit.gui.canvas import contents, painting, picking
from coverkit.gui.canvas.arrivals import Arrivals
from coverkit.gui.canvas.bitmaps import PageBitmaps
from coverkit.gui.canvas.densitometer import Densitometer
from coverkit.gui.canvas.describing import describe
from coverkit.gui.canvas.finding_marks import FindingMarks
from coverkit.gui.canvas.navigation import Navigation
from coverkit.gui.canvas.note import Note
from coverkit.gui.canvas.pointer import Pointer
from coverkit.gui.canvas.tools.cropping import CropTool
from coverkit.gui.canvas.tools.guiding import GuideDrag
from coverkit.gui.canvas.tools.placing import PlacingDrag
from coverkit.gui.canvas.tools.selecting import SelectTool
from coverkit.gui.canvas.tools.tool import Tool
from coverkit.gui.canvas.tools.writing_tool import WriteTool
from coverkit.gui.canvas.view import CanvasState, View
from coverkit.gui.canvas.viewport import Viewport
from coverkit.gui.editor import Editor
from coverkit.gui.theme.style import theme
from coverkit.i18n import tr
from coverkit.layout.cover import Cover, Placed
from coverkit.model.guard import demand
from coverkit.model.locks import Lock
from coverkit.records import replace


class Canvas(QWidget):
    """The page on its pasteboard."""

    viewport_changed = Signal()
    """The page lies elsewhere, or is shown larger or smaller."""
    pointed = Signal(object)
    """Where the pointer is on the page (`geometry.Point`), or None when it left."""
    inked = Signal(object)
    """The inks under the pointer (`densitometer.Inks`), or None."""
    resolved = Signal(object)
    """The effective ppi of the selected picture, or None."""
    tool_changed = Signal(str)
    """`select`, `crop` or `write`."""
    busy = Signal(str)
    """What is being waited for; "" when it is there."""
    menu_wanted = Signal(QPoint)
    """A context menu is asked for, at a place of the screen."""
    paste_wanted = Signal()
    """Ctrl+V was pressed while a text is written."""
    slogan_wanted = Signal(str)
    """Another slogan is to be chosen for an element."""
    picture_wanted = Signal(str)
    """A picture is to be chosen for a frame."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.view = View(self)
        self.navigation = Navigation(self)
        self.bitmaps = PageBitmaps(editor, self._bitmap_came)
        self.densitometer = Densitometer(editor, self._tell_ink)
        self.marks = FindingMarks()
        self.arrivals = Arrivals(self)
        self.note = Note(self)
        self.text_from: Callable[[QMimeData], str | None] = plain_text
        self._target = ""
        self._settling: Callable[[QPainter], bool] | None = None
        self._last = QPoint(0, 0)
        self._select = SelectTool(self)
        self._tool: Tool = self._select
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setMinimumSize(160, 120)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, True)
        self.setAccessibleName(tr("Cover page"))
        self.view.set_guides(tuple((one.axis, one.at) for one in editor.document.guides))
        self._listen()
        self._describe()

    def _listen(self) -> None:
        editor = self.editor
        editor.composed.connect(self._composed)
        editor.selected.connect(self._selected)
        editor.checked.connect(self._checked)
        editor.check_began.connect(self._outdated)
        editor.refused.connect(self._refused)
        editor.pointed_out.connect(self.point_out)
        self.view.changed.connect(self._view_changed)
        theme().changed.connect(self.update)

    # --- what others ask -------------------------------------------------------------------------------------------

    @property
    def viewport(self) -> Viewport:
        """How the page lies in the window."""
        return self.navigation.viewport

    @property
    def device_scale(self) -> float:
        """Device pixels per mm."""
        return self.viewport.scale * self.devicePixelRatio()

    @property
    def tool(self) -> Tool:
        """The tool at work."""
        return self._tool

    @property
    def writing(self) -> WriteTool | None:
        """The text that is being written, or None."""
        return self._tool if isinstance(self._tool, WriteTool) else None

    def single(self) -> Placed | None:
        """Return the selected element where exactly one is."""
        selection = self.editor.selection
        return self.editor.placed(selection[0]) if len(selection) == 1 else None

    def shown_as_dragged(self) -> tuple[Placed, ...]:
        """Return what is on the page, what is dragged where the pointer has it."""
        placed, drag = self.editor.cover.placed, self._select.drag
        if not isinstance(drag, PlacingDrag) or not drag.moved:
            return placed
        return tuple(
            replace(one, box=drag.boxes[one.id], angle=drag.angles[one.id]) if one.id in drag.boxes else one for one in placed
        )

    def movable(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Return those of the elements whose place is open."""
        permissions = self.editor.cover.permissions
        return tuple(one for one in ids if permissions.of(one).place_open)

    def ppi_of(self, element_id: str) -> float | None:
        """Return the effective resolution of a frame's picture."""
        return contents.ppi_of(self.editor.cover, element_id)

    def centre(self) -> Point:
        """Return the place of the page in the middle of the window, kept on the page."""
        page, middle = self.editor.cover.scene.trim, self.viewport.page(self.width() / 2, self.height() / 2)
        return Point(min(max(middle.x, 0.0), page.width), min(max(middle.y, 0.0), page.height))

    def state(self) -> CanvasState:
        """Return what it shows, for another canvas of the same cover."""
        return self.view.state(self.navigation.kept)

    def take_up(self, state: CanvasState) -> None:
        """Show what another canvas showed."""
        self.view.take_up(state)
        self.navigation.take_up(state.viewport)

    # --- what others let it do ---------------------------------------------------------------------------------------

    def edit(self, at: Pointer | None = None) -> None:
        """Edit what the selected element holds: write its text, crop its picture, choose its slogan."""
        one = self.single()
        if one is None:
            return
        if not self.editor.cover.permissions.of(one.id).content_open:
            self.tell_lock((one.id,), "content")
            return
        match one.kind:
            case "text":
                self.take(WriteTool(self, one.id, at))
            case "picture" if contents.picture_of(self.editor.cover, one.id) is not None:
                self.take(CropTool(self, one.id))
            case "picture":
                self.picture_wanted.emit(one.id)
            case "slogan":
                self.slogan_wanted.emit(one.id)

    def crop(self) -> None:
        """Crop the picture of the selected frame, or end it."""
        one = self.single()
        if isinstance(self._tool, CropTool):
            self.end_tool()
        elif one is not None and one.kind == "picture":
            self.edit()

    def take(self, tool: Tool) -> None:
        """Work with another tool."""
        self._tool.leave()
        self._tool = tool
        self.tool_changed.emit(tool.name)
        self.update()

    def end_tool(self) -> None:
        """Go back to selecting."""
        if self._tool is not self._select:
            self.take(self._select)

    def begin_guide(self, at: Pointer, axis: str) -> None:
        """Draw a guide out of a ruler."""
        self.end_tool()
        self._select.begin(GuideDrag(self, at, "x" if axis == "x" else "y"))

    def drag_to(self, at: Pointer) -> None:
        """Go on with a drag that began in a ruler."""
        self._tool.move(at)

    def drop_at(self, at: Pointer) -> None:
        """End a drag that began in a ruler."""
        self._tool.release(at)

    def tell_lock(self, ids: Iterable[str], lock: Lock = "place") -> None:
        """Say near the pointer why an element does not move or change."""
        for one in ids:
            try:
                demand(self.editor.cover.permissions, one, lock)
            except LockedError as error:
                self.editor.refused.emit(error.message, error.remedy)
                return

    def settle_page(self, page: Callable[[QPainter], bool] | None) -> None:
        """Draw the page as it was dropped until its own bitmap is there."""
        self._settling = page
        self._look()
        self.update()

    def point_out(self, finding: object) -> None:
        """Show where a finding is."""
        self.marks.pointed = finding  # type: ignore[assignment]  # Qt's signals carry objects; only findings are sent
        box = self.marks.place_of(self.marks.pointed, self.editor.cover) if self.marks.pointed is not None else None
        if box is not None:
            self.navigation.show(box)
        if self.marks.pointed is not None and self.marks.pointed.problem.element:
            self.editor.select((self.marks.pointed.problem.element,))
        self.update()

    @property
    def target(self) -> str:
        """The frame that takes what is dragged over the page; "" for none."""
        return self._target

    def show_target(self, element_id: str | None) -> None:
        """Show which frame would take what is dragged over the page."""
        self._target = element_id or ""
        self.update()

    def show_caret(self, box: Rect) -> None:
        """Bring the caret into sight."""
        shown = self.viewport.window(box)
        if not Rect(8, 8, self.width() - 16, self.height() - 16).contains(shown):
            self.navigation.show(box)

    def paste(self) -> None:
        """Ask the window for what is on the clipboard."""
        self.paste_wanted.emit()

    # --- events ----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw everything."""
        painter = QPainter(self)
        drag = self._select.drag if self._tool is self._select else None
        page = drag.paint_page if drag is not None else self._settling
        painting.paint(painter, self, page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page in sight."""
        self.navigation.resized(event.oldSize(), event.size())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pan, or give it to the tool."""
        self._last = event.position().toPoint()
        self.note.hide()
        if self.navigation.press(event):
            return
        if event.button() == Qt.MouseButton.LeftButton:
            self._tool.press(Pointer.of(event, self.viewport))
        elif event.button() == Qt.MouseButton.RightButton:
            self._press_right(Pointer.of(event, self.viewport))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, give it to the tool, tell where the pointer is."""
        self._last = event.position().toPoint()
        at = Pointer.of(event, self.viewport)
        if not self.navigation.move(event):
            self._tool.move(at)
            if not self.navigation.is_ready_to_pan:
                self.setCursor(self._tool.cursor(at))
        self.pointed.emit(at.page)
        self.inked.emit(self.densitometer.at(at.page))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the button began."""
        if not self.navigation.release(event) and event.button() == Qt.MouseButton.LeftButton:
            self._tool.release(Pointer.of(event, self.viewport))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit what was hit."""
        if event.button() == Qt.MouseButton.LeftButton and not self.navigation.is_ready_to_pan:
            self._tool.double(Pointer.of(event, self.viewport))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll; in crop mode the picture grows."""
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier)
        place = event.position()
        at = Pointer(place.x(), place.y(), self.viewport.page(place.x(), place.y()))
        if held or not self._tool.wheel(at, event.angleDelta().y() / 120):
            self.navigation.wheel(event)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is gone."""
        self.pointed.emit(None)
        self.inked.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give it to the tool; the space bar makes the pointer a hand."""
        if not self.navigation.key(event, down=True) and not self._tool.key(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The space bar came up."""
        if not self.navigation.key(event, down=False):
            super().keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Keep keys that the tool wants for itself; Tab goes through the elements; hovering a mark tells its message."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._tool.overrides(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.ToolTip:
            self._tell_mark()
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._look()
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go to the next element; after the last one on to the next control."""
        if self.writing is not None:
            self.end_tool()
        selection = self.editor.selection
        found = picking.next_in_turn(picking.in_turn(self.editor.cover), selection[-1] if selection else None, forward)
        if found is None or not self.hasFocus():
            return bool(super().focusNextPrevChild(forward))
        self.editor.select((found,))
        placed = self.editor.placed(found)
        if placed is not None:
            self.navigation.reveal(placed.box.rotated_bounds(placed.angle))
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Draw the frame of the keyboard's focus no longer; what an input method was composing stays."""
        if self.writing is not None:
            self.writing.focus_left()
        self.navigation.forget_keys()
        super().focusOutEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Give it to the tool."""
        self._tool.input_method(event)
        event.accept()

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        """Answer an input method."""
        answer = self.writing.query(query) if self.writing is not None else None
        return super().inputMethodQuery(query) if answer is None else answer

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is selected."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            one = self.single()
            box = self.viewport.window(one.box) if one is not None else Rect(self.width() / 2, self.height() / 2, 0, 0)
            middle = box.centre
            self.menu_wanted.emit(self.mapToGlobal(QPoint(round(middle.x), round(middle.y))))
        else:
            self.menu_wanted.emit(event.globalPos())
        event.accept()

    def sizeHint(self) -> QSize:
        """Return a size that shows a page."""
        return QSize(800, 900)

    # --- what the editor tells -----------------------------------------------------------------------------------

    def _composed(self, cover: Cover) -> None:
        self.view.set_guides(tuple((one.axis, one.at) for one in cover.document.guides))
        self._look()
        self._tool.composed()
        self.densitometer.outdate()
        self._describe()
        self.update()

    def _selected(self, ids: tuple[str, ...]) -> None:
        if self._tool is not self._select and (self.writing is None or self.writing.element_id not in ids):
            self.end_tool()
        self._describe()
        self.update()

    def _checked(self, checked: object) -> None:
        findings = self.editor.findings
        if findings is not None:
            self.marks.take(tuple(findings.result.findings), findings.cover)
        self.update()

    def _outdated(self) -> None:
        self.marks.outdate()

    def _refused(self, message: str, remedy: str) -> None:
        self.note.say(message, remedy, self._last if self.underMouse() else self._near_selection())

    def _near_selection(self) -> QPoint:
        one = self.single()
        if one is None:
            return QPoint(self.width() // 2 - 170, self.height() // 3)
        middle = self.viewport.window(one.box).centre
        return QPoint(round(middle.x), round(middle.y))

    def _view_changed(self) -> None:
        self.navigation.refit()
        self._look()
        self.viewport_changed.emit()
        self.update()

    def viewport_moved(self) -> None:
        """Ask for bitmaps of what is in sight now."""
        self._look()
        self.viewport_changed.emit()
        self.update()

    def _look(self) -> None:
        size = float(self.width()), float(self.height())
        self.bitmaps.look(self.viewport, size, self.devicePixelRatio(), self.view.mode)

    def _bitmap_came(self) -> None:
        if self.bitmaps.is_current:
            self._settling = None
        self.update()

    def _tell_ink(self) -> None:
        if self.underMouse():
            place = self.viewport.page(self._last.x(), self._last.y())
            self.inked.emit(self.densitometer.at(place))

    def _tell_mark(self) -> None:
        words = ""
        if self.view.shows("findings"):
            words = self.marks.under(self.viewport, self._last.x(), self._last.y())
        QToolTip.showText(self.mapToGlobal(self._last), words, self)

    def _press_right(self, at: Pointer) -> None:
        hit = picking.at(self.editor.cover, at.page, self.viewport.mm(2))
        if self.writing is None and not any(one in self.editor.selection for one in hit):
            self.editor.select(hit[:1])

    def _describe(self) -> None:
        """Say in words what is selected, for those who cannot see it."""
        words = describe(self.editor.cover, self.editor.selection)
        one = self.single()
        self.resolved.emit(self.ppi_of(one.id) if one is not None and one.kind == "picture" else None)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))


def plain_text(mime: QMimeData) -> str | None:
    """Return the text that something pasted or dropped has; windows put their own way of reading in its place."""
    return mime.text() if mime.hasText() else None
