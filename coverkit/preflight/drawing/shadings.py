"""Shadings of a PDF as gradients: straight and round ones."""

from __future__ import annotations

from coverkit.artwork.drawing import Clip, Colour, Matrix, Shade, even
from coverkit.artwork.refusal import not_simple
from coverkit.i18n import tr
from coverkit.preflight import values
from coverkit.preflight.drawing.colours import space_of
from coverkit.preflight.drawing.functions import function_of

_PIECES = 64
_FINE = 1e-3


def shade_of(
    shading: object, matrix: Matrix, clips: tuple[Clip, ...], opacity: float, resources: object, group: int, name: str
) -> Shade:
    """Return a shading as a gradient that fills the clips.

    Raises:
        InputError: it is a mesh or the like, or its colours are not understood.
    """
    kind = values.integer(values.get(shading, "/ShadingType"))
    coords = values.numbers(values.get(shading, "/Coords"))
    if kind not in (2, 3) or len(coords) != (4 if kind == 2 else 6):
        raise not_simple(name, tr("a gradient mesh"))
    space = space_of(values.get(shading, "/ColorSpace"), resources, name)
    function = function_of(values.get(shading, "/Function"), name)
    low, high = (values.numbers(values.get(shading, "/Domain")) or (0.0, 1.0))[:2]
    extend = [values.boolean(one) is True for one in values.items(values.get(shading, "/Extend"))]

    def colour(at: float) -> Colour:
        found = space.make(function(low + at * (high - low)))
        if found is None:
            raise not_simple(name, tr("a gradient mesh"))
        return found

    places = _places(lambda at: function(low + at * (high - low)))
    stops = even([(at, colour(at)) for at in places])
    ends = (extend[0], extend[1]) if len(extend) == 2 else (False, False)
    return Shade(coords=coords, matrix=matrix, stops=stops, extend=ends, clips=clips, opacity=opacity, group=group)


def _places(function: object) -> list[float]:
    """Return where a function bends: between two of the places it runs straight, nearly."""
    assert callable(function)
    every = [index / _PIECES for index in range(_PIECES + 1)]
    found = [function(at) for at in every]
    kept = [0]
    for index in range(1, _PIECES):
        before, here, after = found[index - 1], found[index], found[index + 1]
        if any(abs(a - 2 * b + c) > _FINE for a, b, c in zip(before, here, after, strict=False)):
            kept.append(index)
    return [every[index] for index in (*kept, _PIECES)]
