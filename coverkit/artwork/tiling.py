"""Patterns that repeat a cell: where on the page its copies stand."""

from __future__ import annotations

import math
from collections.abc import Iterator

from coverkit.artwork.drawing import Box, Matrix, box_of, moved, rectangle, times
from coverkit.artwork.refusal import not_simple
from coverkit.i18n import tr
from coverkit.records import dataclass

_MOST = 2_000
"""Cells of one fill at most; a screen of finer dots is best taken in as a picture."""


@dataclass(frozen=True, slots=True)
class Tiling:
    """A pattern's cell and where it is repeated: `matrix` takes the cell to the page, the steps lie in the cell's own units."""

    matrix: Matrix
    box: Box
    steps: tuple[float, float]

    def places(self, shown: Box, name: str) -> Iterator[Matrix]:
        """Yield the matrix of each cell that reaches into a box of the page.

        Raises:
            InputError: there are too many.
        """
        area = box_of(moved(rectangle(*shown), _inverse(self.matrix, name)))
        assert area is not None
        across, down = (abs(step) for step in self.steps)
        columns = range(math.ceil((area[0] - self.box[2]) / across), math.floor((area[2] - self.box[0]) / across) + 1)
        rows = range(math.ceil((area[1] - self.box[3]) / down), math.floor((area[3] - self.box[1]) / down) + 1)
        if len(columns) * len(rows) > _MOST:
            raise not_simple(name, tr("a pattern of more than {count} cells", count=_MOST))
        for row in rows:
            for column in columns:
                yield times((1.0, 0.0, 0.0, 1.0, column * across, row * down), self.matrix)


def _inverse(matrix: Matrix, name: str) -> Matrix:
    a, b, c, d, e, f = matrix
    det = a * d - b * c
    if abs(det) < 1e-9:
        raise not_simple(name, tr("a pattern fill"))
    return d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det
