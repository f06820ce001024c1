"""The horizontal band, 180 x 36 mm."""

from __future__ import annotations

from tools.draw_art.canvas import Canvas
from tools.draw_art.dai_hoi_2025 import parts
from tools.draw_art.dai_hoi_2025.palette import CLOTH, CONGRESS, GOLD_HEM, TERM, TOWARDS
from tools.draw_art.geometry import Point
from tools.draw_art.inks import CREAM, STRAW
from tools.draw_art.setting import Faces, flanked, golden, plain, sample_tag
from tools.draw_art.silk import hem, silk

WIDTH, HEIGHT = 180.0, 36.0
DRUM: Point = (21.0, 18.6)
UPPER: list[Point] = [(-2, 6.5), (18, 3.2), (40, 2.2), (66, 5.2), (98, 4.6), (126, 2.6), (150, 6.5), (168, 17), (182, 31)]
LOWER: list[Point] = [(-2, -2), (18, -3), (40, -4), (66, -2.5), (98, -3), (126, -5), (150, -7), (168, -9), (182, -10)]


def draw(faces: Faces) -> Canvas:
    """The whole piece."""
    canvas = Canvas(WIDTH, HEIGHT)
    parts.ground(canvas, DRUM, 120)
    parts.ghost_drum(canvas, (158, 20), 30)
    silk(canvas, UPPER, LOWER, 9, CLOTH)
    hem(canvas, UPPER, 0.9, GOLD_HEM)
    parts.emblem(canvas, DRUM, 15.2)
    _words(canvas, faces)
    return canvas


def _words(canvas: Canvas, faces: Faces) -> None:
    left, width = 43.0, 87.0
    first, cap = faces.number.fitted(CONGRESS, width, 6)
    golden(canvas, first, left, 23.4, cap, shadow=0.22)
    flanked(canvas, faces.words.line(TERM, 3.7, 60), left, 15.9, 3.7, width, ink=CREAM)
    towards, _ = faces.words.fitted(TOWARDS, width, 12)
    plain(canvas, towards, left, 10.0, STRAW)
    parts.numeral(canvas, faces, 138.5, 14.6, 14.2)
    sample_tag(canvas, faces, 170.7, 29.6, 2.0)
