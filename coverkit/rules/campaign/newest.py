"""Rule campaign.newest: a cover says when a newer version of its campaign is at hand. It keeps the one it was made with."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover


@rule(
    id="campaign.newest",
    title=mark("The campaign is the newest version at hand"),
    subject=Cover,
    severity=Severity.NOTE,
    why=mark(
        "Issuers correct slogans and art while a campaign runs, and send a new version. "
        "A cover keeps the version that it was made with, so that nothing changes unseen."
    ),
    remedy=mark("Choose the campaign again to take its newest version: coverkit edit FILE --campaign ID."),
    source=mark("House policy: sealed campaigns"),
    certainty="policy",
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Compare the cover's version with the newest that this computer has; where none is known there is nothing to say."""
    campaign, newest = cover.campaign, cover.newest_campaign_version
    if campaign is not None and newest is not None and newest > campaign.version:
        yield Problem(
            "newer-there",
            tr(
                "The cover has version {has} of the campaign “{title}”; version {newest} is at hand.",
                has=campaign.version,
                title=campaign.title,
                newest=newest,
            ),
            measured=float(campaign.version),
            limit=float(newest),
        )
