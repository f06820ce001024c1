"""Page elements (GWG 2022, D0003), and which of them overlap others (D0031). No verdicts.

An element is visible unless it is wholly clipped away or paints nothing; what lies wholly under something opaque counts as
visible, which the specification leaves free (I00006). Whether two elements meet is told by their boxes: the letters of a text
fill its box only in part, so the middle of the box stands for it, and text in the same colour does not count, as letters are
often pulled together; an outline that is only stroked is hollow.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from coverkit.facts.marks import Colour, FormMark, ImageMark, Mark, PathMark, ShadingMark, TextMark
from coverkit.facts.page import PageFacts
from coverkit.geometry import MM, Rect
from coverkit.rules.gwg.grid import Effort, Grid

Element = PathMark | TextMark | ImageMark | ShadingMark

_UNPAINTED = (3, 7)
"""Text rendering modes that paint nothing."""
_OVER_TEXT, _OVER_OTHERS = 0.2, 0.1
"""By which share of its shorter side a text's box is drawn in, where it meets another text and where anything else.

Boxes of neighbouring lines overlap by their ascenders and descenders, and of words that are kerned by a hair."""
_TOUCH = 0.01
"""mm by which elements have to overlap; less is rounding."""
_WORTH_SORTING = 1500
"""Boxes that are looked at one by one before the elements of a page are sorted by their places."""


def surface(page: PageFacts) -> Rect | None:
    """Return the surface of the product in mm: the trim, or what stands for it; None when the page has no box."""
    box = page.trim or page.art or page.crop or page.media
    origin = page.trim or page.crop or page.media
    if box is None or origin is None:
        return None
    scale = page.user_unit / MM
    left, top = (box.left - origin.left) * scale, (origin.top - box.top) * scale
    return Rect(left, top, box.width * scale, box.height * scale)


def is_element(mark: Mark, area: Rect | None) -> TypeGuard[Element]:
    """Tell whether a mark is a page element: seen, printed, and not wholly outside the product."""
    if isinstance(mark, FormMark) or mark.layer or mark.seen is None:
        return False
    if isinstance(mark, TextMark) and (mark.mode in _UNPAINTED or not mark.text.strip()):
        return False
    return area is None or meet(area, reach(mark))


def meet(one: Rect, other: Rect) -> bool:
    """Tell whether two boxes have more than an edge in common; one without width or height may lie in the other."""
    x, y, width, height = one.x, one.y, one.width, one.height
    other_x, other_y, other_width, other_height = other.x, other.y, other.width, other.height
    across = min(x + width, other_x + other_width) - max(x, other_x)
    down = min(y + height, other_y + other_height) - max(y, other_y)
    return across >= min(_TOUCH, width, other_width) and down >= min(_TOUCH, height, other_height)


def reach(mark: Element) -> Rect:
    """Return the box of what is seen of an element; a stroke counts with its width."""
    assert mark.seen is not None
    if isinstance(mark, PathMark) and mark.line_width:
        return mark.seen.outset(mark.line_width / 2 / MM)
    return mark.seen


class PageElements:
    """The elements of one page, in the order of painting."""

    __slots__ = ("_asked", "_effort", "_grid", "elements")

    def __init__(self, page: PageFacts, effort: Effort | None = None) -> None:
        area = surface(page)
        self._effort = effort or Effort()
        self.elements: tuple[Element, ...] = tuple(mark for mark in page.marks if is_element(mark, area))
        self._grid: Grid[Element] | None = None
        self._asked = 0

    def overlaps(self, element: Element) -> bool:
        """Tell whether an element lies in front of another one and has something in common with it."""
        return any(_in_common(one, element) for one in self._under(element))

    def _under(self, element: Element) -> Iterator[Element]:
        """Yield the elements whose boxes touch that of one above them; for a few of those it is not worth sorting all."""
        self._asked += 1
        if self._grid is None and self._asked * len(self.elements) > _WORTH_SORTING:
            self._grid = Grid([(one.order, reach(one), one) for one in self.elements], self._effort)
        if self._grid is not None:
            yield from self._grid.under(reach(element), element.order)
            return
        box = reach(element)
        left, top, right, bottom = box.x, box.y, box.right, box.bottom
        for one in self.elements:
            self._effort.left -= 1
            if one.order >= element.order or self._effort.spent:
                return
            below = reach(one)
            x, y = below.x, below.y
            if x <= right and left <= x + below.width and y <= bottom and top <= y + below.height:
                yield one


def _in_common(behind: Element, front: Element) -> bool:
    if isinstance(behind, TextMark) and isinstance(front, TextMark) and _look(behind) == _look(front):
        return False
    share = _OVER_TEXT if isinstance(behind, TextMark) and isinstance(front, TextMark) else _OVER_OTHERS
    one, other = _core(behind, share), _core(front, share)
    return meet(one, other) and not _encloses(behind, other) and not _encloses(front, one)


def _look(text: TextMark) -> tuple[Colour | None, Colour | None]:
    return text.fill if text.fills else None, text.stroke if text.strokes else None


def _core(mark: Element, share: float) -> Rect:
    box = reach(mark)
    return box.inset(share * min(box.width, box.height)) if isinstance(mark, TextMark) else box


def _encloses(mark: Element, box: Rect) -> bool:
    """Tell whether a box lies in the hollow of an outline that is only stroked."""
    if not isinstance(mark, PathMark) or mark.fill is not None or mark.box.width == 0 or mark.box.height == 0:
        return False
    return mark.box.inset((mark.line_width or 0.0) / 2 / MM).contains(box)
