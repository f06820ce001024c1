"""Setting lines of lettering: in one ink, in gold, between rules; and the tag of a sample."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path as FilePath

from tools.draw_art.canvas import Canvas
from tools.draw_art.geometry import Path, polygon, rectangle
from tools.draw_art.inks import AMBER, CREAM, NIGHT, PALE, STRAW, YELLOW, Axial, Ink, Stops
from tools.draw_art.letters import Face, Line

SAMPLE = "MẪU"

GOLD: Stops = [(0, CREAM), (0.3, PALE), (0.55, STRAW), (0.8, YELLOW), (1, AMBER)]


@dataclass(frozen=True)
class Faces:
    """The two faces of the title: one for the words, a heavier one for the number."""

    words: Face
    number: Face

    @classmethod
    def of(cls, words: FilePath, number: FilePath) -> Faces:
        """The faces in two font files."""
        return cls(Face(words), Face(number))


def plain(canvas: Canvas, line: Line, x: float, y: float, ink: Ink) -> None:
    """A line in one ink, its left stem at ``x`` and its base line at ``y``."""
    canvas.fill(line.at(x, y), ink)


def golden(canvas: Canvas, line: Line, x: float, y: float, cap_height: float,
           shadow: float = 0.0) -> None:  # fmt: skip
    """Letters in a gold gradient, light from above, with an optional hard shadow."""
    if shadow:
        canvas.fill(line.at(x + shadow, y - shadow), NIGHT)
    top, foot = y + cap_height * 1.05, y
    canvas.shade(line.at(x, y), Axial((0, top), (0, foot), GOLD))


def sample_tag(canvas: Canvas, faces: Faces, x: float, y: float, cap_height: float,
               ink: Ink = STRAW) -> float:  # fmt: skip
    """The word "MẪU" in a thin frame, its lower left corner at ``x``, ``y``; returns its width."""
    line = faces.words.line(SAMPLE, cap_height, 60)
    side, above, below = cap_height * 0.5, cap_height * 0.78, cap_height * 0.42
    width, height = line.width + 2 * side, cap_height + above + below
    rule = 0.2
    frame = rectangle(x, y, width, height)
    inside = rectangle(x + rule, y + rule, width - 2 * rule, height - 2 * rule)
    canvas.fill(frame.add(inside), ink, even_odd=True)
    plain(canvas, line, x + side, y + below, ink)
    return width


def flanked(canvas: Canvas, line: Line, x: float, y: float, cap_height: float, width: float, *,
            ink: Ink = STRAW, rules: Ink = AMBER) -> None:  # fmt: skip
    """A line in the middle of ``width``, between two rules that end in lozenges."""
    gap, rule = cap_height * 0.75, 0.3
    start = x + (width - line.width) / 2
    plain(canvas, line, start, y, ink)
    level, size = y + cap_height / 2, cap_height * 0.2
    ornament = Path()
    for outer, inner in ((x, start - gap), (x + width, start + line.width + gap)):
        ornament.add(rectangle(min(outer, inner), level - rule / 2, abs(outer - inner), rule))
        ornament.add(polygon([(inner - size, level), (inner, level - size),
                              (inner + size, level), (inner, level + size)]))  # fmt: skip
    canvas.fill(ornament, rules)


def centred(canvas: Canvas, line: Line, x: float, y: float, ink: Ink) -> None:
    """A line in one ink with its middle at ``x`` and its base line at ``y``."""
    canvas.fill(line.centred(x, y), ink)
