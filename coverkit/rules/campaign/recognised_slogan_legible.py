"""Rule campaign.recognised-slogan-legible: slogans in a finished file are set at least as large as the campaign asks."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.sight import SightSubject
from coverkit.i18n import mark, tr
from coverkit.records import dataclass
from coverkit.rules.subject.sighted import said, said_name, unread
from coverkit.rules.subject.wordings import too_fine


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        least_pt: least size in points that a campaign cannot go below.
        tolerance_pt: so much less is still enough (programs round sizes).
    """

    least_pt: float = 6.0
    tolerance_pt: float = 0.05


@rule(
    id="campaign.recognised-slogan-legible",
    title=mark("Slogans that were found are large enough to read"),
    subject=SightSubject,
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
def check(subject: SightSubject, options: Options) -> Iterator[Outcome]:
    """Compare the size of the type with the least one; of what was read off pixels it is not known."""
    yield from unread(subject)
    least = max(options.least_pt, subject.campaign.slogan_rules.least_size)
    for one in subject.slogans:
        if one.size <= 0:
            yield NotChecked(tr("The size of type is not known of text that was read off pixels."))
            continue
        for problem in too_fine(said_name(one), one.size + options.tolerance_pt, least):
            yield said(one, problem)
