"""Search a picture of a page for pieces of art: propose places by features, lay the art over each exactly, compare."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from coverkit.recognition.agreement import Agreement, compared
from coverkit.recognition.alignment import COARSE, FINE, Frame, Pyramid, Scale, aligned
from coverkit.recognition.candidates import Candidate, Matrix, candidates
from coverkit.recognition.condition import Condition, condition
from coverkit.recognition.features import extracted
from coverkit.recognition.reference import Pixels, Reference
from coverkit.records import dataclass

_DPI = 75.0
"""Resolution at which features are looked for (SIFT doubles it first): art of 30 mm is 89 px wide."""

_MOST_FEATURES = 10_000
_MOST_PLACES = 6
_MOST_EACH = 3
_LIKELY = 0.28
"""Share of the art's contrast that agrees, from which a place is measured finely."""

_SHARE, _MEAN = 0.42, 0.84
"""Share that agrees, and how well it does, from which the art is there.

Tuned on set A of `benchmarks.recognition`: art that is there agrees by 0.94 and more wherever it is not covered, however worn;
what is only like it, by 0.8 at most.
"""


_DOUBTFUL, _OTHER_COLOURS = 0.6, 32.0
"""Share that agrees times how well it does, and mean ΔE00: what is alike in part and in quite other colours is something else.

Art that is made grey is off by 30, all of it alike.
"""

_WELL, _PROMISING = 0.85, 0.2
"""Share that agrees times how well it does: from the first nothing better is tried, from the second something is."""

_WORSE = 0.03
"""By so much likeness may be less in a finer frame, where more is seen, without something else being tried."""

_PIXEL = 0.65
"""Softness (standard deviation of a Gauss filter) of what pixels show, in pixels."""

_LEAST_INSIDE = 0.4
"""Share of the art that must lie on the page."""


@dataclass(frozen=True, slots=True)
class Found:
    """Art on a picture, in its pixels (the picture's top left corner is 0, 0).

    Attributes:
        corners: 4 × 2: where the art's top left, top right, bottom right and bottom left lie.
        mirrored: it is the art's mirror image (left and right exchanged) that lies so.
        agreement: how well it agrees.
        condition: what is hidden of it, and its colours.
    """

    reference: Reference
    corners: NDArray[np.float64]
    mirrored: bool
    agreement: Agreement
    condition: Condition

    @property
    def confidence(self) -> float:
        """How sure it is, 0 to 1: by how well it agrees, and by how much of it does; half sure at both limits."""
        well = 1.0 / (1.0 + np.exp(-60.0 * (self.agreement.mean - _MEAN)))
        much = 1.0 / (1.0 + np.exp(-20.0 * (self.agreement.share - _SHARE)))
        return float(min(well, much))


@dataclass(frozen=True, slots=True)
class _Place:
    reference: Reference
    mirrored: bool
    candidate: Candidate


def find(image: Pixels, px_per_mm: float, references: Sequence[Reference]) -> tuple[Found, ...]:
    """Find art on a picture, wherever, however large and however turned; those that agree best first.

    Args:
        image: height × width × 3, sRGB.
        px_per_mm: its resolution, about; decides only how coarsely it is looked at first.
        references: the art.
    """
    grey = np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), np.uint8)
    page, coloured = Pyramid.of(grey), Pyramid.of(image)
    found: list[Found] = []
    for place in _places(grey, px_per_mm, references):
        if any(_holds(one, place) for one in found):
            continue
        one = _verified(place, page, coloured)
        if one is not None:
            found.append(one)
    return tuple(_apart(found))


def condition_at(image: Pixels, corners: NDArray[np.float64], reference: Reference, mirrored: bool) -> Condition:
    """Tell in what condition art is whose place is known, even where so much of it is hidden that nobody would find it.

    Args:
        image: height × width × 3, sRGB.
        corners: 4 × 2, px: as `Found.corners`.
        reference: the art.
        mirrored: as `Found.mirrored`.
    """
    width, height = reference.size
    ends = np.array([[0, 0], [width, 0], [0, height]], np.float32) - 0.5
    matrix = np.asarray(cv2.getAffineTransform(ends, (corners[[0, 1, 3]] - 0.5).astype(np.float32)), np.float64)
    place = _Place(reference, mirrored, Candidate(matrix, 0))
    frame = Frame.for_matrix(matrix, reference.size, FINE)
    page = Pyramid.of(np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), np.uint8))
    start = frame.from_reference(matrix)
    inside = _inside(start, frame, page)
    if not inside.any():
        return Condition(1.0, 0.0, 0.0, ~inside)
    there = page.taken(start, (frame.width, frame.height))
    agreement = compared(_template(place, frame, start), there, inside)
    return _condition(place, frame, start, Pyramid.of(image), agreement, inside)


def _places(grey: NDArray[np.uint8], px_per_mm: float, references: Sequence[Reference]) -> list[_Place]:
    """Return where art may lie, the likeliest first."""
    shrunk = min(1.0, _DPI / 25.4 / px_per_mm)
    size = (max(1, round(grey.shape[1] * shrunk)), max(1, round(grey.shape[0] * shrunk)))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA) if shrunk < 1 else grey
    features = extracted(np.asarray(small, np.uint8), _MOST_FEATURES)
    features = features.scaled(grey.shape[1] / size[0], grey.shape[0] / size[1])
    places = []
    for reference in references:
        for mirrored in (False, True):
            own = reference.mirrored_features if mirrored else reference.features
            every = candidates(own, reference.size, features, _MOST_EACH)
            places += [_Place(reference, mirrored, one) for one in every]
    return sorted(places, key=lambda one: -one.candidate.votes)[:_MOST_PLACES]


def _verified(place: _Place, page: Pyramid, coloured: Pyramid) -> Found | None:
    """Lay the art over a place, coarsely and then finely, and tell whether it is there."""
    coarse = _laid(place, place.candidate.matrix, page, COARSE, None)
    if coarse is None or coarse.agreement.share < _LIKELY:
        return None
    fine = _laid(place, coarse.matrix, page, FINE, coarse) or coarse
    if fine.likeness < _WELL:
        # Now that it is known better what is hidden of it, once more.
        again = _laid(place, fine.matrix, page, FINE, fine)
        fine = again if again is not None and again.likeness >= fine.likeness else fine
    if fine.agreement.share < _SHARE or fine.agreement.mean < _MEAN:
        return None
    matrix = fine.frame.from_reference(fine.matrix)
    inside = _inside(matrix, fine.frame, page)
    state = _condition(place, fine.frame, matrix, coloured, fine.agreement, inside)
    if fine.likeness < _DOUBTFUL and state.colour_off > _OTHER_COLOURS:
        return None
    return Found(place.reference, _corners(fine.matrix, place.reference.size), place.mirrored, fine.agreement, state)


def _condition(
    place: _Place, frame: Frame, matrix: Matrix, page: Pyramid, agreement: Agreement, inside: NDArray[np.bool_]
) -> Condition:
    pictures = [_in_frame(one, place, frame, matrix) for one in (place.reference.pixels, *place.reference.others)]
    return condition(pictures, page.taken(matrix, (frame.width, frame.height)), agreement, inside)


@dataclass(frozen=True, slots=True)
class _Laid:
    frame: Frame
    matrix: Matrix
    agreement: Agreement

    @property
    def likeness(self) -> float:
        """How much of the art agrees, times how well."""
        return self.agreement.share * self.agreement.mean


def _laid(place: _Place, matrix: Matrix, page: Pyramid, at: Scale, before: _Laid | None) -> _Laid | None:
    """Lay the art over the page from a matrix that is about right; what did not agree before does not count."""
    frame = Frame.for_matrix(matrix, place.reference.size, at)
    start = frame.from_reference(matrix)
    template = _template(place, frame, start)
    seen = None if before is None else _seen(before, frame)
    laid = _measured(frame, template, page, aligned(template, page, start, at.blur, seen))
    enough = _WELL if before is None else before.likeness - _WORSE
    if laid is not None and laid.likeness > enough:
        return laid
    # Something that covers the art may have led it astray: lay it by what agreed at the outset.
    raw = _measured(frame, template, page, start)
    if raw is None or raw.likeness < _PROMISING:
        return laid
    led = _measured(frame, template, page, aligned(template, page, start, at.blur, _seen(raw, frame)))
    return max((one for one in (laid, raw, led) if one is not None), key=lambda one: one.likeness)


def _template(place: _Place, frame: Frame, matrix: Matrix) -> NDArray[np.uint8]:
    """Return the art in a frame, grey."""
    picture = _in_frame(place.reference.pixels, place, frame, matrix)
    return np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)


def _in_frame(pixels: Pixels, place: _Place, frame: Frame, matrix: Matrix) -> Pixels:
    """Return the art in a frame; where the frame (by its matrix) enlarges the page, no sharper than the page can be."""
    small = cv2.resize(pixels, (frame.width, frame.height), interpolation=cv2.INTER_AREA)
    enlarged = 1.0 / float(np.sqrt(abs(np.linalg.det(matrix[:, :2]))))
    if enlarged > 1.2:
        small = cv2.GaussianBlur(small, (0, 0), _PIXEL * enlarged)
    return np.ascontiguousarray(small[:, ::-1] if place.mirrored else small, np.uint8)


def _measured(frame: Frame, template: NDArray[np.uint8], page: Pyramid, matrix: Matrix | None) -> _Laid | None:
    """Tell how well the art agrees with the page where a matrix (from the frame's pixels) puts it."""
    if matrix is None:
        return None
    inside = _inside(matrix, frame, page)
    if inside.mean() < _LEAST_INSIDE:
        return None
    there = page.taken(matrix, (frame.width, frame.height))
    return _Laid(frame, frame.to_reference(matrix), compared(template, there, inside))


def _seen(before: _Laid, frame: Frame) -> NDArray[np.bool_] | None:
    """Return where the art was seen to agree, in another frame; None where it is as good as everywhere."""
    if before.agreement.share > 0.97:
        return None
    alike = before.agreement.alike.astype(np.uint8)
    return np.asarray(cv2.resize(alike, (frame.width, frame.height), interpolation=cv2.INTER_NEAREST) > 0, np.bool_)


def _inside(matrix: Matrix, frame: Frame, page: Pyramid) -> NDArray[np.bool_]:
    """Tell which pixels of the frame lie on the page."""
    height, width = page.levels[0].shape
    x, y = np.meshgrid(np.arange(frame.width), np.arange(frame.height))
    across = matrix[0, 0] * x + matrix[0, 1] * y + matrix[0, 2]
    down = matrix[1, 0] * x + matrix[1, 1] * y + matrix[1, 2]
    return np.asarray((across >= -0.5) & (down >= -0.5) & (across <= width - 0.5) & (down <= height - 0.5), np.bool_)


def _corners(matrix: Matrix, size: tuple[int, int]) -> NDArray[np.float64]:
    width, height = size
    ends = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float64) - 0.5
    return np.asarray(ends @ matrix[:, :2].T + matrix[:, 2] + 0.5, np.float64)


def _holds(found: Found, place: _Place) -> bool:
    """Tell whether the middle of a place lies in art that was found already."""
    middle = _corners(place.candidate.matrix, place.reference.size).mean(axis=0)
    outline = found.corners.astype(np.float32).reshape(-1, 1, 2)
    return bool(cv2.pointPolygonTest(outline, (float(middle[0]), float(middle[1])), False) >= 0)


def _apart(found: list[Found]) -> Iterator[Found]:
    """Yield what was found, the surest first. Parts that two pieces of art share, a flag say, count for the surer one only."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda each: -each.agreement.share * each.agreement.mean):
        if not any(_lies_in(one, other) for other in kept):
            kept.append(one)
            yield one


def _lies_in(one: Found, other: Found) -> bool:
    """Tell whether most of what agrees of one lies in the other."""
    rows, columns = np.nonzero(one.agreement.alike)
    height, width = one.agreement.pieces.shape
    a, b, _, d = one.corners
    points = a + np.outer((columns + 0.5) / width, b - a) + np.outer((rows + 0.5) / height, d - a)
    outline = other.corners.astype(np.float32).reshape(-1, 1, 2)
    chosen = points[:: max(1, len(points) // 60)]
    inside = sum(cv2.pointPolygonTest(outline, (float(x), float(y)), False) >= 0 for x, y in chosen)
    return inside * 2 > len(chosen)
