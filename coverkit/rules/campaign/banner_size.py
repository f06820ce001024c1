"""Rule campaign.banner-size: the banner is not smaller than the campaign allows."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark
from coverkit.layout.cover import Cover
from coverkit.records import dataclass, replace
from coverkit.rules.subject.branding import official_banners
from coverkit.rules.subject.placement import too_narrow, too_small_a_share


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tolerance_mm: so much less is still enough (rounding).
    """

    tolerance_mm: float = 0.05


@rule(
    id="campaign.banner-size",
    title=mark("The banner is at least as large as the campaign asks"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "A banner that is too small cannot be read from an arm's length, and its fine lines fill in when printed. "
        "The campaign gives a least width in millimetres and a least share of the page."
    ),
    remedy=mark("Enlarge the banner, or choose the campaign's art whose shape fits the place."),
    source=mark("The campaign's placement rules"),
    options=Options,
    certainty="policy",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare each banner's width with the campaign's least width and share."""
    if cover.campaign is None:
        return
    rules, page = cover.campaign.banner, cover.scene.width
    for banner in official_banners(cover):
        if banner.entry is None:
            continue
        operation, art = banner.operation, banner.entry.name
        width, tolerance = operation.box.width, options.tolerance_mm
        yield from (
            replace(problem, element=operation.source, box=operation.bounds)
            for problem in (
                *too_narrow(banner.name, art, width, rules, tolerance),
                *too_small_a_share(banner.name, art, width, page, rules, tolerance),
            )
        )
