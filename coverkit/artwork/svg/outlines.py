"""Shapes of an SVG as outlines, its transforms as matrices. fontTools reads path data, arcs and basic shapes."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from fontTools.svgLib.path import PathBuilder, parse_path

from coverkit.artwork.drawing import IDENTITY, Matrix, Outline, times
from coverkit.artwork.pens import StepPen
from coverkit.artwork.refusal import unreadable
from coverkit.artwork.svg.source import SVG
from coverkit.artwork.svg.style import length
from coverkit.i18n import tr

SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
_MOST_STEPS = 500_000
_LENGTHS = ("x", "y", "width", "height", "rx", "ry", "cx", "cy", "r", "x1", "y1", "x2", "y2")
_NEEDED = {"rect": ("width", "height"), "circle": ("r",), "ellipse": ("rx", "ry")}
"""Sizes without which a shape does not show."""
_TRANSFORM = re.compile(r"\s*,?\s*(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^()]*)\)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def outline_of(element: ET.Element, view: tuple[float, float], name: str) -> Outline:
    """Return the outline of a basic shape or path, in its own coordinates.

    Args:
        element: the shape.
        view: width and height of the view, of which per cents are.
        name: what messages call the file.

    Raises:
        InputError: its data cannot be read, or are too many.
    """
    tag = element.tag.removeprefix(SVG)
    shape = ET.Element(tag, _plain_lengths(element, view, name))
    if any(not float(shape.get(key, "0")) > 0 for key in _NEEDED.get(tag, ())) or (tag == "path" and not shape.get("d")):
        return ()
    builder = PathBuilder()
    pen = StepPen()
    try:
        builder.add_path_from_element(shape)
        for data in builder.paths:
            parse_path(data, pen)
    except Exception as error:
        # fontTools raises nearly anything on wrong path data: ValueError, IndexError, AssertionError, TypeError …
        raise unreadable(name, tr("the outline of “{id}” is damaged", id=element.get("id", shape.tag)[:40])) from error
    if len(pen.steps) > _MOST_STEPS:
        raise unreadable(name, tr("it has too many elements, or they nest too deeply"))
    return tuple(pen.steps)


def _plain_lengths(element: ET.Element, view: tuple[float, float], name: str) -> dict[str, str]:
    """Return the geometry attributes with all lengths as plain numbers, as fontTools wants them."""
    across = {"x", "width", "rx", "cx", "x1", "x2"}
    diagonal = ((view[0] ** 2 + view[1] ** 2) / 2) ** 0.5
    found = {key: element.get(key, "") for key in ("d", "points") if element.get(key)}
    for key in _LENGTHS:
        value = element.get(key)
        if value is not None and value != "auto":
            whole = diagonal if key == "r" else view[0] if key in across else view[1]
            found[key] = repr(length(value, whole, name))
    return found


def transform_of(value: str, name: str) -> Matrix:
    """Return the matrix of a `transform` attribute.

    Raises:
        InputError: it cannot be read.
    """
    import math

    matrix, at = IDENTITY, 0
    for found in _TRANSFORM.finditer(value):
        if found.start() != at:
            break
        numbers = [float(number) for number in _NUMBER.findall(found[2])]
        at = found.end()
        match found[1], numbers:
            case "matrix", [a, b, c, d, e, f]:
                step: Matrix = (a, b, c, d, e, f)
            case "translate", [x, *rest]:
                step = (1.0, 0.0, 0.0, 1.0, x, rest[0] if rest else 0.0)
            case "scale", [x, *rest]:
                step = (x, 0.0, 0.0, rest[0] if rest else x, 0.0, 0.0)
            case "rotate", [angle, *rest]:
                turn, (x, y) = math.radians(angle), (rest[0], rest[1]) if len(rest) == 2 else (0.0, 0.0)
                cos, sin = math.cos(turn), math.sin(turn)
                step = (cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos)
            case "skewX", [angle]:
                step = (1.0, 0.0, math.tan(math.radians(angle)), 1.0, 0.0, 0.0)
            case "skewY", [angle]:
                step = (1.0, math.tan(math.radians(angle)), 0.0, 1.0, 0.0, 0.0)
            case _:
                break
        matrix = times(step, matrix)
    if value[at:].strip(" ,\t\r\n") not in ("", "none"):
        raise unreadable(name, tr("the transformation “{value}” cannot be read", value=value[:40]))
    return matrix
