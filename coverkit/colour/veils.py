"""Bakes veils (tints, fades, shadows) into a picture's inks, so that no live transparency reaches the PDF.

Works in ink values, 255 being full ink: CMYK images, or L images that hold black ink alone. Knows nothing of profiles.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from coverkit.geometry import Rect
from coverkit.records import dataclass, replace
from coverkit.scene.operations import Veil

_SIGMAS = 3.0
_RAMP = 4096
_CORNER_SAMPLES = 8
_BAND_ROWS = 256

Box = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Grid:
    """The picture's box on the page (mm) and its pixels."""

    box: Rect
    width: int
    height: int

    @property
    def x_scale(self) -> float:
        """Pixels per mm across."""
        return self.width / self.box.width

    @property
    def y_scale(self) -> float:
        """Pixels per mm down."""
        return self.height / self.box.height

    def pixels(self, rect: Rect) -> Rect:
        """Return a rectangle of the page in pixels."""
        return Rect(
            (rect.x - self.box.x) * self.x_scale,
            (rect.y - self.box.y) * self.y_scale,
            rect.width * self.x_scale,
            rect.height * self.y_scale,
        )


def bake(image: Image.Image, veils: tuple[Veil, ...], grid: Grid, ink_limit: float) -> None:
    """Lay veils over an image of inks, in order, in place.

    Args:
        image: mode CMYK, or L for black ink alone (then only the veils' black is used).
        veils: with places in mm on the page.
        grid: where the image lies.
        ink_limit: where a veil adds ink beyond this total (0 to 4), cyan, magenta and yellow are reduced to meet it.
    """
    for alike in _alike(veils, ink_limit):
        area = reach(alike[0], grid)
        if len(alike) > 1 or (area and _is_plain(alike[0], ink_limit) and _rows(alike[0], grid, area)):
            _lay_together(image, alike, grid)
            continue
        if area is not None:
            _lay(image, alike[0], grid, area, ink_limit)


def _alike(veils: tuple[Veil, ...], ink_limit: float) -> list[list[Veil]]:
    """Group neighbouring veils that cover with the same ink: fades laid one over another to look even."""
    groups: list[list[Veil]] = []
    for veil in veils:
        if groups and _is_plain(veil, ink_limit) and not groups[-1][0].multiply and groups[-1][0].ink == veil.ink:
            groups[-1].append(veil)
        else:
            groups.append([veil])
    return groups


def _is_plain(veil: Veil, ink_limit: float) -> bool:
    return not veil.multiply and veil.ink.total <= ink_limit


def _lay_together(image: Image.Image, alike: list[Veil], grid: Grid) -> None:
    """Lay veils of one ink at once: what shines through all of them is the product of what shines through each."""
    areas = [area for veil in alike if (area := reach(veil, grid))]
    if not areas:
        return
    lefts, tops, rights, bottoms = zip(*areas, strict=True)
    area = (min(lefts), min(tops), max(rights), max(bottoms))
    seen = [veil for veil in alike if reach(veil, grid)]
    rows = [_rows(veil, grid, area) for veil in seen]
    if all(rows):
        column = ImageChops.invert(_product([ImageChops.invert(row) for row in rows if row]))
        mask = column.resize((area[2] - area[0], area[3] - area[1]), Image.Resampling.NEAREST)
    else:
        masks = [_mask(_shape(veil, grid, area), veil, grid, area, 1.0) for veil in seen]
        mask = ImageChops.invert(_product([ImageChops.invert(one) for one in masks]))
    ink = alike[0].ink
    parts = (ink.c, ink.m, ink.y, ink.k) if image.mode == "CMYK" else (ink.k,)
    amounts = tuple(min(255, max(0, round(part * 255))) for part in parts)
    image.paste(amounts if len(amounts) > 1 else amounts[0], area, mask)


def _product(images: list[Image.Image]) -> Image.Image:
    whole = images[0]
    for image in images[1:]:
        whole = ImageChops.multiply(whole, image)
    return whole


def _rows(veil: Veil, grid: Grid, area: Box) -> Image.Image | None:
    """Return the opacity of each row (one pixel wide) where all of a row has the same; a twentieth of the work."""
    box = grid.pixels(veil.box)
    upright = veil.opacity_start == veil.opacity_end or veil.angle % 180 == 90
    if veil.blur > 0 or veil.radius > 0 or not upright or box.x > area[0] + 1e-6 or box.right < area[2] - 1e-6:
        return None
    column = (area[0], area[1], area[0] + 1, area[3])
    return _mask(_shape(veil, grid, column), veil, grid, column, 1.0)


def reach(veil: Veil, grid: Grid) -> Box | None:
    """Return the pixels that a veil can change, or None."""
    if max(veil.opacity_start, veil.opacity_end) <= 0:
        return None
    area = grid.pixels(veil.box.outset(_SIGMAS * veil.blur))
    left, top = max(0, math.floor(area.x + 1e-6)), max(0, math.floor(area.y + 1e-6))
    right, bottom = min(grid.width, math.ceil(area.right - 1e-6)), min(grid.height, math.ceil(area.bottom - 1e-6))
    return (left, top, right, bottom) if right > left and bottom > top else None


def _lay(image: Image.Image, veil: Veil, grid: Grid, area: Box, ink_limit: float) -> None:
    parts = (veil.ink.c, veil.ink.m, veil.ink.y, veil.ink.k) if image.mode == "CMYK" else (veil.ink.k,)
    shape = _shape(veil, grid, area)
    limited = image.mode == "CMYK" and (veil.multiply or veil.ink.total > ink_limit)
    below = image.crop(area) if veil.multiply or limited else None
    if below is None or not veil.multiply:
        ink = tuple(min(255, max(0, round(part * 255))) for part in parts)
        image.paste(ink if len(ink) > 1 else ink[0], area, _mask(shape, veil, grid, area, 1.0))
    else:
        image.paste(_multiplied(below, parts, lambda part: _mask(shape, veil, grid, area, part)), area)
    if below is not None and limited:
        above = image.crop(area)
        _limit(below, above, ink_limit)
        image.paste(above, area)


def _multiplied(below: Image.Image, parts: tuple[float, ...], mask: Callable[[float], Image.Image]) -> Image.Image:
    """Darken: of the paper that an ink leaves free, the veil covers its amount times its opacity."""
    plates = list(below.split())
    for plate, part in zip(plates, parts, strict=True):
        if part > 0:
            plate.paste(255, (0, 0), mask(part))
    return Image.merge(below.mode, plates)


def _mask(shape: Image.Image, veil: Veil, grid: Grid, area: Box, factor: float) -> Image.Image:
    """Return the veil's opacity times a factor (255 is 1) over the pixels it reaches."""
    start, end = (min(1.0, max(0.0, value)) * factor for value in (veil.opacity_start, veil.opacity_end))
    if start == end:
        return shape if start == 1 else shape.point([round(value * start) for value in range(256)])
    return ImageChops.multiply(shape, _fade(replace(veil, opacity_start=start, opacity_end=end), grid, area))


def _shape(veil: Veil, grid: Grid, area: Box) -> Image.Image:
    """Return how much of each pixel the veil's rounded and softened box covers."""
    sigma = veil.blur * grid.x_scale, veil.blur * grid.y_scale
    margin = (math.ceil(2 * _SIGMAS * sigma[0]), math.ceil(2 * _SIGMAS * sigma[1])) if veil.blur > 0 else (0, 0)
    left, top = area[0] - margin[0], area[1] - margin[1]
    width, height = area[2] - area[0] + 2 * margin[0], area[3] - area[1] + 2 * margin[1]
    box = grid.pixels(veil.box).moved(-left, -top)
    shape = _box_cover(box, width, height)
    if veil.radius > 0:
        _round_corners(shape, box, veil.radius * grid.x_scale, veil.radius * grid.y_scale)
    if veil.blur <= 0:
        return shape
    soft = shape.filter(ImageFilter.GaussianBlur(sigma))
    return soft.crop((margin[0], margin[1], width - margin[0], height - margin[1]))


def _box_cover(box: Rect, width: int, height: int) -> Image.Image:
    across = Image.frombytes("L", (width, 1), _cover(box.x, box.right, width)).resize((width, height), Image.Resampling.NEAREST)
    down = Image.frombytes("L", (1, height), _cover(box.y, box.bottom, height)).resize(
        (width, height), Image.Resampling.NEAREST
    )
    return ImageChops.multiply(across, down)


def _cover(start: float, end: float, count: int) -> bytes:
    """Return how much of each of a row of pixels lies between two places, 0 to 255."""
    edges = np.arange(count)
    share = np.minimum(edges + 1.0, end) - np.maximum(edges, start)
    return _as_bytes(share)


def _round_corners(shape: Image.Image, box: Rect, rx: float, ry: float) -> None:
    rx, ry = min(rx, box.width / 2), min(ry, box.height / 2)
    width, height = math.ceil(rx) + 1, math.ceil(ry) + 1
    for right in (False, True):
        for bottom in (False, True):
            x = math.floor(box.right) - width + 1 if right else math.floor(box.x)
            y = math.floor(box.bottom) - height + 1 if bottom else math.floor(box.y)
            tile = _corner(box.moved(-x, -y), rx, ry, width, height)
            corner = (x, y, x + width, y + height)
            shape.paste(ImageChops.darker(shape.crop(corner), tile), corner)


def _corner(box: Rect, rx: float, ry: float, width: int, height: int) -> Image.Image:
    """Return a tile of the rounded box, drawn larger and averaged."""
    n = _CORNER_SAMPLES
    large = Image.new("L", (width * n, height * n), 0)
    draw = ImageDraw.Draw(large)
    x0, y0, x1, y1 = box.x * n, box.y * n, box.right * n - 1, box.bottom * n - 1
    dx, dy = 2 * rx * n - 1, 2 * ry * n - 1
    draw.rectangle((x0 + rx * n, y0, x1 - rx * n, y1), fill=255)
    draw.rectangle((x0, y0 + ry * n, x1, y1 - ry * n), fill=255)
    for left in (x0, x1 - dx):
        for top in (y0, y1 - dy):
            draw.ellipse((left, top, left + dx, top + dy), fill=255)
    return large.resize((width, height), Image.Resampling.BOX)


def _fade(veil: Veil, grid: Grid, area: Box) -> Image.Image:
    """Return the opacity along the veil's direction; held beyond both ends.

    The ends are where the box's corners lie in that direction, so that the fade spans all of the box.
    """
    angle = math.radians(veil.angle)
    cos, sin = math.cos(angle), math.sin(angle)
    length = abs(veil.box.width * cos) + abs(veil.box.height * sin)
    middle = veil.box.centre
    per_x, per_y = cos / grid.x_scale / length, sin / grid.y_scale / length
    start = 0.5 + ((grid.box.x - middle.x) * cos + (grid.box.y - middle.y) * sin) / length
    start += area[0] * per_x + area[1] * per_y
    width, height = area[2] - area[0], area[3] - area[1]
    if abs(per_y * height) < 1e-4:
        row = _opacities(veil, start + per_x * (np.arange(width) + 0.5))
        return Image.frombytes("L", (width, 1), row).resize((width, height), Image.Resampling.NEAREST)
    if abs(per_x * width) < 1e-4:
        column = _opacities(veil, start + per_y * (np.arange(height) + 0.5))
        return Image.frombytes("L", (1, height), column).resize((width, height), Image.Resampling.NEAREST)
    return _slanting(veil, start, (per_x, per_y), (width, height))


def _slanting(veil: Veil, start: float, step: tuple[float, float], size: tuple[int, int]) -> Image.Image:
    """Return a fade that runs along neither axis: one fine ramp, read at a slant."""
    corners = [start + x * step[0] + y * step[1] for x in (0, size[0]) for y in (0, size[1])]
    low, high = min(corners), max(corners)
    unit = (high - low) / _RAMP
    ramp = Image.frombytes("L", (_RAMP, 1), _opacities(veil, low + unit * (np.arange(_RAMP) + 0.5)))
    plane = (step[0] / unit, step[1] / unit, (start - low) / unit, 0.0, 0.0, 0.5)
    return ramp.transform(size, Image.Transform.AFFINE, plane, Image.Resampling.NEAREST)


def _opacities(veil: Veil, at: NDArray[np.floating[Any]]) -> bytes:
    opacity = veil.opacity_start + (veil.opacity_end - veil.opacity_start) * np.clip(at, 0.0, 1.0)
    return _as_bytes(opacity)


def _as_bytes(shares: NDArray[np.floating[Any]]) -> bytes:
    return bytes(np.rint(np.clip(shares, 0.0, 1.0) * 255).astype(np.uint8))


def _limit(below: Image.Image, above: Image.Image, ink_limit: float) -> None:
    """Reduce the colours of `above`, in place, where it has more ink than the limit and than `below`."""
    limit = round(ink_limit * 255)
    for top in range(0, above.height, _BAND_ROWS):
        box = (0, top, above.width, min(above.height, top + _BAND_ROWS))
        inks = np.array(above.crop(box))
        total = inks.sum(axis=2, dtype=np.int32)
        over = (total > limit) & (total > np.asarray(below.crop(box)).sum(axis=2, dtype=np.int32))
        if not over.any():
            continue
        wrong = inks[over].astype(np.int32)
        black = wrong[:, 3]
        colours = wrong[:, :3] * np.maximum(0, limit - black)[:, None] // np.maximum(1, wrong[:, :3].sum(axis=1))[:, None]
        inks[over] = np.concatenate([colours, black[:, None]], axis=1).astype(np.uint8)
        above.paste(Image.fromarray(inks, "CMYK"), box)
