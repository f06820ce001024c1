"""Straight gradients as axial shadings. Knows no pages' layout, only stops and places in points."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from coverkit.render.pdf_inks import Inks
from coverkit.render.pdf_objects import Raw, Value, freeze
from coverkit.render.pdf_shapes import Sheet
from coverkit.scene.operations import Gradient, Stop

_PLACES = 6


def axial_shading(gradient: Gradient, sheet: Sheet, inks: Inks) -> dict[str, Value]:
    """Return the shading of a gradient in the policy's device space."""
    start, end = gradient.start, gradient.end
    line = [sheet.x(start.x), sheet.y(start.y), sheet.x(end.x), sheet.y(end.y)]
    return {
        "/ShadingType": 2,
        "/ColorSpace": inks.space,
        "/Coords": [round(place, 4) for place in line],
        "/Function": _function(gradient.stops, inks),
        "/Extend": [True, True],
    }


@lru_cache(maxsize=64)
def _function(stops: tuple[Stop, ...], inks: Inks) -> Raw:
    """Return the function that runs straight from stop to stop, written out."""
    places, colours = _ramps(stops, inks)
    ramps: list[Value] = [
        {"/FunctionType": 2, "/Domain": [0, 1], "/C0": before, "/C1": after, "/N": 1} for before, after in pairwise(colours)
    ]
    return freeze(
        {
            "/FunctionType": 3,
            "/Domain": [0, 1],
            "/Functions": ramps,
            "/Bounds": list(places[1:-1]),
            "/Encode": [0, 1] * len(ramps),
        }
    )


def _ramps(stops: tuple[Stop, ...], inks: Inks) -> tuple[list[float], list[list[float]]]:
    """Return places from 0 to 1 and a colour for each; the outer stops hold to the ends.

    Raises:
        ValueError: there is no stop.
    """
    if not stops:
        raise ValueError("a gradient needs a stop")
    ordered = sorted(stops, key=lambda stop: stop.at)
    places = [round(min(1.0, max(0.0, stop.at)), _PLACES) for stop in ordered]
    colours = [[round(part, 4) for part in inks.components(stop.ink)] for stop in ordered]
    if places[0] > 0:
        places, colours = [0.0, *places], [colours[0], *colours]
    if places[-1] < 1 or len(places) == 1:
        places, colours = [*places, 1.0], [*colours, colours[-1]]
    return places, colours
