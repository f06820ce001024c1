"""The vertical band, 40 x 120 mm."""

from __future__ import annotations

from tools.draw_art import motifs, scene
from tools.draw_art.brocade import strip
from tools.draw_art.canvas import Canvas
from tools.draw_art.dak_nong.words import CONGRESS, PARTY_BODY, TERM, WHICH, YEARS
from tools.draw_art.geometry import Point
from tools.draw_art.inks import (
    BASALT,
    CRIMSON,
    DEEP,
    EMBER,
    NIGHT,
    ORANGE,
    RED,
    STRAW,
    YELLOW,
    Axial,
    mix,
)
from tools.draw_art.setting import Faces, flanked, golden, plain, sample_tag

WIDTH, HEIGHT = 40.0, 120.0
SUN: Point = (20.0, 88.0)
GONG: Point = (20.0, 7.0)


def draw(faces: Faces) -> Canvas:
    """The whole piece."""
    canvas = Canvas(WIDTH, HEIGHT)
    scene.sky(canvas, SUN, 62, 36, turn=5)
    _plateau(canvas)
    scene.flag_on_pole(canvas, 3.77, 82, 95.5, 15.2, party=True)
    scene.flag_on_pole(canvas, 21.57, 82, 95.5, 15.2, party=False)
    _front(canvas)
    inks = [mix(BASALT, EMBER, 0.42 - 0.1 * index) for index in range(4)]
    motifs.echoes(canvas, GONG, [14.6, 17.2, 20.4, 24.2], inks, 0.35)
    motifs.gong(canvas, GONG, 11.6)
    motifs.coffee(canvas, (5.2, 4.6), 76, 11.8)
    motifs.coffee(canvas, (34.8, 4.6), 104, 11.8)
    strip(canvas, 0, 0, WIDTH, 6.2)
    _words(canvas, faces)
    return canvas


def _plateau(canvas: Canvas) -> None:
    far = [(-2, 89.4), (5, 90.4), (10, 89.2), (18, 88), (26, 88.8), (31, 90.6), (34, 90.6),
           (42, 88.8)]  # fmt: skip
    scene.layer(canvas, far, Axial((0, 90), (0, 84), [
        (0, mix(ORANGE, STRAW, 0.15)), (1, EMBER),
    ]))  # fmt: skip
    middle = [(-2, 87), (8, 86.4), (18, 85.6), (28, 86.8), (42, 86.2)]
    scene.layer(canvas, middle, Axial((0, 87), (0, 81), [(0, EMBER), (1, RED)]))


def _front(canvas: Canvas) -> None:
    near = [(-2, 84.8), (8, 84.2), (18, 83.8), (30, 84.8), (42, 84.4)]
    scene.layer(canvas, near, Axial((0, 85), (0, 20), [(0, CRIMSON), (0.35, DEEP), (1, BASALT)]))
    motifs.longhouse(canvas, 12.7, 84.1, 13, NIGHT, BASALT, YELLOW)
    for x, y, height in ((29.2, 84.6, 6.8), (33.4, 84.6, 4.2)):
        motifs.tree(canvas, x, y, height, NIGHT, BASALT)


def _words(canvas: Canvas, faces: Faces) -> None:
    left, width, middle = 4.0, 32.0, 20.0
    y = 75.0
    congress, _ = faces.words.fitted(CONGRESS, width, 10)
    plain(canvas, congress, left, y, STRAW)
    first, second = PARTY_BODY[:12], PARTY_BODY[13:]
    y -= 9.6
    line, _ = faces.words.fitted(first, width, 4)
    plain(canvas, line, left, y, STRAW)
    y -= 12.6
    line, _ = faces.words.fitted(second, width, 2)
    plain(canvas, line, left, y, STRAW)
    lead, number = WHICH[:7], WHICH[8:]
    y -= 8.6
    flanked(canvas, faces.words.line(lead, 3.8, 40), left, y, 3.8, width)
    y -= 15.2
    line, comma = faces.number.line(number[:-1], 13, 8), faces.words.line(number[-1], 8)
    golden(canvas, line, middle - line.width / 2, y, 13, shadow=0.4)
    plain(canvas, comma, middle + line.width / 2 + 1.2, y, YELLOW)
    y -= 6.4
    line, _ = faces.words.fitted(f"{TERM} {YEARS}", width, 4)
    plain(canvas, line, left, y, STRAW)
    sample_tag(canvas, faces, 29.9, 113.1, 2.2)
