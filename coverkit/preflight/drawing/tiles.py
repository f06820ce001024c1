"""Tiling patterns of a PDF, whose cell is drawn once for each place that shows."""

from __future__ import annotations

from coverkit.artwork.drawing import IDENTITY, Matrix, times
from coverkit.artwork.refusal import not_simple
from coverkit.artwork.tiling import Tiling
from coverkit.i18n import tr
from coverkit.preflight import values


def tiling_of(pattern: object, base: Matrix, name: str) -> Tiling:
    """Return the tiling of a pattern whose content has colours of its own.

    Raises:
        InputError: it is damaged, or takes its colour from where it is used.
    """
    box = values.numbers(values.get(pattern, "/BBox"))
    steps = [values.number(values.get(pattern, key)) or 0.0 for key in ("/XStep", "/YStep")]
    sound = len(box) == 4 and all(abs(step) > 1e-3 for step in steps)
    if values.integer(values.get(pattern, "/PaintType")) != 1 or not sound:
        raise not_simple(name, tr("a pattern fill"))
    left, bottom, right, top = box
    around = min(left, right), min(bottom, top), max(left, right), max(bottom, top)
    matrix = times(values.matrix(values.get(pattern, "/Matrix")) or IDENTITY, base)
    return Tiling(matrix, around, (steps[0], steps[1]))
