"""Align and distribute boxes. Pure geometry in mm; the box given last is the key that others align to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from coverkit.geometry import Rect

Alignment = Literal["left", "centre", "right", "top", "middle", "bottom"]
Direction = Literal["across", "down"]

_TO: dict[Alignment, Callable[[Rect, Rect], Rect]] = {
    "left": lambda box, key: box.moved(key.x - box.x, 0.0),
    "centre": lambda box, key: box.moved(key.centre.x - box.centre.x, 0.0),
    "right": lambda box, key: box.moved(key.right - box.right, 0.0),
    "top": lambda box, key: box.moved(0.0, key.y - box.y),
    "middle": lambda box, key: box.moved(0.0, key.centre.y - box.centre.y),
    "bottom": lambda box, key: box.moved(0.0, key.bottom - box.bottom),
}


def aligned(boxes: Mapping[str, Rect], alignment: Alignment, key: Rect) -> dict[str, Rect]:
    """Return the boxes that have to move, aligned to a key box."""
    moved = {name: _TO[alignment](box, key) for name, box in boxes.items()}
    return {name: box for name, box in moved.items() if box != boxes[name]}


def distributed(boxes: Mapping[str, Rect], direction: Direction) -> dict[str, Rect]:
    """Return the boxes that have to move so that the spaces between all are equal; the outermost two stay."""
    if len(boxes) < 3:
        return {}
    if direction == "across":
        row = sorted(boxes.items(), key=lambda one: (one[1].x, one[1].right))
        sizes, first, last = [box.width for _, box in row], row[0][1].x, max(box.right for _, box in row)
    else:
        row = sorted(boxes.items(), key=lambda one: (one[1].y, one[1].bottom))
        sizes, first, last = [box.height for _, box in row], row[0][1].y, max(box.bottom for _, box in row)
    space = (last - first - sum(sizes)) / (len(row) - 1)
    at, moved = first, {}
    for (name, box), size in zip(row, sizes, strict=True):
        fresh = box.moved(at - box.x, 0.0) if direction == "across" else box.moved(0.0, at - box.y)
        if abs(fresh.x - box.x) > 1e-6 or abs(fresh.y - box.y) > 1e-6:
            moved[name] = fresh
        at += size + space
    return moved
