"""In which colours an element is filled and stroked, and how wide its lines are (GWG 2022, D0010 to D0021). No verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.facts.marks import Colour, ImageMark, PathMark, TextMark
from coverkit.records import dataclass
from coverkit.rules.gwg.elements import Element

_NORMAL = ("Normal", "Compatible")
_LINE = 4.0
"""A rectangle at least so many times as long as it is wide looks like a line; the specification names no number."""
_DECIMALS = 3
"""Sizes are rounded after all calculations (I00005)."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way in which an element is painted.

    Attributes:
        element: what is painted.
        colour: with what.
        strokes: it is the stroke; else the fill.
        width: effective line width in pt, of a path that is or looks like a line there; else None.
    """

    element: Element
    colour: Colour
    strokes: bool
    width: float | None = None

    @property
    def overprints(self) -> bool:
        """It overprints as a fill (D0020) or as a stroke (D0021)."""
        state = self.element.state
        return state.stroke_overprint if self.strokes else state.fill_overprint

    @property
    def alpha(self) -> float:
        """Its constant opacity, 0 to 1."""
        state = self.element.state
        return state.stroke_alpha if self.strokes else state.fill_alpha

    @property
    def is_black(self) -> bool:
        """It is a black fill or stroke: black, opaque and not blended (D0014, D0015)."""
        return self.colour.is_black and self.alpha == 1.0 and self.element.state.blend_mode in _NORMAL

    @property
    def is_grey(self) -> bool:
        """It is painted in DeviceGray, which no profile redefines."""
        return self.colour.space == "DeviceGray" and not self.colour.remapped


def text_ways(text: TextMark) -> Iterator[Way]:
    """Yield how a text is painted."""
    if text.fills:
        yield Way(text, text.fill, False)
    if text.strokes:
        yield Way(text, text.stroke, True)


def path_ways(path: PathMark) -> Iterator[Way]:
    """Yield how a path is painted, with the widths of what is a line in it.

    A stroke has its line width. A thin rectangle is a line too: filled, as wide as its shorter side; stroked in the same
    colour, wider by the line; in another colour, what is left of the fill between the edges of the stroke.
    """
    fill, stroke = path.fill, path.stroke
    if stroke is None and path.sides is None:
        # Most paths of a drawing: no lines, and nothing that looks like one.
        if fill is not None:
            yield Way(path, fill, False)
        return
    width = path.line_width or 0.0
    short = path.sides[1] if path.sides is not None and path.sides[0] >= _LINE * path.sides[1] else None
    closes = short is not None and short <= width
    if stroke is not None:
        merged = short is not None and (closes or fill == stroke)
        yield Way(path, stroke, True, _rounded(width + short if merged and short is not None else width))
    if fill is not None:
        if short is None:
            yield Way(path, fill, False)
        elif stroke is None:
            yield Way(path, fill, False, _rounded(short))
        elif fill == stroke:
            yield Way(path, fill, False, _rounded(short + width))
        elif not closes:
            yield Way(path, fill, False, _rounded(short - width))


def ways(element: Element) -> Iterator[Way]:
    """Yield how an element is filled and stroked; pictures that are no masks, and shadings, are neither."""
    match element:
        case TextMark():
            yield from text_ways(element)
        case PathMark():
            yield from path_ways(element)
        case ImageMark() if element.mask:
            yield Way(element, element.colour, False)


def size_of(text: TextMark) -> float:
    """Return the effective font size in pt (D0019)."""
    return _rounded(text.size)


def _rounded(value: float) -> float:
    return round(value, _DECIMALS)
