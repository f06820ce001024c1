"""Rule campaign.kind: the campaign is meant for this kind of publication."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.branding import shows_branding

_NAMES = {"ban-tin": mark("bản tin"), "tai-lieu": mark("tài liệu không kinh doanh")}


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
    if campaign is None or kind in campaign.kinds or not shows_branding(cover):
        return
    meant = ", ".join(tr(_NAMES[one]) for one in campaign.kinds)
    yield Problem(
        "not-meant",
        tr(
            "This is a {kind}; {dispatch} is for: {kinds}.",
            kind=tr(_NAMES[kind]),
            dispatch=campaign.dispatch.number,
            kinds=meant,
        ),
        measured=tr(_NAMES[kind]),
        limit=meant,
    )
