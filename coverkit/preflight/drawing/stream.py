"""One content stream while it is read as a drawing: the state, the path being built, and what is painted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

import pikepdf

from coverkit.artwork.drawing import IDENTITY, Clip, Fill, Matrix, Outline, Raster, Step, Stroke, moved, rectangle, times
from coverkit.artwork.refusal import not_simple, transparent, unreadable
from coverkit.i18n import tr
from coverkit.preflight import values
from coverkit.preflight.drawing.colours import PATTERN, Space, space_of
from coverkit.preflight.drawing.images import pixels_of, stencil_of
from coverkit.preflight.drawing.inline import inline_image
from coverkit.preflight.drawing.lettering import Lettering
from coverkit.preflight.drawing.shadings import shade_of
from coverkit.preflight.drawing.state import Pen, State
from coverkit.preflight.limits import MAX_NESTING
from coverkit.records import replace

if TYPE_CHECKING:
    from coverkit.preflight.drawing.painter import Painter

_PATHS = frozenset(["m", "l", "c", "v", "y", "h", "re"])
_PAINTS = {
    "S": (False, True, False, False), "s": (False, True, False, True), "f": (True, False, False, False),
    "F": (True, False, False, False), "f*": (True, False, True, False), "B": (True, True, False, False),
    "B*": (True, True, True, False), "b": (True, True, False, True), "b*": (True, True, True, True),
    "n": (False, False, False, False),
}  # fmt: skip
"""Operator: fills, strokes, by the even-odd rule, closes first."""
_SILENT = frozenset(["i", "ri", "MP", "DP", "BX", "EX", "d0", "d1"])


class Stream:
    """One content stream."""

    def __init__(self, painter: Painter, resources: object, state: State, base: Matrix, depth: int, group: int) -> None:
        self.painter, self.resources, self.state = painter, resources, state
        self.base, self.depth, self.group = base, depth, group
        self._name = painter.name
        self._stack: list[State] = []
        self._path: list[Step] = []
        self._clipping = ""
        self._marked: list[bool] = []
        self._text = Lettering(self)
        self._here = (0.0, 0.0)

    @property
    def name(self) -> str:
        """What messages call the file."""
        return self._name

    @property
    def shows(self) -> bool:
        """No hidden layer is open."""
        return not any(self._marked)

    def run(self, steps: Sequence[object], acts: Mapping[str, Act]) -> None:
        """Do the operators of a stream.

        Raises:
            InputError: one is not known, or paints what sealed art cannot have.
        """
        for step in steps:
            operands, operator = list(step.operands), str(step.operator)  # type: ignore[attr-defined]  # pikepdf's instruction
            self._do(operator, operands, acts)

    def _do(self, operator: str, operands: list[object], acts: Mapping[str, Act]) -> None:
        if operator in _PATHS:
            self._draw(operator, floats(operands))
        elif operator in _PAINTS:
            self._paint(*_PAINTS[operator])
        elif (act := acts.get(operator)) is not None:
            act(self, operands)
        elif not self._text.does(operator, operands) and operator not in _SILENT:
            raise unreadable(self._name, tr("the operator “{operator}” is not known", operator=operator[:20]))

    # paths

    def _draw(self, operator: str, at: list[float]) -> None:
        match operator:
            case "re":
                x, y, width, height = at
                self._path += rectangle(x, y, x + width, y + height)
                self._here = x, y
                return
            case "h":
                self._path.append(("h", ()))
                return
            case "v":
                step: Step = ("c", (*self._here, *at))
            case "y":
                step = ("c", (*at, *at[2:]))
            case _:
                step = (operator, tuple(at))
        if len(step[1]) != {"m": 2, "l": 2, "c": 6}[step[0]]:
            raise unreadable(self._name, tr("the operator “{operator}” is not known", operator=operator))
        self._path.append(step)
        self._here = step[1][-2], step[1][-1]

    def _paint(self, fills: bool, strokes: bool, even_odd: bool, closes: bool) -> None:
        if closes:
            self._path.append(("h", ()))
        path, self._path = tuple(self._path), []
        if path and self.shows:
            if fills:
                self.fill(moved(path, self.state.ctm), even_odd)
            if strokes:
                self.stroke(path, self.state.ctm)
        if self._clipping:
            clip = Clip(moved(path, self.state.ctm), self._clipping == "W*")
            self.state.clips = (*self.state.clips, clip)
            self._clipping = ""

    def fill(self, placed: Outline, even_odd: bool = False) -> None:
        """Fill an outline on the page with the present colour."""
        state = self.state
        pen = state.fill
        if pen.pattern is not None:
            self._fill_pattern(placed, even_odd, pen.pattern)
        elif pen.colour is not None:
            self.painter.items.append(
                Fill(
                    outline=placed,
                    colour=pen.colour,
                    even_odd=even_odd,
                    clips=state.clips,
                    opacity=state.through * state.fill_alpha,
                    group=self.group,
                )
            )

    def stroke(self, path: Outline, matrix: Matrix, factor: float = 1.0) -> None:
        """Stroke an outline whose own coordinates a matrix takes to the page; `factor` is applied to the pen."""
        state = self.state
        if state.stroke.pattern is not None:
            raise not_simple(self._name, tr("a line with a gradient or a pattern"))
        if state.stroke.colour is None:
            return
        line = state.line
        if factor != 1.0:
            line = replace(
                line, width=line.width * factor, dash=tuple(one * factor for one in line.dash), phase=line.phase * factor
            )
        self.painter.items.append(
            Stroke(
                outline=path,
                matrix=matrix,
                colour=state.stroke.colour,
                line=line,
                clips=state.clips,
                opacity=state.through * state.stroke_alpha,
                group=self.group,
            )
        )

    def _fill_pattern(self, placed: Outline, even_odd: bool, pattern: object) -> None:
        if values.integer(values.get(pattern, "/PatternType")) != 2:
            self.painter.tiles(pattern, self, Clip(placed, even_odd))
            return
        matrix = times(values.matrix(values.get(pattern, "/Matrix")) or IDENTITY, self.base)
        clips = (*self.state.clips, Clip(placed, even_odd))
        shading = values.get(pattern, "/Shading")
        self.painter.items.append(
            shade_of(shading, matrix, clips, self.state.through * self.state.fill_alpha, self.resources, self.group, self._name)
        )

    # state

    def save(self, _: list[object]) -> None:
        """Do `q`."""
        if len(self._stack) >= MAX_NESTING:
            raise unreadable(self._name, tr("it has too many elements, or they nest too deeply"))
        self._stack.append(self.state.copy())

    def restore(self, _: list[object]) -> None:
        """Do `Q`; one too many does nothing."""
        if self._stack:
            self.state = self._stack.pop()

    def concatenate(self, operands: list[object]) -> None:
        """Do `cm`."""
        a, b, c, d, e, f = floats(operands)
        self.state.ctm = times((a, b, c, d, e, f), self.state.ctm)

    def line(self, **changes: object) -> None:
        """Change how lines run."""
        self.state.line = replace(self.state.line, **changes)  # type: ignore[arg-type]  # as the table below names them

    def extended(self, operands: list[object]) -> None:
        """Do `gs`."""
        native = self.find("/ExtGState", operands)
        state = self.state
        blend = values.get(native, "/BM")
        names = [values.name(one) for one in (values.items(blend) or [blend]) if values.name(one)]
        if names and names[0] not in ("Normal", "Compatible"):
            raise transparent(self._name)
        mask = values.get(native, "/SMask")
        if mask is not None and values.name(mask) != "None":
            raise transparent(self._name)
        fill, stroke = values.number(values.get(native, "/ca")), values.number(values.get(native, "/CA"))
        state.fill_alpha = state.fill_alpha if fill is None else fill
        state.stroke_alpha = state.stroke_alpha if stroke is None else stroke
        if (width := values.number(values.get(native, "/LW"))) is not None:
            self.line(width=width)
        if values.boolean(values.get(native, "/op")) or values.boolean(values.get(native, "/OP")):
            self.painter.dropped["overprint"] = None

    def find(self, kind: str, operands: list[object]) -> object:
        """Return what the last operand names among the resources."""
        called = str(operands[-1]) if operands else ""
        return values.get(values.get(self.resources, kind), called)

    def device(self, space: Space, fills: bool, operands: list[object]) -> None:
        """Set a colour of a space."""
        parts = floats(operands)
        if len(parts) != space.channels:
            raise unreadable(self._name, tr("a colour has the wrong number of parts"))
        self._set_pen(fills, Pen(space, space.make(tuple(parts))))

    def choose(self, fills: bool, operands: list[object]) -> None:
        """Set a colour space."""
        space = space_of(operands[-1] if operands else None, self.resources, self._name)
        self._set_pen(fills, Pen(space, space.make(space.initial)))

    def colour(self, fills: bool, operands: list[object]) -> None:
        """Set a colour of the chosen space, or a pattern."""
        pen = self.state.fill if fills else self.state.stroke
        if pen.space is PATTERN:
            self._set_pen(fills, Pen(PATTERN, None, self.find("/Pattern", operands)))
        else:
            self.device(pen.space, fills, operands)

    def _set_pen(self, fills: bool, pen: Pen) -> None:
        if fills:
            self.state.fill = pen
        else:
            self.state.stroke = pen

    # things

    def shade(self, operands: list[object]) -> None:
        """Do `sh`."""
        shading = self.find("/Shading", operands)
        if self.shows:
            state = self.state
            self.painter.items.append(
                shade_of(
                    shading, state.ctm, state.clips, state.through * state.fill_alpha, self.resources, self.group, self._name
                )
            )

    def place(self, operands: list[object]) -> None:
        """Do `Do`."""
        thing = self.find("/XObject", operands)
        if not self.shows or self.painter.is_hidden(values.get(thing, "/OC")):
            self.painter.dropped["hidden layers"] = None
            return
        match values.name(values.get(thing, "/Subtype")):
            case "Form":
                self.painter.form(thing, self)
            case "Image":
                self._picture(thing)

    def _picture(self, image: object) -> None:
        state = self.state
        if values.boolean(values.get(image, "/ImageMask")):
            if state.fill.pattern is not None:
                raise not_simple(self._name, tr("a picture that is masked, or of a rare kind"))
            if state.fill.colour is None:
                return
            pixels = stencil_of(image, state.fill.colour, self._name)
        else:
            pixels = pixels_of(image, self.resources, self._name)
        opacity = state.through * state.fill_alpha
        self.painter.items.append(Raster(matrix=state.ctm, pixels=pixels, clips=state.clips, opacity=opacity, group=self.group))

    def inline(self, operands: list[object]) -> None:
        """Paint an image that stands in the content."""
        try:
            image = inline_image(operands[0] if operands else None, self.resources, self.painter.home)
        except (ValueError, pikepdf.PdfError) as error:
            raise not_simple(self._name, tr("a picture that is masked, or of a rare kind")) from error
        if self.shows:
            self._picture(image)

    def begin(self, operands: list[object]) -> None:
        """Begin marked content, which a hidden layer may be."""
        hidden = False
        if len(operands) == 2 and str(operands[0]) == "/OC":
            hidden = self.painter.is_hidden(values.get(values.get(self.resources, "/Properties"), str(operands[1])))
            if hidden:
                self.painter.dropped["hidden layers"] = None
        self._marked.append(hidden)

    def end(self, _: list[object]) -> None:
        """End marked content."""
        if self._marked:
            self._marked.pop()

    def clip(self, rule: str) -> None:
        """Let the path that is painted next become a clip."""
        self._clipping = rule


def floats(operands: list[object]) -> list[float]:
    """Return the numbers among operands."""
    return [found for one in operands if (found := values.number(one)) is not None]


Act = Callable[[Stream, list[object]], None]
"""What an operator does with its operands."""
