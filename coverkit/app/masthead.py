"""A drawn masthead of a unit: shapes, lines and straight gradients, in the colour of the design or in inks of their own."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from coverkit.app.art_intake import in_flat_inks, read_drawing
from coverkit.artwork.drawing import (
    Clip,
    Drawing,
    Fill,
    Matrix,
    Painted,
    Raster,
    Shade,
    Step,
    Stroke,
    box_of,
    moved,
    rectangle,
    scale_of,
    tight_box,
    times,
)
from coverkit.artwork.inking import InkTable
from coverkit.colour.profile import bundled_condition
from coverkit.elements.masthead import read_masthead
from coverkit.errors import InputError
from coverkit.formats.printers import DEFAULT_PRINTER, printer_profile
from coverkit.i18n import tr
from coverkit.model.entrance import LONGEST_TEXT
from coverkit.model.values import Cmyk

_UNITS = 1000.0
"""The longer side of the drawing; with one decimal a masthead of 150 mm is kept to 0.015 mm."""
_SLACK = 0.5
_ROUND = 1


def masthead_outline(path: Path, inks: InkTable | None = None, *, own_colours: bool = False) -> str:
    """Return the drawing in a file as `model.document.Unit.masthead_outline` wants it.

    Args:
        path: SVG, PDF or PDF-compatible AI.
        inks: inks by name and screen colour; other screen colours go through ICC for the usual printer.
        own_colours: a drawing of one colour keeps it; else it takes the design's, so that it stands on every ground.

    Raises:
        InputError: it is no such drawing, or has too many points.
    """
    condition = bundled_condition(printer_profile(DEFAULT_PRINTER).condition)
    drawing = in_flat_inks(read_drawing(path), inks or InkTable(), condition, path.name)[0].drawing
    items = _items(drawing, path.name)
    matrix = _fitting(items, path.name)
    plain = not own_colours and all(isinstance(one, Fill) for one in items) and len({_ink(one) for one in items}) == 1
    written = ";".join(_plain(items, matrix) if plain else (_part(one, matrix, path.name) for one in items))
    if len(written) > LONGEST_TEXT:
        raise _unfit(path.name, tr("it has too many points"))
    read_masthead(written)
    return written


def _items(drawing: Drawing, name: str) -> list[Painted]:
    page = rectangle(0.0, 0.0, drawing.width, drawing.height)
    items: list[Painted] = []
    for item in drawing.items:
        if not items and isinstance(item, Fill) and _ink(item) == "0,0,0,0" and box_of(item.outline) == box_of(page):
            continue
        _require_simple(item, name)
        items.append(item)
    if not items:
        raise _unfit(name, tr("it shows nothing"))
    return items


def _require_simple(item: Painted, name: str) -> None:
    shown = _outline(item)
    if isinstance(item, Raster):
        raise _unfit(name, tr("it has pictures made of pixels"))
    if isinstance(item, Shade) and (len(item.coords) != 4 or not item.clips or item.extend != (True, True)):
        raise _unfit(name, tr("it has gradients that are not straight"))
    if isinstance(item, Shade) and item.clips[-1].even_odd and sum(verb == "m" for verb, _ in shown) > 1:
        raise _unfit(name, tr("a gradient fills a shape with holes by the even-odd rule"))
    if isinstance(item, Stroke) and (item.line.dash or (item.line.cap == _ROUND) is not (item.line.join == _ROUND)):
        raise _unfit(name, tr("it has lines with dashes, or with other ends than corners"))
    if any(not _holds(clip, shown) for clip in (item.clips[:-1] if isinstance(item, Shade) else item.clips)):
        raise _unfit(name, tr("a shape is cut by another"))


def _outline(item: Painted) -> tuple[Step, ...]:
    """Return the outline of what shows, on the page."""
    match item:
        case Fill():
            return item.outline
        case Stroke():
            return moved(item.outline, item.matrix)
        case Shade():
            return item.clips[-1].outline if item.clips else ()
        case Raster():
            return moved(rectangle(0.0, 0.0, 1.0, 1.0), item.matrix)


def _holds(clip: Clip, shown: Iterable[Step]) -> bool:
    """Tell whether a clip, taken by its bounds, leaves a shape whole."""
    around, own = box_of(clip.outline), box_of(shown)
    if around is None or own is None:
        return own is None
    return all(a <= b + _SLACK for a, b in zip((*around[:2], *own[2:]), (*own[:2], *around[2:]), strict=True))


def _fitting(items: list[Painted], name: str) -> Matrix:
    """Return the matrix that takes the drawing to its own units, y downwards."""
    box = tight_box(chain.from_iterable(map(_outline, items)))
    if box is None or max(box[2] - box[0], box[3] - box[1]) <= 0:
        raise _unfit(name, tr("it shows nothing"))
    scale = _UNITS / max(box[2] - box[0], box[3] - box[1])
    return scale, 0.0, 0.0, -scale, -box[0] * scale, box[3] * scale


def _plain(items: list[Painted], matrix: Matrix) -> list[str]:
    """Return shapes of one colour: one outline where one rule fills them all."""
    fills = [one for one in items if isinstance(one, Fill)]
    rules = {one.even_odd for one in fills if sum(verb == "m" for verb, _ in one.outline) > 1}
    if len(rules) > 1:
        return [f"{_rule(one.even_odd)} {_data(moved(one.outline, matrix))}" for one in fills]
    whole = moved((step for one in fills for step in one.outline), matrix)
    return [f"{_rule(True in rules)} {_data(whole)}"]


def _part(item: Painted, matrix: Matrix, name: str) -> str:
    data = _data(moved(_outline(item), matrix))
    match item:
        case Fill():
            return f"{_rule(item.even_odd)} {_ink(item)} {data}"
        case Stroke():
            width = item.line.width * scale_of(item.matrix) * scale_of(matrix)
            ends = "round" if item.line.cap == _ROUND else "square"
            return f"line {_number(width)} {ends} {_ink(item)} {data}"
        case Shade():
            stops = "/".join(f"{at:.4g}:{_parts(colour, name)}" for at, colour in item.stops)
            ends = " ".join(map(_number, _ends(item.coords, times(item.matrix, matrix))))
            return f"shade {ends} {stops} nonzero {data}"
        case Raster():
            raise _unfit(name, tr("it has pictures made of pixels"))


def _ends(coords: tuple[float, ...], matrix: Matrix) -> tuple[float, float, float, float]:
    """Return where a gradient begins and ends once a matrix took it, square to its lines of one colour as PDF wants it."""
    a, b, c, d, e, f = matrix
    x0, y0, x1, y1 = coords
    start = a * x0 + c * y0 + e, b * x0 + d * y0 + f
    along = a * (x1 - x0) + c * (y1 - y0), b * (x1 - x0) + d * (y1 - y0)
    across = a * (y0 - y1) + c * (x1 - x0), b * (y0 - y1) + d * (x1 - x0)
    share = (along[0] * across[0] + along[1] * across[1]) / max(across[0] ** 2 + across[1] ** 2, 1e-12)
    return *start, start[0] + along[0] - share * across[0], start[1] + along[1] - share * across[1]


def _ink(item: Painted) -> str:
    return _parts(item.colour, "") if isinstance(item, Fill | Stroke) else ""


def _parts(colour: object, name: str) -> str:
    if not isinstance(colour, Cmyk):
        raise _unfit(name, tr("its colours cannot be told"))
    return ",".join(_number(part * 100) for part in (colour.c, colour.m, colour.y, colour.k))


def _rule(even_odd: bool) -> str:
    return "evenodd" if even_odd else "nonzero"


def _data(steps: Iterable[Step]) -> str:
    return "".join(verb.upper().replace("H", "Z") + " ".join(_number(one) for one in at) for verb, at in steps)


def _number(value: float) -> str:
    text = f"{value:.1f}"
    return text.removesuffix(".0") if text not in ("-0.0", "0.0") else "0"


def _unfit(name: str, why: str) -> InputError:
    return InputError(
        tr("{name} cannot be a drawn masthead: {why}.", name=name, why=why),
        tr(
            "Save the masthead alone as SVG or PDF: shapes, lines and straight gradients; trace pictures, expand other effects."
        ),
    )
