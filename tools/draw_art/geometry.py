"""Paths in millimetres, origin at the lower left: building, transforming and tracing them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

Point = tuple[float, float]
Segment = tuple[str, tuple[Point, ...]]

KAPPA = 0.5522847498


@dataclass
class Path:
    """Sub-paths made of the segments ``m``, ``l``, ``c`` and ``h``."""

    segments: list[Segment] = field(default_factory=list)

    def move(self, x: float, y: float) -> Path:
        """Start a sub-path."""
        self.segments.append(("m", ((x, y),)))
        return self

    def line(self, x: float, y: float) -> Path:
        """Draw a straight line to a point."""
        self.segments.append(("l", ((x, y),)))
        return self

    def curve(self, a: Point, b: Point, c: Point) -> Path:
        """Draw a cubic curve to ``c``."""
        self.segments.append(("c", (a, b, c)))
        return self

    def close(self) -> Path:
        """Close the sub-path."""
        self.segments.append(("h", ()))
        return self

    def add(self, other: Path) -> Path:
        """Append the sub-paths of another path."""
        self.segments.extend(other.segments)
        return self

    def mapped(self, change: Callable[[Point], Point]) -> Path:
        """The path with each point changed."""
        return Path([(op, tuple(change(p) for p in points)) for op, points in self.segments])

    def moved(self, dx: float, dy: float) -> Path:
        """The path shifted."""
        return self.mapped(lambda p: (p[0] + dx, p[1] + dy))

    def scaled(self, sx: float, sy: float | None = None) -> Path:
        """The path scaled about the origin."""
        vertical = sx if sy is None else sy
        return self.mapped(lambda p: (p[0] * sx, p[1] * vertical))

    def turned(self, degrees: float) -> Path:
        """The path turned anticlockwise about the origin."""
        cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        return self.mapped(lambda p: (p[0] * cos - p[1] * sin, p[0] * sin + p[1] * cos))

    def box(self) -> tuple[float, float, float, float]:
        """Bounds of the curves themselves, not of their control points."""
        points = list(self._outline())
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        return min(xs), min(ys), max(xs), max(ys)

    def _outline(self) -> Iterable[Point]:
        last: Point = (0.0, 0.0)
        for op, points in self.segments:
            if op == "c":
                for step in range(1, 17):
                    yield bezier(last, points[0], points[1], points[2], step / 16)
            elif points:
                yield points[0]
            if points:
                last = points[-1]


def bezier(p0: Point, p1: Point, p2: Point, p3: Point, t: float) -> Point:
    """The point of a cubic curve at ``t``."""
    s = 1 - t
    weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
    around = (p0, p1, p2, p3)
    return (
        sum(w * p[0] for w, p in zip(weights, around, strict=True)),
        sum(w * p[1] for w, p in zip(weights, around, strict=True)),
    )


def polar(centre: Point, radius: float, degrees: float) -> Point:
    """The point at a distance and a direction from ``centre``."""
    angle = math.radians(degrees)
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def rectangle(x: float, y: float, width: float, height: float) -> Path:
    """A rectangle, anticlockwise."""
    return polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])


def polygon(points: Sequence[Point]) -> Path:
    """A closed polygon."""
    path = Path().move(*points[0])
    for point in points[1:]:
        path.line(*point)
    return path.close()


def ellipse(centre: Point, rx: float, ry: float | None = None) -> Path:
    """An ellipse of four curves, anticlockwise; a circle without ``ry``."""
    x, y = centre
    vertical = rx if ry is None else ry
    kx, ky = rx * KAPPA, vertical * KAPPA
    path = Path().move(x + rx, y)
    path.curve((x + rx, y + ky), (x + kx, y + vertical), (x, y + vertical))
    path.curve((x - kx, y + vertical), (x - rx, y + ky), (x - rx, y))
    path.curve((x - rx, y - ky), (x - kx, y - vertical), (x, y - vertical))
    path.curve((x + kx, y - vertical), (x + rx, y - ky), (x + rx, y))
    return path.close()


def arc_to(path: Path, centre: Point, radius: float, start: float, end: float) -> Path:
    """Continue ``path``, already at the angle ``start``, along a circle to the angle ``end``."""
    pieces = max(1, math.ceil(abs(end - start) / 45))
    step = (end - start) / pieces
    reach = 4 / 3 * math.tan(math.radians(step) / 4) * radius
    for index in range(pieces):
        a, b = start + index * step, start + (index + 1) * step
        p, q = polar(centre, radius, a), polar(centre, radius, b)
        path.curve(polar(p, reach, a + 90), polar(q, -reach, b + 90), q)
    return path


def arc(centre: Point, radius: float, start: float, end: float) -> Path:
    """An open arc of a circle."""
    return arc_to(Path().move(*polar(centre, radius, start)), centre, radius, start, end)


def flowing(points: Sequence[Point], tension: float = 0.5) -> list[Segment]:
    """Curve segments through ``points`` (Catmull-Rom), the first point being the current one."""
    padded = [points[0], *points, points[-1]]
    reach = tension / 3
    out: list[Segment] = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first = (start[0] + (end[0] - before[0]) * reach, start[1] + (end[1] - before[1]) * reach)
        second = (end[0] - (after[0] - start[0]) * reach, end[1] - (after[1] - start[1]) * reach)
        out.append(("c", (first, second, end)))
    return out


def ridge(points: Sequence[Point], floor: float) -> Path:
    """A hill: a smooth upper edge through ``points``, closed down to the level ``floor``."""
    path = Path().move(points[0][0], floor).line(*points[0])
    path.segments.extend(flowing(points))
    return path.line(points[-1][0], floor).close()


def strip_between(upper: Sequence[Point], lower: Sequence[Point]) -> Path:
    """The area between two smooth lines that run the same way."""
    path = Path().move(*upper[0])
    path.segments.extend(flowing(upper))
    path.line(*lower[-1])
    path.segments.extend(flowing(lower[::-1]))
    return path.close()


def between(first: Sequence[Point], second: Sequence[Point], share: float) -> list[Point]:
    """The line ``share`` of the way from one line to another of as many points."""
    return [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for a, b in zip(first, second, strict=True)]


def trace_cells(rows: Sequence[str], mark: str, size: float) -> Path:
    """The outline of all cells of ``rows`` (top row first) that equal ``mark``, without seams."""
    height = len(rows)
    edges: dict[Point, list[Point]] = {}
    for row, text in enumerate(rows):
        for x, cell in enumerate(text):
            if cell == mark:
                y = height - 1 - row
                corners: list[Point] = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]
                for a, b in zip(corners, corners[1:] + corners[:1], strict=True):
                    if a in edges.get(b, []):
                        edges[b].remove(a)
                    else:
                        edges.setdefault(a, []).append(b)
    path = Path()
    while any(edges.values()):
        path.add(polygon([(x * size, y * size) for x, y in _loop(edges)]))
    return path


def _loop(edges: dict[Point, list[Point]]) -> list[Point]:
    start = min(point for point, targets in edges.items() if targets)
    loop, here = [start], edges[start].pop()
    while here != start:
        loop.append(here)
        here = edges[here].pop()
    keep = []
    for before, point, after in zip(loop[-1:] + loop, loop, loop[1:] + loop[:1], strict=False):
        turn = (point[0] - before[0]) * (after[1] - point[1])
        turn -= (point[1] - before[1]) * (after[0] - point[0])
        if turn:
            keep.append(point)
    return keep
