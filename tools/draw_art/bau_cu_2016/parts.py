"""What the three pieces share: the sky, the box among its seats, and the day."""

from __future__ import annotations

from tools.draw_art.ballot import ballot, box, seats
from tools.draw_art.bau_cu_2016.palette import BLUE, DAYLIGHT, NAVY, POPPY, SEATS, SKY, SKY_HIGH, SKY_LOW
from tools.draw_art.canvas import Canvas
from tools.draw_art.geometry import Point, rectangle
from tools.draw_art.inks import Radial
from tools.draw_art.setting import Faces, centred


def sky(canvas: Canvas, light: Point, reach: float) -> None:
    """A clear sky, bright round a point."""
    page = rectangle(0, 0, canvas.width, canvas.height)
    canvas.shade(page, Radial(light, reach, [(0, DAYLIGHT), (0.3, SKY_LOW), (0.7, SKY), (1, SKY_HIGH)]))


def poll(canvas: Canvas, x: float, foot: float, width: float) -> None:
    """The ballot box, a ballot going in, more in the air, and the seats of the assembly behind."""
    hub = (x, foot + width * 0.5)
    seats(canvas, hub, width * 0.86, width * 0.13, SEATS, rows=5, size=width * 0.036, span=(-6.0, 186.0))
    box(canvas, x, foot, width)
    ballot(canvas, (x, foot + width * 0.8), width * 0.4, 4, half=True)


def day(canvas: Canvas, faces: Faces, x: float, y: float, cap_height: float) -> None:
    """Election day, set like a calendar leaf in the middle at ``x``: weekday, day, month and year."""
    centred(canvas, faces.words.line("CHỦ NHẬT", cap_height * 0.2, 60), x, y + cap_height * 1.2, NAVY)
    centred(canvas, faces.number.line("22", cap_height, 0), x, y, POPPY)
    centred(canvas, faces.words.line("5 – 2016", cap_height * 0.29, 30), x, y - cap_height * 0.46, BLUE)
