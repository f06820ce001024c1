"""Rule campaign.banner-size: the banner is not smaller than the campaign allows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.branding import official_banners


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
        width, operation = banner.operation.box.width, banner.operation
        least = rules.least_width.get(banner.entry.name, 0.0)
        share = rules.least_share.get(banner.entry.name, 0.0)
        if width < least - options.tolerance_mm:
            yield Problem(
                "too-narrow",
                tr(
                    "{name} is {width} mm wide; at least {least} mm are wanted.",
                    name=banner.name,
                    width=number(width, 1),
                    least=number(least),
                ),
                element=operation.source,
                box=operation.bounds,
                measured=round(width, 2),
                limit=least,
                unit="mm",
            )
        if width < share * page - options.tolerance_mm:
            yield Problem(
                "too-small-share",
                tr(
                    "{name} takes {part} % of the page's width; at least {share} % ({least} mm) are wanted.",
                    name=banner.name,
                    part=number(width / page * 100),
                    share=number(share * 100, 1),
                    least=number(share * page, 1),
                ),
                element=operation.source,
                box=operation.bounds,
                measured=round(width / page * 100, 1),
                limit=share * 100,
                unit="%",
            )
