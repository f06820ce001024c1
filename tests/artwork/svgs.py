"""SVG files for tests."""

from __future__ import annotations

from coverkit.artwork.drawing import Drawing, Painted
from coverkit.artwork.svg.reader import svg_drawing


def svg(body: str, *, root: str = 'width="100" height="50"', before: str = "") -> bytes:
    """Return an SVG file of 75 × 37.5 points."""
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {spaces} {root}>{body}</svg>".encode()


def drawn(body: str, **more: str) -> Drawing:
    """Read a body as a drawing."""
    return svg_drawing(svg(body, **more), "hình.svg")


def only(body: str, **more: str) -> Painted:
    """Return the one thing that a body paints."""
    (item,) = drawn(body, **more).items
    return item
