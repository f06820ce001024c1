"""Rule campaign.banner-zone: the banner stands where the campaign allows it."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark
from coverkit.layout.cover import Cover
from coverkit.records import dataclass, replace
from coverkit.rules.subject.branding import official_banners
from coverkit.rules.subject.placement import misplaced


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
    for banner in official_banners(cover):
        for problem in misplaced(banner.name, banner.operation.bounds, cover.scene.trim, zones, options.share):
            yield replace(problem, element=banner.operation.source)
