"""Press marks, as scene operations that lie wholly between the bleed and the edge of the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coverkit.formats.printers import Mark
from coverkit.geometry import Point, Rect
from coverkit.model.values import BLACK, WHITE, Cmyk
from coverkit.scene.operations import Fill, GlyphRun, Operation, Stroke
from coverkit.scene.path import Path
from coverkit.scene.scene import Scene
from coverkit.typography.face import Face
from coverkit.typography.shaping import Shaped, shape

SOURCE = "marks"
REGISTRATION = Cmyk(1.0, 1.0, 1.0, 1.0)

_MARGIN, _BARE_MARGIN = 12.0, 1.0
_GAP = 1.0
"""Between the bleed and the marks, mm."""
_CROP_LENGTH, _HAIRLINE = 5.0, 0.25
_TARGET, _TARGET_RADIUS = 5.0, 1.5
_PATCH, _BAR_START = 5.0, 12.0
_SLUG_SIZE, _LEAST_SLUG_SIZE, _SLUG_BASELINE, _SLUG_INDENT = 6.0, 4.0, 10.0, 10.0

_PATCHES = (
    Cmyk(1, 0, 0, 0),
    Cmyk(0, 1, 0, 0),
    Cmyk(0, 0, 1, 0),
    BLACK,
    Cmyk(0.5, 0, 0, 0),
    Cmyk(0, 0.5, 0, 0),
    Cmyk(0, 0, 0.5, 0),
    Cmyk(0, 0, 0, 0.5),
    Cmyk(0, 1, 1, 0),
    Cmyk(1, 0, 1, 0),
    Cmyk(1, 1, 0, 0),
    WHITE,
)
_PLATE_NAMES = (("Cyan", Cmyk(1, 0, 0, 0)), ("Magenta", Cmyk(0, 1, 0, 0)), ("Yellow", Cmyk(0, 0, 1, 0)), ("Black", BLACK))


def sheet_margin(marks: Sequence[Mark]) -> float:
    """Return how much sheet is needed around the bleed, in mm; without marks a little, so that the boxes differ."""
    return _MARGIN if marks else _BARE_MARGIN


def press_marks(scene: Scene, marks: Sequence[Mark], slug: str, face: Face) -> tuple[Operation, ...]:
    """Return the marks a printer asks for, in registration ink where they must be on every plate.

    Args:
        scene: the page.
        marks: which kinds.
        slug: text of the slug line: unit, issue, date, standard, condition.
        face: the slug line's face.
    """
    found: list[Operation] = []
    if "crop" in marks:
        found += _crop_marks(scene)
    if "registration" in marks:
        found += _targets(scene)
    if "colour-bar" in marks:
        found += _colour_bar(scene)
    if "slug" in marks:
        found += _slug_line(scene, slug, face)
    return tuple(found)


def _line(x0: float, y0: float, x1: float, y1: float) -> Stroke:
    return Stroke(SOURCE, Path.line(Point(x0, y0), Point(x1, y1)), REGISTRATION, _HAIRLINE)


def _crop_marks(scene: Scene) -> Iterator[Stroke]:
    trim, bleed = scene.trim, scene.bleed_box.outset(_GAP)
    for x in (trim.x, trim.right):
        yield _line(x, bleed.y - _CROP_LENGTH, x, bleed.y)
        yield _line(x, bleed.bottom, x, bleed.bottom + _CROP_LENGTH)
    for y in (trim.y, trim.bottom):
        yield _line(bleed.x - _CROP_LENGTH, y, bleed.x, y)
        yield _line(bleed.right, y, bleed.right + _CROP_LENGTH, y)


def _targets(scene: Scene) -> Iterator[Stroke]:
    middle, edge = scene.trim.centre, scene.bleed_box.outset(_GAP + _TARGET / 2)
    for centre in (
        Point(middle.x, edge.y),
        Point(middle.x, edge.bottom),
        Point(edge.x, middle.y),
        Point(edge.right, middle.y),
    ):
        yield Stroke(SOURCE, Path.circle(centre, _TARGET_RADIUS), REGISTRATION, _HAIRLINE)
        yield _line(centre.x - _TARGET / 2, centre.y, centre.x + _TARGET / 2, centre.y)
        yield _line(centre.x, centre.y - _TARGET / 2, centre.x, centre.y + _TARGET / 2)


def _colour_bar(scene: Scene) -> Iterator[Operation]:
    """Return patches down the right edge: solids, half tones, overprints, paper."""
    room = scene.trim.height / 2 - _BAR_START - _TARGET
    side = min(_PATCH, max(1.0, room / len(_PATCHES)))
    left, top = scene.bleed_box.right + _GAP, scene.trim.y + _BAR_START
    for index, ink in enumerate(_PATCHES):
        patch = Path.rectangle(Rect(left, top + index * side, side, side))
        if ink.is_white:
            yield Stroke(SOURCE, Path.rectangle(Rect(left, top + index * side, side, side).inset(0.1)), BLACK, _HAIRLINE)
        else:
            yield Fill(SOURCE, patch, ink)


def _slug_line(scene: Scene, slug: str, face: Face) -> Iterator[GlyphRun]:
    """Return the slug line below the page, and at its end the names of the plates in their inks."""
    baseline = scene.bleed_box.bottom + _SLUG_BASELINE
    right = scene.trim.right - _SLUG_INDENT
    names = [(shape(name, face, _SLUG_SIZE), ink) for name, ink in _PLATE_NAMES]
    for line, ink in reversed(names):
        right -= line.width
        yield _run(line, face, _SLUG_SIZE, Point(right, baseline), ink)
        right -= 2.0
    left = scene.trim.x + _SLUG_INDENT
    line, size = _fitted(slug, face, right - left)
    yield _run(line, face, size, Point(left, baseline), BLACK)


def _fitted(text: str, face: Face, width: float) -> tuple[Shaped, float]:
    """Shape the slug line as large as it fits; what is still too long loses its end."""
    line = shape(text, face, _SLUG_SIZE)
    size = max(_LEAST_SLUG_SIZE, min(_SLUG_SIZE, _SLUG_SIZE * width / max(line.width, 1e-6)))
    line = shape(text, face, size)
    while line.width > width and len(text) > 1:
        text = text[:-2].rstrip() + "…"
        line = shape(text, face, size)
    return line, size


def _run(line: Shaped, face: Face, size: float, origin: Point, ink: Cmyk) -> GlyphRun:
    box = line.ink.moved(origin.x, origin.y)
    return GlyphRun(SOURCE, face.key, size, origin, line.glyphs, line.text, ink, box)
