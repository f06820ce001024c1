"""From fitted text to the scene: glyph runs, their outlines, and lines whose ink touches."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from coverkit.geometry import MM, Point, Rect, turn
from coverkit.model.values import Cmyk
from coverkit.records import dataclass
from coverkit.scene.operations import GlyphRun
from coverkit.scene.path import Path, Segment
from coverkit.typography.fitting import FittedText
from coverkit.typography.library import FontLibrary


@dataclass(frozen=True, slots=True)
class Touch:
    """Two lines whose ink overlaps.

    Attributes:
        box: where, in mm on the page (before turning, when the runs are turned).
        depth: by how much the upper one reaches into the lower one, in mm.
    """

    upper: GlyphRun
    lower: GlyphRun
    box: Rect
    depth: float


def glyph_runs(
    fitted: FittedText, source: str, ink: Cmyk, library: FontLibrary, overprint: bool = False
) -> tuple[GlyphRun, ...]:
    """Return one run for each line that has glyphs.

    Raises:
        MissingError: the library does not hold the face, so no painter could draw the runs.
    """
    face = library.by_key(fitted.face)
    return tuple(
        GlyphRun(
            source=source,
            face=face.key,
            size=fitted.size,
            origin=Point(line.x, line.baseline),
            glyphs=line.shaped.glyphs,
            text=line.shaped.text,
            ink=ink,
            ink_box=line.ink,
            overprint=overprint,
        )
        for line in fitted.lines
        if line.shaped.glyphs
    )


def outlines(run: GlyphRun, library: FontLibrary) -> Path:
    """Return the outlines of a run in mm on the page, turned with it: text that needs no font.

    Raises:
        MissingError: the library does not hold the face.
    """
    face = library.by_key(run.face)
    scale = run.size / MM / face.upem
    steps: list[Segment] = []
    for glyph in run.glyphs:
        x, y = run.origin.x + glyph.x, run.origin.y + glyph.y
        for step in face.outline(glyph.gid):
            steps.append(Segment(step.verb, tuple(Point(x + at.x * scale, y - at.y * scale) for at in step.points)))
    return Path(tuple(steps)).turned(run.origin, run.angle)


def glyph_boxes(run: GlyphRun, library: FontLibrary) -> tuple[Rect, ...]:
    """Return the ink box of each glyph that has ink, in mm on the page, before turning."""
    face = library.by_key(run.face)
    scale = run.size / MM / face.upem
    boxes = []
    for glyph in run.glyphs:
        if ink := face.ink(glyph.gid):
            x, y = run.origin.x + glyph.x, run.origin.y + glyph.y
            boxes.append(Rect.from_edges(x + ink[0] * scale, y - ink[3] * scale, x + ink[2] * scale, y - ink[1] * scale))
    return tuple(boxes)


def touching_lines(runs: Iterable[GlyphRun], library: FontLibrary, least: float = 0.0) -> tuple[Touch, ...]:
    """Return the pairs of runs, equally turned, in which some glyph's ink box overlaps one of the other's.

    Args:
        runs: runs of one text, or of several.
        library: where their faces are.
        least: overlaps up to so many mm do not count; rounding alone is never one.
    """
    touches = []
    for one, other in combinations(runs, 2):
        if one.angle % 360 != other.angle % 360:
            continue
        first, second = _upright(one), _upright(other)
        if first.ink_box.intersection(second.ink_box) is None:
            continue
        upper, lower = sorted(((first, one), (second, other)), key=lambda pair: pair[0].origin.y)
        box = _deepest(glyph_boxes(upper[0], library), glyph_boxes(lower[0], library))
        if box is not None and box.height > max(least, 1e-6):
            touches.append(Touch(upper[1], lower[1], box, box.height))
    return tuple(touches)


def _upright(run: GlyphRun) -> GlyphRun:
    """Turn a run's place back about the page's origin, so that equally turned runs compare as level ones."""
    if run.angle % 360 == 0:
        return run
    origin = turn(run.origin, Point(0.0, 0.0), -run.angle)
    box = run.ink_box.moved(origin.x - run.origin.x, origin.y - run.origin.y)
    return GlyphRun(run.source, run.face, run.size, origin, run.glyphs, run.text, run.ink, box)


def _deepest(above: tuple[Rect, ...], below: tuple[Rect, ...]) -> Rect | None:
    overlaps = [box for one in above for other in below if (box := one.intersection(other)) is not None]
    return max(overlaps, key=lambda box: box.height, default=None)
