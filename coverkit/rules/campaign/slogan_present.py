"""Rule campaign.slogan-present: as many slogans stand on the cover as the campaign orders."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.branding import binds, required, slogans


@rule(
    id="campaign.slogan-present",
    title=mark("A slogan of the campaign stands on the cover"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The dispatch orders a banner and a slogan on the front cover of every issue in its period. "
        "“At least one” is how CoverKit reads it where the dispatch gives no number."
    ),
    remedy=mark("Choose a slogan from the campaign's list."),
    source=mark("The campaign's dispatch; for the first campaign Công văn 1011/STTTT-TTBCXB (02/10/2020)"),
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Count slogan elements that show something, and other texts that are slogans of the campaign."""
    campaign = cover.campaign
    if campaign is None or not binds(cover):
        return
    wanted, found = required(campaign, "slogan"), len(slogans(cover))
    if found < wanted:
        yield Problem(
            "missing",
            tr(
                "Slogans that {dispatch} orders on the cover of this issue ({date}): {wanted}; there: {found}.",
                dispatch=campaign.dispatch.number,
                wanted=wanted,
                date=f"{cover.document.issue.date:%d/%m/%Y}",
                found=found,
            ),
            measured=float(found),
            limit=float(wanted),
        )
