"""What a page's text says, in Unicode and in two orders: as it was painted, and block by block as it is read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coverkit.facts.marks import TextMark
from coverkit.facts.page import PageFacts
from coverkit.geometry import Rect
from coverkit.records import dataclass
from coverkit.typography.company import recognise_together
from coverkit.typography.legacy import Recognition, by_font_name, convert
from coverkit.typography.vietnamese import nfc

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_UNICODE = re.compile("[ĂăĐđƠơƯư\u1ea0-\u1ef9]")
"""Letters that no old code has: their text is in Unicode, whatever its font is called."""

_INVISIBLE = (3, 7)
_SURE = 0.8
"""How sure it must be of one line of the page that it is in an old code, where the font's name does not say so."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text: what it says, where, how large (pt; 0 for not known), and whether it was only recognised."""

    text: str
    box: Rect
    size: float
    recognised: bool = False


def pieces(page: PageFacts) -> tuple[Piece, ...]:
    """Return the text of a page in the order of painting, converted from TCVN3 and VNI.

    Text that paints nothing is what a scanner's own recognition left; it tells what the picture shows, with letters misread.
    """
    runs = _runs([mark for mark in page.texts if mark.seen is not None and mark.text.strip()])
    texts = ["".join(mark.text for mark in run) for run in runs]
    guesses = recognise_together(texts)
    sure = {guess.encoding for guess in guesses if guess.confidence >= _SURE}
    return tuple(
        Piece(
            _unicode(text, run[0].font, guess if guess.encoding in sure else None),
            _around([mark.box for mark in run]),
            min(mark.size for mark in run),
            run[0].mode in _INVISIBLE,
        )
        for run, text, guess in zip(runs, texts, guesses, strict=True)
    )


def in_reading_order(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces block by block: lines one below the other that share room across belong together."""
    rows = _rows(found)
    blocks: list[list[Piece]] = []
    for row in sorted(rows, key=lambda one: one.box.y):
        home = next((block for block in reversed(blocks) if _continues(block[-1], row)), None)
        if home is None:
            blocks.append([row])
        else:
            home.append(row)
    return tuple(row for block in blocks for row in block)


def _runs(marks: Sequence[TextMark]) -> list[list[TextMark]]:
    """Join what stands on one line in one font: letters of VNI and their marks may be shown apart."""
    runs: list[list[TextMark]] = []
    for mark in marks:
        if runs and _goes_on(runs[-1][-1], mark):
            runs[-1].append(mark)
        else:
            runs.append([mark])
    return runs


def _goes_on(last: TextMark, mark: TextMark) -> bool:
    same = last.font == mark.font and last.mode == mark.mode and abs(last.size - mark.size) < 0.1
    height = max(last.box.height, 0.1)
    near = abs(last.box.y - mark.box.y) < height * 0.3 and -height < mark.box.x - last.box.right < height * 2
    return same and near


def _unicode(text: str, font: str, guess: Recognition | None) -> str:
    """Return a text in Unicode, by its font's name or by its letters and those around it."""
    name = _SUBSET.sub("", font)
    code = by_font_name(name)
    if code != "unicode" and not _UNICODE.search(text):
        capitals = code == "tcvn3" and name.rstrip("BI-, ").upper().endswith("H")
        return nfc(convert(text, code, capitals or None))
    return nfc(guess.converted if guess is not None else text)


def _rows(found: Sequence[Piece]) -> list[Piece]:
    """Join pieces that stand beside one another."""
    rows: list[list[Piece]] = []
    for piece in sorted(found, key=lambda one: (one.box.y, one.box.x)):
        home = next((row for row in reversed(rows[-12:]) if _beside(row, piece)), None)
        if home is None:
            rows.append([piece])
        else:
            home.append(piece)
    joined = []
    for row in rows:
        row.sort(key=lambda one: one.box.x)
        sizes, seen = min(one.size for one in row), any(one.recognised for one in row)
        joined.append(Piece(" ".join(one.text for one in row), _around([one.box for one in row]), sizes, seen))
    return joined


def _beside(row: Sequence[Piece], piece: Piece) -> bool:
    height = max(min(row[-1].box.height, piece.box.height), 0.1)
    level = abs(row[-1].box.centre.y - piece.box.centre.y) < height * 0.4
    return level and any(
        -height < max(one.box.x, piece.box.x) - min(one.box.right, piece.box.right) < height * 3 for one in row
    )


def _continues(last: Piece, row: Piece) -> bool:
    height = max(last.box.height, row.box.height)
    gap = row.box.y - last.box.bottom
    share = min(last.box.right, row.box.right) - max(last.box.x, row.box.x)
    alike = 0.6 < row.box.height / max(last.box.height, 0.1) < 1.7
    return alike and -height < gap < height * 1.2 and share > 0.3 * min(last.box.width, row.box.width)


def _around(boxes: Sequence[Rect]) -> Rect:
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.union(box)
    return whole
