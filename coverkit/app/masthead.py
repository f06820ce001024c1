"""A drawn masthead for a unit's profile: a drawing of one colour as one outline."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from coverkit.app.art_intake import read_drawing
from coverkit.artwork.drawing import Colour, Drawing, Fill, Step, box_of, moved, rectangle, tight_box
from coverkit.elements.masthead import read_masthead
from coverkit.errors import InputError
from coverkit.i18n import tr
from coverkit.model.entrance import LONGEST_TEXT
from coverkit.model.values import Cmyk

_UNITS = 1000.0
"""The longer side of the outline; with one decimal a masthead of 150 mm is kept to 0.015 mm."""
_SLACK = 0.5


def masthead_outline(path: Path) -> str:
    """Return the drawing in a file as `model.document.Unit.masthead_outline` wants it.

    Raises:
        InputError: it is no drawing of filled shapes in one colour, or has too many points.
    """
    drawing = read_drawing(path)
    fills = _fills(drawing, path.name)
    rules = {one.even_odd for one in fills if sum(verb == "m" for verb, _ in one.outline) > 1}
    if len(rules) > 1:
        raise _unfit(path.name, tr("its shapes are filled by different rules"))
    steps = [step for one in fills for step in one.outline]
    box = tight_box(steps)
    if box is None or box[2] <= box[0] or box[3] <= box[1]:
        raise _unfit(path.name, tr("it shows nothing"))
    scale = _UNITS / max(box[2] - box[0], box[3] - box[1])
    placed = moved(steps, (scale, 0.0, 0.0, -scale, -box[0] * scale, box[3] * scale))
    written = f"{'evenodd' if True in rules else 'nonzero'} {_data(placed)}"
    if len(written) > LONGEST_TEXT:
        raise _unfit(path.name, tr("it has too many points"))
    read_masthead(written)
    return written


def _fills(drawing: Drawing, name: str) -> list[Fill]:
    page = rectangle(0.0, 0.0, drawing.width, drawing.height)
    fills: list[Fill] = []
    for item in drawing.items:
        if not isinstance(item, Fill) or item.opacity < 1.0:
            raise _unfit(name, tr("it has lines, gradients, pictures or transparency"))
        if not fills and _is_white(item.colour) and box_of(item.outline) == box_of(page):
            continue
        if any(not _holds(clip.outline, item) for clip in item.clips):
            raise _unfit(name, tr("a shape is cut by another"))
        fills.append(item)
    if not fills:
        raise _unfit(name, tr("it shows nothing"))
    if len({one.colour for one in fills}) > 1:
        raise _unfit(name, tr("it has several colours"))
    return fills


def _holds(outline: Iterable[Step], item: Fill) -> bool:
    """Tell whether a clip, taken by its bounds, leaves a shape whole."""
    around, own = box_of(outline), box_of(item.outline)
    if around is None or own is None:
        return own is None
    return all(a <= b + _SLACK for a, b in zip((*around[:2], *own[2:]), (*own[:2], *around[2:]), strict=True))


def _is_white(colour: Colour) -> bool:
    if isinstance(colour, Cmyk):
        return colour.is_white
    return getattr(colour, "hex", "") == "#FFFFFF"


def _data(steps: Iterable[Step]) -> str:
    return "".join(verb.upper().replace("H", "Z") + " ".join(_number(one) for one in at) for verb, at in steps)


def _number(value: float) -> str:
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text not in ("-0.0", "0.0") else "0"


def _unfit(name: str, why: str) -> InputError:
    return InputError(
        tr("{name} cannot be a drawn masthead: {why}.", name=name, why=why),
        tr("Save the masthead alone, as filled shapes of one colour (lines turned into shapes), as SVG or PDF."),
    )
