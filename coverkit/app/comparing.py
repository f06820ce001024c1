"""Compare how two files look, page by page: what differs, how much and where. Covers, PDFs and pictures."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from coverkit.app.pictures import press_bytes
from coverkit.app.project import Project
from coverkit.colour.pictures import inspect
from coverkit.errors import InputError
from coverkit.geometry import Rect
from coverkit.i18n import system_reason, tr
from coverkit.records import dataclass
from coverkit.render.raster import page_count, rasterise

DPI = 110.0
VISIBLE = 12
"""A pixel differs when a channel does by more of 255: less is rounding of two renderings."""
_CELL = 16
"""Side in px of the cells that differing places are gathered in."""

Pixels = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two files: its name and the page as RGB pixels, cut to the trim."""

    name: str
    pixels: Pixels
    pages: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two pages.

    Attributes:
        before, after: the pages, brought to the size of the first.
        differing: which pixels differ visibly.
        share: of the page that differs, 0 to 1.
        places: boxes around what differs, in px, the largest first.
        resized: the second page had other proportions and was stretched.
    """

    before: Side
    after: Side
    differing: NDArray[np.bool_]
    share: float
    places: tuple[Rect, ...]
    resized: bool

    def difference(self) -> Pixels:
        """Return a picture of the difference: the first page faded to grey, what differs in red."""
        grey = self.before.pixels.mean(axis=2, keepdims=True) * 0.35 + 165
        shown = np.repeat(grey, 3, axis=2).astype(np.uint8)
        shown[self.differing] = (200, 20, 40)
        return shown

    def overlay(self, share: float) -> Pixels:
        """Return both pages over one another: 0 shows the first, 1 the second."""
        mixed = self.before.pixels * (1.0 - share) + self.after.pixels * share
        return np.rint(mixed).astype(np.uint8)


def look(path: Path, page: int = 1, dpi: float = DPI) -> Side:
    """Return how a page of a file looks, cut to its trim.

    Raises:
        InputError: the file cannot be read, or has no such page.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            tr("{path} cannot be read: {reason}.", path=path, reason=system_reason(error)), tr("Check the path.")
        ) from error
    if data.startswith(b"PK"):
        project = Project.open(path)
        # The bytes that print, as of the other side: a proof has other colours than PDFium makes of inks.
        data = press_bytes(project, project.compose())
    if b"%PDF-" in data[:1024]:
        pages = page_count(data)
        return Side(path.name, _array(rasterise(data, dpi=dpi, area="trim", page=page - 1).image()), pages)
    return Side(path.name, _array(_picture(data, path.name)), 1)


def compare(first: Path, second: Path, page: int = 1) -> Comparison:
    """Compare a page of two files.

    Raises:
        InputError: one of them cannot be read, or has no such page.
    """
    before, after = look(first, page), look(second, page)
    height, width = before.pixels.shape[:2]
    proportions = (after.pixels.shape[1] / after.pixels.shape[0]) / (width / height)
    if after.pixels.shape != before.pixels.shape:
        fitted = Image.fromarray(after.pixels).resize((width, height), Image.Resampling.LANCZOS)
        after = Side(after.name, _array(fitted), after.pages)
    apart = np.abs(before.pixels.astype(np.int16) - after.pixels.astype(np.int16)).max(axis=2)
    differing = apart > VISIBLE
    return Comparison(before, after, differing, float(differing.mean()), _places(differing), abs(proportions - 1) > 0.005)


def _places(differing: NDArray[np.bool_]) -> tuple[Rect, ...]:
    """Gather differing pixels into boxes: cells that touch belong together."""
    rows, columns = (side // _CELL for side in np.add(differing.shape, _CELL - 1))
    padded = np.zeros((rows * _CELL, columns * _CELL), dtype=bool)
    padded[: differing.shape[0], : differing.shape[1]] = differing
    cells = padded.reshape(rows, _CELL, columns, _CELL).any(axis=(1, 3))
    boxes = []
    left = {(int(row), int(column)) for row, column in np.argwhere(cells)}
    while left:
        boxes.append(_box(_flood(left)))
    return tuple(sorted(boxes, key=lambda box: -box.width * box.height))


def _flood(left: set[tuple[int, int]]) -> list[tuple[int, int]]:
    found, edge = [], [left.pop()]
    while edge:
        row, column = edge.pop()
        found.append((row, column))
        for near in [(row + down, column + across) for down in (-1, 0, 1) for across in (-1, 0, 1)]:
            if near in left:
                left.remove(near)
                edge.append(near)
    return found


def _box(cells: list[tuple[int, int]]) -> Rect:
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    return Rect.from_edges(min(columns) * _CELL, min(rows) * _CELL, (max(columns) + 1) * _CELL, (max(rows) + 1) * _CELL)


def _picture(data: bytes, name: str) -> Image.Image:
    inspect(data, name)
    try:
        with Image.open(io.BytesIO(data)) as opened:
            return ImageOps.exif_transpose(opened).convert("RGB")
    except (OSError, ValueError, SyntaxError) as error:
        raise InputError(tr("{name} is a damaged picture.", name=name), tr("Copy it again from where it came.")) from error


def _array(image: Image.Image) -> Pixels:
    return np.asarray(image.convert("RGB"), dtype=np.uint8)
