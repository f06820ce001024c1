"""Several selected elements as one: which are resized together, the frame around them, and what it makes of each. In mm."""

from __future__ import annotations

import math
from collections.abc import Iterable

from coverkit.geometry import Rect, union_all
from coverkit.layout.cover import Placed
from coverkit.model.locks import Permissions

_THINNEST = 0.1
"""Mm below which no element of a group gets."""


def group(placed: Iterable[Placed], permissions: Permissions, selection: tuple[str, ...]) -> tuple[Placed, ...]:
    """Return the selected elements that are resized together: two or more whose places are open; none otherwise."""
    found = tuple(one for one in placed if one.id in selection and permissions.of(one.id).place_open)
    return found if len(found) > 1 else ()


def group_frame(placed: Iterable[Placed]) -> Rect | None:
    """Return the upright frame around elements, in mm; None around none."""
    return union_all([one.box.rotated_bounds(one.angle) for one in placed])


def scaled(one: Placed, before: Rect, now: Rect) -> Rect:
    """Return an element's box after the frame around its group went from one box to another, all in mm.

    A turned element cannot be slanted: it gets as wide and as high as its own sides become.
    """
    across, down = now.width / before.width, now.height / before.height
    angle = math.radians(one.angle)
    wider = math.hypot(across * math.cos(angle), down * math.sin(angle))
    higher = math.hypot(across * math.sin(angle), down * math.cos(angle))
    middle = one.box.centre
    x, y = now.x + (middle.x - before.x) * across, now.y + (middle.y - before.y) * down
    width, height = max(_THINNEST, one.box.width * wider), max(_THINNEST, one.box.height * higher)
    return Rect(x - width / 2, y - height / 2, width, height)
