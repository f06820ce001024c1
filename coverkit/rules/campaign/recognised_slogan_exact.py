"""Rule campaign.recognised-slogan-exact: slogans in a finished file stand as the campaign words them."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.sight import SightSubject, SloganSighting
from coverkit.i18n import mark, tr
from coverkit.records import replace
from coverkit.rules.subject.sighted import said, said_name, unread
from coverkit.rules.subject.wordings import differently_written, in_capitals


@rule(
    id="campaign.recognised-slogan-exact",
    title=mark("Every slogan that was found stands exactly as the campaign words it"),
    subject=SightSubject,
    severity=Severity.ERROR,
    why=mark(
        "One wrong letter changes what a slogan says, and such mistakes have been published officially. "
        "What was read off a picture may be misread, so a difference there is a warning to look at."
    ),
    remedy=mark("Correct the slogan by the campaign's list."),
    source=mark("The campaign's list of slogans"),
)
def check(subject: SightSubject, options: NoOptions) -> Iterator[Outcome]:
    """Compare word by word; show where it differs."""
    yield from unread(subject)
    for one in subject.slogans:
        for problem in differently_written(said_name(one), one.text, one.match):
            yield said(one, _doubted(one, problem))
        for problem in in_capitals(said_name(one), one.text, one.match, subject.campaign):
            yield said(one, replace(problem, remedy=tr("Set the slogan as it is written in the campaign's list.")))


def _doubted(one: SloganSighting, problem: Problem) -> Problem:
    if not one.recognised or problem.severity is not None:
        return problem
    return replace(problem, severity=Severity.WARNING, remedy=tr("Compare it with the campaign's list by eye."))
