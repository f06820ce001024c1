"""The square, 80 x 80 mm."""

from __future__ import annotations

from tools.draw_art import scene
from tools.draw_art.ballot import ballot
from tools.draw_art.bau_cu_2016 import parts
from tools.draw_art.bau_cu_2016.palette import ASSEMBLY, BLUE, CLOTH, COUNCILS, ELECTION, GOLD_HEM, NAVY, POPPY, TERM
from tools.draw_art.canvas import Canvas
from tools.draw_art.geometry import Point
from tools.draw_art.inks import AMBER
from tools.draw_art.setting import Faces, centred, flanked, plain, sample_tag
from tools.draw_art.silk import hem, silk

SIDE = 80.0
UPPER: list[Point] = [(-2, 7), (12, 7.8), (26, 7.4), (40, 6), (54, 4.6), (66, 4.4), (74, 4.8), (82, 6)]
LOWER: list[Point] = [(-2, -3), (12, -3), (26, -3), (40, -4), (54, -4), (66, -4), (74, -4), (82, -4)]


def draw(faces: Faces) -> Canvas:
    """The whole piece."""
    canvas = Canvas(SIDE, SIDE)
    parts.sky(canvas, (38, 36), 66)
    parts.poll(canvas, 26.8, 5.8, 18.4)
    ballot(canvas, (6.2, 34.6), 5.0, 20)
    ballot(canvas, (46.4, 36.4), 5.4, -16)
    scene.flag_on_pole(canvas, 55.2, 4, 29.6, 19.2, party=False)
    silk(canvas, UPPER, LOWER, 6, CLOTH)
    hem(canvas, UPPER, 0.8, GOLD_HEM)
    _words(canvas, faces)
    return canvas


def _words(canvas: Canvas, faces: Faces) -> None:
    left, width = 7.0, 66.0
    centred(canvas, faces.number.line(ELECTION, 5.2, 60), SIDE / 2, 70.0, POPPY)
    first, _ = faces.number.fitted(ASSEMBLY, width, 6)
    plain(canvas, first, left, 60.6, POPPY)
    second, _ = faces.words.fitted(COUNCILS, width, 10)
    plain(canvas, second, left, 54.0, NAVY)
    flanked(canvas, faces.words.line(TERM, 2.9, 40), left, 48.2, 2.9, width, ink=BLUE, rules=AMBER)
    parts.day(canvas, faces, 65.6, 14.0, 8.2)
    sample_tag(canvas, faces, 70.8, 73.4, 2.0, NAVY)
