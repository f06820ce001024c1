"""Boxes by place, so that neighbours are found without looking at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from coverkit.geometry import Rect, union_all

Item = TypeVar("Item")

_CELLS = 64
"""Most cells along a side."""
_WIDE = 64
"""A box in more cells is kept apart: such boxes are few, and met at once."""


class Grid(Generic[Item]):
    """Items with their boxes, in cells."""

    __slots__ = ("_across", "_cells", "_down", "_origin", "_wide")

    def __init__(self, boxes: Sequence[tuple[Rect, Item]]) -> None:
        bounds = union_all([box for box, _ in boxes]) or Rect(0.0, 0.0, 1.0, 1.0)
        count = max(1, min(_CELLS, int(len(boxes) ** 0.5)))
        self._origin = bounds.x, bounds.y
        self._across = max(bounds.width / count, 1e-9)
        self._down = max(bounds.height / count, 1e-9)
        self._cells: dict[tuple[int, int], list[Item]] = defaultdict(list)
        self._wide: list[Item] = []
        for box, item in boxes:
            columns, rows = self._covered(box)
            if len(columns) * len(rows) > _WIDE:
                self._wide.append(item)
                continue
            for column in columns:
                for row in rows:
                    self._cells[column, row].append(item)

    def near(self, box: Rect) -> Iterator[Item]:
        """Yield the items in the cells of a box; one may come more than once."""
        yield from self._wide
        columns, rows = self._covered(box)
        for column in columns:
            for row in rows:
                yield from self._cells.get((column, row), ())

    def _covered(self, box: Rect) -> tuple[range, range]:
        left, top = self._origin
        columns = self._span(box.x - left, box.right - left, self._across)
        return columns, self._span(box.y - top, box.bottom - top, self._down)

    @staticmethod
    def _span(low: float, high: float, step: float) -> range:
        first, last = (max(-1, min(_CELLS, int(one // step))) for one in (low, high))
        return range(first, last + 1)
