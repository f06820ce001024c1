"""The walk over a page's operators that collects what they paint. Forms are read in place."""

from __future__ import annotations

import pikepdf

from coverkit.artwork.drawing import IDENTITY, Clip, Matrix, Painted, box_of, common, moved, rectangle, times
from coverkit.artwork.refusal import unreadable
from coverkit.i18n import tr
from coverkit.preflight import values
from coverkit.preflight.drawing.operators import ACTS
from coverkit.preflight.drawing.state import State
from coverkit.preflight.drawing.stream import Stream
from coverkit.preflight.drawing.tiles import tiling_of
from coverkit.preflight.limits import MAX_FORM_DEPTH, MAX_OPERATORS

_MOST_ITEMS = 100_000


class Painter:
    """What a page paints, in the art's coordinates."""

    def __init__(self, name: str, hidden: frozenset[tuple[int, int]]) -> None:
        self.name = name
        self.items: list[Painted] = []
        self.words = 0
        self.dropped: dict[str, None] = {}
        self.home = pikepdf.new()
        self._hidden = hidden
        self._groups = 0
        self._left = MAX_OPERATORS

    def page(self, page: object, base: Matrix) -> None:
        """Read a page.

        Raises:
            InputError: it holds what is not understood, or what sealed art cannot have.
        """
        resources = values.get(page, "/Resources")
        if values.items(values.get(page, "/Annots")):
            self.dropped["annotations"] = None
        self._run(page, resources, State(ctm=base), base, 0, 0)

    def _run(self, source: object, resources: object, state: State, base: Matrix, depth: int, group: int) -> None:
        steps = pikepdf.parse_content_stream(source)  # type: ignore[arg-type]  # a page or a stream
        self._left -= len(steps)
        if self._left < 0 or len(self.items) > _MOST_ITEMS:
            raise unreadable(self.name, tr("it has too many elements, or they nest too deeply"))
        Stream(self, resources, state, base, depth, group).run(steps, ACTS)

    def form(self, form: object, stream: Stream) -> None:
        """Paint a form where it is placed."""
        if stream.depth >= MAX_FORM_DEPTH:
            raise unreadable(self.name, tr("it has too many elements, or they nest too deeply"))
        if self.is_hidden(values.get(form, "/OC")):
            self.dropped["hidden layers"] = None
            return
        state = stream.state.copy()
        state.ctm = times(values.matrix(values.get(form, "/Matrix")) or IDENTITY, state.ctm)
        box = values.numbers(values.get(form, "/BBox"))
        if len(box) == 4:
            clip = Clip(moved(rectangle(*box), state.ctm))
            state.clips = (*state.clips, clip)
        group = stream.group
        if values.get(form, "/Group") is not None:
            if not group and state.fill_alpha < 1.0:
                self._groups += 1
                group = self._groups
            state.through *= state.fill_alpha
            state.fill_alpha = state.stroke_alpha = 1.0
        own = values.get(form, "/Resources")
        if own is None:
            self._run(form, stream.resources, state, stream.base, stream.depth + 1, group)
        else:
            # A pattern is measured from where the content begins that names it.
            self._run(form, own, state, state.ctm, stream.depth + 1, group)

    def tiles(self, pattern: object, stream: Stream, shape: Clip) -> None:
        """Fill a shape with a tiling pattern."""
        tiling = tiling_of(pattern, stream.base, self.name)
        shown = box_of(shape.outline)
        for clip in stream.state.clips:
            shown = common(shown, box_of(clip.outline))
        if stream.depth >= MAX_FORM_DEPTH:
            raise unreadable(self.name, tr("it has too many elements, or they nest too deeply"))
        opacity, group = stream.state.through * stream.state.fill_alpha, stream.group
        if opacity < 1.0 and not group:
            self._groups += 1
            group = self._groups
        for matrix in tiling.places(shown, self.name) if shown is not None else ():
            cell = Clip(moved(rectangle(*tiling.box), matrix))
            state = State(ctm=matrix, clips=(*stream.state.clips, shape, cell), through=opacity)
            self._run(pattern, values.get(pattern, "/Resources"), state, matrix, stream.depth + 1, group)

    def is_hidden(self, layer: object) -> bool:
        """Tell whether a layer, or all layers of a membership, are switched off."""
        if layer is None:
            return False
        if values.identity(layer) in self._hidden:
            return True
        members = values.get(layer, "/OCGs")
        listed = values.items(members) or ([members] if members is not None else [])
        return bool(listed) and all(values.identity(one) in self._hidden for one in listed)
