"""Rule campaign.seal: the campaign is as its issuer sealed it."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark
from coverkit.layout.cover import Cover
from coverkit.rules.subject.sealed import seal_problems


@rule(
    id="campaign.seal",
    title=mark("The campaign's seal is whole"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The seal holds a hash of every file of the campaign and the issuer's signature over them. "
        "If it does not agree, art, slogans or rules differ from what the issuer sent; a damaged download does this too. "
        "Without a signature, or with one of somebody unknown, nobody can tell who made the campaign."
    ),
    remedy=mark("Get the campaign again from its issuer."),
    source=mark("House policy: sealed campaigns"),
    certainty="policy",
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Report the seal's state, where the cover has a campaign."""
    if cover.campaign is not None:
        yield from seal_problems(cover.campaign)
