"""The square, 80 x 80 mm."""

from __future__ import annotations

from tools.draw_art.canvas import Canvas
from tools.draw_art.geometry import Point
from tools.draw_art.lam_dong_130 import parts
from tools.draw_art.lam_dong_130.palette import BIRTHDAY, DATES, GARNET, GOLD, GREEN, PRESIDENT, YEARS
from tools.draw_art.setting import Faces, flanked, plain, sample_tag

SIDE = 80.0
FAR: list[Point] = [(-2, 27.4), (12, 28.4), (26, 26.6), (40, 25.6), (54, 26.6), (68, 28.4), (82, 29)]
NEAR: list[Point] = [(-2, 24), (12, 23.4), (26, 21.8), (40, 21), (54, 21.4), (68, 22.8), (82, 24.4)]
PINES = [(4.4, 23.6, 15.0), (9.0, 23.2, 10.5), (13.2, 22.8, 7.6), (66.4, 22.2, 9.0), (71.0, 22.6, 17.0), (76.0, 23.2, 12.4)]
POND: list[Point] = [(-2, 17), (20, 16), (40, 15.6), (60, 16), (82, 17)]


def draw(faces: Faces) -> Canvas:
    """The whole piece."""
    canvas = Canvas(SIDE, SIDE)
    parts.morning(canvas, (40, 50), 72)
    parts.sun_disc(canvas, (40.4, 34.6), 5.2)
    parts.mountain(canvas, 0, 24.6, 80, 0.74)
    parts.hills(canvas, FAR, NEAR)
    parts.pines(canvas, PINES)
    parts.water(canvas, POND)
    parts.lotuses(canvas, 38.5, 5.0, 19.5)
    _words(canvas, faces)
    return canvas


def _words(canvas: Canvas, faces: Faces) -> None:
    left, width = 8.0, 64.0
    beside = left + parts.number(canvas, faces, left, 56.0, 14.4) + 3.6
    birthday, cap = faces.number.fitted(BIRTHDAY, left + width - beside, 8)
    plain(canvas, birthday, beside, 56.0, GARNET)
    years, tall = faces.number.fitted(YEARS, birthday.width, 4)
    plain(canvas, years, beside, 56.0 + max(14.4 - tall, cap + 2.0), GARNET)
    president, _ = faces.words.fitted(PRESIDENT, width, 8)
    plain(canvas, president, left, 48.4, GREEN)
    flanked(canvas, faces.words.line(DATES, 2.5, 30), left, 43.2, 2.5, width, ink=GREEN, rules=GOLD)
    sample_tag(canvas, faces, 69.4, 3.2, 2.0, GREEN)
