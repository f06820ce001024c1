"""Boxes by place and order, so that what lies under a box is found without looking at all of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from coverkit.geometry import Rect, union_all

Item = TypeVar("Item")
_Entry = tuple[float, float, float, float, Item]

MOST_COMPARED = 3_000_000
"""Comparisons in one file: a few seconds."""
_CELLS = 128
"""Most cells along a side."""
_WIDE = 64
"""A box in more cells is kept apart: such boxes are few, and met at once."""


class Effort:
    """How many more boxes of a file may be compared with one another; drawings of countless hairlines would take minutes."""

    __slots__ = ("left",)

    def __init__(self, left: int = MOST_COMPARED) -> None:
        self.left = left

    @property
    def spent(self) -> bool:
        """Nothing is left, so nothing more was compared."""
        return self.left <= 0


class _Pile(Generic[Item]):
    """Boxes of one cell in ascending order."""

    __slots__ = ("entries", "orders")

    def __init__(self) -> None:
        self.orders: list[int] = []
        self.entries: list[_Entry[Item]] = []


class Grid(Generic[Item]):
    """Items with their boxes, in cells.

    Args:
        boxes: ascending by order.
        effort: what may be spent on comparing.
    """

    __slots__ = ("_across", "_cells", "_down", "_effort", "_origin", "_wide")

    def __init__(self, boxes: Sequence[tuple[int, Rect, Item]], effort: Effort) -> None:
        bounds = union_all([box for _, box, _ in boxes]) or Rect(0.0, 0.0, 1.0, 1.0)
        count = max(1, min(_CELLS, int(len(boxes) ** 0.5)))
        self._origin = bounds.x, bounds.y
        self._across = max(bounds.width / count, 1e-9)
        self._down = max(bounds.height / count, 1e-9)
        self._cells: dict[tuple[int, int], _Pile[Item]] = defaultdict(_Pile)
        self._wide: _Pile[Item] = _Pile()
        self._effort = effort
        for order, box, item in boxes:
            entry = (box.x, box.y, box.right, box.bottom, item)
            for pile in self._piles_for(box):
                pile.orders.append(order)
                pile.entries.append(entry)

    def under(self, box: Rect, order: int) -> Iterator[Item]:
        """Yield the items of an earlier order whose boxes touch a box, the latest of a cell first; one may come again."""
        left, top, right, bottom = box.x, box.y, box.right, box.bottom
        effort = self._effort
        for pile in self._piles_at(box):
            entries = pile.entries
            for index in range(bisect_left(pile.orders, order) - 1, -1, -1):
                effort.left -= 1
                if effort.left <= 0:
                    return
                x, y, to_x, to_y, item = entries[index]
                if x <= right and left <= to_x and y <= bottom and top <= to_y:
                    yield item

    def _piles_for(self, box: Rect) -> Iterator[_Pile[Item]]:
        columns, rows = self._covered(box)
        if len(columns) * len(rows) > _WIDE:
            yield self._wide
            return
        for column in columns:
            for row in rows:
                yield self._cells[column, row]

    def _piles_at(self, box: Rect) -> Iterator[_Pile[Item]]:
        yield self._wide
        columns, rows = self._covered(box)
        for column in columns:
            for row in rows:
                pile = self._cells.get((column, row))
                if pile is not None:
                    yield pile

    def _covered(self, box: Rect) -> tuple[range, range]:
        left, top = self._origin
        columns = self._span(box.x - left, box.right - left, self._across)
        return columns, self._span(box.y - top, box.bottom - top, self._down)

    @staticmethod
    def _span(low: float, high: float, step: float) -> range:
        first, last = (max(-1, min(_CELLS, int(one // step))) for one in (low, high))
        return range(first, last + 1)
