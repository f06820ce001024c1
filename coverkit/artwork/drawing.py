"""A drawing: what a page or an SVG paints, as plain data. Points, origin at the lower left corner of the art, y upwards.

Outlines are lists of steps as PDF writes them: "m" and "l" with two numbers, "c" with six, "h" with none.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TypeVar

from coverkit.model.values import Cmyk
from coverkit.records import dataclass, replace

Matrix = tuple[float, float, float, float, float, float]
Step = tuple[str, tuple[float, ...]]
Outline = tuple[Step, ...]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Rgb:
    """A colour of a screen, 0 to 1; `profile` is its ICC profile, empty for sRGB."""

    r: float
    g: float
    b: float
    profile: bytes = b""

    @property
    def hex(self) -> str:
        """The colour as #RRGGBB."""
        return "#" + "".join(f"{min(255, max(0, round(part * 255))):02X}" for part in (self.r, self.g, self.b))


@dataclass(frozen=True, slots=True)
class Spot:
    """A named ink at a tint (0 to 1), with the colour that stands for it where the ink is not at hand."""

    name: str
    tint: float
    stand_in: Rgb | Cmyk


Colour = Rgb | Cmyk | Spot


@dataclass(frozen=True, slots=True)
class Clip:
    """An outline that what is painted is confined to."""

    outline: Outline
    even_odd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that is painted.

    Attributes:
        clips: it shows inside all of them; the outermost first.
        opacity: 1 is opaque.
        group: items of one number are seen through together; 0 for none.
    """

    clips: tuple[Clip, ...] = ()
    opacity: float = 1.0
    group: int = 0


@dataclass(frozen=True, slots=True)
class Fill(Item):
    """A filled outline."""

    outline: Outline
    colour: Colour
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """How a stroke runs, in the units of its own outline; caps and joins are numbered as in PDF."""

    width: float = 1.0
    cap: int = 0
    join: int = 0
    miter: float = 10.0
    dash: tuple[float, ...] = ()
    phase: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke(Item):
    """A stroked outline in coordinates of its own; `matrix` takes it, pen and all, to the page."""

    outline: Outline
    matrix: Matrix
    colour: Colour
    line: Line


@dataclass(frozen=True, slots=True)
class Shade(Item):
    """A gradient that fills the clips: along a line (4 numbers) or between two circles (6), stops by place, 0 to 1."""

    coords: tuple[float, ...]
    matrix: Matrix
    stops: tuple[tuple[float, Colour], ...]
    extend: tuple[bool, bool] = (True, True)


@dataclass(frozen=True, slots=True)
class Pixels:
    """Pixels row by row from the top, 8 bits a channel: "RGB", "CMYK" (255 is full ink) or "L" (255 is paper).

    Attributes:
        profile: the ICC profile, empty for none.
        alpha: a byte for each pixel, 255 is opaque; empty where all of it is.
    """

    mode: str
    width: int
    height: int
    data: bytes
    profile: bytes = b""
    alpha: bytes = b""


@dataclass(frozen=True, slots=True)
class Raster(Item):
    """A picture; `matrix` takes the unit square to the page."""

    matrix: Matrix
    pixels: Pixels

    @property
    def ppi(self) -> float:
        """Pixels per inch on the worse axis."""
        a, b, c, d, _, _ = self.matrix
        across, down = math.hypot(a, b), math.hypot(c, d)
        return 72.0 * min(self.pixels.width / max(across, 1e-9), self.pixels.height / max(down, 1e-9))


Painted = Fill | Stroke | Shade | Raster


@dataclass(frozen=True, slots=True)
class Drawing:
    """What was read from a file: size in points, and what it paints from the lowest to the topmost.

    Attributes:
        outlined: words that were turned into outlines on the way.
        dropped: things that were left out because they do not show, by name.
    """

    width: float
    height: float
    items: tuple[Painted, ...]
    outlined: int = 0
    dropped: tuple[str, ...] = ()


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does `first`, then `then`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def moved(outline: Iterable[Step], matrix: Matrix) -> Outline:
    """Return an outline taken through a matrix."""
    a, b, c, d, e, f = matrix
    return tuple(
        (verb, tuple(n for x, y in zip(at[::2], at[1::2], strict=True) for n in (a * x + c * y + e, b * x + d * y + f)))
        for verb, at in outline
    )


def rectangle(left: float, bottom: float, right: float, top: float) -> Outline:
    """Return the outline of a rectangle."""
    return ("m", (left, bottom)), ("l", (right, bottom)), ("l", (right, top)), ("l", (left, top)), ("h", ())


def scale_of(matrix: Matrix) -> float:
    """Return the mean scale of a matrix."""
    a, b, c, d, _, _ = matrix
    return math.sqrt(abs(a * d - b * c))


def scaled(drawing: Drawing, factor: float) -> Drawing:
    """Return a drawing of another size."""
    by: Matrix = (factor, 0.0, 0.0, factor, 0.0, 0.0)
    items = tuple(_scaled_item(item, by) for item in drawing.items)
    return replace(drawing, width=drawing.width * factor, height=drawing.height * factor, items=items)


def _scaled_item(item: Painted, by: Matrix) -> Painted:
    clips = tuple(Clip(moved(clip.outline, by), clip.even_odd) for clip in item.clips)
    if isinstance(item, Fill):
        return replace(item, outline=moved(item.outline, by), clips=clips)
    return replace(item, matrix=times(item.matrix, by), clips=clips)


def box_of(outline: Iterable[Step]) -> Box | None:
    """Return the bounds of all points of an outline, control points included; None without any."""
    numbers = [number for _, at in outline for number in at]
    xs, ys = numbers[::2], numbers[1::2]
    return (min(xs), min(ys), max(xs), max(ys)) if xs else None


def common(one: Box | None, other: Box | None) -> Box | None:
    """Return what two boxes share, None for nothing."""
    if one is None or other is None:
        return None
    box = max(one[0], other[0]), max(one[1], other[1]), min(one[2], other[2]), min(one[3], other[3])
    return box if box[0] < box[2] and box[1] < box[3] else None


def seen_box(item: Painted, width: float, height: float) -> Box | None:
    """Return the bounds of what shows of an item on a page of a size, None when nothing does."""
    box: Box | None = (0.0, 0.0, width, height)
    for clip in item.clips:
        box = common(box, box_of(clip.outline))
    match item:
        case Fill():
            return common(box, box_of(item.outline))
        case Stroke():
            around = box_of(moved(item.outline, item.matrix))
            reach = item.line.width * scale_of(item.matrix) / 2 * (item.line.miter if item.line.join == 0 else 1.5)
            reach = max(reach, 0.05)
            return common(box, around and (around[0] - reach, around[1] - reach, around[2] + reach, around[3] + reach))
        case Raster():
            return common(box, box_of(moved(rectangle(0.0, 0.0, 1.0, 1.0), item.matrix)))
        case Shade():
            return box


def tight_box(outline: Iterable[Step]) -> Box | None:
    """Return the exact bounds of an outline; None for an empty one."""
    from fontTools.misc.bezierTools import calcCubicBounds

    boxes: list[Box] = []
    here = (0.0, 0.0)
    for verb, at in outline:
        if verb == "c":
            boxes.append(calcCubicBounds(here, at[0:2], at[2:4], at[4:6]))
        elif at:
            boxes.append((*at, *at))  # type: ignore[arg-type]  # a point, twice
        here = (at[-2], at[-1]) if at else here
    if not boxes:
        return None
    lefts, lows, rights, tops = zip(*boxes, strict=True)
    return float(min(lefts)), float(min(lows)), float(max(rights)), float(max(tops))


_COLOUR = TypeVar("_COLOUR", bound=Colour)
_NEAREST = 1e-4
"""Two stops at one place stand this far apart, so that no function has an empty piece."""


def even(stops: Sequence[tuple[float, _COLOUR]]) -> tuple[tuple[float, _COLOUR], ...]:
    """Return stops that begin at 0, end at 1 and rise in between; the given places do not fall and lie from 0 to 1."""
    if not stops:
        return ()
    listed = [*stops] if stops[0][0] <= 0 else [(0.0, stops[0][1]), *stops]
    if listed[-1][0] < 1:
        listed.append((1.0, listed[-1][1]))
    found = [(0.0, listed[0][1])]
    last = len(listed) - 1
    for index, (at, colour) in enumerate(listed[1:], 1):
        found.append((1.0 if index == last else min(max(at, found[-1][0] + _NEAREST), 1 - _NEAREST * (last - index)), colour))
    return tuple(found) if len(found) > 1 else (found[0], (1.0, found[0][1]))
