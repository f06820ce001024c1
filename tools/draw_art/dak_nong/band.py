"""The horizontal band, 180 x 36 mm."""

from __future__ import annotations

from tools.draw_art import motifs, scene
from tools.draw_art.brocade import strip
from tools.draw_art.canvas import Canvas
from tools.draw_art.dak_nong.words import CONGRESS, PARTY_BODY, which_and_when
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
from tools.draw_art.setting import Faces, plain, sample_tag

WIDTH, HEIGHT = 180.0, 36.0
SUN: Point = (27.4, 12.5)
GONG: Point = (162.8, 20.6)


def draw(faces: Faces) -> Canvas:
    """The whole piece."""
    canvas = Canvas(WIDTH, HEIGHT)
    scene.sky(canvas, SUN, 86, 40, turn=4.5)
    _plateau(canvas)
    _echoes(canvas)
    motifs.gong(canvas, GONG, 10.8)
    scene.flag_on_pole(canvas, 8.0, 6, 17.4, 18.3, party=True)
    scene.flag_on_pole(canvas, 30.2, 6, 17.4, 18.3, party=False)
    _front(canvas)
    motifs.coffee(canvas, (181, 6.6), 148, 15)
    strip(canvas, 0, 0, WIDTH, 5.2)
    _words(canvas, faces)
    return canvas


def _plateau(canvas: Canvas) -> None:
    far = [(-2, 14.2), (8, 14.6), (16, 13.4), (26, 14.8), (33, 15.2), (44, 14), (54, 15),
           (70, 14.4), (95, 12), (130, 13), (182, 15)]  # fmt: skip
    scene.layer(canvas, far, Axial((0, 0), (90, 0), [
        (0, ORANGE), (0.3, mix(ORANGE, STRAW, 0.2)), (0.5, EMBER), (0.75, RED), (1, CRIMSON),
    ]))  # fmt: skip
    middle = [(-2, 11.5), (8, 12.4), (18, 11), (30, 11.6), (42, 12.8), (56, 12), (75, 10.6),
              (110, 9), (150, 10.4), (182, 12.6)]  # fmt: skip
    scene.layer(canvas, middle, Axial((0, 0), (100, 0), [
        (0, RED), (0.28, EMBER), (0.5, RED), (1, DEEP),
    ]))  # fmt: skip


def _front(canvas: Canvas) -> None:
    near = [(-2, 9.6), (10, 9.0), (24, 8.4), (38, 9.6), (52, 9.4), (70, 7.8), (100, 6.6),
            (140, 7.2), (182, 9)]  # fmt: skip
    scene.layer(canvas, near, Axial((0, 9.6), (0, 5), [(0, DEEP), (1, NIGHT)]))
    motifs.longhouse(canvas, 18.7, 8.5, 15, NIGHT, BASALT, YELLOW)
    for x, y, height in ((3.6, 9.1, 4.6), (38.6, 9.5, 6.6), (42.8, 9.5, 4.2)):
        motifs.tree(canvas, x, y, height, NIGHT, BASALT)


def _echoes(canvas: Canvas) -> None:
    rings = [13, 15.8, 19.2, 23.2]
    inks = [mix(DEEP, EMBER, 0.5 - 0.12 * index) for index in range(4)]
    motifs.echoes(canvas, GONG, rings, inks, 0.35)


def _words(canvas: Canvas, faces: Faces) -> None:
    left, width = 55.5, 91.0
    first, _ = faces.words.fitted(f"{CONGRESS} {PARTY_BODY}", width, 6)
    plain(canvas, first, left, 26.2, STRAW)
    which_and_when(canvas, faces, left, 10.2, width)
    sample_tag(canvas, faces, 170.9, 29.1, 2.2)
