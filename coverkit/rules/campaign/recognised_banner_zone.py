"""Rule campaign.recognised-banner-zone: the banner found in a finished file stands where the campaign allows it."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.sight import SightSubject
from coverkit.i18n import mark
from coverkit.records import dataclass
from coverkit.rules.subject.placement import misplaced
from coverkit.rules.subject.sighted import name_of, seen_banners, unseen


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        share: how much of the page's height or width a zone takes; the banner's middle must lie in it.
    """

    share: float = 0.4


@rule(
    id="campaign.recognised-banner-zone",
    title=mark("The banner that was found stands in a zone that the campaign allows"),
    subject=SightSubject,
    severity=Severity.ERROR,
    why=mark(
        "Where a campaign says on which side of the cover its banner belongs, all issues of all units look alike and readers "
        "find it at once."
    ),
    remedy=mark("Move the banner into an allowed zone."),
    source=mark("The campaign's placement rules"),
    options=Options,
    certainty="policy",
)
def check(subject: SightSubject, options: Options) -> Iterator[Outcome]:
    """Look where the middle of each banner lies."""
    yield from unseen(subject)
    for one, page, here in seen_banners(subject):
        for problem in misplaced(name_of(one), one.box, page.trim, subject.campaign.banner.zones, options.share):
            yield here(problem)
