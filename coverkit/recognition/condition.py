"""In what condition art is: what of it is cut off or covered, and how far its colours are off."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from coverkit.colour.difference import delta_e00
from coverkit.recognition.agreement import Agreement
from coverkit.recognition.reference import Pixels
from coverkit.records import dataclass

Floats = NDArray[np.float32]

_OTHER = 20.0
"""CIELAB distance, after the colours of the page are taken for those of the art, from which a place shows something else."""

_OTHER_SHAPE, _OTHER_TINT = 0.25, 11.0
"""Correlation below which, and distance from which, a place with contrast does."""

_SAMPLES = 400
_SOFT = 3
_SIDE = 0.7
"""Share of a row along the art's edge that is hidden, from which that row is cut off."""


@dataclass(frozen=True, slots=True)
class Condition:
    """The condition of art.

    Attributes:
        cropped: share of its area that is cut off at its sides.
        covered: share of the rest that shows something else.
        colour_off: mean CIEDE2000 difference of what is seen, to the nearest rendering of the art.
        hidden: height × width: where it is not seen.
    """

    cropped: float
    covered: float
    colour_off: float
    hidden: NDArray[np.bool_]


def condition(renderings: Sequence[Pixels], seen: Pixels, agreement: Agreement, inside: NDArray[np.bool_]) -> Condition:
    """Compare art with what lies in its place; all pictures have one size.

    Args:
        renderings: the art, in one or more conversions of its inks to sRGB.
        seen: the page in the art's place.
        agreement: how they agree in shape.
        inside: what of the art lies on the page.
    """
    page = _lab(seen)
    best = min((_lab(one) for one in renderings), key=lambda one: float(np.abs(one - page)[inside].mean()))
    alike = agreement.alike & inside
    # Around what agrees plain places are taken to agree too: their colours fit the page's to the art's.
    near = cv2.dilate(alike.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0
    off = np.linalg.norm(page - _fitted(best, page, near & inside), axis=2)
    with np.errstate(invalid="ignore"):
        other_shape = agreement.pieces < _OTHER_SHAPE
    hidden = (off > _OTHER) | (other_shape & (off > _OTHER_TINT))
    hidden = cv2.morphologyEx(hidden.astype(np.uint8), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8)) > 0
    hidden = np.asarray(hidden | ~inside, np.bool_)
    cut = _cut_off(hidden)
    rest = ~cut
    covered = float((hidden & rest).sum() / max(1, rest.sum()))
    return Condition(float(cut.mean()), covered, _difference(best, page, ~hidden), hidden)


def _lab(pixels: Pixels) -> Floats:
    """Return a softened picture in CIELAB: noise, screens and hard edges do not count."""
    soft = cv2.GaussianBlur(pixels.astype(np.float32) / 255, (0, 0), 1.6)
    return np.asarray(cv2.cvtColor(soft, cv2.COLOR_RGB2LAB), np.float32)


def _fitted(art: Floats, page: Floats, where: NDArray[np.bool_]) -> Floats:
    """Return the art in the page's colours: paper, ink and scanner change all of it alike, what covers it does not."""
    if where.sum() < 50:
        return art
    known = np.column_stack([art[where], np.ones(int(where.sum()), np.float32)])
    wanted = page[where]
    factors, *_ = np.linalg.lstsq(known, wanted, rcond=None)
    for _ in range(2):
        off = np.linalg.norm(wanted - known @ factors, axis=1)
        good = off <= max(6.0, 2.5 * float(np.median(off)))
        factors, *_ = np.linalg.lstsq(known[good], wanted[good], rcond=None)
    flat = np.concatenate([art, np.ones((*art.shape[:2], 1), np.float32)], axis=2)
    return np.asarray(flat @ factors, np.float32)


def _cut_off(hidden: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the rows and columns along the four sides that are hidden throughout."""
    cut = np.zeros_like(hidden)
    rows, columns = hidden.mean(axis=1) > _SIDE, hidden.mean(axis=0) > _SIDE
    cut[: _run(rows)] = True
    cut[len(rows) - _run(rows[::-1]) :] = True
    cut[:, : _run(columns)] = True
    cut[:, len(columns) - _run(columns[::-1]) :] = True
    return cut


def _run(flags: NDArray[np.bool_]) -> int:
    """Return how many flags are set from the first on; a few say nothing, for edges are soft."""
    length = len(flags) if flags.all() else int(np.argmin(flags))
    return length if length > _SOFT else 0


def _difference(art: Floats, page: Floats, where: NDArray[np.bool_]) -> float:
    """Return the mean difference at places spread evenly over what is seen."""
    places = np.flatnonzero(where.ravel())
    if len(places) == 0:
        return 0.0
    chosen = places[:: max(1, len(places) // _SAMPLES)]
    first, second = art.reshape(-1, 3)[chosen], page.reshape(-1, 3)[chosen]
    pairs = zip(first.tolist(), second.tolist(), strict=True)
    return float(np.mean([delta_e00((a[0], a[1], a[2]), (b[0], b[1], b[2])) for a, b in pairs]))
