"""The graphics state while a content stream is walked, and the plane geometry it needs.

Matrices map to mm from the trim's top left, y downwards, so a place needs no second conversion.
"""

from __future__ import annotations

import math

from coverkit.facts.marks import PaintState
from coverkit.geometry import MM, Rect
from coverkit.preflight.fonts import Font
from coverkit.preflight.spaces import DEVICE_GRAY, Space
from coverkit.preflight.values import Matrix

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
NOWHERE = Rect(-1e12, -1e12, 0.0, 0.0)
"""A clip that lets nothing be seen."""
BLACK = DEVICE_GRAY.colour((0.0,))
_CLEAR = PaintState()
_FAR = 1e15


class State:
    """What `q` saves and `Q` restores."""

    __slots__ = (
        "char_space",
        "clip",
        "ctm",
        "fill",
        "fill_space",
        "font",
        "font_size",
        "leading",
        "line_width",
        "look",
        "mode",
        "rise",
        "scale",
        "stroke",
        "stroke_space",
        "word_space",
    )

    def __init__(self, ctm: Matrix) -> None:
        self.ctm = ctm
        self.clip: Rect | None = None
        self.fill = self.stroke = BLACK
        self.fill_space: Space = DEVICE_GRAY
        self.stroke_space: Space = DEVICE_GRAY
        self.line_width = 1.0
        self.look = _CLEAR
        self.font: Font | None = None
        self.font_size = 0.0
        self.char_space = self.word_space = self.leading = self.rise = 0.0
        self.scale = 1.0
        self.mode = 0

    def copy(self) -> State:
        """Return the state as it is now."""
        twin = State.__new__(State)
        twin.ctm, twin.clip, twin.look = self.ctm, self.clip, self.look
        twin.fill, twin.stroke = self.fill, self.stroke
        twin.fill_space, twin.stroke_space = self.fill_space, self.stroke_space
        twin.line_width, twin.mode = self.line_width, self.mode
        twin.font, twin.font_size, twin.scale = self.font, self.font_size, self.scale
        twin.char_space, twin.word_space = self.char_space, self.word_space
        twin.leading, twin.rise = self.leading, self.rise
        return twin


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does `first`, then `then`."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def bounds(matrix: Matrix, left: float, low: float, right: float, high: float) -> Rect:
    """Return the upright bounds of a transformed rectangle.

    Raises:
        ValueError: it lies beyond all measure; such numbers are damage.
    """
    a, b, c, d, e, f = matrix
    if b == 0.0 == c:
        x0, x1 = a * left + e, a * right + e
        y0, y1 = d * low + f, d * high + f
    else:
        xs = [a * x + c * y + e for x, y in ((left, low), (left, high), (right, low), (right, high))]
        ys = [b * x + d * y + f for x, y in ((left, low), (left, high), (right, low), (right, high))]
        x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    if x0 > x1:
        x0, x1 = x1, x0
    if y0 > y1:
        y0, y1 = y1, y0
    if not (x0 > -_FAR and x1 < _FAR and y0 > -_FAR and y1 < _FAR):
        raise ValueError("beyond all measure")
    return Rect(x0, y0, x1 - x0, y1 - y0)


def inside(box: Rect, clip: Rect | None) -> Rect | None:
    """Return the part of a box inside the clip, None when nothing of it is seen; lines without width count."""
    if clip is None:
        return box
    x, y, right, bottom = box.x, box.y, box.x + box.width, box.y + box.height
    left, top, clip_right, clip_bottom = clip.x, clip.y, clip.x + clip.width, clip.y + clip.height
    if left <= x and top <= y and right <= clip_right and bottom <= clip_bottom:
        return box
    left, top, right, bottom = max(x, left), max(y, top), min(right, clip_right), min(bottom, clip_bottom)
    if right < left or bottom < top:
        return None
    return Rect(left, top, right - left, bottom - top)


def points(length: float, matrix: Matrix) -> float:
    """Return a length in user space as points on the page, by the mean scale."""
    a, b, c, d, _, _ = matrix
    return length * math.sqrt(abs(a * d - b * c)) * MM
