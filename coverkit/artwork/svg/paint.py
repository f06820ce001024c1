"""Paint servers of an SVG: plain colours, gradients, and patterns as cells to be drawn."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping

from coverkit.artwork.drawing import IDENTITY, Box, Matrix, Rgb, even, times
from coverkit.artwork.refusal import not_simple, transparent, unreadable
from coverkit.artwork.svg.outlines import transform_of
from coverkit.artwork.svg.source import SVG, reference
from coverkit.artwork.svg.style import Style, Styles, colour, length, share
from coverkit.artwork.svg.view import fitted
from coverkit.i18n import tr
from coverkit.records import dataclass

URL = re.compile(r"\s*url\(\s*['\"]?#([^'\")]*)['\"]?\s*\)\s*(.*)")
_DEEPEST = 10


@dataclass(frozen=True, slots=True)
class Gradient:
    """A gradient: along a line (4 numbers) or between circles (6), in the coordinates that `matrix` takes to the element's."""

    coords: tuple[float, ...]
    matrix: Matrix
    stops: tuple[tuple[float, Rgb], ...]
    opacity: float


@dataclass(frozen=True, slots=True)
class Flat:
    """One colour."""

    colour: Rgb
    opacity: float


@dataclass(frozen=True, slots=True)
class Tiled:
    """A pattern: what is drawn in each cell, the cell in user units, and the matrices of its content and of the whole."""

    content: ET.Element
    cell: Box
    inner: Matrix
    matrix: Matrix
    opacity: float


class Paints:
    """The paint servers of one document by their ids."""

    def __init__(self, ids: Mapping[str, ET.Element], styles: Styles, view: tuple[float, float], name: str) -> None:
        self._ids = ids
        self._styles = styles
        self._view = view
        self._name = name

    def of(self, style: Style, key: str, box: Box | None) -> Flat | Gradient | Tiled | None:
        """Return what `fill` or `stroke` (the key) paints; None for nothing.

        Args:
            style: the element's.
            key: "fill" or "stroke".
            box: the outline's own bounds, which most gradients are measured by.
        """
        value, opacity = style[key], share(style[f"{key}-opacity"], self._name)
        found = URL.fullmatch(value)
        if found is None:
            rgba = colour(value, style["color"], self._name)
            return None if rgba is None else Flat(Rgb(*rgba[:3]), rgba[3] * opacity)
        server = self._ids.get(found[1])
        if server is None:
            rgba = colour(found[2], style["color"], self._name) if found[2] else None
            return None if rgba is None else Flat(Rgb(*rgba[:3]), rgba[3] * opacity)
        if server.tag == f"{SVG}pattern":
            return self._tiled(server, opacity, box)
        if server.tag not in (f"{SVG}linearGradient", f"{SVG}radialGradient"):
            raise not_simple(self._name, tr("a pattern fill"))
        return self._gradient(server, opacity, box)

    def _chain(self, server: ET.Element) -> list[ET.Element]:
        """Return a gradient and those that it takes what it lacks from."""
        chain = [server]
        while len(chain) < _DEEPEST:
            following = self._ids.get(reference(chain[-1], self._name))
            if following is None or following in chain:
                break
            chain.append(following)
        return chain

    def _gradient(self, server: ET.Element, opacity: float, box: Box | None) -> Flat | Gradient | None:
        chain = self._chain(server)

        def entry(key: str, default: str) -> str:
            return next((found for one in chain if (found := one.get(key)) is not None), default)

        stops, through = self._stops(next((one for one in chain if one.find(f"{SVG}stop") is not None), server))
        if not stops:
            return None
        if entry("spreadMethod", "pad") != "pad":
            raise not_simple(self._name, tr("a gradient that repeats itself"))
        by_box = entry("gradientUnits", "objectBoundingBox") != "userSpaceOnUse"
        if by_box and (box is None or box[2] <= box[0] or box[3] <= box[1]):
            return Flat(stops[-1][1], opacity * through)
        whole = (1.0, 1.0) if by_box else self._view

        def place(key: str, default: str, of: float) -> float:
            return length(entry(key, default), of, self._name)

        if server.tag == f"{SVG}linearGradient":
            coords: tuple[float, ...] = (
                *(place("x1", "0%", whole[0]), place("y1", "0%", whole[1])),
                *(place("x2", "100%", whole[0]), place("y2", "0%", whole[1])),
            )
            if coords[:2] == coords[2:]:
                return Flat(stops[-1][1], opacity * through)
        else:
            radius = ((whole[0] ** 2 + whole[1] ** 2) / 2) ** 0.5
            x, y, r = place("cx", "50%", whole[0]), place("cy", "50%", whole[1]), place("r", "50%", radius)
            if r <= 0:
                return Flat(stops[-1][1], opacity * through)
            coords = (place("fx", repr(x), whole[0]), place("fy", repr(y), whole[1]), place("fr", "0", radius), x, y, r)
        matrix = transform_of(entry("gradientTransform", ""), self._name)
        if by_box and box is not None:
            matrix = times(matrix, (box[2] - box[0], 0.0, 0.0, box[3] - box[1], box[0], box[1]))
        return Gradient(coords, matrix, stops, opacity * through)

    def _tiled(self, server: ET.Element, opacity: float, box: Box | None) -> Tiled | None:
        chain = self._chain(server)

        def entry(key: str, default: str) -> str:
            return next((found for one in chain if (found := one.get(key)) is not None), default)

        def units(key: str, default: str) -> bool:
            return entry(key, default) != "userSpaceOnUse"

        content = next((one for one in chain if len(one)), None)
        by_box = units("patternUnits", "objectBoundingBox")
        if content is None or box is None:
            return None
        whole = (1.0, 1.0) if by_box else self._view
        sides = zip(("x", "y", "width", "height"), (*whole, *whole), strict=True)
        x, y, width, height = (length(entry(key, "0"), of, self._name) for key, of in sides)
        across, down = (box[2] - box[0], box[3] - box[1]) if by_box else (1.0, 1.0)
        left, top = (box[0], box[1]) if by_box else (0.0, 0.0)
        cell = left + x * across, top + y * down, left + (x + width) * across, top + (y + height) * down
        if cell[2] - cell[0] <= 0 or cell[3] - cell[1] <= 0:
            return None
        origin: Matrix = (1.0, 0.0, 0.0, 1.0, cell[0], cell[1])
        inner = origin
        view = [float(part) for part in re.findall(r"[-+.\deE]+", entry("viewBox", ""))]
        if len(view) == 4 and view[2] > 0 and view[3] > 0:
            size = cell[2] - cell[0], cell[3] - cell[1]
            own = fitted((view[0], view[1], view[2], view[3]), size, entry("preserveAspectRatio", ""))
            inner = times(own, origin)
        elif units("patternContentUnits", "userSpaceOnUse"):
            inner = times((box[2] - box[0], 0.0, 0.0, box[3] - box[1], 0.0, 0.0), origin)
        return Tiled(content, cell, inner, transform_of(entry("patternTransform", ""), self._name), opacity)

    def _stops(self, holder: ET.Element) -> tuple[tuple[tuple[float, Rgb], ...], float]:
        """Return the stops in order and the opacity that they share.

        Raises:
            InputError: their opacities differ.
        """
        found: list[tuple[float, Rgb]] = []
        opacities: set[float] = set()
        for stop in holder.iter(f"{SVG}stop"):
            style = self._styles.of(stop, {})
            rgba = colour(style.get("stop-color", "black"), style["color"], self._name)
            if rgba is None:
                raise transparent(self._name)
            at = share(stop.get("offset", "0"), self._name)
            found.append((max(at, found[-1][0]) if found else at, Rgb(*rgba[:3])))
            opacities.add(round(rgba[3] * share(style.get("stop-opacity", "1"), self._name), 4))
        if len(opacities) > 1:
            raise transparent(self._name)
        return even(found), opacities.pop() if opacities else 1.0


def through_box(box: Box | None) -> Matrix:
    """Return the matrix from the unit square to a box."""
    return IDENTITY if box is None else (box[2] - box[0], 0.0, 0.0, box[3] - box[1], box[0], box[1])


def target_of(value: str, name: str) -> str:
    """Return the id in a `url(#id)`, "" for "none".

    Raises:
        InputError: it is neither.
    """
    if value in ("", "none"):
        return ""
    found = URL.fullmatch(value)
    if found is None:
        raise unreadable(name, tr("“{value}” cannot be read", value=value[:40]))
    return found[1]
