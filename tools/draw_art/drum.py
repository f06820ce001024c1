"""The face of a Đông Sơn drum in line: its rings of teeth, tangent circles and flying birds round an open middle."""

from __future__ import annotations

from tools.draw_art.canvas import Canvas
from tools.draw_art.geometry import Path, Point, ellipse, polar, polygon
from tools.draw_art.inks import Ink

BIRD = [
    (1.0, 0.02), (0.52, 0.14), (0.4, 0.24), (0.2, 0.3), (0.3, 0.16), (0.16, 0.1), (0.02, 0.52), (-0.3, 0.66),
    (-0.2, 0.1), (-0.42, 0.06), (-1.0, 0.26), (-0.78, 0.02), (-1.0, -0.2), (-0.4, -0.08), (-0.16, -0.1),
    (-0.34, -0.5), (-0.04, -0.44), (0.12, -0.1), (0.42, -0.02), (0.56, 0.05),
]  # fmt: skip


def drum(canvas: Canvas, centre: Point, radius: float, ink: Ink, *, open_to: float = 0.4) -> None:
    """Draw the rings between ``radius`` and the open middle, a share of it, in one ink."""
    lines = [share for share in (1.0, 0.975, 0.89, 0.865, 0.77, 0.75, 0.58, 0.56, 0.48, 0.46) if share >= open_to]
    for share in lines:
        canvas.stroke(ellipse(centre, radius * share), ink, radius * 0.007)
    marks = _teeth(centre, radius * 0.9, radius * 0.96, 90)
    marks.add(_birds(centre, radius * 0.665, radius * 0.115, 14))
    if open_to < 0.5:
        marks.add(_teeth(centre, radius * 0.49, radius * 0.545, 60))
    canvas.fill(marks, ink)
    _tangent_circles(canvas, centre, radius * 0.817, radius * 0.032, 48, ink)


def sun(centre: Point, radius: float, rays: int, hub: float) -> Path:
    """The star in the middle of a drum: slender rays from a hub, a share of the radius."""
    points = []
    for index in range(rays):
        turn = 90 + 360 / rays * index
        points += [polar(centre, radius, turn), polar(centre, radius * hub, turn + 180 / rays)]
    return polygon(points)


def _teeth(centre: Point, inner: float, outer: float, count: int) -> Path:
    path = Path()
    half = 360 / count * 0.3
    for index in range(count):
        turn = 360 / count * index
        path.add(polygon([polar(centre, inner, turn - half), polar(centre, inner, turn + half), polar(centre, outer, turn)]))
    return path


def _birds(centre: Point, ring: float, size: float, count: int) -> Path:
    """Birds with long beaks, all flying anticlockwise as on the drums."""
    path = Path()
    for index in range(count):
        turn = 360 / count * index
        bird = polygon(BIRD).scaled(size, -size).turned(turn + 90)
        path.add(bird.moved(*polar(centre, ring, turn)))
    return path


def _tangent_circles(canvas: Canvas, centre: Point, ring: float, size: float, count: int, ink: Ink) -> None:
    dots, loops, joins = Path(), Path(), Path()
    step = 360 / count
    for index in range(count):
        here = polar(centre, ring, step * index)
        dots.add(ellipse(here, size * 0.35))
        loops.add(ellipse(here, size * 0.85))
        joins.move(*polar(centre, ring + size * 0.8, step * index))
        joins.line(*polar(centre, ring - size * 0.8, step * (index + 1)))
    canvas.fill(dots, ink)
    canvas.stroke(loops, ink, size * 0.2)
    canvas.stroke(joins, ink, size * 0.2)
