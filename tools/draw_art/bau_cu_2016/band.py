"""The horizontal band, 180 x 36 mm."""

from __future__ import annotations

from tools.draw_art import scene
from tools.draw_art.ballot import ballot
from tools.draw_art.bau_cu_2016 import parts
from tools.draw_art.bau_cu_2016.palette import ASSEMBLY, BLUE, CLOTH, COUNCILS, ELECTION, GOLD_HEM, NAVY, POPPY, TERM
from tools.draw_art.canvas import Canvas
from tools.draw_art.geometry import Point
from tools.draw_art.inks import AMBER
from tools.draw_art.setting import Faces, flanked, plain, sample_tag
from tools.draw_art.silk import hem, silk

WIDTH, HEIGHT = 180.0, 36.0
UPPER: list[Point] = [(-2, 5.2), (20, 5.8), (44, 4.4), (70, 2.4), (98, 2.2), (126, 3.4), (150, 4.6), (168, 4.2), (182, 3)]
LOWER: list[Point] = [(-2, -3), (20, -3), (44, -4), (70, -5), (98, -5), (126, -4), (150, -3), (168, -3), (182, -4)]


def draw(faces: Faces) -> Canvas:
    """The whole piece."""
    canvas = Canvas(WIDTH, HEIGHT)
    parts.sky(canvas, (70, 12), 118)
    parts.poll(canvas, 23.0, 3.8, 15.0)
    ballot(canvas, (41.4, 25.6), 4.4, -16)
    ballot(canvas, (5.0, 26.4), 4.0, 18)
    scene.flag_on_pole(canvas, 148.6, 2, 17.2, 19.2, party=False)
    silk(canvas, UPPER, LOWER, 6, CLOTH)
    hem(canvas, UPPER, 0.7, GOLD_HEM)
    _words(canvas, faces)
    return canvas


def _words(canvas: Canvas, faces: Faces) -> None:
    left, width = 47.5, 76.0
    first, _ = faces.number.fitted(f"{ELECTION} {ASSEMBLY}", width, 6)
    plain(canvas, first, left, 23.6, POPPY)
    second, _ = faces.words.fitted(COUNCILS, width, 10)
    plain(canvas, second, left, 15.7, NAVY)
    flanked(canvas, faces.words.line(TERM, 3.0, 40), left, 9.2, 3.0, width, ink=BLUE, rules=AMBER)
    parts.day(canvas, faces, 135.6, 15.2, 11.0)
    sample_tag(canvas, faces, 171.0, 29.6, 2.0, NAVY)
