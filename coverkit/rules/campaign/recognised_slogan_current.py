"""Rule campaign.recognised-slogan-current: no slogan in a finished file was corrected since."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.sight import SightSubject
from coverkit.i18n import mark
from coverkit.rules.subject.sighted import said, said_name, unread
from coverkit.rules.subject.wordings import replaced


@rule(
    id="campaign.recognised-slogan-current",
    title=mark("No slogan that was found was replaced by a corrected one"),
    subject=SightSubject,
    severity=Severity.ERROR,
    why=mark(
        "Issuers correct their lists while a campaign runs: in 2016 one election slogan was changed two months after it was "
        "sent out. The old text stays in older files and is copied on."
    ),
    remedy=mark("Use the corrected slogan."),
    source=mark("The campaign's list of slogans; as in Công văn 137-CV/BTGTW (14/3/2016)"),
)
def check(subject: SightSubject, options: NoOptions) -> Iterator[Outcome]:
    """Report texts that the campaign says were replaced, and by which."""
    yield from unread(subject)
    for one in subject.slogans:
        for problem in replaced(said_name(one), one.text, one.match):
            yield said(one, problem)
