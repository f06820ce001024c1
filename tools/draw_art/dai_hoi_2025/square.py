"""The square, 80 x 80 mm."""

from __future__ import annotations

from tools.draw_art.canvas import Canvas
from tools.draw_art.dai_hoi_2025 import parts
from tools.draw_art.dai_hoi_2025.palette import CLOTH, CONGRESS, GOLD_HEM, TERM
from tools.draw_art.geometry import Point
from tools.draw_art.inks import CREAM, STRAW
from tools.draw_art.setting import Faces, flanked, golden, plain, sample_tag
from tools.draw_art.silk import hem, silk

SIDE = 80.0
DRUM: Point = (40.0, 58.0)
UPPER: list[Point] = [(-2, 9.5), (12, 5.4), (26, 4.2), (40, 6), (54, 6.4), (66, 6), (74, 9.5), (82, 17)]
LOWER: list[Point] = [(-2, -3), (12, -4), (26, -5), (40, -4), (54, -4), (66, -5), (74, -6), (82, -8)]


def draw(faces: Faces) -> Canvas:
    """The whole piece."""
    canvas = Canvas(SIDE, SIDE)
    parts.ground(canvas, DRUM, 72)
    parts.ghost_drum(canvas, DRUM, 46)
    silk(canvas, UPPER, LOWER, 8, CLOTH)
    hem(canvas, UPPER, 0.9, GOLD_HEM)
    parts.emblem(canvas, DRUM, 18.4)
    _words(canvas, faces)
    return canvas


def _words(canvas: Canvas, faces: Faces) -> None:
    left, width = 7.0, 66.0
    first, cap = faces.number.fitted(CONGRESS, width, 6)
    golden(canvas, first, left, 28.2, cap, shadow=0.22)
    flanked(canvas, faces.words.line(TERM, 3.5, 60), left, 21.4, 3.5, width, ink=CREAM)
    numeral = faces.number.line("XIV", 6.6, 4)
    small = [faces.words.line(text, 2.3, 28) for text in ("TIẾN TỚI ĐẠI HỘI ĐẠI BIỂU", "TOÀN QUỐC LẦN THỨ")]
    last = faces.words.line("CỦA ĐẢNG", 2.3, 28)
    gap = 2.2
    start = left + (width - small[0].width - numeral.width - last.width - 2 * gap) / 2
    plain(canvas, small[0], start, 14.6, STRAW)
    plain(canvas, small[1], start + small[0].width - small[1].width, 10.2, STRAW)
    x = start + small[0].width + gap
    golden(canvas, numeral, x, 10.2, 6.6, shadow=0.2)
    plain(canvas, last, x + numeral.width + gap, 10.2, STRAW)
    sample_tag(canvas, faces, 70.6, 73.6, 2.0)
