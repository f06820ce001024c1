"""Spot colours that something uses (GWG 2022, D0022 to D0024). No verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from coverkit.facts.marks import PROCESS, Colour, Mark
from coverkit.facts.page import PageFacts, painted_with
from coverkit.geometry import Rect
from coverkit.records import dataclass

_NO_SPOTS = (*PROCESS, "All", "None")


@dataclass(frozen=True, slots=True)
class Spot:
    """A spot colour where it is first used.

    Attributes:
        colours: the Separations of its own that are painted with.
        box: None where the place is not known (a cell of a pattern, a glyph of a Type 3 font).
    """

    name: str
    page: int
    box: Rect | None
    colours: tuple[Colour, ...] = ()

    @property
    def definitions(self) -> frozenset[str]:
        """Digests of its alternate space with its tint transform."""
        return frozenset(colour.definition for colour in self.colours)


def active_spots(pages: tuple[PageFacts, ...]) -> Mapping[str, Spot]:
    """Return the spots that at least one element of any page uses, by name in the order of use."""
    found: dict[str, Spot] = {}
    for page, box, colour in _used(pages):
        for name in colour.colorants:
            if name in _NO_SPOTS:
                continue
            known = found.get(name) or Spot(name, page, box)
            own = (colour,) if len(colour.colorants) == 1 else ()
            found[name] = Spot(name, known.page, known.box, tuple(dict.fromkeys((*known.colours, *own))))
    return found


def _used(pages: tuple[PageFacts, ...]) -> Iterator[tuple[int, Rect | None, Colour]]:
    """Yield each colour that names inks, once a page."""
    for page in pages:
        told: set[tuple[str, ...]] = set()
        for mark, box in _marks(page):
            for colour, _ in painted_with(mark):
                if not colour.colorants:
                    continue
                key = (*colour.colorants, colour.definition)
                if key not in told:
                    told.add(key)
                    yield page.number, box, colour


def _marks(page: PageFacts) -> Iterator[tuple[Mark, Rect | None]]:
    for mark in page.marks:
        yield mark, mark.seen or mark.box
    for part in page.parts:
        yield part, None
