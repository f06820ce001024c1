"""Rule campaign.issue-date: the campaign's branding stands only on issues of its period."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark
from coverkit.layout.cover import Cover
from coverkit.rules.subject.branding import shows_branding
from coverkit.rules.subject.periods import outside_period


@rule(
    id="campaign.issue-date",
    title=mark("The issue date lies in the campaign's period"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "The dispatch names the issues that carry its banner and slogans by their date of publication. "
        "Outside these dates the cover announces something that is not yet, or no longer, on."
    ),
    remedy=mark("Correct the issue date, or take the campaign off this cover."),
    source=mark("The campaign's period; for the first campaign Công văn 1011/STTTT-TTBCXB (02/10/2020)"),
    certainty="medium",
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Compare the date of publication, not today's."""
    campaign, day = cover.campaign, cover.document.issue.date
    if campaign is not None and not campaign.issues.holds(day) and shows_branding(cover):
        yield from outside_period(campaign, day)
