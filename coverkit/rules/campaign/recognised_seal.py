"""Rule campaign.recognised-seal: the campaign that a finished file was searched for is as its issuer sealed it."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.sight import SightSubject
from coverkit.i18n import mark
from coverkit.rules.subject.sealed import seal_problems


@rule(
    id="campaign.recognised-seal",
    title=mark("The seal of the campaign that was searched for is whole"),
    subject=SightSubject,
    severity=Severity.ERROR,
    why=mark(
        "The seal holds a hash of every file of the campaign and the issuer's signature over them. "
        "If it does not agree, the file was compared with other art and slogans than the issuer sent."
    ),
    remedy=mark("Get the campaign again from its issuer."),
    source=mark("House policy: sealed campaigns"),
    certainty="policy",
)
def check(subject: SightSubject, options: NoOptions) -> Iterator[Outcome]:
    """Report the seal's state."""
    yield from seal_problems(subject.campaign)
