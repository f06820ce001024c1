"""Runs of glyphs as text operators, each glyph where the scene has it to 0.001 pt, or as filled outlines."""

from __future__ import annotations

import math
from itertools import groupby

from coverkit.geometry import MM, Point, turn
from coverkit.render.pdf_fonts import PlacedFont, clusters
from coverkit.render.pdf_shapes import Sheet, fine, number
from coverkit.scene.operations import Glyph, GlyphRun
from coverkit.scene.path import Path, Segment
from coverkit.typography.face import Face

_WIDE = 0.08
"""Em between letters from which poppler and PDFium read a space."""
_FINE = 0.0005
"""Points by which a glyph may lie off before it is moved."""


def show_run(run: GlyphRun, sheet: Sheet, font: PlacedFont, colour: str) -> str:
    """Return the text object of a run.

    Where the text of a group of glyphs is not that of its one glyph, the group says its text itself (ActualText).
    """
    lines = [f"BT {font.name} {number(run.size)} Tf {colour}"]
    if _is_letterspaced(run, font):
        # Readers take wide letter spaces for word spaces; what is written is said once for all of the run.
        pen = _Pen(run.size, font, run.glyphs[0].x * MM)
        shown = _shown([pen.glyph(glyph) for glyph in run.glyphs])
        lines += [_matrix(run, run.glyphs[0], sheet), _says(run.text), *shown, "EMC"]
        return "\n".join([*lines, "ET"])
    for _, level in groupby(clusters(run.glyphs), key=lambda group: group[0].y):
        lines += _level(run, list(level), sheet, font)
    return "\n".join([*lines, "ET"])


def _is_letterspaced(run: GlyphRun, font: PlacedFont) -> bool:
    """Tell whether a run on one height, a glyph for each letter, is spaced so widely that readers would part its words."""
    glyphs = run.glyphs
    if len(glyphs) < 2 or any(glyph.y != glyphs[0].y or font.texts.get(glyph.gid) != glyph.text for glyph in glyphs):
        return False
    natural = sum(font.widths[glyph.gid] for glyph in glyphs[:-1]) * run.size / 1000
    return (glyphs[-1].x - glyphs[0].x) * MM - natural > _WIDE * run.size * (len(glyphs) - 1)


def _says(text: str) -> str:
    return f"/Span <</ActualText <FEFF{text.encode('utf-16-be').hex().upper()}>>> BDC"


def run_outline(run: GlyphRun, face: Face) -> Path:
    """Return a run's glyphs as one outline in mm on the page."""
    scale = run.size / MM / face.upem
    steps: list[Segment] = []
    for glyph in run.glyphs:
        x, y = run.origin.x + glyph.x, run.origin.y + glyph.y
        for step in face.outline(glyph.gid):
            points = tuple(Point(x + point.x * scale, y - point.y * scale) for point in step.points)
            steps.append(Segment(step.verb, points))
    return Path(tuple(steps)).turned(run.origin, run.angle)


def _level(run: GlyphRun, groups: list[tuple[Glyph, ...]], sheet: Sheet, font: PlacedFont) -> list[str]:
    """Show neighbouring groups whose first glyphs stand on one height."""
    first = groups[0][0]
    lines = [_matrix(run, first, sheet)]
    pen = _Pen(run.size, font, first.x * MM)
    plain: list[str] = []
    for group in groups:
        if len(group) == 1 and font.texts.get(group[0].gid) == group[0].text:
            plain.append(pen.glyph(group[0]))
            continue
        lines += _shown(plain)
        plain = []
        lines += _spoken(run, group, sheet, pen)
    return lines + _shown(plain)


def _spoken(run: GlyphRun, group: tuple[Glyph, ...], sheet: Sheet, pen: _Pen) -> list[str]:
    """Show a group of glyphs under its text; those off the line are placed one by one."""
    text = "".join(glyph.text for glyph in group)
    lines = [_says(text)]
    height = group[0].y
    for glyph in group:
        if glyph.y != height:
            lines.append(_matrix(run, glyph, sheet))
            pen.restart(glyph.x * MM)
            height = glyph.y
        lines += _shown([pen.glyph(glyph)])
    lines.append("EMC")
    if height != group[0].y:
        lines.append(_matrix(run, group[0], sheet))
        pen.restart(group[0].x * MM)
    return lines


def _shown(pieces: list[str]) -> list[str]:
    return [f"[{''.join(pieces).replace('><', '')}] TJ"] if pieces else []


class _Pen:
    """Where the reader's pen stands along the line, in points, and how to move it to a glyph."""

    def __init__(self, size: float, font: PlacedFont, at: float) -> None:
        self._size = size
        self._font = font
        self._at = at

    def restart(self, at: float) -> None:
        self._at = at

    def glyph(self, glyph: Glyph) -> str:
        """Return the glyph, before it the move that it needs."""
        off = self._at - glyph.x * MM
        move = ""
        if abs(off) > _FINE:
            move = number(off * 1000 / self._size)
            self._at -= float(move) * self._size / 1000
        self._at += self._font.widths[glyph.gid] * self._size / 1000
        return f"{move}<{glyph.gid:04X}>"


def _matrix(run: GlyphRun, glyph: Glyph, sheet: Sheet) -> str:
    place = turn(Point(run.origin.x + glyph.x, run.origin.y + glyph.y), run.origin, run.angle)
    if run.angle % 360 == 0:
        return f"1 0 0 1 {sheet.at(place)} Tm"
    angle = math.radians(-run.angle)
    cos, sin = round(math.cos(angle), 8), round(math.sin(angle), 8)
    return f"{fine(cos)} {fine(sin)} {fine(-sin)} {fine(cos)} {sheet.at(place)} Tm"
