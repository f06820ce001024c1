"""The square, 80 x 80 mm."""

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
from tools.draw_art.setting import Faces, flanked, plain, sample_tag

SIDE = 80.0
SUN: Point = (39.0, 45.5)


def draw(faces: Faces) -> Canvas:
    """The whole piece."""
    canvas = Canvas(SIDE, SIDE)
    scene.sky(canvas, SUN, 88, 44, turn=4.1)
    _plateau(canvas)
    scene.flag_on_pole(canvas, 13.2, 38, 53.5, 25.5, party=True)
    scene.flag_on_pole(canvas, 43.2, 38, 53.5, 25.5, party=False)
    _front(canvas)
    strip(canvas, 0, 0, SIDE, 6.6)
    _words(canvas, faces)
    return canvas


def _plateau(canvas: Canvas) -> None:
    far = [(-2, 46.5), (8, 48), (15, 47.6), (22, 46.2), (34, 45.4), (46, 46), (55, 48.6),
           (59, 48.8), (66, 46.8), (74, 47.4), (82, 48.6)]  # fmt: skip
    scene.layer(canvas, far, Axial((0, 48), (0, 38), [
        (0, mix(ORANGE, STRAW, 0.15)), (1, EMBER),
    ]))  # fmt: skip
    middle = [(-2, 44.6), (10, 44), (20, 42.4), (34, 43), (48, 44.2), (62, 43.4), (82, 45)]
    scene.layer(canvas, middle, Axial((0, 45), (0, 36), [(0, EMBER), (1, RED)]))


def _front(canvas: Canvas) -> None:
    near = [(-2, 41.4), (12, 41.2), (26, 40.4), (40, 41), (56, 41.8), (70, 41.2), (82, 42.2)]
    scene.layer(canvas, near, Axial((0, 42), (0, 8), [(0, CRIMSON), (0.3, DEEP), (1, BASALT)]))
    motifs.longhouse(canvas, 27.6, 40.7, 20, NIGHT, BASALT, YELLOW)
    for x, y, height in ((6.2, 41.2, 6.4), (56.6, 41.7, 9.6), (62.6, 41.5, 5.4), (73.6, 41.4, 4.4)):
        motifs.tree(canvas, x, y, height, NIGHT, BASALT)


def _words(canvas: Canvas, faces: Faces) -> None:
    left, width = 6.0, 68.0
    congress = faces.words.line(CONGRESS, 4.4, 40)
    flanked(canvas, congress, left, 33.2, 4.4, width)
    body, _ = faces.words.fitted(PARTY_BODY, width, 4)
    plain(canvas, body, left, 23.3, STRAW)
    which_and_when(canvas, faces, left, 10.4, width)
    sample_tag(canvas, faces, 69.9, 73.1, 2.2)
