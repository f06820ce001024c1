"""Handles of a frame: where they are, and what dragging one of them makes of the frame. Pure geometry in mm."""

from __future__ import annotations

import math
from typing import Literal

from coverkit.geometry import Point, Rect, turn

Handle = Literal["nw", "n", "ne", "e", "se", "s", "sw", "w", "turn"]

SIDES: tuple[Handle, ...] = ("nw", "n", "ne", "e", "se", "s", "sw", "w")
LEAST = 1.0
"""Mm below which no frame gets by dragging."""
TURN_STEP = 15.0
"""Degrees to which a turn keeps while Shift is held."""

_SHARES: dict[Handle, tuple[float, float]] = {
    "nw": (0.0, 0.0),
    "n": (0.5, 0.0),
    "ne": (1.0, 0.0),
    "e": (1.0, 0.5),
    "se": (1.0, 1.0),
    "s": (0.5, 1.0),
    "sw": (0.0, 1.0),
    "w": (0.0, 0.5),
}


def place(handle: Handle, box: Rect, angle: float, away: float = 0.0) -> Point:
    """Return where a handle of a turned box is, in mm; the handle that turns stands `away` mm above the upper edge."""
    if handle == "turn":
        return turn(Point(box.x + box.width / 2, box.y - away), box.centre, angle)
    across, down = _SHARES[handle]
    return turn(Point(box.x + across * box.width, box.y + down * box.height), box.centre, angle)


def corners(box: Rect, angle: float) -> tuple[Point, Point, Point, Point]:
    """Return the corners of a turned box, clockwise from the top left."""
    return place("nw", box, angle), place("ne", box, angle), place("se", box, angle), place("sw", box, angle)


def contains(box: Rect, angle: float, point: Point, margin: float = 0.0) -> bool:
    """Tell whether a point lies in a turned box, or no further than a margin from it."""
    local = turn(point, box.centre, -angle)
    return box.x - margin <= local.x <= box.right + margin and box.y - margin <= local.y <= box.bottom + margin


def edges(handle: Handle) -> tuple[int, int]:
    """Return which edges a handle moves: -1 left or top, 1 right or bottom, 0 none."""
    across, down = _SHARES[handle]
    return round(2 * across - 1), round(2 * down - 1)


def resized(box: Rect, angle: float, handle: Handle, moved: Point, *, keep: bool = False, centred: bool = False) -> Rect:
    """Return a box after one of its handles was dragged.

    Args:
        box: the frame at first.
        angle: of the frame, degrees clockwise.
        handle: one of the eight.
        moved: how far it was dragged, in mm on the page.
        keep: keep the proportions.
        centred: the middle stays; else the opposite edge or corner does.
    """
    local = turn(moved, Point(0.0, 0.0), -angle)
    across, down = edges(handle)
    factor = 2.0 if centred else 1.0
    width = max(LEAST, box.width + across * local.x * factor)
    height = max(LEAST, box.height + down * local.y * factor)
    if keep:
        width, height = _kept(box, (across, down), width, height)
    grown_x, grown_y = width - box.width, height - box.height
    shift_x = 0.0 if centred else across * grown_x / 2
    shift_y = 0.0 if centred else down * grown_y / 2
    shift = turn(Point(shift_x, shift_y), Point(0.0, 0.0), angle)
    middle = Point(box.centre.x + shift.x, box.centre.y + shift.y)
    return Rect(middle.x - width / 2, middle.y - height / 2, width, height)


def turned(box: Rect, start: Point, now: Point, angle: float, *, steps: bool = False) -> float:
    """Return the angle (0 to 360, clockwise) after the pointer went from one place to another about the box's middle."""
    middle = box.centre
    before = math.atan2(start.y - middle.y, start.x - middle.x)
    after = math.atan2(now.y - middle.y, now.x - middle.x)
    fresh = angle + math.degrees(after - before)
    if steps:
        fresh = round(fresh / TURN_STEP) * TURN_STEP
    return round(fresh, 2) % 360.0


def _kept(box: Rect, moves: tuple[int, int], width: float, height: float) -> tuple[float, float]:
    by_x, by_y = width / box.width, height / box.height
    if not moves[0]:
        scale = by_y
    elif not moves[1]:
        scale = by_x
    else:
        scale = by_x if abs(by_x - 1) > abs(by_y - 1) else by_y
    scale = max(scale, LEAST / min(box.width, box.height))
    return box.width * scale, box.height * scale
