"""The vertical band, 40 x 120 mm."""

from __future__ import annotations

from tools.draw_art.canvas import Canvas
from tools.draw_art.geometry import Point, rectangle
from tools.draw_art.lam_dong_130 import parts
from tools.draw_art.lam_dong_130.palette import DATES, GARNET, GOLD, GREEN
from tools.draw_art.setting import Faces, centred, sample_tag

WIDTH, HEIGHT = 40.0, 120.0
MIDDLE = WIDTH / 2
FAR: list[Point] = [(-2, 36.4), (8, 38), (18, 36.4), (28, 36), (36, 37.6), (42, 38.4)]
NEAR: list[Point] = [(-2, 33.6), (8, 33), (18, 31.6), (28, 31.8), (36, 33), (42, 34)]
PINES = [(2.6, 33.2, 15.0), (6.2, 33.0, 10.5), (9.4, 32.6, 7.6), (33.2, 32.4, 8.4), (36.6, 33.0, 12.4)]
POND: list[Point] = [(-2, 28.8), (10, 27.8), (20, 27.2), (30, 27.6), (42, 28.4)]


def draw(faces: Faces) -> Canvas:
    """The whole piece."""
    canvas = Canvas(WIDTH, HEIGHT)
    parts.morning(canvas, (MIDDLE, 76), 84)
    parts.sun_disc(canvas, (20.2, 47.0), 4.2)
    parts.mountain(canvas, -3, 35.4, 46, 1.25)
    parts.hills(canvas, FAR, NEAR)
    parts.pines(canvas, PINES)
    parts.water(canvas, POND)
    parts.lotuses(canvas, 17.6, 8.2, 15.6)
    _words(canvas, faces)
    return canvas


def _words(canvas: Canvas, faces: Faces) -> None:
    width = 32.0
    y = 88.4
    number, _ = faces.number.fitted("130", width)
    centred(canvas, number, MIDDLE, y, GARNET)
    y -= 6.6
    centred(canvas, faces.number.fitted("NĂM NGÀY SINH", width, 12)[0], MIDDLE, y, GARNET)
    y -= 3.0
    canvas.fill(rectangle(MIDDLE - 7, y, 14, 0.3), GOLD)
    for text in ("CHỦ TỊCH", "HỒ CHÍ MINH"):
        y -= 6.6
        centred(canvas, faces.words.fitted(text, width if text.startswith("HỒ") else 20.0, 16)[0], MIDDLE, y, GREEN)
    y -= 5.2
    centred(canvas, faces.words.fitted(DATES, width, 10)[0], MIDDLE, y, GREEN)
    sample_tag(canvas, faces, 29.6, 113.6, 2.0, GREEN)
