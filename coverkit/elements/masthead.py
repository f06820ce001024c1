"""The unit's drawn masthead in the place of the publication's name: in the design's colour, or in inks of its own.

As a text of `;`-separated parts, each of numbers, inks in per cent, and path data as SVG writes it:

    nonzero DATA                            a shape in the design's colour for the name; "evenodd" likewise
    nonzero C,M,Y,K DATA                    a shape in an ink of its own
    line WIDTH ENDS C,M,Y,K DATA            a line; ENDS is "round" or "square", the width in the outline's units
    shade X0 Y0 X1 Y1 STOPS RULE DATA       a straight gradient; STOPS are AT:C,M,Y,K with slashes between, AT from 0 to 1
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from coverkit.elements.context import Composed, Context, TextStyle
from coverkit.errors import InputError
from coverkit.geometry import Point, Rect, union_all
from coverkit.i18n import tr
from coverkit.model.values import Cmyk
from coverkit.records import dataclass, replace
from coverkit.scene.operations import Fill, Gradient, Stop, Stroke
from coverkit.scene.path import Path
from coverkit.scene.svg_path import parse_path

NAME = "{publication}"
"""The text of a slot that shows the publication's name as the unit has it, and nothing else."""

_RULES = ("nonzero", "evenodd")
_MOST_PARTS, _MOST_STOPS = 500, 64
_ACROSS = {"center": 0.5, "right": 1.0}
_DOWN = {"middle": 0.5, "bottom": 1.0}
_POINTS = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a drawn masthead, in units of its own.

    Attributes:
        ink: its colour; None for the design's colour for the name.
        width: of a line; None for a shape.
        ends: where its gradient begins and ends; None without one.
    """

    path: Path
    even_odd: bool = False
    ink: Cmyk | None = None
    width: float | None = None
    round_ends: bool = False
    ends: tuple[Point, Point] | None = None
    stops: tuple[Stop, ...] = ()

    @property
    def bounds(self) -> Rect:
        """Bounds, a line's width included."""
        return self.path.bounds().outset((self.width or 0.0) / 2)


def compose_masthead(drawn: str, words: str, style: TextStyle, colour: str | Cmyk, context: Context) -> Composed:
    """Fit a drawn masthead into the context's box, aligned as the name would be.

    Args:
        drawn: as `model.document.Unit.masthead_outline`.
        words: what it says, for searching and for the rules.
        style: the name's style: its colour and alignment.
        colour: another colour, or "": for a masthead of one colour.
        context: the place.

    Raises:
        InputError: the drawing cannot be read.
    """
    parts = read_masthead(drawn)
    bounds, box = _around(parts), context.box
    scale = min(box.width / bounds.width, box.height / bounds.height)
    left = box.x + (box.width - bounds.width * scale) * _ACROSS.get(style.spec.align, 0.0)
    top = box.y + (box.height - bounds.height * scale) * _DOWN.get(style.spec.valign, 0.0)
    placing = _Placing(Point(left - bounds.x * scale, top - bounds.y * scale), scale, box.centre, context.angle)
    ink = context.colour(colour or style.colour)
    layers = tuple(_operation(part, placing, ink, context.element) for part in parts)
    return Composed(layers, union_all([one.bounds for one in layers]), plain_text=words)


@lru_cache(maxsize=8)
def read_masthead(drawn: str) -> tuple[Part, ...]:
    """Return the parts of a drawn masthead, the lowest first.

    Raises:
        InputError: it cannot be read, or shows nothing.
    """
    try:
        parts = tuple(_part(one.strip()) for one in drawn.split(";", _MOST_PARTS))
    except (ValueError, IndexError, InputError) as error:
        raise _unreadable() from error
    bounds = _around(parts)
    if not (bounds.width > 0 and bounds.height > 0):
        raise _unreadable()
    return parts


@dataclass(frozen=True, slots=True)
class _Placing:
    """Takes points of the drawing to the page: scaled, moved, and turned about a point."""

    origin: Point
    scale: float
    about: Point
    angle: float

    def path(self, path: Path) -> Path:
        steps = tuple(replace(step, points=tuple(map(self._flat, step.points))) for step in path.segments)
        return Path(steps).turned(self.about, self.angle)

    def point(self, point: Point) -> Point:
        return Path.line(self._flat(point), self.about).turned(self.about, self.angle).segments[0].points[0]

    def _flat(self, point: Point) -> Point:
        return Point(self.origin.x + point.x * self.scale, self.origin.y + point.y * self.scale)


def _operation(part: Part, placing: _Placing, ink: Cmyk, source: str) -> Fill | Stroke | Gradient:
    path = placing.path(part.path)
    if part.ends is not None:
        return Gradient(source, path, placing.point(part.ends[0]), placing.point(part.ends[1]), part.stops)
    if part.width is not None:
        width = part.width * placing.scale * _POINTS
        return Stroke(source, path, part.ink or ink, width, round_ends=part.round_ends)
    return Fill(source, path, part.ink or ink, part.even_odd)


def _part(text: str) -> Part:
    words = iter(text.split(" "))
    kind = next(words)
    if kind in _RULES:
        first, _, rest = " ".join(words).partition(" ")
        if "," in first and first[:1].isdigit():
            return Part(_path(rest), kind == "evenodd", _ink(first))
        return Part(_path(f"{first} {rest}"), kind == "evenodd")
    if kind == "line":
        width, ends, ink = _number(words), _one_of(words, "round", "square"), _ink(next(words, ""))
        return Part(_path(" ".join(words)), ink=ink, width=width, round_ends=ends == "round")
    if kind == "shade":
        start, end = Point(_number(words), _number(words)), Point(_number(words), _number(words))
        stops = tuple(_stops(next(words, "")))
        if _one_of(words, *_RULES) == "evenodd":
            raise ValueError("a gradient fills by the nonzero rule")
        return Part(_path(" ".join(words)), ends=(start, end), stops=stops)
    raise ValueError(kind)


def _path(data: str) -> Path:
    path = parse_path(data)
    if not any(step.points for step in path.segments):
        raise ValueError("an outline has points")
    return path


def _stops(text: str) -> Iterator[Stop]:
    listed = text.split("/")
    places = [float(one.partition(":")[0]) for one in listed]
    if not 2 <= len(listed) <= _MOST_STOPS or sorted(places) != places or not (places[0] >= 0 and places[-1] <= 1):
        raise ValueError("a gradient has stops in order")
    for place, one in zip(places, listed, strict=True):
        yield Stop(place, _ink(one.partition(":")[2]))


def _ink(text: str) -> Cmyk:
    parts = [float(one) / 100 for one in text.split(",")]
    if len(parts) != 4 or not all(0 <= one <= 1 for one in parts):
        raise ValueError("an ink has four parts")
    return Cmyk(*parts)


def _number(words: Iterator[str]) -> float:
    value = float(next(words, ""))
    if not abs(value) < 100_000:
        raise ValueError("a number is finite")
    return value


def _one_of(words: Iterator[str], *known: str) -> Literal["nonzero", "evenodd", "round", "square"]:
    word = next(words, "")
    if word not in known:
        raise ValueError(word)
    return word  # type: ignore[return-value]  # it is one of the known words


def _around(parts: tuple[Part, ...]) -> Rect:
    return union_all([one.bounds for one in parts]) or Rect(0.0, 0.0, 0.0, 0.0)


def _unreadable() -> InputError:
    return InputError(
        tr("The unit's drawn masthead cannot be read."),
        tr("Take it in again: coverkit units masthead NAME FILE; or take it off: coverkit units masthead NAME --none."),
    )
