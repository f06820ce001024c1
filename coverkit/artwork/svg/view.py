"""The view of an SVG: its size, and how its own coordinates are fitted into it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from coverkit.artwork.drawing import Matrix
from coverkit.artwork.refusal import unreadable
from coverkit.artwork.svg.style import length
from coverkit.i18n import tr
from coverkit.records import dataclass

_LARGEST = 19_200.0
"""Px; the longest page that PDF knows."""
_SHIFTS = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


@dataclass(frozen=True, slots=True)
class View:
    """Width and height in px, the size of the inner coordinates, and the matrix from these to px."""

    width: float
    height: float
    inner: tuple[float, float]
    matrix: Matrix


def view_of(element: ET.Element, name: str, outer: tuple[float, float] | None = None) -> View:
    """Return the view of an `svg` or `symbol` element; per cents are of `outer`.

    Raises:
        InputError: it has no size, or none that can be printed.
    """
    box = [float(part) for part in re.findall(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?", element.get("viewBox", ""))]
    own = (box[2], box[3]) if len(box) == 4 else None
    whole = outer or own or (0.0, 0.0)
    width, height = (length(element.get(key, "100%"), of, name) for key, of in zip(("width", "height"), whole, strict=True))
    if not (0.1 < width <= _LARGEST and 0.1 < height <= _LARGEST):
        raise unreadable(name, tr("it states no size, or one that no page has"))
    if own is None:
        return View(width, height, (width, height), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0))
    if not (own[0] > 0 and own[1] > 0):
        raise unreadable(name, tr("it states no size, or one that no page has"))
    return View(width, height, own, fitted((box[0], box[1], *own), (width, height), element.get("preserveAspectRatio", "")))


def fitted(box: tuple[float, float, float, float], size: tuple[float, float], ratio: str) -> Matrix:
    """Return the matrix that fits a box (x, y, width, height) into a size by a `preserveAspectRatio`."""
    across, down = size[0] / box[2], size[1] / box[3]
    if ratio.strip().startswith("none"):
        return across, 0.0, 0.0, down, -box[0] * across, -box[1] * down
    scale = max(across, down) if "slice" in ratio else min(across, down)
    found = re.search(r"x(Min|Mid|Max)Y(Min|Mid|Max)", ratio)
    left, top = (_SHIFTS[found[1]], _SHIFTS[found[2]]) if found else (0.5, 0.5)
    return (
        scale,
        0.0,
        0.0,
        scale,
        (size[0] - box[2] * scale) * left - box[0] * scale,
        (size[1] - box[3] * scale) * top - box[1] * scale,
    )
