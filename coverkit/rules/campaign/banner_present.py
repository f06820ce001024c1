"""Rule campaign.banner-present: the campaign's official banner stands on the cover. Knows art by its hash only."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.branding import banners, binds, required


@rule(
    id="campaign.banner-present",
    title=mark("The campaign's official banner stands on the cover"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The dispatch orders the banner on the front cover of every issue in its period. "
        "Only the art that came with the campaign counts: a redrawn or changed copy may carry a mistake."
    ),
    remedy=mark("Show the banner's place in the design again, or add a banner element."),
    source=mark("The campaign's dispatch; for the first campaign Công văn 1011/STTTT-TTBCXB (02/10/2020)"),
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Count the banners inside the page whose SHA-256 the campaign knows."""
    campaign = cover.campaign
    if campaign is None:
        return
    shown = [one for one in banners(cover) if one.operation.bounds.intersection(cover.scene.trim) is not None]
    wanted = required(campaign, "banner") if binds(cover) else 0
    official = sum(one.entry is not None for one in shown)
    if official < wanted:
        yield Problem(
            "missing",
            tr(
                "Banners that {dispatch} orders on the cover of this issue ({date}): {wanted}; there: {official}.",
                dispatch=campaign.dispatch.number,
                wanted=wanted,
                date=f"{cover.document.issue.date:%d/%m/%Y}",
                official=official,
            ),
            measured=float(official),
            limit=float(wanted),
        )
    for one in shown:
        if one.entry is None:
            yield Problem(
                "unknown-art",
                tr("{name} shows art that is not the campaign's: its hash is unknown.", name=one.name),
                element=one.operation.source,
                box=one.operation.bounds,
                measured=one.operation.sha256[:12],
                remedy=tr("Choose one of the campaign's own pieces of art."),
            )
