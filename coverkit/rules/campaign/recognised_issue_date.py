"""Rule campaign.recognised-issue-date: the issue date of a finished file is known and lies in the campaign's period."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.sight import SightSubject
from coverkit.i18n import mark, tr
from coverkit.rules.subject.periods import outside_period
from coverkit.rules.subject.sighted import banners


@rule(
    id="campaign.recognised-issue-date",
    title=mark("The issue date of the file is known and lies in the campaign's period"),
    subject=SightSubject,
    severity=Severity.WARNING,
    why=mark(
        "The dispatch names the issues that carry its banner and slogans by their date of publication. "
        "A PDF or a picture does not tell its issue date; without it, the campaign is judged as if it were in force."
    ),
    remedy=mark("Give the issue date with --issue-date; where it lies outside the period, take the campaign off the cover."),
    source=mark("The campaign's period; for the first campaign Công văn 1011/STTTT-TTBCXB (02/10/2020)"),
    certainty="medium",
)
def check(subject: SightSubject, options: NoOptions) -> Iterator[Outcome]:
    """Note a missing date; compare one that is known, where the campaign's branding was found."""
    if subject.day is None:
        yield Problem(
            "no-date",
            tr("The issue date is not known, so the campaign was judged as if it were in force."),
            severity=Severity.NOTE,
        )
    elif banners(subject) or subject.slogans:
        yield from outside_period(subject.campaign, subject.day)
