"""Rule campaign.sample: a cover with sample material says so. It forbids nothing."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.branding import official_banners, slogans


@rule(
    id="campaign.sample",
    title=mark("Banner and slogans are official, no samples"),
    subject=Cover,
    severity=Severity.NOTE,
    why=mark(
        "Where the official art or list of slogans was never published, CoverKit ships samples to work with. "
        "A printed cover should carry what the issuer sent out."
    ),
    remedy=mark("Ask the issuer for the official campaign package and choose it for this cover."),
    source=mark("The standing that the campaign states"),
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Say which art and which slogans on the page are samples."""
    campaign = cover.campaign
    if campaign is None:
        return
    if campaign.standing == "sample":
        for banner in official_banners(cover):
            yield Problem(
                "sample-art",
                tr(
                    "{name} is sample art, not the official art of {dispatch}.",
                    name=banner.name,
                    dispatch=campaign.dispatch.number,
                ),
                element=banner.operation.source,
                box=banner.operation.bounds,
            )
    for said in slogans(cover):
        if said.match.slogan is not None and said.match.slogan.standing == "sample":
            yield Problem(
                "sample-slogan",
                tr("“{text}” is a sample: {source}.", text=said.match.slogan.text, source=said.match.slogan.source),
                element=said.placed.id,
                box=said.placed.used,
            )
