"""The kinds of operation a scene is made of: a closed set.

Every operation is opaque; opacity, shadows and fades were resolved while composing. Each knows the element it came from
(`source`) and its bounds. Whoever handles operations uses `match` with `assert_never`, so that mypy names every place when
a kind is added.
"""

from __future__ import annotations

from coverkit.geometry import Point, Rect, turn, union_all
from coverkit.model.values import Cmyk
from coverkit.records import dataclass
from coverkit.scene.path import Path


@dataclass(frozen=True, slots=True)
class Fill:
    """Fill an outline with one ink."""

    source: str
    path: Path
    ink: Cmyk
    even_odd: bool = False
    overprint: bool = False

    @property
    def bounds(self) -> Rect:
        """Bounds in mm."""
        return self.path.bounds()


@dataclass(frozen=True, slots=True)
class Stroke:
    """Stroke an outline; the width is in points, `dash` in points too."""

    source: str
    path: Path
    ink: Cmyk
    width: float
    dash: tuple[float, ...] = ()
    round_ends: bool = False
    overprint: bool = False

    @property
    def bounds(self) -> Rect:
        """Bounds in mm, the line's width included."""
        return self.path.bounds().outset(self.width * 25.4 / 72 / 2)


@dataclass(frozen=True, slots=True)
class Stop:
    """A colour at a place (0 to 1) along a gradient."""

    at: float
    ink: Cmyk


@dataclass(frozen=True, slots=True)
class Gradient:
    """Fill an outline with a straight gradient between two points, its colours held beyond both ends.

    The stops are close enough that every policy may convert each of them and interpolate between.
    """

    source: str
    path: Path
    start: Point
    end: Point
    stops: tuple[Stop, ...]

    @property
    def bounds(self) -> Rect:
        """Bounds in mm."""
        return self.path.bounds()


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph: its id in the face, and its origin in mm from the run's origin (x along the line, y downwards).

    `text` is the plain text it stands for; the later glyphs of a cluster have "".
    """

    gid: int
    x: float
    y: float
    text: str


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """A run of shaped text in one face, size and ink.

    Attributes:
        face: key of the face in the font library.
        size: points.
        origin: start of the baseline, in mm.
        angle: degrees clockwise about the origin.
        ink_box: what the glyphs' ink covers before turning, in mm on the page.
    """

    source: str
    face: str
    size: float
    origin: Point
    glyphs: tuple[Glyph, ...]
    text: str
    ink: Cmyk
    ink_box: Rect
    angle: float = 0.0
    overprint: bool = False

    @property
    def bounds(self) -> Rect:
        """Bounds of the ink in mm, turned with the run."""
        if self.angle % 360 == 0:
            return self.ink_box
        box = self.ink_box
        corners = [Point(box.x, box.y), Point(box.right, box.y), Point(box.right, box.bottom), Point(box.x, box.bottom)]
        turned = [turn(corner, self.origin, self.angle) for corner in corners]
        bounds = union_all([Rect(point.x, point.y, 0.0, 0.0) for point in turned])
        assert bounds is not None
        return bounds


@dataclass(frozen=True, slots=True)
class Veil:
    """Ink laid over a picture and baked into its pixels: a tint, a fade or a shadow.

    Attributes:
        box: where, in mm on the page.
        ink: its colour.
        opacity_start, opacity_end: 0 to 1 along the direction.
        angle: direction of the fade in degrees: 0 from left to right, 90 from top to bottom.
        radius: round corners, mm.
        blur: softness of the edge (Gaussian sigma), mm; for shadows.
        multiply: darken what is below instead of covering it.
    """

    box: Rect
    ink: Cmyk
    opacity_start: float
    opacity_end: float
    angle: float = 90.0
    radius: float = 0.0
    blur: float = 0.0
    multiply: bool = False


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a picture that shows, as shares (0 to 1) of its width and height."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Place a part of a picture in a box, with veils baked in; `clip` limits what shows of it."""

    source: str
    sha256: str
    box: Rect
    crop: Crop
    veils: tuple[Veil, ...] = ()
    angle: float = 0.0
    clip: Path | None = None

    @property
    def bounds(self) -> Rect:
        """Bounds in mm; never more than the clip's."""
        bounds = self.box.rotated_bounds(self.angle)
        if self.clip is None:
            return bounds
        return bounds.intersection(self.clip.bounds()) or Rect(bounds.x, bounds.y, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Art:
    """Place sealed art, unchanged, in a box (its aspect is the art's unless somebody stretched it)."""

    source: str
    sha256: str
    box: Rect
    angle: float = 0.0
    mirrored: bool = False

    @property
    def bounds(self) -> Rect:
        """Bounds in mm."""
        return self.box.rotated_bounds(self.angle)


Operation = Fill | Stroke | Gradient | GlyphRun | Picture | Art
