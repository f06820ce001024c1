"""Rule campaign.slogan-legible: slogans are set at least as large as the campaign asks."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark
from coverkit.layout.cover import Cover
from coverkit.records import dataclass, replace
from coverkit.rules.subject.branding import slogans
from coverkit.rules.subject.wordings import too_fine


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        least_pt: least size in points that a campaign cannot go below.
    """

    least_pt: float = 6.0


@rule(
    id="campaign.slogan-legible",
    title=mark("Slogans are large enough to read"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "A slogan that shrinks until it fits is no longer read. "
        "The campaign says how large it must be at least; below 6 points even sharp print is hard to read."
    ),
    remedy=mark("Give the slogan more room, or choose a shorter one from the list."),
    source=mark("The campaign's rules for slogans; house policy"),
    options=Options,
    certainty="policy",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare the size that fitting came to with the least one."""
    if cover.campaign is None:
        return
    least = max(options.least_pt, cover.campaign.slogan_rules.least_size)
    for said in slogans(cover):
        one = said.placed
        if one.text is not None:
            for problem in too_fine(one.name, one.text.size, least):
                yield replace(problem, element=one.id, box=one.used)
