"""Rule campaign.kind: the campaign is meant for this kind of publication."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark
from coverkit.layout.cover import Cover
from coverkit.rules.subject.branding import shows_branding
from coverkit.rules.subject.kinds import not_meant


@rule(
    id="campaign.kind",
    title=mark("The campaign is meant for this kind of publication"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "A dispatch names the publications it is for. On another kind nobody ordered the banner, "
        "and other laws may forbid more than the title on the cover."
    ),
    remedy=mark("Choose the right kind of publication, or take the campaign off this cover."),
    source=mark("The campaign's dispatch"),
    certainty="medium",
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Compare the issue's kind with the campaign's, where its branding is shown."""
    campaign, kind = cover.campaign, cover.document.issue.kind
    if campaign is not None and shows_branding(cover):
        yield from not_meant(campaign, kind)
