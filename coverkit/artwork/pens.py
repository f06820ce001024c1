"""Outlines drawn by fontTools, as steps."""

from __future__ import annotations

from typing import Any

from fontTools.pens.basePen import BasePen

from coverkit.artwork.drawing import Outline, Step


class StepPen(BasePen):  # type: ignore[misc]  # fontTools ships no types
    """Collects steps; curves of the second order become cubics in the base class."""

    def __init__(self, glyphs: Any = None) -> None:
        super().__init__(glyphs)
        self.steps: list[Step] = []

    def _moveTo(self, pt: Any) -> None:
        self.steps.append(("m", (float(pt[0]), float(pt[1]))))

    def _lineTo(self, pt: Any) -> None:
        self.steps.append(("l", (float(pt[0]), float(pt[1]))))

    def _curveToOne(self, pt1: Any, pt2: Any, pt3: Any) -> None:
        self.steps.append(("c", (*map(float, pt1), *map(float, pt2), *map(float, pt3))))

    def _closePath(self) -> None:
        self.steps.append(("h", ()))

    def _endPath(self) -> None:
        pass


def glyph_outline(draw: Any, glyphs: Any) -> Outline:
    """Return what a glyph of a fontTools glyph set draws, in font units."""
    pen = StepPen(glyphs)
    draw(pen)
    return tuple(pen.steps)
