"""Copy fitting: a text in a style, set as large as its box allows, with its real ink inside the box.

What does not fit at the least size is reported as overset, never set smaller and never cut silently.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from coverkit.geometry import MM, Rect, union_all
from coverkit.records import dataclass, replace
from coverkit.typography.block import Align, Block
from coverkit.typography.face import Face
from coverkit.typography.library import FontLibrary
from coverkit.typography.linebreak import Strength
from coverkit.typography.setting import Manner, Room, greatest, prepared
from coverkit.typography.shaping import Shaped, shape
from coverkit.typography.vietnamese import nfc

VerticalAlign = Literal["top", "middle", "bottom", "baseline"]
"""Where lines stand in their box, by their ink; "baseline" sets the last baseline at the same height in boxes of one height,
so that texts side by side share it."""

_BASELINE = 0.7
"""Share of the box's height that lies above a "baseline" baseline."""
LetterCase = Literal["as-is", "upper"]

_YIELDING: tuple[tuple[Strength, bool], ...] = (("bound", False), ("bound", True), ("loose", True))
"""What gives way, step by step, before text is overset: compounds, the orphan rule, then bound words."""


@dataclass(frozen=True, slots=True)
class TextSpec:
    """How a text is to be set.

    Attributes:
        size_min, size_max: points; equal for a fixed size.
        leading: least line distance, as a multiple of the size.
        tracking: thousandths of an em.
        max_lines: 0 for any number.
        balance: make the lines alike (headlines) instead of filling them (running text).
        orphans: the last line may be a single word; for posters, where every line is an event.
    """

    family: str
    weight: int = 400
    italic: bool = False
    size_min: float = 8.0
    size_max: float = 24.0
    leading: float = 1.2
    tracking: float = 0.0
    case: LetterCase = "as-is"
    align: Align = "left"
    valign: VerticalAlign = "top"
    max_lines: int = 0
    balance: bool = True
    orphans: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A shaped line in its place: start of the baseline and ink, in mm on the page."""

    shaped: Shaped
    x: float
    baseline: float
    ink: Rect

    def moved(self, dx: float, dy: float) -> Line:
        """Return the line moved by mm."""
        return Line(self.shaped, self.x + dx, self.baseline + dy, self.ink.moved(dx, dy))


@dataclass(frozen=True, slots=True)
class FittedText:
    """A text set in a box.

    Attributes:
        lines: from top to bottom; blank lines have no glyphs.
        face: key of the face.
        size: points.
        overset_text: what found no room, in its own letter case.
        missing: characters that the face lacks.
        ink: bounds of all ink, in mm; None when there is none.
        leading_mm: distance of the baselines.
    """

    lines: tuple[Line, ...]
    face: str
    size: float
    overset: bool
    overset_text: str
    missing: tuple[str, ...]
    ink: Rect | None
    box: Rect
    leading_mm: float

    def moved(self, dx: float, dy: float) -> FittedText:
        """Return the text moved, with its box, by mm."""
        if not dx and not dy:
            return self
        ink = self.ink.moved(dx, dy) if self.ink else None
        return replace(self, lines=tuple(line.moved(dx, dy) for line in self.lines), ink=ink, box=self.box.moved(dx, dy))


def fit(text: str, spec: TextSpec, box: Rect, library: FontLibrary) -> FittedText:
    """Set a text in a box at the greatest size between the style's limits; by its ink it lies inside the box.

    Raises:
        MissingError: the library has no such family.
    """
    face = library.face(spec.family, spec.weight, spec.italic)
    return _fitted(nfc(text), spec, face, box.width, box.height).moved(box.x, box.y)


@lru_cache(maxsize=1024)
def _fitted(text: str, spec: TextSpec, face: Face, width: float, height: float) -> FittedText:
    box = Rect(0.0, 0.0, width, height)
    manner = Manner(face, spec.tracking, spec.case == "upper", spec.align, spec.leading, spec.balance, spec.max_lines)
    room = Room(max(0.0, width) * MM, max(0.0, height) * MM, spec.size_min, max(spec.size_min, spec.size_max))
    if not text.strip():
        return FittedText((), face.key, room.size_max, False, "", (), None, box, spec.leading * room.size_max / MM)
    size, block, rest = _set(text, manner, room, spec.orphans)
    missing = tuple(
        dict.fromkeys(char for line in prepared(text, manner, "loose", True) for char in _missing(line.pieces, manner))
    )
    return _placed(block, size, rest, missing, spec, face, box)


def _missing(pieces: tuple[str, ...], manner: Manner) -> tuple[str, ...]:
    return manner.strip(" ".join(pieces)).missing


def _set(text: str, manner: Manner, room: Room, orphans: bool) -> tuple[float, Block, str]:
    """Return the size, the lines, and the text that found no room."""
    whole = greatest(prepared(text, manner, "compounds", orphans), manner, room)
    if whole is not None:
        return (*whole, "")
    least = replace(room, size_max=room.size_min)
    for strength, alone in _YIELDING:
        whole = greatest(prepared(text, manner, strength, alone), manner, least)
        if whole is not None:
            return (*whole, "")
    return _overset(text, manner, least)


def _overset(text: str, manner: Manner, room: Room) -> tuple[float, Block, str]:
    """Fill lines with single words for as long as they fit at the least size."""
    original = prepared(text, replace(manner, capitals=False), "loose", True)
    waiting = [list(paragraph.pieces) for paragraph in original]
    lines: list[str] = []
    while waiting and (not manner.max_lines or len(lines) < manner.max_lines):
        taken = _longest(lines, waiting[0], manner, room)
        if taken < 0:
            break
        lines.append(_shown(waiting[0][:taken], manner))
        waiting[0] = waiting[0][taken:]
        if not waiting[0]:
            waiting.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    rest = "\n".join(" ".join(words) for words in waiting)
    return room.size_min, manner.block(tuple(lines)), rest


def _longest(lines: list[str], words: list[str], manner: Manner, room: Room) -> int:
    """Return how many of the words fit on a further line: 0 for a blank one, -1 when none fits."""
    if not words:
        return 0
    best = -1
    for count in range(1, len(words) + 1):
        block = manner.block((*lines, _shown(words[:count], manner)))
        if block.width * room.size_min > room.width:
            break
        if room.size(block) >= room.size_min:
            best = count
    return best


def _shown(words: list[str], manner: Manner) -> str:
    text = " ".join(words)
    return text.upper() if manner.capitals else text


def _placed(
    block: Block, size: float, rest: str, missing: tuple[str, ...], spec: TextSpec, face: Face, box: Rect
) -> FittedText:
    em = size / MM
    leading = block.leading * em
    first = _first_baseline(block, em, spec.valign, box)
    anchor = _anchor(block, em, box)
    lines = []
    for row, strip in enumerate(block.strips):
        shaped = shape(strip.text, face, size, spec.tracking)
        x, baseline = anchor + block.offset(strip) * em, first + row * leading
        lines.append(Line(shaped, x, baseline, shaped.ink.moved(x, baseline)))
    ink = union_all([line.ink for line, strip in zip(lines, block.strips, strict=True) if strip.ink])
    return FittedText(tuple(lines), face.key, size, bool(rest), rest, missing, ink, box, leading)


def _anchor(block: Block, em: float, box: Rect) -> float:
    if not block.strips:
        return box.x
    match block.align:
        case "left":
            return box.x + (block.left) * em
        case "center":
            return box.x + box.width / 2
        case "right":
            return box.right - block.right * em


def _first_baseline(block: Block, em: float, valign: VerticalAlign, box: Rect) -> float:
    spare = box.height - block.height * em
    highest = box.y - block.top * em
    if valign == "baseline":
        last = (len(block.strips) - 1) * block.leading * em
        return min(max(box.y + _BASELINE * box.height - last, highest), highest + max(0.0, spare))
    share = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[valign]
    return highest + spare * share
