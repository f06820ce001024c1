"""Lettering as outlines: shaped with kerning, set by cap height, never as text."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from pathlib import Path as FilePath

import uharfbuzz as hb
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from tools.draw_art.geometry import Path, Point


@dataclass(frozen=True)
class Line:
    """A set line: its outline with the origin at the left end of its base line.

    ``left`` is where the first stem stands: the bar of a leading Đ hangs out to its left.
    """

    outline: Path
    left: float
    right: float

    @property
    def width(self) -> float:
        """From the first letter's ink to the last letter's ink."""
        return self.right - self.left

    def at(self, x: float, y: float) -> Path:
        """The outline with its leftmost ink at ``x`` and its base line at ``y``."""
        return self.outline.moved(x - self.left, y)

    def centred(self, x: float, y: float) -> Path:
        """The outline with its middle at ``x`` and its base line at ``y``."""
        return self.at(x - self.width / 2, y)


class Face:
    """One font file."""

    def __init__(self, file: FilePath) -> None:
        self._font = TTFont(file)
        self._glyphs = self._font.getGlyphSet()
        self._shaper = hb.Font(hb.Face(file.read_bytes()))
        self._units = float(self._font["head"].unitsPerEm)
        self._blank = self._font.getGlyphID(self._font.getBestCmap()[0x20])
        self._bar = self._left("D") - self._left("Đ")
        self._caps = float(self._font["OS/2"].sCapHeight)

    def line(self, text: str, cap_height: float, tracking: float = 0.0,
             space: float = 1.0) -> Line:  # fmt: skip
        """``text`` with capitals ``cap_height`` high.

        ``tracking`` is in thousandths of an em; ``space`` scales the spaces between words.
        """
        scale = cap_height / self._caps
        buffer = hb.Buffer()
        buffer.add_str(unicodedata.normalize("NFC", text))
        buffer.guess_segment_properties()
        hb.shape(self._shaper, buffer, {"kern": True, "liga": False, "lnum": True})
        outline, x = Path(), 0.0
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            if info.codepoint == 0:
                raise ValueError(f"a letter of {text!r} is missing in the font")
            glyph = self._outline(info.codepoint)
            outline.add(glyph.moved(x + place.x_offset, place.y_offset))
            wide = space if info.codepoint == self._blank else 1.0
            x += place.x_advance * wide + tracking * self._units / 1000
        outline = outline.scaled(scale)
        left, _, right, _ = outline.box()
        if text.startswith("Đ"):
            left += self._bar * scale
        return Line(outline, left, right)

    def fitted(self, text: str, width: float, tracking: float = 0.0,
               space: float = 1.0) -> tuple[Line, float]:  # fmt: skip
        """``text`` as wide as ``width``, and its cap height."""
        cap_height = width / self.line(text, 1.0, tracking, space).width
        return self.line(text, cap_height, tracking, space), cap_height

    def spread(self, text: str, cap_height: float, width: float, space: float = 1.0) -> Line:
        """``text`` at ``cap_height``, letter-spaced to ``width``."""
        tight, loose = (self.line(text, cap_height, t, space).width for t in (0.0, 100.0))
        return self.line(text, cap_height, (width - tight) / (loose - tight) * 100, space)

    def _left(self, letter: str) -> float:
        return self._outline(self._font.getGlyphID(self._font.getBestCmap()[ord(letter)])).box()[0]

    def _outline(self, glyph: int) -> Path:
        pen = DecomposingRecordingPen(self._glyphs)
        self._glyphs[self._font.getGlyphName(glyph)].draw(pen)
        path = Path()
        here: Point = (0.0, 0.0)
        for operation, points in pen.value:
            if operation == "moveTo":
                path.move(*points[0])
            elif operation == "lineTo":
                path.line(*points[0])
            elif operation == "curveTo":
                path.curve(*points)
            elif operation == "qCurveTo":
                _quadratic(path, here, points)
            else:
                path.close()
            here = points[-1] if points and points[-1] else here
        return path


def _quadratic(path: Path, here: Point, points: tuple[Point, ...]) -> None:
    """Quadratic pieces, with implied on-curve points, as cubics."""
    controls = list(points[:-1])
    for index, control in enumerate(controls):
        if index + 1 < len(controls):
            following = controls[index + 1]
            end = ((control[0] + following[0]) / 2, (control[1] + following[1]) / 2)
        else:
            end = points[-1]
        path.curve(_toward(here, control), _toward(end, control), end)
        here = end
    if not controls:
        path.line(*points[-1])


def _toward(start: Point, control: Point) -> Point:
    return start[0] + (control[0] - start[0]) * 2 / 3, start[1] + (control[1] - start[1]) * 2 / 3
