"""A text being written: what stands there, caret, selection, and its own undo. Knows neither glyphs nor Qt."""

from __future__ import annotations

import re
import unicodedata

from coverkit.records import dataclass

_WORD = re.compile(r"\w+", re.UNICODE)
_MOST_STEPS = 500


@dataclass(frozen=True, slots=True)
class State:
    """A text, the caret, and where the selection began (at the caret when nothing is selected)."""

    text: str
    caret: int
    anchor: int

    @property
    def start(self) -> int:
        """The first selected position."""
        return min(self.caret, self.anchor)

    @property
    def end(self) -> int:
        """The position after the last selected letter."""
        return max(self.caret, self.anchor)

    @property
    def selected(self) -> str:
        """The selected text."""
        return self.text[self.start : self.end]


class Writing:
    """A text being edited. What changes it returns whether it did."""

    def __init__(self, text: str, *, lines: bool = True) -> None:
        """Begin with a text, all of it selected; without `lines` it has no line ends."""
        self._lines = lines
        self.state = State(text, len(text), 0)
        self._undo: list[State] = []
        self._redo: list[State] = []
        self._typing = False

    @property
    def text(self) -> str:
        """The text."""
        return self.state.text

    def go(self, position: int, *, keep: bool = False) -> None:
        """Put the caret somewhere; `keep` extends the selection."""
        position = min(max(position, 0), len(self.text))
        self.state = State(self.text, position, self.state.anchor if keep else position)
        self._typing = False

    def select_all(self) -> None:
        """Select everything."""
        self.state = State(self.text, len(self.text), 0)
        self._typing = False

    def select_word(self, position: int) -> None:
        """Select the word at a position."""
        word = next((one for one in _WORD.finditer(self.text) if one.start() <= position <= one.end()), None)
        start, end = (word.start(), word.end()) if word else (position, position)
        self.state = State(self.text, end, start)
        self._typing = False

    def insert(self, words: str) -> bool:
        """Write at the caret, over what is selected."""
        words = words.replace("\r\n", "\n").replace("\r", "\n")
        if not self._lines:
            words = re.sub(r"\s*\n\s*", " ", words)
        if not words:
            return False
        goes_on = self._typing and len(words) == 1 and not words.isspace() and not self.state.selected
        self._replace(self.state.start, self.state.end, words, goes_on=goes_on)
        self._typing = len(words) == 1
        return True

    def rewrite(self, start: int, end: int, words: str) -> bool:
        """Put words in place of those between two positions: an input method turns what was typed into other letters."""
        start, end = max(0, start), min(len(self.text), end)
        goes_on = self._typing and end == self.state.caret and not self.state.selected
        if start >= end:
            return self.insert(words)
        self._replace(start, end, words, goes_on=goes_on)
        self._typing = goes_on
        return True

    def select_line(self, position: int) -> None:
        """Select the paragraph at a position."""
        start = self.text.rfind("\n", 0, position) + 1
        end = self.text.find("\n", position)
        self.state = State(self.text, len(self.text) if end < 0 else end, start)
        self._typing = False

    def delete(self, position: int) -> bool:
        """Delete what is selected, else what lies between the caret and a position.

        The letter typed last is taken back as a part of typing: UniKey writes `ư` by sending a backspace after the `u`.
        """
        start, end = self.state.start, self.state.end
        if start == end:
            start, end = sorted((self.state.caret, position))
        if start == end:
            return False
        goes_on = self._typing and not self.state.selected and (start, end) == (self.state.caret - 1, self.state.caret)
        self._replace(start, end, "", goes_on=goes_on)
        self._typing = goes_on
        return True

    def undo(self) -> bool:
        """Take back the last change."""
        return self._step(self._undo, self._redo)

    def redo(self) -> bool:
        """Do it again."""
        return self._step(self._redo, self._undo)

    def reload(self, text: str) -> None:
        """Take up a text that was changed elsewhere."""
        if text != self.text:
            self._undo.append(self.state)
            place = min(self.state.caret, len(text))
            self.state = State(text, place, place)
            self._typing = False

    def word_before(self) -> int:
        """Return where the word before the caret begins."""
        return max((one.start() for one in _WORD.finditer(self.text) if one.start() < self.state.caret), default=0)

    def word_after(self) -> int:
        """Return where the next word begins, or the text ends."""
        starts = (one.start() for one in _WORD.finditer(self.text) if one.start() > self.state.caret)
        return min(starts, default=len(self.text))

    def _replace(self, start: int, end: int, words: str, *, goes_on: bool = False) -> None:
        if not goes_on:
            self._undo = [*self._undo[-_MOST_STEPS:], self.state]
        self._redo.clear()
        # A mark may come alone after its letter; composed, the caret stays where the eye sees it.
        before = unicodedata.normalize("NFC", self.text[:start] + words)
        self.state = State(before + self.text[end:], len(before), len(before))
        self._typing = False

    def _step(self, taken: list[State], kept: list[State]) -> bool:
        if not taken:
            return False
        kept.append(self.state)
        self.state = taken.pop()
        self._typing = False
        return True
