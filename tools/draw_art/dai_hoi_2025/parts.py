"""What the three pieces share: the ground, the drum with hammer and sickle, the great numeral."""

from __future__ import annotations

from tools.draw_art.canvas import Canvas
from tools.draw_art.dai_hoi_2025.palette import CLARET, FLAME, GHOST, LACQUER, SCARLET
from tools.draw_art.drum import drum
from tools.draw_art.flags import hammer_sickle
from tools.draw_art.geometry import Point, ellipse, rectangle
from tools.draw_art.inks import AMBER, BRONZE, CREAM, STRAW, UMBER, YELLOW, Axial, Radial
from tools.draw_art.setting import Faces, golden


def ground(canvas: Canvas, light: Point, reach: float) -> None:
    """Lacquer red, glowing round a point."""
    page = rectangle(0, 0, canvas.width, canvas.height)
    canvas.shade(page, Radial(light, reach, [(0, FLAME), (0.3, SCARLET), (0.65, CLARET), (1, LACQUER)]))


def emblem(canvas: Canvas, centre: Point, radius: float) -> None:
    """The drum's rings in gold round a red disc with hammer and sickle."""
    drum(canvas, centre, radius, AMBER, open_to=0.56)
    x, y = centre
    rim = radius * 0.53
    metal = Axial((x - rim, y + rim), (x + rim, y - rim), [(0, CREAM), (0.3, STRAW), (0.6, AMBER), (0.85, BRONZE), (1, UMBER)])
    canvas.shade(ellipse(centre, rim), metal)
    canvas.shade(ellipse(centre, rim * 0.94), Radial(centre, rim, [(0, FLAME), (0.6, SCARLET), (1, CLARET)]))
    canvas.fill(hammer_sickle(centre, rim * 0.66), YELLOW, places=4)


def ghost_drum(canvas: Canvas, centre: Point, radius: float) -> None:
    """A large drum, barely lighter than the ground."""
    drum(canvas, centre, radius, GHOST)


def numeral(canvas: Canvas, faces: Faces, x: float, y: float, cap_height: float) -> float:
    """The numeral XIV in gold, its left edge at ``x``; returns its width."""
    line = faces.number.line("XIV", cap_height, 4)
    golden(canvas, line, x, y, cap_height, shadow=cap_height * 0.03)
    return line.width
