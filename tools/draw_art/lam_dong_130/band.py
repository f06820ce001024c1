"""The horizontal band, 180 x 36 mm."""

from __future__ import annotations

from tools.draw_art.canvas import Canvas
from tools.draw_art.geometry import Point
from tools.draw_art.lam_dong_130 import parts
from tools.draw_art.lam_dong_130.palette import BIRTHDAY, DATES, GARNET, GREEN, PRESIDENT, YEARS
from tools.draw_art.setting import Faces, plain, sample_tag

WIDTH, HEIGHT = 180.0, 36.0
FAR: list[Point] = [(-2, 7), (30, 6), (60, 4.6), (90, 4.2), (112, 6.2), (132, 8.4), (150, 7.4), (168, 9.2), (182, 9.6)]
NEAR: list[Point] = [(-2, 3.4), (40, 3), (80, 2.2), (110, 2.6), (130, 4.2), (150, 3.6), (168, 5.4), (182, 6.6)]
PINES = [(133.6, 3.6, 8.0), (137.0, 3.6, 11.0), (140.6, 3.4, 7.2), (164.6, 4.6, 9.0), (168.4, 5.0, 14.5), (172.4, 5.4, 11.5),
         (176.6, 5.8, 17.0)]  # fmt: skip
POND: list[Point] = [(-2, 6.2), (20, 6.0), (46, 4.6), (66, 2.4), (90, -0.8)]


def draw(faces: Faces) -> Canvas:
    """The whole piece."""
    canvas = Canvas(WIDTH, HEIGHT)
    parts.morning(canvas, (70, 18), 120)
    parts.sun_disc(canvas, (147.2, 18.6), 6.2)
    parts.mountain(canvas, 114, 6, 66, 0.82)
    parts.hills(canvas, FAR, NEAR)
    parts.pines(canvas, PINES)
    parts.water(canvas, POND)
    parts.lotuses(canvas, 22.5, 5.0, 17.5)
    _words(canvas, faces)
    return canvas


def _words(canvas: Canvas, faces: Faces) -> None:
    left, right = 49.5, 126.0
    beside = left + parts.number(canvas, faces, left, 11.9, 14.2) + 3.8
    width = right - beside
    birthday, cap = faces.number.fitted(f"{YEARS} {BIRTHDAY}", width, 10)
    plain(canvas, birthday, beside, 26.1 - cap, GARNET)
    president, _ = faces.words.fitted(PRESIDENT, width, 6)
    plain(canvas, president, beside, 16.7, GREEN)
    dates, _ = faces.words.fitted(DATES, width, 10)
    plain(canvas, dates, beside, 11.9, GREEN)
    sample_tag(canvas, faces, 169.4, 29.8, 2.0, GREEN)
