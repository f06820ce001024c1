"""One content stream, rewritten for the plate of one ink: colours become greys, what overprints it is not painted."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pikepdf

from coverkit.i18n import tr
from coverkit.preflight import values
from coverkit.preflight.limits import MAX_FORM_DEPTH, MAX_NESTING
from coverkit.preflight.separating.resources import after, grey_gradient
from coverkit.preflight.separating.state import Paint, State, not_flat
from coverkit.records import replace

Step = tuple[Sequence[object], bytes]
Plates = Callable[[object, object], tuple[pikepdf.Stream, ...]]
"""Return the four plates of a picture, by the picture and the resources that it is found in."""

_FILLS = {"f": "f", "F": "f", "f*": "f*", "B": "f", "B*": "f*", "b": "f", "b*": "f*"}
_STROKES = frozenset(("S", "s", "B", "B*", "b", "b*"))
_CLOSING = frozenset(("s", "b", "b*"))
_SHOWING = frozenset(("Tj", "TJ", "'", '"'))
_NO_FILL = {0: 3, 2: 1, 4: 7, 6: 5}
_NO_STROKE = {1: 3, 2: 0, 5: 7, 6: 4}
_OTHER_SPACES = frozenset(("rg", "RG"))
_COLOURS = {"k": 4, "K": 4, "g": 1, "G": 1}
_SPACES = {"DeviceCMYK": 4, "DeviceGray": 1}


class Rewriting:
    """Rewrites a page, and the forms in it, for one ink."""

    def __init__(self, pdf: pikepdf.Pdf, ink: int, plates: Plates, operators: list[int]) -> None:
        """Get ready.

        Args:
            pdf: gets the new streams.
            ink: 0 to 3.
            plates: of pictures.
            operators: how many may still be read, in its one item.
        """
        self._pdf, self._ink, self._plates, self._left = pdf, ink, plates, operators

    def stream(self, source: object, resources: object, state: State, depth: int = 0) -> tuple[bytes, pikepdf.Dictionary]:
        """Return new content and new resources.

        Raises:
            InputError: it holds what is not flat ink.
        """
        steps = pikepdf.parse_content_stream(source)  # type: ignore[arg-type]  # a page or a stream
        self._left[0] -= len(steps)
        if self._left[0] < 0 or depth > MAX_FORM_DEPTH:
            raise not_flat(tr("it has too many elements, or they nest too deeply"))
        _refuse_other_spaces(resources)
        one = _Stream(self, resources, state, depth)
        if not depth:
            one.begin()
        for step in steps:
            if isinstance(step, pikepdf.ContentStreamInlineImage):
                raise not_flat(tr("a picture inside the content"))
            one.act(list(step.operands), str(step.operator))
        return pikepdf.unparse_content_stream(one.out), one.resources  # type: ignore[arg-type]  # operands as they were read

    @property
    def ink(self) -> int:
        """The ink."""
        return self._ink

    def picture(self, image: object, resources: object) -> pikepdf.Stream:
        """Return the plate of a picture."""
        return self._plates(image, resources)[self._ink]

    def form(self, form: object, resources: object, state: State, depth: int) -> pikepdf.Stream:
        """Return a form as the ink sees it."""
        own = values.get(form, "/Resources")
        content, made = self.stream(form, resources if own is None else own, state, depth + 1)
        found = self._pdf.make_stream(content)
        found.Type, found.Subtype, found.Resources = pikepdf.Name.XObject, pikepdf.Name.Form, made
        for key in ("/BBox", "/Matrix"):
            value = values.get(form, key)
            if value is not None:
                found[key] = value
        return found


class _Stream:
    def __init__(self, whole: Rewriting, resources: object, state: State, depth: int) -> None:
        self._whole, self._given, self._state, self._depth = whole, resources, state, depth
        self.out: list[Step] = []
        kept = {key: value for key, value in values.entries(resources) if key in ("/Font", "/Properties")}
        self.resources = pikepdf.Dictionary(kept)
        self.resources.XObject, self.resources.Shading = pikepdf.Dictionary(), pikepdf.Dictionary()
        self._stack: list[tuple[State, int]] = []
        self._letters = state.letters
        """As the new stream has it."""

    def begin(self) -> None:
        """Begin a page in black, as pages do: in grey that would be all inks."""
        level = 1 - self._state.fill.inks[self._whole.ink]
        self._put("g", level)
        self._put("G", level)

    def act(self, operands: list[object], name: str) -> None:
        """Rewrite one operator."""
        if name in _COLOURS or name in _OTHER_SPACES:
            self._colour(operands, name, stroke=name.isupper())
        elif name in _FILLS or name in _STROKES:
            self._path(name)
        elif name in _SHOWING:
            self._text(operands, name)
        elif name in _ACTS:
            _ACTS[name](self, operands)
        else:
            self._put(name, *operands)

    def _put(self, name: str, *operands: object) -> None:
        self.out.append((operands, name.encode("latin-1")))

    def save(self, _: list[object]) -> None:
        if len(self._stack) > MAX_NESTING:
            raise not_flat(tr("it has too many elements, or they nest too deeply"))
        self._stack.append((self._state, self._letters))
        self._put("q")

    def restore(self, _: list[object]) -> None:
        if self._stack:
            self._state, self._letters = self._stack.pop()
            self._put("Q")

    def _colour(self, operands: list[object], name: str, *, stroke: bool) -> None:
        parts = [values.number(one) for one in operands]
        if len(parts) != _COLOURS.get(name) or None in parts:
            raise not_flat(tr("it holds colours that are not DeviceCMYK or DeviceGray"))
        self._paint_with([min(1.0, max(0.0, part)) for part in parts if part is not None], stroke=stroke)

    def _paint_with(self, parts: Sequence[float], *, stroke: bool) -> None:
        exact = len(parts) == 4
        paint = Paint((parts[0], parts[1], parts[2], parts[3]) if exact else (0.0, 0.0, 0.0, 1 - parts[0]), exact)
        self._state = replace(self._state, stroke=paint) if stroke else replace(self._state, fill=paint)
        self._put("G" if stroke else "g", round(1 - paint.inks[self._whole.ink], 5))

    def space(self, operands: list[object], *, stroke: bool) -> None:
        """Take a colour space; its first colour is black."""
        size = _SPACES.get(values.name(operands[0]) if operands else "")
        if size is None:
            raise not_flat(tr("it holds colours that are not DeviceCMYK or DeviceGray"))
        self._paint_with((0.0, 0.0, 0.0, 1.0) if size == 4 else (0.0,), stroke=stroke)

    def components(self, operands: list[object], *, stroke: bool) -> None:
        """Take a colour of the space that was chosen."""
        wanted = self._state.stroke if stroke else self._state.fill
        name = ("K" if stroke else "k") if wanted.exact else ("G" if stroke else "g")
        self._colour(operands, name, stroke=stroke)

    def parameters(self, operands: list[object]) -> None:
        """Take an entry of graphics states; what it says of lines is kept."""
        entry = values.get(values.get(self._given, "/ExtGState"), str(operands[0])) if operands else None
        if values.get(entry, "/Font") is not None:
            raise not_flat(tr("it has too many elements, or they nest too deeply"))
        self._state = after(self._state, entry)
        for key, name in (("/LW", "w"), ("/LC", "J"), ("/LJ", "j"), ("/ML", "M")):
            value = values.number(values.get(entry, key))
            if value is not None:
                self._put(name, value)

    def letters(self, operands: list[object]) -> None:
        """Take the way in which letters are painted."""
        mode = values.integer(operands[0]) if operands else None
        self._state = replace(self._state, letters=mode or 0)

    def _text(self, operands: list[object], name: str) -> None:
        mode = self._state.letters
        fills, strokes = self._state.shows(self._whole.ink)
        mode = mode if fills else _NO_FILL.get(mode, mode)
        mode = mode if strokes else _NO_STROKE.get(mode, mode)
        if mode != self._letters:
            self._put("Tr", mode)
            self._letters = mode
        self._put(name, *operands)

    def _path(self, name: str) -> None:
        fills, strokes = self._state.shows(self._whole.ink)
        fills, strokes = fills and name in _FILLS, strokes and name in _STROKES
        if name in _CLOSING:
            self._put("h")
        if fills and strokes:
            self._put("B*" if _FILLS[name] == "f*" else "B")
        elif fills:
            self._put(_FILLS[name])
        else:
            self._put("S" if strokes else "n")

    def gradient(self, operands: list[object]) -> None:
        """Paint a gradient."""
        name = str(operands[0])
        shading = values.get(values.get(self._given, "/Shading"), name)
        if name not in self.resources.Shading:
            self.resources.Shading[name] = grey_gradient(shading, self._whole.ink)
        self._put("sh", *operands)

    def place(self, operands: list[object]) -> None:
        """Place a picture or a form; each placing has an object of its own, as colours may be taken over from outside."""
        placed = values.get(values.get(self._given, "/XObject"), str(operands[0]) if operands else "")
        kind = values.name(values.get(placed, "/Subtype"))
        name = f"/X{len(self.resources.XObject)}"
        if kind == "Form":
            made: object = self._whole.form(placed, self._given, self._state, self._depth)
        elif kind == "Image" and values.boolean(values.get(placed, "/ImageMask")):
            if not self._state.shows(self._whole.ink)[0]:
                return
            made = placed
        elif kind == "Image":
            made = self._whole.picture(placed, self._given)
        else:
            return
        self.resources.XObject[name] = made
        self._put("Do", pikepdf.Name(name))


def _refuse_other_spaces(resources: object) -> None:
    if any(key in ("/DefaultCMYK", "/DefaultGray") for key, _ in values.entries(values.get(resources, "/ColorSpace"))):
        raise not_flat(tr("it holds colours that are not DeviceCMYK or DeviceGray"))
    for _, font in values.entries(values.get(resources, "/Font")):
        if values.name(values.get(font, "/Subtype")) == "Type3":
            raise not_flat(tr("it has letters of Type 3"))


_ACTS: Mapping[str, Callable[[_Stream, list[object]], None]] = {
    "q": _Stream.save,
    "Q": _Stream.restore,
    "cs": lambda one, operands: one.space(operands, stroke=False),
    "CS": lambda one, operands: one.space(operands, stroke=True),
    "sc": lambda one, operands: one.components(operands, stroke=False),
    "scn": lambda one, operands: one.components(operands, stroke=False),
    "SC": lambda one, operands: one.components(operands, stroke=True),
    "SCN": lambda one, operands: one.components(operands, stroke=True),
    "gs": _Stream.parameters,
    "Tr": _Stream.letters,
    "sh": _Stream.gradient,
    "Do": _Stream.place,
}
