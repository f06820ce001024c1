"""Write in place: caret and selection stand in the very glyphs that print. Every change is composed at once."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QGuiApplication, QInputMethodEvent, QKeyEvent, QPainter

from coverkit.geometry import Point, Rect, turn
from coverkit.gui.canvas.contents import as_empty, takes_lines, written_text
from coverkit.gui.canvas.drawing import frame, pen
from coverkit.gui.canvas.pointer import Pointer
from coverkit.gui.canvas.steps import setting
from coverkit.gui.canvas.text_map import TextMap
from coverkit.gui.canvas.tools.tool import Tool
from coverkit.gui.canvas.tools.writing_keys import Command, command_of, is_own
from coverkit.gui.canvas.writing import Writing
from coverkit.gui.theme.style import current
from coverkit.layout.cover import Cover, Placed
from coverkit.layout.variables import text_variables
from coverkit.model.entrance import cleaned_text

if TYPE_CHECKING:
    from coverkit.gui.canvas.canvas import Canvas

_sessions = itertools.count(1)


class WriteTool(Tool):
    """Edit the text of one element. Esc ends; what was written stays and is one step of the cover's history."""

    name = "write"

    def __init__(self, canvas: Canvas, element_id: str, at: Pointer | None = None) -> None:
        super().__init__(canvas)
        self.element_id = element_id
        self._series = f"write-{next(_sessions)}"
        cover = self.editor.cover
        self.writing = Writing(cleaned_text(written_text(cover, element_id)), lines=takes_lines(cover, element_id))
        self._preedit = ""
        self._preedit_caret = 0
        self._map: tuple[Cover, str, TextMap] | None = None
        self._wanted_x: float | None = None
        self._dragging = False
        self._doubled: Pointer | None = None
        self._since_double = QElapsedTimer()
        self._performing = False
        self._visible = True
        self._blink = QTimer(canvas)
        self._blink.timeout.connect(self._flash)
        canvas.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
        if at is not None:
            self.writing.go(self.map.position(self._local(at.page)))
        self._restart()

    @property
    def map(self) -> TextMap:
        """Where the positions of the text are, in the cover as it is composed now."""
        cover, text = self.editor.cover, self._shown
        if self._map is None or self._map[0] is not cover or self._map[1] != text:
            placed = self._placed
            box = placed.box if placed is not None else Rect(0.0, 0.0, 10.0, 10.0)
            fitted = placed.text if placed is not None else None
            empty = as_empty(cover, placed) if placed is not None else None
            self._map = cover, text, TextMap(text, text_variables(cover.document), fitted, box, empty)
        return self._map[2]

    def press(self, at: Pointer) -> None:
        """Put the caret under the pointer; outside the frame the tool ends."""
        placed = self._placed
        local = self._local(at.page)
        slack = self.canvas.viewport.mm(6)
        if placed is None or not _inside(placed.box.outset(slack), local):
            self.canvas.end_tool()
            self.canvas.tool.press(at)
            return
        self._commit_preedit()
        if self._third_click(at):
            self.writing.select_line(self.map.position(local))
        else:
            self.writing.go(self.map.position(local), keep=at.shift)
            self._dragging = True
        self._moved()

    def move(self, at: Pointer) -> None:
        """Select with the pointer."""
        if self._dragging:
            self.writing.go(self.map.position(self._local(at.page)), keep=True)
            self._moved()

    def release(self, at: Pointer) -> None:
        """End selecting."""
        self._dragging = False
        clipboard = QGuiApplication.clipboard()
        if self.writing.state.selected and clipboard.supportsSelection():
            clipboard.setText(self.writing.state.selected, clipboard.Mode.Selection)

    def double(self, at: Pointer) -> None:
        """Select a word."""
        self.writing.select_word(self.map.position(self._local(at.page)))
        self._doubled = at
        self._since_double.start()
        self._moved()

    def _third_click(self, at: Pointer) -> bool:
        """Tell whether a press follows a double click at once, at the same place."""
        doubled, self._doubled = self._doubled, None
        hints = QGuiApplication.styleHints()
        if doubled is None or self._since_double.elapsed() > hints.mouseDoubleClickInterval():
            return False
        return max(abs(at.x - doubled.x), abs(at.y - doubled.y)) <= hints.mouseDoubleClickDistance()

    def key(self, event: QKeyEvent) -> bool:
        """Write, delete, move the caret."""
        command = command_of(event)
        if command is not None:
            self._do(command)
            return True
        words = event.text()
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier)
        if words and words.isprintable() and (not held or words > "\x7f"):
            self.insert(words)
            return True
        return False

    def overrides(self, event: QKeyEvent) -> bool:
        """Keep everything that is written or edits text."""
        return is_own(event)

    def input_method(self, event: QInputMethodEvent) -> None:
        """Take what an input method commits, and show what it is still composing."""
        commit, start, length = event.commitString(), event.replacementStart(), event.replacementLength()
        caret = self.writing.state.caret
        if commit or length:
            self._preedit = ""
            if self.writing.rewrite(caret + start, caret + start + length, cleaned_text(commit)):
                self._perform()
        if event.preeditString() != self._preedit:
            if event.preeditString() and self.writing.state.selected:
                self.writing.delete(self.writing.state.caret)
                self._perform()
            self._preedit = event.preeditString()
            self._preedit_caret = len(self._preedit)
            for attribute in event.attributes():
                if attribute.type == QInputMethodEvent.AttributeType.Cursor:
                    self._preedit_caret = attribute.start
            self._show_preedit()
        self._moved()

    def query(self, what: Qt.InputMethodQuery) -> object:
        """Answer an input method."""
        state = self.writing.state
        match what:
            case Qt.InputMethodQuery.ImCursorRectangle:
                return self._caret_rectangle()
            case Qt.InputMethodQuery.ImSurroundingText:
                return state.text
            case Qt.InputMethodQuery.ImCursorPosition:
                return state.caret
            case Qt.InputMethodQuery.ImAnchorPosition:
                return state.anchor
            case Qt.InputMethodQuery.ImCurrentSelection:
                return state.selected
            case _:
                return None

    def insert(self, words: str) -> None:
        """Write at the caret."""
        self._commit_preedit()
        if self.writing.insert(cleaned_text(words)):
            self._perform()
        self._moved()

    def cut(self) -> None:
        """Cut what is selected."""
        self.copy()
        if self.writing.state.selected and self.writing.delete(self.writing.state.caret):
            self._perform()
        self._moved()

    def copy(self) -> None:
        """Copy what is selected."""
        if self.writing.state.selected:
            QGuiApplication.clipboard().setText(self.writing.state.selected)

    def select_all(self) -> None:
        """Select all of the text."""
        self.writing.select_all()
        self._moved()

    def undo(self) -> None:
        """Take back the last change of the text."""
        if self.writing.undo():
            self._perform()
        self._moved()

    def redo(self) -> None:
        """Do it again."""
        if self.writing.redo():
            self._perform()
        self._moved()

    def cursor(self, at: Pointer) -> Qt.CursorShape:
        """Return the pointer for text."""
        return Qt.CursorShape.IBeamCursor

    def composed(self) -> None:
        """Take up what was changed elsewhere: by undo, the inspector, another design."""
        if self._placed is None:
            self.canvas.end_tool()
        elif not self._performing and not self._preedit:
            self.writing.reload(cleaned_text(written_text(self.editor.cover, self.element_id)))

    def paint(self, painter: QPainter) -> None:
        """Draw the frame, the selection and the caret."""
        placed = self._placed
        if placed is None:
            return
        painter.save()
        viewport, middle = self.canvas.viewport, placed.box.centre
        painter.translate(viewport.x(middle.x), viewport.y(middle.y))
        painter.rotate(placed.angle)
        painter.translate(-viewport.x(middle.x), -viewport.y(middle.y))
        frame(painter, viewport, placed.box, 0.0, current().frame)
        state, text_map = self.writing.state, self.map
        if state.start != state.end and not self._preedit:
            colour = QColor(current().frame)
            colour.setAlpha(95)
            for box in text_map.spans(state.start, state.end):
                painter.fillRect(self._px(box), colour)
        if self._preedit:
            painter.setPen(pen(current().frame, 1.5))
            for box in text_map.spans(state.caret, state.caret + len(self._preedit)):
                line = self._px(box)
                painter.drawLine(line.bottomLeft(), line.bottomRight())
        if self._visible:
            self._paint_caret(painter, text_map)
        painter.restore()

    def focus_left(self) -> None:
        """The keys went elsewhere: keep what is still being composed."""
        self._commit_preedit()

    def leave(self) -> None:
        """Keep what is still being composed, and end."""
        self._commit_preedit()
        self._blink.stop()
        self._blink.deleteLater()
        self.canvas.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)

    @property
    def _shown(self) -> str:
        state = self.writing.state
        return f"{state.text[: state.caret]}{self._preedit}{state.text[state.caret :]}"

    @property
    def _placed(self) -> Placed | None:
        return self.editor.placed(self.element_id)

    def _do(self, command: Command) -> None:
        """Do what a key asks for."""
        self._commit_preedit()
        handlers = {"cut": self.cut, "copy": self.copy, "select-all": self.select_all, "undo": self.undo, "redo": self.redo}
        if command.what in handlers:
            handlers[command.what]()
        elif command.what == "paste":
            self.canvas.paste()
        elif command.what == "end":
            self.canvas.end_tool()
        elif command.what == "line":
            self.insert("\n")
        elif command.what == "delete":
            if self.writing.delete(self._target(command.where)):
                self._perform()
            self._moved()
        else:
            self._go(command)

    def _go(self, command: Command) -> None:
        state = self.writing.state
        if command.where in ("up", "down"):
            x = self._wanted_x if self._wanted_x is not None else self.map.caret(state.caret).x
            move = self.map.above if command.where == "up" else self.map.below
            self.writing.go(move(state.caret, x), keep=command.keep)
            self._moved()
            self._wanted_x = x
            return
        collapses = state.start != state.end and not command.keep
        if collapses and command.where in ("left", "right"):
            self.writing.go(state.start if command.where == "left" else state.end)
        else:
            self.writing.go(self._target(command.where), keep=command.keep)
        self._moved()

    def _target(self, where: str) -> int:
        caret, text_map = self.writing.state.caret, self.map
        match where:
            case "left":
                return text_map.before(caret)
            case "right":
                return text_map.after(caret)
            case "word-left":
                return self.writing.word_before()
            case "word-right":
                return self.writing.word_after()
            case "line-start":
                return text_map.line_start(caret)
            case "line-end":
                return text_map.line_end(caret)
            case "start":
                return 0
            case _:
                return len(self.writing.text)

    def _perform(self) -> None:
        self._performing = True
        try:
            self.editor.perform(setting(self.element_id, {"text": self.writing.text}), self._series)
        finally:
            self._performing = False
        stored = cleaned_text(written_text(self.editor.cover, self.element_id))
        if stored != self.writing.text:
            self.writing.reload(stored)

    def _show_preedit(self) -> None:
        if self._preedit:
            self.editor.try_out(setting(self.element_id, {"text": self._shown}))
        else:
            self.editor.give_up()

    def _commit_preedit(self) -> None:
        if self._preedit:
            words, self._preedit = self._preedit, ""
            QGuiApplication.inputMethod().reset()
            self.writing.insert(words)
            self._perform()

    def _moved(self) -> None:
        self._wanted_x = None
        self._restart()
        self.canvas.show_caret(self._caret_box())
        QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImQueryInput)
        self.canvas.update()

    def _restart(self) -> None:
        self._visible = True
        flash = QGuiApplication.styleHints().cursorFlashTime()
        if flash > 0:
            self._blink.start(flash // 2)

    def _flash(self) -> None:
        self._visible = not self._visible
        self.canvas.update()

    def _local(self, point: Point) -> Point:
        placed = self._placed
        return point if placed is None else turn(point, placed.box.centre, -placed.angle)

    def _caret_box(self) -> Rect:
        text_map = self.map
        offset = self._preedit_caret if self._preedit else 0
        return text_map.box_of(text_map.caret(self.writing.state.caret + offset))

    def _caret_rectangle(self) -> QRectF:
        return self._px(self._caret_box()).adjusted(0, 0, 1, 0)

    def _px(self, box: Rect) -> QRectF:
        shown = self.canvas.viewport.window(box)
        return QRectF(shown.x, shown.y, shown.width, shown.height)

    def _paint_caret(self, painter: QPainter, text_map: TextMap) -> None:
        line = self._px(self._caret_box())
        start, end = QPointF(line.left(), line.top()), QPointF(line.left(), line.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen("#ffffff", 3.5, alpha=200))
        painter.drawLine(start, end)
        painter.setPen(pen("#000000", 1.75))
        painter.drawLine(start, end)


def _inside(box: Rect, point: Point) -> bool:
    return box.x <= point.x <= box.right and box.y <= point.y <= box.bottom
