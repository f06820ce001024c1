"""Rule campaign.banner-clear-space: nothing that is read crowds the banner. Grounds below it are no neighbours."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.branding import official_banners
from coverkit.rules.subject.ink import gap, live


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        least_mm: clear space in mm; negative takes the campaign's own.
    """

    least_mm: float = -1.0


@rule(
    id="campaign.banner-clear-space",
    title=mark("The banner has clear space around it"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "Text that stands close to the banner reads as if it belonged to it. "
        "The campaign says how many millimetres stay free; coloured grounds and pictures below the banner do not count."
    ),
    remedy=mark("Move the text away from the banner, make it shorter, or make the banner a little smaller."),
    source=mark("The campaign's placement rules"),
    options=Options,
    certainty="policy",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Measure from the ink of every text and other banner to the banner; overlaps are other rules' matter."""
    if cover.campaign is None:
        return
    least = options.least_mm if options.least_mm >= 0 else cover.campaign.banner.clear_space
    for banner in official_banners(cover):
        around = banner.operation.bounds
        for one in live(cover):
            if one.placed.id == banner.operation.source:
                continue
            nearest = min(one.parts, key=lambda part: gap(part, around))
            distance = gap(nearest, around)
            if nearest.intersection(around) is None and distance < least - 0.01:
                yield Problem(
                    "too-near",
                    tr(
                        "{name} is {distance} mm from {banner}; {least} mm stay clear around it.",
                        name=one.placed.name,
                        distance=number(distance),
                        banner=banner.name,
                        least=number(least),
                    ),
                    element=one.placed.id,
                    box=nearest,
                    measured=round(distance, 2),
                    limit=least,
                    unit="mm",
                )
