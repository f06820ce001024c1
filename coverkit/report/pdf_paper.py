"""Sheets of A4 that fill from the top: set text, rules and boxes for PDF reports. Knows nothing of findings."""

from __future__ import annotations

from coverkit.geometry import MM, Point, Rect
from coverkit.model.values import BLACK, Cmyk
from coverkit.records import dataclass
from coverkit.scene.operations import Fill, Operation, Stroke
from coverkit.scene.path import Path
from coverkit.scene.scene import Bleed, Scene
from coverkit.typography.fitting import FittedText, TextSpec, fit
from coverkit.typography.library import FontLibrary
from coverkit.typography.runs import glyph_runs
from coverkit.typography.vietnamese import nfc

FAMILY = "Be Vietnam Pro"
WIDTH, HEIGHT = 210.0, 297.0
LEFT, RIGHT, TOP, BOTTOM = 18.0, 192.0, 16.0, 278.0
_LEADING = 1.38
_ASCENT = 1.02
"""Where the first baseline lies below the top of a text, in sizes: high enough for stacked marks over capitals."""
_TALL = 255.0
_EM_PER_LETTER = 0.56
"""Of letters and digits mixed, on average; words of wide letters are broken again."""
_MOST_LETTERS = 1200
"""Longer texts are cut on paper, with an ellipsis; the other forms of the report have them whole."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text looks: size in points, weight, ink."""

    size: float
    weight: int = 400
    ink: Cmyk = BLACK


_STAND_INS = str.maketrans({"→": "›", "∅": "–"})
"""Signs of our own messages that the family lacks, and what says the same."""


class Typesetter:
    """Sets texts in one family. What the face lacks becomes a question mark, and words too long for a line are broken."""

    def __init__(self, library: FontLibrary) -> None:
        self.library = library

    def height(self, text: str, style: Style, width: float) -> float:
        """Return the height in mm that a text takes in a width; 0 for none."""
        if not text.strip():
            return 0.0
        fitted = self._fitted(text, style, width)
        return len(fitted.lines) * _line(fitted, style)

    def width(self, text: str, style: Style) -> float:
        """Return the width in mm of the ink of a text on one line."""
        ink = self._fitted(text, style, WIDTH).ink
        return 0.0 if ink is None else ink.width

    def runs(self, text: str, style: Style, place: Point, width: float) -> tuple[Operation, ...]:
        """Return a text with its top left corner at a place."""
        if not text.strip():
            return ()
        fitted = self._fitted(text, style, width)
        down = place.y + style.size * _ASCENT / MM - fitted.lines[0].baseline
        return glyph_runs(fitted.moved(place.x, down), "report", style.ink, self.library)

    def _fitted(self, text: str, style: Style, width: float) -> FittedText:
        spec = TextSpec(FAMILY, style.weight, size_min=style.size, size_max=style.size, leading=_LEADING, balance=False)
        plain, longest = self._plain(text, style), int(width * MM / style.size / _EM_PER_LETTER)
        while True:
            fitted = fit(_broken(plain, max(1, longest)), spec, Rect(0.0, 0.0, width, _TALL), self.library)
            if not fitted.overset or longest <= 1:
                return fitted
            longest //= 2

    def _plain(self, text: str, style: Style) -> str:
        face = self.library.face(FAMILY, style.weight)
        text = " ".join(nfc(text).translate(_STAND_INS).split())
        text = text if len(text) <= _MOST_LETTERS else text[:_MOST_LETTERS] + "…"
        return "".join(letter if letter == " " or face.glyph_of(letter) is not None else "?" for letter in text)


def _broken(text: str, longest: int) -> str:
    """Break words that are longer than a line, so that nothing is lost."""
    pieces = (word[start : start + longest] for word in text.split(" ") for start in range(0, len(word), longest))
    return " ".join(pieces)


class Paper:
    """The pages so far, and how far the last one is filled."""

    def __init__(self, typesetter: Typesetter) -> None:
        self.set = typesetter
        self.pages: list[list[Operation]] = [[]]
        self.y = TOP

    def need(self, height: float) -> bool:
        """Begin a new page unless so many mm are left; tell whether it did."""
        if self.y + height <= BOTTOM:
            return False
        self.pages.append([])
        self.y = TOP
        return True

    def text(self, text: str, style: Style, left: float = LEFT, right: float = RIGHT) -> None:
        """Set a text below what there is and move on."""
        self.add(*self.set.runs(text, style, Point(left, self.y), right - left))
        self.y += self.set.height(text, style, right - left)

    def at(self, text: str, style: Style, place: Point, width: float = WIDTH) -> None:
        """Set a text at a place and stay where it was."""
        self.add(*self.set.runs(text, style, place, width))

    def box(self, box: Rect, ink: Cmyk, radius: float = 0.0) -> None:
        """Fill a box."""
        self.add(Fill("report", Path.rounded(box, radius), ink))

    def frame(self, box: Rect, ink: Cmyk, width: float = 0.5, dash: tuple[float, ...] = ()) -> None:
        """Stroke a box; the line's width in points."""
        self.add(Stroke("report", Path.rectangle(box), ink, width, dash))

    def line(self, ink: Cmyk, left: float = LEFT, right: float = RIGHT) -> None:
        """Draw a hairline across."""
        self.add(Stroke("report", Path.line(Point(left, self.y), Point(right, self.y)), ink, 0.4))

    def disc(self, centre: Point, radius: float, ink: Cmyk) -> None:
        """Fill a circle."""
        self.add(Fill("report", Path.circle(centre, radius), ink))

    def add(self, *operations: Operation) -> None:
        """Add operations to the last page."""
        self.pages[-1] += operations

    def scenes(self) -> tuple[Scene, ...]:
        """Return the pages."""
        return tuple(Scene(WIDTH, HEIGHT, Bleed.even(0.0), tuple(operations)) for operations in self.pages)


def _line(fitted: FittedText, style: Style) -> float:
    return max(fitted.leading_mm, style.size * _LEADING / MM)
