"""The vertical band, 40 x 120 mm."""

from __future__ import annotations

from tools.draw_art.canvas import Canvas
from tools.draw_art.dai_hoi_2025 import parts
from tools.draw_art.dai_hoi_2025.palette import CLOTH, GOLD_HEM
from tools.draw_art.geometry import Point, rectangle
from tools.draw_art.inks import AMBER, CREAM, STRAW
from tools.draw_art.setting import Faces, centred, golden, sample_tag
from tools.draw_art.silk import hem, silk

WIDTH, HEIGHT = 40.0, 120.0
MIDDLE = WIDTH / 2
DRUM: Point = (MIDDLE, 94.2)
UPPER: list[Point] = [(-2, 22), (6, 15.5), (14, 11.5), (22, 10.5), (30, 13), (36, 17.5), (42, 24)]
LOWER: list[Point] = [(-2, -4), (6, -5), (14, -6), (22, -6), (30, -6), (36, -5), (42, -4)]


def draw(faces: Faces) -> Canvas:
    """The whole piece."""
    canvas = Canvas(WIDTH, HEIGHT)
    parts.ground(canvas, DRUM, 92)
    parts.ghost_drum(canvas, (MIDDLE, 26), 34)
    silk(canvas, UPPER, LOWER, 9, CLOTH)
    hem(canvas, UPPER, 0.8, GOLD_HEM)
    parts.emblem(canvas, DRUM, 15.6)
    _words(canvas, faces)
    return canvas


def _words(canvas: Canvas, faces: Faces) -> None:
    width = 32.0
    y = 70.6
    for text, drop in (("ĐẠI HỘI", 0.0), ("ĐẢNG BỘ CÁC CẤP", 7.6)):
        line, cap = faces.number.fitted(text, width if drop else 17.0, 4)
        y -= drop
        golden(canvas, line, MIDDLE - line.width / 2, y, cap, shadow=0.2)
    y -= 6.4
    centred(canvas, faces.words.fitted("NHIỆM KỲ 2025 – 2030", width, 12)[0], MIDDLE, y, CREAM)
    y -= 3.6
    canvas.fill(rectangle(MIDDLE - 6, y, 12, 0.3), AMBER)
    for text in ("TIẾN TỚI ĐẠI HỘI ĐẠI BIỂU", "TOÀN QUỐC LẦN THỨ"):
        y -= 4.9 if text.startswith("TIẾN") else 4.4
        centred(canvas, faces.words.line(text, 2.15, 25), MIDDLE, y, STRAW)
    y -= 14.6
    line = faces.number.line("XIV", 11.6, 4)
    golden(canvas, line, MIDDLE - line.width / 2, y, 11.6, shadow=0.35)
    y -= 5.0
    centred(canvas, faces.words.line("CỦA ĐẢNG", 2.15, 25), MIDDLE, y, STRAW)
    sample_tag(canvas, faces, 30.6, 113.6, 2.0)
