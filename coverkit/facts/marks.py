"""What a page paints: paths, texts, pictures, shadings and form XObjects, with the state they were painted in.

Places are in mm from the trim's top left, y downwards; sizes of type and widths of lines in points. No verdicts.
"""

from __future__ import annotations

from typing import Literal

from coverkit.geometry import Rect
from coverkit.records import dataclass

Layer = Literal["", "off", "step"]
"""Why a mark is no part of the printed page: its layer is off by default, or is a processing step (ISO 19593-1)."""
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")
"""Colorant names that are the four inks of the press, not spots."""


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as a page sets it.

    Attributes:
        space: the family (DeviceCMYK, DeviceGray, Separation, ICCBased, Indexed, Pattern …); "" for one that is not known.
        components: the tints, 0 to 1 (as written; Lab and Indexed have ranges of their own).
        colorants: the names in a Separation or DeviceN.
        base: the family of the alternate or base space, "" for none.
        profile_sha256: the profile of an ICCBased space.
        remapped: the resources redefine this device space (DefaultCMYK and the like).
        chain: the families from the outermost to the innermost space; a device space that is redefined stands as what it
            becomes, and after ICCBased stands the device space of as many channels.
        definition: digest of the alternate space and tint transform of a Separation or DeviceN, "" for other spaces.
        described: named inks that a DeviceN describes in its /Colorants: the name and its definition.
    """

    space: str
    components: tuple[float, ...] = ()
    colorants: tuple[str, ...] = ()
    base: str = ""
    profile_sha256: str = ""
    remapped: bool = False
    chain: tuple[str, ...] = ()
    definition: str = ""
    described: tuple[tuple[str, str], ...] = ()

    @property
    def is_white(self) -> bool:
        """White by GWG 2022, D0010; a device space that a profile redefines is another space."""
        tints = self._named_tints()
        if tints:
            return all(tint == 0 for name, tint in tints if name != "None")
        if self.remapped:
            return False
        return (self.space == "DeviceCMYK" and self.components == (0.0, 0.0, 0.0, 0.0)) or (
            self.space == "DeviceGray" and self.components == (1.0,)
        )

    @property
    def is_black(self) -> bool:
        """Black by GWG 2022, D0013: K alone, solid."""
        tints = self._named_tints()
        if tints:
            return any(name == "Black" for name, _ in tints) and all(
                tint == (1 if name == "Black" else 0) for name, tint in tints if name != "None"
            )
        if self.remapped:
            return False
        return (self.space == "DeviceCMYK" and self.components == (0.0, 0.0, 0.0, 1.0)) or (
            self.space == "DeviceGray" and self.components == (0.0,)
        )

    def _named_tints(self) -> tuple[tuple[str, float], ...]:
        return tuple(zip(self.colorants, self.components, strict=False)) if self.space in ("Separation", "DeviceN") else ()


@dataclass(frozen=True, slots=True)
class PaintState:
    """The graphics state that decides how a mark meets what lies below."""

    fill_overprint: bool = False
    stroke_overprint: bool = False
    overprint_mode: int = 0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    blend_mode: str = "Normal"
    soft_mask: bool = False

    @property
    def is_opaque(self) -> bool:
        """Nothing shines through."""
        return (
            self.fill_alpha == 1.0
            and self.stroke_alpha == 1.0
            and self.blend_mode in ("Normal", "Compatible")
            and not self.soft_mask
        )


@dataclass(frozen=True, slots=True)
class PathMark:
    """A painted path.

    Attributes:
        order: place in the order of painting on the page.
        box: around its control points; a stroke's own width is not counted.
        seen: the part of the box inside the clip (as upright boxes), None when wholly clipped away.
        fill, stroke: the colours it is painted with, None where it is not.
        line_width: effective width of the stroke in pt, None without one.
        sides: of a rectangle, the longer and the shorter side in pt between its corners; None for other shapes.
        level: how many form XObjects it lies in.
        layer: why it is not printed, "" when it is; the same for all marks.
    """

    order: int
    box: Rect
    seen: Rect | None
    fill: Colour | None
    stroke: Colour | None
    line_width: float | None
    sides: tuple[float, float] | None
    state: PaintState
    level: int = 0
    layer: Layer = ""

    @property
    def thin(self) -> float | None:
        """For a filled rectangle its shorter side in pt, else None."""
        return self.sides[1] if self.sides is not None and self.fill is not None else None


@dataclass(frozen=True, slots=True)
class TextMark:
    """One text-showing operator.

    Attributes:
        font: BaseFont, with its subset tag.
        size: effective size in pt.
        mode: text rendering mode, 0 to 7.
        text: what it says by the font's ToUnicode or encoding; U+FFFD for what cannot be told.
        box: approximate: advance widths by the em's usual ascent and descent.
    """

    order: int
    box: Rect
    seen: Rect | None
    font: str
    size: float
    mode: int
    text: str
    fill: Colour
    stroke: Colour
    state: PaintState
    level: int = 0
    layer: Layer = ""

    @property
    def fills(self) -> bool:
        """It is painted with the fill colour."""
        return self.mode in (0, 2, 4, 6)

    @property
    def strokes(self) -> bool:
        """It is painted with the stroke colour."""
        return self.mode in (1, 2, 5, 6)


@dataclass(frozen=True, slots=True)
class ImageMark:
    """A painted image.

    Attributes:
        name: its resource name; "" for an inline image.
        width, height: in px.
        bits: per component; 1 for a mask.
        colour: its space (for a mask: the colour it is painted in).
        filters: in the order of decoding.
        mask: it is a stencil mask; `soft_mask`: it has one; `stencil`: it has a Mask or colour key.
        ppi: effective resolution on the worse axis.
        alternates: it has alternate images.
    """

    order: int
    box: Rect
    seen: Rect | None
    name: str
    width: int
    height: int
    bits: int
    colour: Colour
    filters: tuple[str, ...]
    mask: bool
    soft_mask: bool
    stencil: bool
    ppi: float
    state: PaintState
    alternates: bool = False
    level: int = 0
    layer: Layer = ""


@dataclass(frozen=True, slots=True)
class ShadingMark:
    """A shading painted by `sh`, or used as a pattern."""

    order: int
    box: Rect
    seen: Rect | None
    kind: int
    colour: Colour
    state: PaintState
    level: int = 0
    layer: Layer = ""


@dataclass(frozen=True, slots=True)
class GroupFacts:
    """A transparency group; `space` is the family of its blend space, "" for none, `chain` that of a `Colour`."""

    space: str
    isolated: bool = False
    knockout: bool = False
    chain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MaskFacts:
    """A soft mask that a graphics state sets.

    Attributes:
        kind: Luminosity or Alpha, as written.
        group: of its form, None without one.
        inner: groups of the forms inside that form.
    """

    kind: str
    group: GroupFacts | None
    inner: tuple[GroupFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class FormMark:
    """A painted form XObject.

    Attributes:
        raw_sha256: of the stream as it lies in the file.
        sha256: of the decoded stream, "" when it could not be decoded within the limits.
        resources_digest: of its resources, see `facts.digest`; "" within another form, and where they hold fonts.
        box: upright bounds on the page.
        width, height: sides of its BBox on the page in mm, along its own axes.
        angle: degrees clockwise as seen on the page.
        mirrored: it is flipped.
        skew: by how many degrees its axes are off a right angle.
        group: its transparency group, None without one.
    """

    order: int
    box: Rect
    seen: Rect | None
    name: str
    raw_sha256: str
    sha256: str
    resources_digest: str
    width: float
    height: float
    angle: float
    mirrored: bool
    skew: float
    group: GroupFacts | None
    state: PaintState
    level: int = 0
    layer: Layer = ""


Mark = PathMark | TextMark | ImageMark | ShadingMark | FormMark


@dataclass(frozen=True, slots=True)
class GlyphFault:
    """What is wrong with a glyph that a page shows.

    Attributes:
        kind: it is absent from the embedded program, is .notdef, or has another width.
        code: in the font's encoding.
        text: what it says; U+FFFD for what cannot be told.
        stated, actual: widths by the PDF and by the program, in thousandths of an em.
    """

    kind: Literal["absent", "notdef", "width"]
    code: int
    text: str
    stated: float = 0.0
    actual: float = 0.0


@dataclass(frozen=True, slots=True)
class FontFacts:
    """A font that a page shows text in.

    Attributes:
        name: BaseFont.
        subtype: Type0, TrueType, Type1, Type3, MMType1 …
        program: FontFile, FontFile2 or FontFile3; "" when it is not embedded (a Type3 font needs none).
        subset: it has a subset tag (six capitals and a plus sign).
        has_unicode: it has a ToUnicode map.
        shown: it paints something: some text in it is not in rendering mode 3.
        faults: of the glyphs that are shown, the first ones.
        uncompared: why the embedded program could not be compared with what is shown, "" when it was.
    """

    name: str
    subtype: str
    program: str
    subset: bool
    has_unicode: bool
    shown: bool = True
    faults: tuple[GlyphFault, ...] = ()
    uncompared: str = ""

    @property
    def embedded(self) -> bool:
        """Its outlines lie in the file."""
        return bool(self.program) or self.subtype == "Type3"


@dataclass(frozen=True, slots=True)
class StateFacts:
    """An extended graphics state that a page sets: what of it matters for print; None where it says nothing.

    `newer` lists keys that came with a later PDF than 1.4, each with its version.
    """

    name: str
    fill_alpha: float | None = None
    stroke_alpha: float | None = None
    blend_modes: tuple[str, ...] = ()
    soft_mask: bool = False
    fill_overprint: bool | None = None
    stroke_overprint: bool | None = None
    overprint_mode: int | None = None
    transfer: str = ""
    transfer2: str = ""
    halftone_phase: bool = False
    halftone_type: int | None = None
    halftone_name: bool = False
    rendering_intent: str = ""
    newer: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ColourUse:
    """A colour, whether for filling or stroking, how often, and the box around all of it."""

    colour: Colour
    use: str
    count: int
    box: Rect
