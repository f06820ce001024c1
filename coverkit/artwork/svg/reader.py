"""Read an SVG file as a drawing: the walk over its elements."""

from __future__ import annotations

import base64
import binascii
import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping
from dataclasses import field
from urllib.parse import unquote_to_bytes

from coverkit.artwork.drawing import (
    Clip,
    Drawing,
    Fill,
    Line,
    Matrix,
    Outline,
    Painted,
    Raster,
    Shade,
    Stroke,
    box_of,
    common,
    moved,
    rectangle,
    tight_box,
    times,
)
from coverkit.artwork.pictures import read_pixels
from coverkit.artwork.refusal import not_outlines, not_simple, transparent, unreadable
from coverkit.artwork.svg.lettering import letter
from coverkit.artwork.svg.outlines import SHAPES, outline_of, transform_of
from coverkit.artwork.svg.paint import Flat, Gradient, Paints, Tiled, target_of, through_box
from coverkit.artwork.svg.source import SVG, XLINK_HREF, read_tree, reference
from coverkit.artwork.svg.style import Style, Styles, length, share
from coverkit.artwork.svg.view import View, fitted, view_of
from coverkit.artwork.tiling import Tiling
from coverkit.i18n import tr
from coverkit.records import dataclass, replace
from coverkit.typography.library import FontLibrary

_MOST_ITEMS = 100_000
_MOST_VISITS = 200_000
"""Elements that are looked at, those that are used again and again counted each time."""
_DEEPEST_USE = 16
_DATA = re.compile(r"\s*data:image/[\w.+-]+\s*(;[^,]*)?,", re.IGNORECASE)
_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "miter-clip": 0, "round": 1, "bevel": 2}
_SILENT = frozenset(
    (
        *("defs", "style", "metadata", "title", "desc", "symbol", "linearGradient", "radialGradient", "pattern", "clipPath"),
        *("mask", "filter", "marker", "script", "view", "cursor", "font", "font-face", "color-profile", "solidColor"),
        *("animate", "animateTransform", "animateMotion", "set", "switch", "foreignObject"),
    )
)
_TOLD = frozenset(("script", "foreignObject", "animate", "animateTransform", "animateMotion", "set"))


@dataclass(frozen=True, slots=True)
class _Scope:
    """What an element inherits besides its style."""

    matrix: Matrix
    style: Style
    clips: tuple[Clip, ...] = ()
    opacity: float = 1.0
    group: int = 0
    uses: int = 0


@dataclass(slots=True)
class _Found:
    items: list[Painted] = field(default_factory=list)
    words: int = 0
    dropped: dict[str, None] = field(default_factory=dict)
    groups: int = 0
    visits: int = 0


def svg_drawing(data: bytes, name: str, fonts: FontLibrary | None = None) -> Drawing:
    """Read an SVG file.

    Args:
        data: the file.
        name: what messages call it.
        fonts: for text; the bundled ones if left out.

    Raises:
        InputError: it is damaged, hostile, or holds what sealed art cannot have; the remedy says what to change.
    """
    root = read_tree(data, name)
    view = view_of(root, name)
    reader = _Reader(root, view, fonts or FontLibrary.bundled(), name)
    px = 0.75
    flip: Matrix = (px, 0.0, 0.0, -px, 0.0, view.height * px)
    reader.children(root, _Scope(times(view.matrix, flip), reader.styles.of(root, {})))
    found = reader.found
    return Drawing(view.width * px, view.height * px, tuple(found.items), found.words, tuple(found.dropped))


class _Reader:
    def __init__(self, root: ET.Element, view: View, fonts: FontLibrary, name: str) -> None:
        self.styles = Styles(root, name)
        self.found = _Found()
        self._ids: Mapping[str, ET.Element] = {found: one for one in reversed(list(root.iter())) if (found := one.get("id"))}
        self._view = view.inner
        self._paints = Paints(self._ids, self.styles, self._view, name)
        self._fonts = fonts
        self._name = name

    def children(self, parent: ET.Element, scope: _Scope) -> None:
        for child in parent:
            if child.tag.startswith(SVG):
                self._element(child, child.tag.removeprefix(SVG), scope)

    def _element(self, element: ET.Element, tag: str, outer: _Scope) -> None:
        self.found.visits += 1
        if self.found.visits > _MOST_VISITS:
            raise unreadable(self._name, tr("it has too many elements, or they nest too deeply"))
        if tag == "switch":
            self._switch(element, outer)
            return
        if tag in _SILENT:
            if tag in _TOLD:
                self.found.dropped[tag] = None
            return
        style = self.styles.of(element, outer.style)
        if style.get("display") == "none":
            self.found.dropped["display:none"] = None
            return
        self._refuse_effects(style)
        self._visible(element, tag, self._inner(element, style, outer))

    def _visible(self, element: ET.Element, tag: str, scope: _Scope) -> None:
        match tag:
            case "g" | "a":
                self.children(element, scope)
            case "svg":
                self._nested(element, scope)
            case "use":
                self._use(element, scope)
            case "text":
                self._text(element, scope)
            case "image":
                self._image(element, scope)
            case "flowRoot" | "flowPara":
                raise not_outlines(self._name, tr("it flows in a frame"))
            case _ if tag in SHAPES:
                self._shape(element, outline_of(element, self._view, self._name), scope)
            case _:
                self.found.dropped["foreignObject"] = None

    def _refuse_effects(self, style: Style) -> None:
        if style.get("filter", "none") != "none":
            raise not_simple(self._name, tr("a filter (blur, shadow or the like)"))
        if style.get("mask", "none") != "none":
            raise not_simple(self._name, tr("a mask"))
        if style.get("mix-blend-mode", "normal") != "normal":
            raise transparent(self._name)
        if any(style.get(key, "none") != "none" for key in ("marker", "marker-start", "marker-mid", "marker-end")):
            raise not_simple(self._name, tr("markers on lines"))

    def _inner(self, element: ET.Element, style: Style, outer: _Scope) -> _Scope:
        matrix = times(transform_of(style.get("transform", ""), self._name), outer.matrix)
        opacity = share(style.get("opacity", "1"), self._name)
        group = outer.group
        if opacity < 1 and not group:
            self.found.groups += 1
            group = self.found.groups
        clips = outer.clips
        if target := target_of(style.get("clip-path", "none"), self._name):
            clips = (*clips, *self._clips(target, element, matrix, style))
        return _Scope(matrix, style, clips, outer.opacity * opacity, group, outer.uses)

    def _clips(self, target: str, element: ET.Element, matrix: Matrix, style: Style) -> tuple[Clip, ...]:
        """Return the clips that a clipPath makes: the shapes in it, as one."""
        holder = self._ids.get(target)
        if holder is None or holder.tag != f"{SVG}clipPath":
            return ()
        own = times(transform_of(holder.get("transform", ""), self._name), matrix)
        if holder.get("clipPathUnits") == "objectBoundingBox":
            tag = element.tag.removeprefix(SVG)
            if tag not in SHAPES:
                raise not_simple(self._name, tr("a clip that is measured by a group"))
            box = tight_box(outline_of(element, self._view, self._name))
            own = times(through_box(box), own)
        collected = _Reader.__new__(_Reader)
        collected._ids, collected._view, collected._fonts, collected._name = self._ids, self._view, self._fonts, self._name
        collected.styles, collected._paints, collected.found = self.styles, self._paints, _Found(visits=self.found.visits)
        plain = {**self.styles.of(holder, style), "fill": "black", "stroke": "none", "fill-opacity": "1"}
        collected.children(holder, _Scope(own, plain, uses=_DEEPEST_USE - 2))
        self.found.visits = collected.found.visits
        shapes = [one for one in collected.found.items if isinstance(one, Fill)]
        steps: Outline = tuple(step for one in shapes for step in one.outline)
        rule = len(shapes) == 1 and self._clip_rule(holder)
        nested = tuple(clip for one in shapes[:1] for clip in one.clips)
        return (*nested, Clip(steps, rule))

    def _clip_rule(self, holder: ET.Element) -> bool:
        return any(self.styles.of(child, self.styles.of(holder, {}))["clip-rule"] == "evenodd" for child in holder)

    def _switch(self, element: ET.Element, outer: _Scope) -> None:
        """Take the first alternative that is plain SVG; Illustrator wraps its pages so."""
        for child in element:
            tag = child.tag.removeprefix(SVG)
            if child.tag != tag and tag != "foreignObject" and not child.get("requiredExtensions"):
                self._element(child, tag, outer)
                return

    def _nested(self, element: ET.Element, scope: _Scope) -> None:
        x, y = (length(element.get(key, "0"), whole, self._name) for key, whole in zip("xy", self._view, strict=True))
        view = view_of(element, self._name, self._view)
        matrix = times(times(view.matrix, (1.0, 0.0, 0.0, 1.0, x, y)), scope.matrix)
        self.children(element, replace(scope, matrix=matrix))

    def _use(self, element: ET.Element, scope: _Scope) -> None:
        target = self._ids.get(reference(element, self._name))
        if target is None:
            return
        if scope.uses >= _DEEPEST_USE:
            raise unreadable(self._name, tr("it has too many elements, or they nest too deeply"))
        x, y = (length(element.get(key, "0"), whole, self._name) for key, whole in zip("xy", self._view, strict=True))
        inner = replace(scope, matrix=times((1.0, 0.0, 0.0, 1.0, x, y), scope.matrix), uses=scope.uses + 1)
        tag = target.tag.removeprefix(SVG)
        if tag != "symbol":
            self._element(target, tag, inner)
            return
        sized = ET.Element(
            target.tag, {**target.attrib, **{k: v for k, v in element.attrib.items() if k in ("width", "height")}}
        )
        view = view_of(sized, self._name, self._view)
        self.children(target, replace(inner, matrix=times(view.matrix, inner.matrix)))

    def _text(self, element: ET.Element, scope: _Scope) -> None:
        for one in letter(element, scope.style, self.styles, self._fonts, self._name):
            self.found.words += 1
            self._paint(one.outline, replace(scope, style=one.style))

    def _shape(self, element: ET.Element, outline: Outline, scope: _Scope) -> None:
        if element.tag == f"{SVG}line":
            scope = replace(scope, style={**scope.style, "fill": "none"})
        self._paint(outline, scope)

    def _paint(self, outline: Outline, scope: _Scope) -> None:
        style = scope.style
        if style["visibility"] != "visible" or not outline:
            return
        if len(self.found.items) > _MOST_ITEMS:
            raise unreadable(self._name, tr("it has too many elements, or they nest too deeply"))
        box = tight_box(outline)
        fill, stroke = self._paints.of(style, "fill", box), self._paints.of(style, "stroke", box)
        group = scope.group
        if fill is not None:
            self._fill(outline, fill, scope, group)
        if stroke is not None and (line := self._line(style)).width > 0:
            if not isinstance(stroke, Flat):
                raise not_simple(self._name, tr("a line with a gradient or a pattern"))
            self.found.items.append(
                Stroke(
                    outline=outline,
                    matrix=scope.matrix,
                    colour=stroke.colour,
                    line=line,
                    clips=scope.clips,
                    opacity=scope.opacity * stroke.opacity,
                    group=group,
                )
            )

    def _tiles(self, paint: Tiled, shape: Clip, scope: _Scope, opacity: float) -> None:
        """Draw a pattern's content in each cell that shows."""
        if scope.uses >= _DEEPEST_USE:
            raise unreadable(self._name, tr("it has too many elements, or they nest too deeply"))
        group = scope.group
        if opacity < 1.0 and not group:
            self.found.groups += 1
            group = self.found.groups
        shown = box_of(shape.outline)
        for clip in scope.clips:
            shown = common(shown, box_of(clip.outline))
        left, top, right, bottom = paint.cell
        tiling = Tiling(times(paint.matrix, scope.matrix), paint.cell, (right - left, bottom - top))
        style = self.styles.of(paint.content, {})
        for matrix in tiling.places(shown, self._name) if shown is not None else ():
            cell = Clip(moved(rectangle(*paint.cell), matrix))
            clips = (*scope.clips, shape, cell)
            self.children(paint.content, _Scope(times(paint.inner, matrix), style, clips, opacity, group, scope.uses + 1))

    def _fill(self, outline: Outline, paint: Flat | Gradient | Tiled, scope: _Scope, group: int) -> None:
        even_odd = scope.style["fill-rule"] == "evenodd"
        placed = moved(outline, scope.matrix)
        opacity = scope.opacity * paint.opacity
        if isinstance(paint, Tiled):
            self._tiles(paint, Clip(placed, even_odd), scope, opacity)
            return
        if isinstance(paint, Flat):
            self.found.items.append(
                Fill(outline=placed, colour=paint.colour, even_odd=even_odd, clips=scope.clips, opacity=opacity, group=group)
            )
            return
        self.found.items.append(
            Shade(
                coords=paint.coords,
                matrix=times(paint.matrix, scope.matrix),
                stops=paint.stops,
                clips=(*scope.clips, Clip(placed, even_odd)),
                opacity=opacity,
                group=group,
            )
        )

    def _line(self, style: Style) -> Line:
        whole = ((self._view[0] ** 2 + self._view[1] ** 2) / 2) ** 0.5
        dashes: tuple[float, ...] = ()
        if style["stroke-dasharray"] not in ("none", ""):
            parts = re.split(r"[\s,]+", style["stroke-dasharray"].strip(" ,"))
            dashes = tuple(length(part, whole, self._name) for part in parts)
            dashes = dashes * 2 if len(dashes) % 2 else dashes
        return Line(
            width=length(style["stroke-width"], whole, self._name),
            cap=_CAPS.get(style["stroke-linecap"], 0),
            join=_JOINS.get(style["stroke-linejoin"], 0),
            miter=length(style["stroke-miterlimit"], 1.0, self._name),
            dash=dashes if sum(dashes) > 0 else (),
            phase=length(style["stroke-dashoffset"], whole, self._name),
        )

    def _image(self, element: ET.Element, scope: _Scope) -> None:
        target = element.get("href", element.get(XLINK_HREF, ""))
        found = _DATA.match(target)
        if found is None:
            reference(element, self._name)
            return
        try:
            packed = target[found.end() :]
            coded = "base64" in (found[1] or "")
            data = base64.b64decode(unquote_to_bytes(packed)) if coded else unquote_to_bytes(packed)
        except (binascii.Error, ValueError) as error:
            raise unreadable(self._name, tr("a picture inside it is damaged")) from error
        pixels = read_pixels(data, self._name)
        frame = [
            length(element.get(key, default), whole, self._name)
            for key, default, whole in (
                ("x", "0", self._view[0]),
                ("y", "0", self._view[1]),
                ("width", str(pixels.width), self._view[0]),
                ("height", str(pixels.height), self._view[1]),
            )
        ]
        own = fitted((0.0, 0.0, pixels.width, pixels.height), (frame[2], frame[3]), element.get("preserveAspectRatio", ""))
        unit: Matrix = (pixels.width, 0.0, 0.0, -pixels.height, 0.0, pixels.height)
        matrix = times(times(times(unit, own), (1.0, 0.0, 0.0, 1.0, frame[0], frame[1])), scope.matrix)
        self.found.items.append(
            Raster(matrix=matrix, pixels=pixels, clips=scope.clips, opacity=scope.opacity, group=scope.group)
        )
