"""Rule campaign.recognised-slogan-dates: each slogan in a finished file fits the issue date."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.sight import SightSubject
from coverkit.i18n import mark, tr
from coverkit.rules.subject.sighted import said, unread
from coverkit.rules.subject.wordings import untimely


@rule(
    id="campaign.recognised-slogan-dates",
    title=mark("Every slogan that was found fits the date of the issue"),
    subject=SightSubject,
    severity=Severity.WARNING,
    why=mark(
        "A campaign often runs on when its event is over: an issue of November still welcomes the congress of October. "
        "Slogans may have their own days, so that readers are not welcomed to what has passed."
    ),
    remedy=mark("Choose a slogan that is valid on the issue date."),
    source=mark("The slogan's own dates in the campaign; house policy"),
    certainty="policy",
)
def check(subject: SightSubject, options: NoOptions) -> Iterator[Outcome]:
    """Compare the issue date with each slogan's validity and phase, where the date is known."""
    yield from unread(subject)
    if subject.slogans and subject.day is None:
        yield NotChecked(tr("The issue date is not known; give it with --issue-date."))
    for one in subject.slogans:
        if subject.day is not None:
            for problem in untimely(one.match, subject.campaign, subject.day):
                yield said(one, problem)
