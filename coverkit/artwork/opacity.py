"""Opacity that can be resolved to a flat colour: what lies over nothing, or over one flat colour. Anything else is refused.

Blended in the colours of the file: screen colours as a screen blends them, inks as inks.
"""

from __future__ import annotations

from coverkit.artwork.drawing import (
    Box,
    Colour,
    Drawing,
    Fill,
    Painted,
    Pixels,
    Raster,
    Rgb,
    Shade,
    Spot,
    Stroke,
    box_of,
    common,
    seen_box,
)
from coverkit.artwork.refusal import transparent
from coverkit.model.values import WHITE, Cmyk
from coverkit.records import replace

_SLACK = 0.01
_MOST = 2_000
"""Things that are seen through at most; each is compared with all others."""
_PAPER = Rgb(1.0, 1.0, 1.0)


def resolve_opacity(drawing: Drawing, name: str) -> tuple[Drawing, int]:
    """Return a drawing whose items are all opaque, and how many were not.

    Raises:
        InputError: something is seen through that lies over more than one colour.
    """
    done: list[Painted] = []
    boxes: list[Box | None] = []
    count = 0
    if sum(map(_is_clear, drawing.items)) > _MOST:
        raise transparent(name)
    for item in drawing.items:
        box = seen_box(item, drawing.width, drawing.height)
        if _is_clear(item) and box is not None:
            _require_apart(drawing, item, name)
            item = _flattened(item, _below(done, boxes, box, name), name)
            count += 1
        if box is not None and item.opacity > 0:
            done.append(replace(item, opacity=1.0, group=0))
            boxes.append(box)
    return replace(drawing, items=tuple(done)), count


def _is_clear(item: Painted) -> bool:
    return item.opacity < 1.0 or (isinstance(item, Raster) and bool(item.pixels.alpha))


def _require_apart(drawing: Drawing, item: Painted, name: str) -> None:
    """Refuse a group that is seen through as a whole while its parts lie over one another."""
    if not item.group:
        return
    own = seen_box(item, drawing.width, drawing.height)
    for other in drawing.items:
        of_group = other.group == item.group and other is not item
        if of_group and common(own, seen_box(other, drawing.width, drawing.height)) is not None:
            raise transparent(name)


def _below(done: list[Painted], boxes: list[Box | None], box: Box, name: str) -> Colour | None:
    """Return the one colour that lies below a box; None for bare paper.

    Raises:
        InputError: there is more than one.
    """
    for item, at in zip(reversed(done), reversed(boxes), strict=True):
        if common(at, box) is None:
            continue
        if isinstance(item, Fill) and _covers(item, at, box):
            return item.colour
        raise transparent(name)
    return None


def _covers(item: Fill, at: Box | None, box: Box) -> bool:
    """Tell whether a fill is a plain rectangle, in rectangular clips, that holds a box."""
    if at is None or not all(_is_rectangle(one) for one in (item.outline, *(clip.outline for clip in item.clips))):
        return False
    return at[0] <= box[0] + _SLACK and at[1] <= box[1] + _SLACK and at[2] >= box[2] - _SLACK and at[3] >= box[3] - _SLACK


def _is_rectangle(outline: tuple[tuple[str, tuple[float, ...]], ...]) -> bool:
    points = [at for verb, at in outline if verb in ("m", "l")]
    box = box_of(outline)
    if box is None or any(verb == "c" for verb, _ in outline) or not 4 <= len(points) <= 5:
        return False
    corners = {(x, y) for x in (box[0], box[2]) for y in (box[1], box[3])}
    near = all(any(abs(at[0] - x) < _SLACK and abs(at[1] - y) < _SLACK for x, y in corners) for at in points)
    return near and sum(verb == "m" for verb, _ in outline) == 1


def _flattened(item: Painted, below: Colour | None, name: str) -> Painted:
    match item:
        case Fill() | Stroke():
            return replace(item, colour=_mixed(item.colour, below, item.opacity, name))
        case Shade():
            return replace(item, stops=tuple((at, _mixed(colour, below, item.opacity, name)) for at, colour in item.stops))
        case Raster():
            return replace(item, pixels=_on_paper(item, below, name))


def _mixed(colour: Colour, below: Colour | None, opacity: float, name: str) -> Colour:
    match colour, below:
        case Rgb(), None | Rgb():
            under = below or _PAPER
            mix = [one * opacity + other * (1 - opacity) for one, other in zip(_parts(colour), _parts(under), strict=True)]
            return Rgb(mix[0], mix[1], mix[2], colour.profile)
        case Cmyk(), None | Cmyk():
            return colour.mixed_over(below or WHITE, opacity)
        case Spot(), None:
            stand_in = _mixed(colour.stand_in, None, opacity, name)
            assert not isinstance(stand_in, Spot)
            return Spot(colour.name, colour.tint * opacity, stand_in)
        case _:
            raise transparent(name)


def _parts(colour: Rgb) -> tuple[float, float, float]:
    return colour.r, colour.g, colour.b


def _on_paper(item: Raster, below: Colour | None, name: str) -> Pixels:
    from PIL import Image

    pixels = item.pixels
    size = pixels.width, pixels.height
    paper = _paper(pixels.mode, below)
    if paper is None:
        raise transparent(name)
    alpha = Image.frombytes("L", size, pixels.alpha) if pixels.alpha else Image.new("L", size, 255)
    if item.opacity < 1.0:
        alpha = alpha.point([round(value * item.opacity) for value in range(256)])
    ground = Image.new(pixels.mode, size, paper)
    ground.paste(Image.frombytes(pixels.mode, size, pixels.data), mask=alpha)
    return replace(pixels, data=ground.tobytes(), alpha=b"")


def _paper(mode: str, below: Colour | None) -> tuple[int, ...] | int | None:
    """Return what lies below as a pixel of a mode, None where that has no such colour."""
    match mode, below:
        case "RGB", None:
            return 255, 255, 255
        case "RGB", Rgb():
            return tuple(round(part * 255) for part in _parts(below))
        case "CMYK", None | Cmyk():
            ink = below or WHITE
            return tuple(round(part * 255) for part in (ink.c, ink.m, ink.y, ink.k))
        case "L", None:
            return 255
        case "L", Cmyk(c=0.0, m=0.0, y=0.0, k=black):
            return round((1 - black) * 255)
        case _, Cmyk() if below.is_white:
            return (255, 255, 255) if mode == "RGB" else 255
        case _:
            return None
