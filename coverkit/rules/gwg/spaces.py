"""Colour spaces that page elements use, for the rules that bind colours (GWG 2022, R0027 to R0029). No verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem
from coverkit.facts.marks import Colour, FormMark, ImageMark
from coverkit.facts.page import painted_with
from coverkit.geometry import Rect
from coverkit.i18n import mark, tr
from coverkit.records import dataclass
from coverkit.rules.gwg.asking import Asked
from coverkit.rules.gwg.colours import alternate_space, direct_space
from coverkit.rules.gwg.elements import Element, reach
from coverkit.rules.gwg.painted import PaintedPage, painted_pages

_SAID = {
    "image": mark("A picture is in {space}."),
    "element": mark("Something other than a picture is in {space}."),
    "alternate": mark("A named ink stands for {space}."),
}


@dataclass(frozen=True, slots=True)
class Binding:
    """Which spaces must not be used.

    Attributes:
        images: by pictures that are no masks.
        others: by all else.
        alternates: as the alternate space of a Separation or DeviceN.
    """

    images: frozenset[str]
    others: frozenset[str]
    alternates: frozenset[str]


def unbound(asked: Asked, binding: Binding) -> Iterator[Outcome]:
    """Yield a problem for each space that must not be used, once a page and kind of use."""
    for painted in painted_pages(asked.pages):
        page = painted.page
        told: set[tuple[str, str]] = set()
        unknown = False
        for one, colour, is_image, placed in _first_uses(painted):
            unknown = unknown or not colour.space
            for code, space in _objections(is_image, colour, binding):
                if (code, space) not in told:
                    told.add((code, space))
                    yield _told(code, space, page.number, reach(one) if placed else None)
        if unknown:
            yield NotChecked(tr("Page {page}: a colour space could not be told.", page=page.number))


def _told(code: str, space: str, page: int, box: Rect | None) -> Problem:
    return Problem(code, tr(_SAID[code], space=space), element=space, page=page, box=box, measured=space)


def _objections(is_image: bool, colour: Colour, binding: Binding) -> Iterator[tuple[str, str]]:
    code, direct = ("image", binding.images) if is_image else ("element", binding.others)
    if (space := direct_space(colour)) in direct:
        yield code, space
    if (alternate := alternate_space(colour)) in binding.alternates:
        yield "alternate", alternate


def _first_uses(painted: PaintedPage) -> Iterator[tuple[Element, Colour, bool, bool]]:
    """Yield each colour where a picture uses it first, and where something else does.

    With it come the element, whether it is a picture, and whether it stands on the page itself, so that its place is known.
    """
    seen: set[tuple[int, bool]] = set()
    parts = (one for one in painted.page.parts if not isinstance(one, FormMark) and not one.layer)
    for listed, placed in ((painted.elements, True), (parts, False)):
        for one in listed:
            is_image = isinstance(one, ImageMark) and not one.mask
            for colour, _ in painted_with(one):
                # Colours are known by their identity: the same one paints hundreds of elements.
                if (key := (id(colour), is_image)) not in seen:
                    seen.add(key)
                    yield one, colour, is_image, placed
