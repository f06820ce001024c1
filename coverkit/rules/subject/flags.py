"""National flags that are drawn on a cover with shapes: a yellow star of five points on a red ground.

A star on a ground that fills most of the page, or far from the ground's middle, is an ornament and no flag. What pictures and
the campaign's art show cannot be seen from here.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from coverkit.geometry import Point, Rect
from coverkit.layout.cover import Cover
from coverkit.model.values import Cmyk
from coverkit.records import dataclass
from coverkit.rules.subject.shapes import contours, holds
from coverkit.scene.operations import Fill

_POINTS = 10
_SMALLEST_MM = 2.0
_LARGEST_SHARE = 0.6
"""Share of the page from which on a red ground is a background."""
_FARTHEST = 0.2
"""Share of the ground's longer side by which a flag's star may be off its middle; farther off it is an ornament."""
_STAR_SHARES = (0.08, 0.6)
"""A flag's star has a radius between these shares of the ground's longer side, however wrongly it is drawn."""


@dataclass(frozen=True, slots=True)
class Star:
    """A star of five points.

    Attributes:
        outer, inner: mean radius of its points and of the notches between, in mm.
        turn: degrees by which its top point is off straight up, -36 to 36.
        spread: by how much the radii of its points differ, as a share of the radius.
        straight: no edge is curved.
    """

    centre: Point
    outer: float
    inner: float
    turn: float
    spread: float
    straight: bool
    ink: Cmyk


@dataclass(frozen=True, slots=True)
class Flag:
    """A star and the ground it lies on.

    Attributes:
        box: the ground's upright bounds.
        corners: how many corners the ground's outline has.
        last: place of the star among the scene's operations.
        source: the element that the star belongs to.
    """

    box: Rect
    corners: int
    ground: Cmyk
    star: Star
    last: int
    source: str

    @property
    def length(self) -> float:
        """The longer side, in mm."""
        return max(self.box.width, self.box.height)


def drawn_flags(cover: Cover) -> Iterator[Flag]:
    """Yield the flags that shapes make, in the order of painting."""
    page = cover.scene.width * cover.scene.height
    below: list[Fill] = []
    for place, operation in enumerate(cover.scene.operations):
        if not isinstance(operation, Fill):
            continue
        star = _star(operation)
        ground = None if star is None else next((one for one in reversed(below) if holds(one, star.centre)), None)
        if star is not None and ground is not None and _is_flag(star, ground, page):
            yield Flag(ground.bounds, _corners(ground), ground.ink, star, place, operation.source)
        below.append(operation)


def _is_flag(star: Star, ground: Fill, page: float) -> bool:
    box = ground.bounds
    length = max(box.width, box.height)
    if not _is_red(ground.ink) or not _is_yellow(star.ink) or box.width * box.height > _LARGEST_SHARE * page:
        return False
    off = math.dist((star.centre.x, star.centre.y), (box.centre.x, box.centre.y))
    return off <= _FARTHEST * length and _STAR_SHARES[0] * length <= star.outer <= _STAR_SHARES[1] * length


def _star(fill: Fill) -> Star | None:
    """Return a filled outline as a star of five points, None for anything else."""
    lines = contours(fill.path)
    if len(lines) != 1:
        return None
    curved = any(step.verb == "C" for step in fill.path.segments)
    ends = [step.points[-1] for step in fill.path.segments if step.points]
    if len(ends) == _POINTS + 1 and math.dist((ends[0].x, ends[0].y), (ends[-1].x, ends[-1].y)) < 1e-6:
        ends.pop()
    if len(ends) != _POINTS:
        return None
    x, y = (sum(values) / _POINTS for values in zip(*((point.x, point.y) for point in ends), strict=True))
    radii = [math.dist((x, y), (point.x, point.y)) for point in ends]
    first = 0 if radii[0] > radii[1] else 1
    outer, inner = radii[first::2], radii[1 - first :: 2]
    if min(outer) <= max(inner) or sum(outer) / 5 < _SMALLEST_MM:
        return None
    mean = sum(outer) / 5
    turn = min((_off_top(point, x, y) for point in ends[first::2]), key=abs)
    spread = (max(outer) - min(outer)) / mean
    return Star(Point(x, y), mean, sum(inner) / 5, turn, spread, not curved, fill.ink)


def _off_top(point: Point, x: float, y: float) -> float:
    angle = math.degrees(math.atan2(point.x - x, y - point.y))
    return (angle + 180.0) % 360.0 - 180.0


def _corners(fill: Fill) -> int:
    points = [step.points[-1] for step in fill.path.segments if step.points]
    if len(points) > 1 and math.dist((points[0].x, points[0].y), (points[-1].x, points[-1].y)) < 1e-6:
        points.pop()
    return len(points)


def _is_red(ink: Cmyk) -> bool:
    return ink.m >= 0.7 and ink.y >= 0.6 and ink.c <= 0.35 and ink.k <= 0.5


def _is_yellow(ink: Cmyk) -> bool:
    return ink.y >= 0.5 and ink.m <= 0.5 and ink.c <= 0.25 and ink.k <= 0.3
