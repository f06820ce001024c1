"""Read SVG path data (M L H V C S Q T Z, absolute and relative; no arcs) into an outline."""

from __future__ import annotations

import re
from collections.abc import Callable

from coverkit.errors import InputError
from coverkit.geometry import Point
from coverkit.i18n import tr
from coverkit.scene.path import Path, Segment

_TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtZz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "Z": 0}


class _Pen:
    """Where drawing stands, and what was drawn."""

    def __init__(self) -> None:
        self.here = Point(0.0, 0.0)
        self.start = Point(0.0, 0.0)
        self.cubic: Point | None = None
        self.quadratic: Point | None = None
        self.segments: list[Segment] = []

    def move(self, to: Point) -> None:
        self.segments.append(Segment("M", (to,)))
        self.here = self.start = to

    def line(self, to: Point) -> None:
        self.segments.append(Segment("L", (to,)))
        self.here = to

    def curve(self, first: Point, second: Point, to: Point) -> None:
        self.segments.append(Segment("C", (first, second, to)))
        self.here, self.cubic = to, second

    def quad(self, control: Point, to: Point) -> None:
        def third(end: Point) -> Point:
            return Point(end.x + (control.x - end.x) * 2 / 3, end.y + (control.y - end.y) * 2 / 3)

        self.segments.append(Segment("C", (third(self.here), third(to), to)))
        self.here, self.quadratic = to, control

    def close(self) -> None:
        self.segments.append(Segment("Z"))
        self.here = self.start

    def mirrored(self, control: Point | None) -> Point:
        if control is None:
            return self.here
        return Point(2 * self.here.x - control.x, 2 * self.here.y - control.y)


def parse_path(data: str) -> Path:
    """Return the outline of SVG path data.

    Raises:
        InputError: an unknown command, or numbers missing.
    """
    if re.search(r"[^\sMmLlHhVvCcSsQqTtZz\d.,eE+-]", data):
        raise _wrong(data)
    tokens = _TOKEN.findall(data)
    pen, position = _Pen(), 0
    command = ""
    while position < len(tokens):
        if tokens[position].isalpha():
            command = tokens[position]
            position += 1
        elif command.upper() in ("", "Z"):
            raise _wrong(data)
        count = _COUNT[command.upper()]
        raw = tokens[position : position + count]
        if len(raw) < count or any(token.isalpha() for token in raw):
            raise _wrong(data)
        _draw(pen, command, [float(token) for token in raw])
        position += count
        command = {"M": "L", "m": "l"}.get(command, command)
    return Path(tuple(pen.segments))


def _draw(pen: _Pen, command: str, numbers: list[float]) -> None:
    kind = command.upper()
    base = pen.here if command.islower() else Point(0.0, 0.0)
    if kind == "H":
        points = [Point(base.x + numbers[0], pen.here.y)]
    elif kind == "V":
        points = [Point(pen.here.x, base.y + numbers[0])]
    else:
        points = [Point(base.x + numbers[i], base.y + numbers[i + 1]) for i in range(0, len(numbers), 2)]
    cubic, quadratic = pen.cubic, pen.quadratic
    pen.cubic = pen.quadratic = None
    steps: dict[str, Callable[[], None]] = {
        "M": lambda: pen.move(points[0]),
        "L": lambda: pen.line(points[0]),
        "H": lambda: pen.line(points[0]),
        "V": lambda: pen.line(points[0]),
        "C": lambda: pen.curve(points[0], points[1], points[2]),
        "S": lambda: pen.curve(pen.mirrored(cubic), points[0], points[1]),
        "Q": lambda: pen.quad(points[0], points[1]),
        "T": lambda: pen.quad(pen.mirrored(quadratic), points[0]),
        "Z": pen.close,
    }
    steps[kind]()


def _wrong(data: str) -> InputError:
    return InputError(
        tr("An outline cannot be read: “{data}…”", data=data[:40]),
        tr("Use SVG path data with M L H V C S Q T Z only; turn arcs into curves."),
    )
