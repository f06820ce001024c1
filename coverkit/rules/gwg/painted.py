"""What is painted on the pages, in which ways, and whether it overlaps something. No verdicts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coverkit.facts.marks import PathMark, TextMark
from coverkit.facts.page import PageFacts
from coverkit.rules.gwg.elements import Element, PageElements, page_elements
from coverkit.rules.gwg.ways import Way, path_ways, text_ways, ways


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


def texts(pages: tuple[PageFacts, ...]) -> Iterator[tuple[TextMark, Painted]]:
    """Yield the text elements as they are filled and stroked."""
    for page, others in _pages(pages):
        for element in others.elements:
            if isinstance(element, TextMark):
                for way in text_ways(element):
                    yield element, Painted(way, page.number, others)


def paths(pages: tuple[PageFacts, ...]) -> Iterator[Painted]:
    """Yield the path elements as they are filled and stroked."""
    for page, others in _pages(pages):
        for element in others.elements:
            if isinstance(element, PathMark):
                for way in path_ways(element):
                    yield Painted(way, page.number, others)


def painted(pages: tuple[PageFacts, ...]) -> Iterator[Painted]:
    """Yield all elements that are filled and stroked: texts, paths and masks."""
    for page, others in _pages(pages):
        for element in others.elements:
            for way in ways(element):
                yield Painted(way, page.number, others)


def elements(pages: tuple[PageFacts, ...]) -> Iterator[tuple[PageFacts, Element]]:
    """Yield all page elements with their page."""
    for page, others in _pages(pages):
        for element in others.elements:
            yield page, element


def _pages(pages: tuple[PageFacts, ...]) -> Iterator[tuple[PageFacts, PageElements]]:
    for page in pages:
        yield page, page_elements(page)
