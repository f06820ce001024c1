"""The vertical band, 40 x 120 mm."""

from __future__ import annotations

from tools.draw_art import scene
from tools.draw_art.ballot import ballot
from tools.draw_art.bau_cu_2016 import parts
from tools.draw_art.bau_cu_2016.palette import BLUE, CLOTH, ELECTION, GOLD_HEM, NAVY, POPPY, TERM
from tools.draw_art.canvas import Canvas
from tools.draw_art.geometry import Point, rectangle
from tools.draw_art.inks import AMBER
from tools.draw_art.setting import Faces, centred, sample_tag
from tools.draw_art.silk import hem, silk

WIDTH, HEIGHT = 40.0, 120.0
MIDDLE = 21.9  # of what stands to the right of the pole
UPPER: list[Point] = [(-2, 7.4), (6, 8.2), (14, 7.6), (22, 6), (30, 5), (36, 5), (42, 5.8)]
LOWER: list[Point] = [(-2, -3), (6, -3), (14, -3), (22, -4), (30, -4), (36, -4), (42, -4)]


def draw(faces: Faces) -> Canvas:
    """The whole piece."""
    canvas = Canvas(WIDTH, HEIGHT)
    parts.sky(canvas, (WIDTH / 2, 56), 72)
    _foot(canvas)
    _words(canvas, faces)
    return canvas


def _foot(canvas: Canvas) -> None:
    """The poll on its ribbon."""
    parts.poll(canvas, MIDDLE, 5.0, 13.0)
    ballot(canvas, (9.6, 30.0), 4.2, 20)
    ballot(canvas, (35.2, 30.4), 4.8, -16)
    scene.flag_on_pole(canvas, 5.0, 5, 97.2, 23.0, party=False)
    silk(canvas, UPPER, LOWER, 6, CLOTH)
    hem(canvas, UPPER, 0.7, GOLD_HEM)


def _words(canvas: Canvas, faces: Faces) -> None:
    width = 30.6
    y = 84.0
    centred(canvas, faces.number.fitted(ELECTION, 24.0, 20)[0], MIDDLE, y, POPPY)
    for text, drop in (("ĐẠI BIỂU QUỐC HỘI", 7.2), ("KHÓA XIV", 7.0)):
        y -= drop
        line = faces.number.fitted(text, width, 6)[0] if drop > 7.1 else faces.number.line(text, 4.0, 30)
        centred(canvas, line, MIDDLE, y, POPPY)
    y -= 5.4
    centred(canvas, faces.words.line("VÀ ĐẠI BIỂU", 2.3, 30), MIDDLE, y, NAVY)
    y -= 4.0
    centred(canvas, faces.words.fitted("HỘI ĐỒNG NHÂN DÂN CÁC CẤP", width, 10)[0], MIDDLE, y, NAVY)
    y -= 4.6
    centred(canvas, faces.words.line(TERM, 2.4, 30), MIDDLE, y, BLUE)
    y -= 2.4
    canvas.fill(rectangle(MIDDLE - 7, y, 14, 0.25), AMBER)
    parts.day(canvas, faces, MIDDLE, 39.6, 8.4)
    sample_tag(canvas, faces, 31.6, 114.0, 2.0, NAVY)
