"""How a drawn masthead stands out from what lies under it: each part by its best place, so that a half-hidden one passes."""

from __future__ import annotations

from coverkit.colour.inks import contrast_ratio
from coverkit.geometry import Point, Rect
from coverkit.layout.cover import Cover, Placed
from coverkit.model.values import Cmyk
from coverkit.records import dataclass
from coverkit.rules.subject.ground import gradient_ink, ground_at
from coverkit.rules.subject.shapes import contours, holds
from coverkit.scene.operations import Fill, Gradient

_PLACES = 24
_SMALL = 0.02
"""Share of the masthead's frame below which a part is an ornament, which may be faint."""


@dataclass(frozen=True, slots=True)
class FaintPart:
    """The part of a drawn masthead that stands out least: its contrast at its best place, and where it lies."""

    element: str
    ratio: float
    box: Rect


def faintest_part(cover: Cover) -> FaintPart | None:
    """Return the part of the drawn masthead that stands out least from its ground; None where none can be measured.

    Parts that lie on other parts are the drawing's own matter.
    """
    name = next((one for one in cover.placed if one.role == "name" and one.text is None and one.used is not None), None)
    if name is None or name.used is None:
        return None
    found = []
    for index, part in enumerate(cover.scene.operations):
        if part.source == name.id and isinstance(part, Fill | Gradient) and part.bounds.area >= _SMALL * name.used.area:
            ratio = _ratio(cover, index, part, name)
            found += [FaintPart(name.id, ratio, part.bounds)] if ratio is not None else []
    return min(found, key=lambda one: one.ratio, default=None)


def _ratio(cover: Cover, index: int, part: Fill | Gradient, name: Placed) -> float | None:
    own = [one for one in cover.scene.operations[:index] if one.source == name.id]
    points = [point for line in contours(part.path) for point in line]
    ratios = []
    for point in points[:: max(1, len(points) // _PLACES)]:
        if any(holds(one, point) for one in own):
            continue
        grounds = ground_at(cover, index, point)
        if not grounds:
            return None
        ink = _ink(part, point)
        ratios.append(max(contrast_ratio(ink, ground, cover.condition) for ground in grounds))
    return max(ratios, default=None)


def _ink(part: Fill | Gradient, point: Point) -> Cmyk:
    return part.ink if isinstance(part, Fill) else gradient_ink(part, point)
