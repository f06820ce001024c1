"""What was read of one page. No verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from coverkit.facts.marks import (
    Colour,
    ColourUse,
    FontFacts,
    FormMark,
    GroupFacts,
    ImageMark,
    Mark,
    MaskFacts,
    PathMark,
    ShadingMark,
    StateFacts,
    TextMark,
)
from coverkit.geometry import MM, Rect, union_all
from coverkit.records import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A page box in points, y upwards; `inherited` when it stands in a node above the page."""

    left: float
    bottom: float
    right: float
    top: float
    inherited: bool = False

    @property
    def width(self) -> float:
        """In points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """In points."""
        return self.top - self.bottom

    def overshoot(self, other: Box) -> float:
        """Return by how many points the other sticks out at most; 0 or less when it lies inside."""
        return max(self.left - other.left, self.bottom - other.bottom, other.right - self.right, other.top - self.top)

    def differs(self, other: Box) -> float:
        """Return by how many points the edges differ at most."""
        pairs = zip(self._edges(), other._edges(), strict=True)
        return max(abs(mine - theirs) for mine, theirs in pairs)

    def margins(self, inner: Box) -> tuple[float, float, float, float]:
        """Return how far this box reaches over an inner one: left, top, right, bottom, in mm."""
        return (
            (inner.left - self.left) / MM,
            (self.top - inner.top) / MM,
            (self.right - inner.right) / MM,
            (inner.bottom - self.bottom) / MM,
        )

    def _edges(self) -> tuple[float, float, float, float]:
        return self.left, self.bottom, self.right, self.top


@dataclass(frozen=True, slots=True)
class AnnotationFacts:
    """An annotation: its subtype, where it lies (pt, as page boxes), and what it carries.

    What one that `prints` looks like stands among the page's marks, after all else.
    """

    subtype: str
    rect: Box
    has_action: bool = False
    hidden: bool = False
    prints: bool = False


@dataclass(frozen=True, slots=True)
class PageFacts:
    """One page.

    Attributes:
        number: from 1.
        boxes: media, crop, bleed, trim and art boxes that are stated.
        rotate: as written; places of marks are those of the page unturned.
        user_unit: 1.0 when not stated.
        has_user_unit: it is stated.
        has_thumbnail: it brings a small picture of itself, which is never printed.
        marks: everything painted, in order; those of forms stand behind the form's own mark, what annotations look like at
            the end.
        parts: what is painted in the cells of patterns, the glyphs of Type 3 fonts and soft masks, each once; where it stands
            on the page is not told by its place.
        masks: soft masks of graphics states, each group once.
        colours: every colour that something is painted with.
        unknown_operators: operators that PDF does not define.
        large_numbers: whole numbers in the content that do not fit into 32 bits.
        long_names: names in its resources that have more than 127 bytes.
        unread: why something could not be read; then the marks are not complete.
    """

    number: int
    media: Box | None
    crop: Box | None
    bleed: Box | None
    trim: Box | None
    art: Box | None
    rotate: int = 0
    user_unit: float = 1.0
    has_user_unit: bool = False
    group: GroupFacts | None = None
    annotations: tuple[AnnotationFacts, ...] = ()
    has_actions: bool = False
    has_alternate_presentation: bool = False
    has_thumbnail: bool = False
    marks: tuple[Mark, ...] = ()
    parts: tuple[Mark, ...] = ()
    fonts: tuple[FontFacts, ...] = ()
    states: tuple[StateFacts, ...] = ()
    masks: tuple[MaskFacts, ...] = ()
    rendering_intents: tuple[str, ...] = ()
    unknown_operators: tuple[str, ...] = ()
    large_numbers: tuple[float, ...] = ()
    long_names: tuple[str, ...] = ()
    deepest_nesting: int = 0
    operators: int = 0
    unread: tuple[str, ...] = ()
    _colours: list[ColourUse] = field(default_factory=list, init=False, repr=False, compare=False)

    @property
    def paths(self) -> Iterator[PathMark]:
        """The painted paths."""
        return (mark for mark in self.marks if isinstance(mark, PathMark))

    @property
    def texts(self) -> Iterator[TextMark]:
        """The shown texts."""
        return (mark for mark in self.marks if isinstance(mark, TextMark))

    @property
    def images(self) -> Iterator[ImageMark]:
        """The painted images, inline ones too."""
        return (mark for mark in self.marks if isinstance(mark, ImageMark))

    @property
    def shadings(self) -> Iterator[ShadingMark]:
        """The painted shadings."""
        return (mark for mark in self.marks if isinstance(mark, ShadingMark))

    @property
    def forms(self) -> Iterator[FormMark]:
        """The painted form XObjects."""
        return (mark for mark in self.marks if isinstance(mark, FormMark))

    @property
    def trim_mm(self) -> Rect | None:
        """The trim in mm from its own top left; None without a TrimBox."""
        if self.trim is None:
            return None
        return Rect(0.0, 0.0, self.trim.width / MM * self.user_unit, self.trim.height / MM * self.user_unit)

    def colours(self) -> tuple[ColourUse, ...]:
        """Return every colour that is painted with, for what ("fill", "stroke", "image", "shading"), and where."""
        # Several rules ask, and a page may have a hundred thousand marks.
        if not self._colours:
            self._colours.extend(self._gathered())
        return tuple(self._colours)

    def _gathered(self) -> tuple[ColourUse, ...]:
        # By identity first: the same colour paints hundreds of marks, and comparing it with itself each time takes long.
        uses: dict[tuple[int, str], tuple[Colour, list[Rect]]] = {}
        for mark in (*self.marks, *self.parts):
            for colour, use in painted_with(mark):
                known = uses.get((id(colour), use))
                if known is None:
                    known = uses[id(colour), use] = colour, []
                known[1].append(mark.box)
        places: dict[tuple[Colour, str], list[Rect]] = {}
        for (_, use), (colour, boxes) in uses.items():
            places.setdefault((colour, use), []).extend(boxes)
        found = []
        for (colour, use), boxes in places.items():
            bounds = union_all(boxes)
            assert bounds is not None
            found.append(ColourUse(colour, use, len(boxes), bounds))
        return tuple(found)


def painted_with(mark: Mark) -> list[tuple[Colour, str]]:
    """Return the colours of a mark and what each is for."""
    match mark:
        case PathMark():
            return [(colour, use) for colour, use in ((mark.fill, "fill"), (mark.stroke, "stroke")) if colour is not None]
        case TextMark():
            pairs = ((mark.fill, "fill", mark.fills), (mark.stroke, "stroke", mark.strokes))
            return [(colour, use) for colour, use, used in pairs if used]
        case ImageMark():
            return [(mark.colour, "fill" if mark.mask else "image")]
        case ShadingMark():
            return [(mark.colour, "shading")]
        case FormMark():
            return []
