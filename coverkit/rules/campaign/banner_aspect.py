"""Rule campaign.banner-aspect: the banner keeps its proportions and stands upright, unmirrored."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.geometry import Rect
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.model.document import Document
from coverkit.model.edits import Edit, Edited, clear_value, place, turn
from coverkit.model.locks import Permissions
from coverkit.records import dataclass, replace
from coverkit.rules.subject.branding import Banner, official_banners
from coverkit.rules.subject.mending import moved, named, own, placed
from coverkit.rules.subject.placement import stretched


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tolerance: how far the proportions may be off, as a share; 0 takes the campaign's own (0.005 where it says nothing).
    """

    tolerance: float = 0.0


def _righted(cover: Cover, problem: Problem, options: Options) -> Edit | None:
    """Take the override back; a banner that a person placed keeps its width and takes the height that its art asks for."""
    element, one = cover.document.element(problem.element), placed(cover, problem.element)
    if element is None or one is None or one.art is None:
        return None
    name = tr("Put {name} right", name=one.name)
    match problem.code:
        case "mirrored":
            return named(partial(_unmirrored, element.id), name) if element.values.get("mirrored") else None
        case "turned":
            return named(partial(_unturned, element.id), name) if element.angle else None
        case _ if element.box is None:
            return None
        case _ if own(cover, element.id) is not None:
            return moved(element.id, partial(_in_proportion, one.art.aspect, cover.scene.height / 2), name)
        case _:
            return named(partial(_back, element.id), name)


def _unmirrored(element: str, document: Document, permissions: Permissions) -> Edited:
    return clear_value(document, element, "mirrored")


def _unturned(element: str, document: Document, permissions: Permissions) -> Edited:
    return turn(document, element, None, permissions)


def _back(element: str, document: Document, permissions: Permissions) -> Edited:
    return place(document, element, None, permissions)


def _in_proportion(aspect: float, middle: float, box: Rect) -> Rect:
    """Return the box with the height of its art; the edge nearer to the page's own edge stays."""
    height = box.width / aspect
    top = box.y if box.centre.y < middle else box.bottom - height
    return Rect(box.x, top, box.width, height)


@rule(
    id="campaign.banner-aspect",
    title=mark("The banner keeps its proportions and stands upright"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "A stretched banner makes flags, stars and letters wrong. "
        "A turned or mirrored one shows the emblem upside down or the wrong way round, which is a fault against the symbol."
    ),
    remedy=mark("Put the banner back to where the design places it, or resize it with its proportions kept."),
    source=mark("The campaign's placement rules; house policy"),
    options=Options,
    certainty="policy",
    fix=_righted,
    fixes=frozenset({"stretched", "turned", "mirrored"}),
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare each banner's box with the art's own width over height."""
    if cover.campaign is None:
        return
    tolerance = options.tolerance or cover.campaign.banner.aspect_tolerance
    for banner in official_banners(cover):
        yield from _stretched(banner, tolerance)
        operation = banner.operation
        if operation.angle % 360:
            yield Problem(
                "turned",
                tr("{name} is turned by {angle}°.", name=banner.name, angle=number(operation.angle % 360, 1)),
                element=operation.source,
                box=operation.bounds,
                measured=operation.angle % 360,
                limit=0.0,
                unit="°",
                remedy=tr("Set the banner's angle to 0."),
            )
        if operation.mirrored:
            yield Problem(
                "mirrored",
                tr("{name} is mirrored.", name=banner.name),
                element=operation.source,
                box=operation.bounds,
                remedy=tr("Switch the mirroring off."),
            )


def _stretched(banner: Banner, tolerance: float) -> Iterator[Problem]:
    operation, entry = banner.operation, banner.entry
    if entry is not None:
        for problem in stretched(banner.name, operation.box.width, operation.box.height, entry.aspect, tolerance):
            yield replace(problem, element=operation.source, box=operation.bounds)
