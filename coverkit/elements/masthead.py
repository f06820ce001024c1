"""The unit's drawn masthead in the place of the publication's name: one outline in the design's colour for the name."""

from __future__ import annotations

from functools import lru_cache

from coverkit.elements.context import Composed, Context, TextStyle
from coverkit.errors import InputError
from coverkit.geometry import Point, Rect
from coverkit.i18n import tr
from coverkit.model.values import Cmyk
from coverkit.records import replace
from coverkit.scene.operations import Fill
from coverkit.scene.path import Path
from coverkit.scene.svg_path import parse_path

NAME = "{publication}"
"""The text of a slot that shows the publication's name as the unit has it, and nothing else."""

_RULES = ("nonzero", "evenodd")
_ACROSS = {"center": 0.5, "right": 1.0}
_DOWN = {"middle": 0.5, "bottom": 1.0}


def compose_masthead(drawn: str, words: str, style: TextStyle, colour: str | Cmyk, context: Context) -> Composed:
    """Fit a drawn masthead into the context's box, aligned as the name would be.

    Args:
        drawn: as `model.document.Unit.masthead_outline`.
        words: what it says, for searching and for the rules.
        style: the name's style: its colour and alignment.
        colour: another colour, or "".
        context: the place.

    Raises:
        InputError: the drawing cannot be read.
    """
    outline, even_odd = read_masthead(drawn)
    box, bounds = context.box, outline.bounds()
    scale = min(box.width / bounds.width, box.height / bounds.height)
    left = box.x + (box.width - bounds.width * scale) * _ACROSS.get(style.spec.align, 0.0)
    top = box.y + (box.height - bounds.height * scale) * _DOWN.get(style.spec.valign, 0.0)
    placed = _moved(outline, bounds, left, top, scale)
    if context.angle:
        placed = placed.turned(box.centre, context.angle)
    fill = Fill(context.element, placed, context.colour(colour or style.colour), even_odd)
    return Composed((fill,), fill.bounds, plain_text=words)


@lru_cache(maxsize=8)
def read_masthead(drawn: str) -> tuple[Path, bool]:
    """Return the outline of a drawn masthead, and whether it is filled by the even-odd rule.

    Raises:
        InputError: it cannot be read, or shows nothing.
    """
    rule, _, data = drawn.partition(" ")
    if rule in _RULES:
        path = parse_path(data)
        bounds = path.bounds() if any(step.points for step in path.segments) else Rect(0.0, 0.0, 0.0, 0.0)
        if bounds.width > 0 and bounds.height > 0:
            return path, rule == "evenodd"
    raise InputError(
        tr("The unit's drawn masthead cannot be read."),
        tr("Take it in again: coverkit units masthead NAME FILE; or take it off: coverkit units masthead NAME --none."),
    )


def _moved(outline: Path, bounds: Rect, left: float, top: float, scale: float) -> Path:
    def at(point: Point) -> Point:
        return Point(left + (point.x - bounds.x) * scale, top + (point.y - bounds.y) * scale)

    return Path(tuple(replace(step, points=tuple(map(at, step.points))) for step in outline.segments))
