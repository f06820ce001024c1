"""Keys of writing: what each means, as on every desktop."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from coverkit.records import dataclass

_Standard = QKeySequence.StandardKey


@dataclass(frozen=True, slots=True)
class Command:
    """What a key asks for: `go` or `delete` with a target, or an editing command; `keep` extends the selection."""

    what: str
    where: str = ""
    keep: bool = False


_EDITING: tuple[tuple[QKeySequence.StandardKey, Command], ...] = (
    (_Standard.SelectAll, Command("select-all")),
    (_Standard.Copy, Command("copy")),
    (_Standard.Cut, Command("cut")),
    (_Standard.Paste, Command("paste")),
    (_Standard.Undo, Command("undo")),
    (_Standard.Redo, Command("redo")),
    (_Standard.DeleteStartOfWord, Command("delete", "word-left")),
    (_Standard.DeleteEndOfWord, Command("delete", "word-right")),
    (_Standard.Delete, Command("delete", "right")),
    (_Standard.MoveToPreviousWord, Command("go", "word-left")),
    (_Standard.MoveToNextWord, Command("go", "word-right")),
    (_Standard.SelectPreviousWord, Command("go", "word-left", keep=True)),
    (_Standard.SelectNextWord, Command("go", "word-right", keep=True)),
    (_Standard.MoveToStartOfDocument, Command("go", "start")),
    (_Standard.MoveToEndOfDocument, Command("go", "end")),
    (_Standard.SelectStartOfDocument, Command("go", "start", keep=True)),
    (_Standard.SelectEndOfDocument, Command("go", "end", keep=True)),
    (_Standard.MoveToStartOfLine, Command("go", "line-start")),
    (_Standard.MoveToEndOfLine, Command("go", "line-end")),
    (_Standard.SelectStartOfLine, Command("go", "line-start", keep=True)),
    (_Standard.SelectEndOfLine, Command("go", "line-end", keep=True)),
    (_Standard.MoveToPreviousChar, Command("go", "left")),
    (_Standard.MoveToNextChar, Command("go", "right")),
    (_Standard.SelectPreviousChar, Command("go", "left", keep=True)),
    (_Standard.SelectNextChar, Command("go", "right", keep=True)),
    (_Standard.MoveToPreviousLine, Command("go", "up")),
    (_Standard.MoveToNextLine, Command("go", "down")),
    (_Standard.SelectPreviousLine, Command("go", "up", keep=True)),
    (_Standard.SelectNextLine, Command("go", "down", keep=True)),
)


def command_of(event: QKeyEvent) -> Command | None:
    """Return what a key asks for; None for what is written."""
    key, held = Qt.Key(event.key()), event.modifiers()
    if key == Qt.Key.Key_Escape:
        return Command("end")
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return Command("end" if held & Qt.KeyboardModifier.ControlModifier else "line")
    found = next((command for standard, command in _EDITING if event.matches(standard)), None)
    if found is None and key == Qt.Key.Key_Backspace:
        return Command("delete", "left")
    if found is None and key == Qt.Key.Key_Y and held == Qt.KeyboardModifier.ControlModifier:
        return Command("redo")
    return found


def is_own(event: QKeyEvent) -> bool:
    """Tell whether a key belongs to the text although it may be a shortcut of the window."""
    if command_of(event) is not None:
        return True
    held = event.modifiers()
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
    words = event.text()
    return bool(words) and words.isprintable() and not held & control
