"""Rule campaign.banner-zone: the banner stands where the campaign allows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coverkit.campaigns.campaign import Zone
from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.geometry import Rect
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.branding import official_banners

_NAMES = {
    "top": mark("at the top"),
    "bottom": mark("at the bottom"),
    "left": mark("at the left"),
    "right": mark("at the right"),
    "anywhere": mark("anywhere"),
}


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        share: how much of the page's height or width a zone takes; the banner's middle must lie in it.
    """

    share: float = 0.4


@rule(
    id="campaign.banner-zone",
    title=mark("The banner stands in a zone that the campaign allows"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "Where a campaign says on which side of the cover its banner belongs, all issues of all units look alike and readers "
        "find it at once."
    ),
    remedy=mark("Move the banner into an allowed zone, or choose a design that places it there."),
    source=mark("The campaign's placement rules"),
    options=Options,
    certainty="policy",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Look where the middle of each banner lies."""
    if cover.campaign is None:
        return
    zones = cover.campaign.banner.zones
    wanted = ", ".join(tr(_NAMES[zone]) for zone in zones)
    for banner in official_banners(cover):
        box = banner.operation.bounds
        if not any(_lies_in(zone, box, cover.scene.trim, options.share) for zone in zones):
            yield Problem(
                "wrong-zone",
                tr(
                    "The middle of {name} is {x} mm from the left and {y} mm from the top; the campaign wants it {zones}.",
                    name=banner.name,
                    x=number(box.centre.x, 0),
                    y=number(box.centre.y, 0),
                    zones=wanted,
                ),
                element=banner.operation.source,
                box=box,
                limit=wanted,
            )


def _lies_in(zone: Zone, box: Rect, page: Rect, share: float) -> bool:
    middle = box.centre
    match zone:
        case "top":
            return middle.y <= page.height * share
        case "bottom":
            return middle.y >= page.height * (1 - share)
        case "left":
            return middle.x <= page.width * share
        case "right":
            return middle.x >= page.width * (1 - share)
        case "anywhere":
            return True
