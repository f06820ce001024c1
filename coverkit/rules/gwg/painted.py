"""What is painted on the pages, in which ways, and whether it overlaps something. No verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from coverkit.facts.marks import ImageMark, PathMark, TextMark
from coverkit.facts.page import PageFacts
from coverkit.records import dataclass
from coverkit.rules.gwg.elements import Element, PageElements
from coverkit.rules.gwg.grid import Effort
from coverkit.rules.gwg.ways import Way, ways

Pages = tuple[PageFacts, ...]


@dataclass(frozen=True, slots=True)
class Painted:
    """An element in one of the ways in which it is painted.

    Attributes:
        page: its number.
        others: the elements of its page.
    """

    way: Way
    page: int
    others: PageElements

    @property
    def overlaps(self) -> bool:
        """It lies in front of another element and has something in common with it; asked for last, as it costs most."""
        return self.others.overlaps(self.way.element)


class PaintedPage:
    """A page with its elements, sorted out once for all rules.

    Attributes:
        elements: in the order of painting.
        texts, paths, masks: as they are filled and stroked.
        images: the pictures, masks too.
    """

    __slots__ = ("elements", "images", "masks", "page", "paths", "texts")

    def __init__(self, page: PageFacts, effort: Effort) -> None:
        others = PageElements(page, effort)
        self.page = page
        self.elements: tuple[Element, ...] = others.elements
        self.images = tuple(one for one in others.elements if isinstance(one, ImageMark))
        self.texts: list[tuple[TextMark, Painted]] = []
        self.paths: list[Painted] = []
        self.masks: list[Painted] = []
        for element in others.elements:
            for way in ways(element):
                painted = Painted(way, page.number, others)
                if isinstance(element, TextMark):
                    self.texts.append((element, painted))
                elif isinstance(element, PathMark):
                    self.paths.append(painted)
                else:
                    self.masks.append(painted)


def painted_pages(pages: Pages) -> tuple[PaintedPage, ...]:
    """Return the pages with their elements; the rules in turn ask for those of the same file."""
    return _known(_Identity(pages))[0]


def is_too_dense(pages: Pages) -> bool:
    """Tell whether so much lies so close that not all elements were compared; then silence about overlapping is no pass."""
    return _known(_Identity(pages))[1].spent


def texts(pages: Pages) -> Iterator[tuple[TextMark, Painted]]:
    """Yield the text elements as they are filled and stroked."""
    for page in painted_pages(pages):
        yield from page.texts


def paths(pages: Pages) -> Iterator[Painted]:
    """Yield the path elements as they are filled and stroked."""
    for page in painted_pages(pages):
        yield from page.paths


def filled_and_stroked(pages: Pages) -> Iterator[Painted]:
    """Yield all elements that are filled or stroked: texts, paths and masks."""
    for page in painted_pages(pages):
        yield from (painted for _, painted in page.texts)
        yield from page.paths
        yield from page.masks


class _Identity:
    """Pages that are known by their identity: comparing all that they hold would cost more than what is kept."""

    __slots__ = ("pages",)

    def __init__(self, pages: Pages) -> None:
        self.pages = pages

    def __hash__(self) -> int:
        return id(self.pages)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.pages is self.pages


@lru_cache(maxsize=1)
def _known(key: _Identity) -> tuple[tuple[PaintedPage, ...], Effort]:
    effort = Effort()
    return tuple(PaintedPage(page, effort) for page in key.pages), effort
