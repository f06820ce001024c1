"""What annotations look like on paper: their appearance streams, walked as forms that are fitted into their places.

The fitting is that of ISO 32000-1, 12.5.5: the bounds of the form's box, through its own matrix, are moved and scaled onto the
annotation's rectangle.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from coverkit.preflight import values
from coverkit.preflight.canvas import Canvas, PageRecord
from coverkit.preflight.operators_object import paint_form
from coverkit.preflight.resources import Resources
from coverkit.preflight.state import IDENTITY, State, bounds, times
from coverkit.preflight.values import Matrix
from coverkit.preflight.walk import nested

_MOST = 10_000
_FLAT = 1e-6
"""Sides of a rectangle that shows nothing, in units of the page."""


def walk_appearances(annotations: Iterable[object], base: Matrix, record: PageRecord) -> None:
    """Record what annotations paint, in their order.

    Args:
        annotations: those that are printed.
        base: from the page's user space to mm from the trim's top left.
        record: where marks and the rest go.
    """
    for annotation in islice(annotations, _MOST):
        form = _appearance(annotation)
        if form is None:
            continue
        try:
            matrix = _fitted(annotation, form)
        except (ValueError, OverflowError):
            record.unread["an annotation beyond all measure"] = None
            continue
        if matrix is not None:
            canvas = Canvas(record, Resources(None, record.fonts), State(times(matrix, base)), base, 0, nested)
            canvas.layer = canvas.layer_of(annotation)
            paint_form(canvas, form, values.name(values.get(annotation, "/Subtype")))


def _appearance(annotation: object) -> object:
    """Return the normal appearance, of several that of the state it is in; None without one."""
    normal = values.get(values.get(annotation, "/AP"), "/N")
    if values.is_dictionary(normal):
        state = values.name(values.get(annotation, "/AS"))
        normal = values.get(normal, f"/{state}") if state else None
    return normal if values.name(values.get(normal, "/Subtype")) == "Form" else None


def _fitted(annotation: object, form: object) -> Matrix | None:
    """Return the matrix from the form's own space, its Matrix applied, to the page; None for one that shows nothing."""
    rect, box = values.numbers(values.get(annotation, "/Rect")), values.numbers(values.get(form, "/BBox"))
    if len(rect) != 4 or len(box) != 4:
        return None
    (left, right), (low, high) = sorted(rect[::2]), sorted(rect[1::2])
    around = bounds(values.matrix(values.get(form, "/Matrix")) or IDENTITY, *box)
    if min(right - left, high - low, around.width, around.height) <= _FLAT:
        return None
    across, up = (right - left) / around.width, (high - low) / around.height
    return across, 0.0, 0.0, up, left - around.x * across, low - around.y * up
