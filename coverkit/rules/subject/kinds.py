"""Kinds of publications that a campaign is meant for. No verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.campaigns.campaign import Campaign
from coverkit.checks.finding import Problem
from coverkit.i18n import mark, tr

NAMES = {"ban-tin": mark("bản tin"), "tai-lieu": mark("tài liệu không kinh doanh")}


def not_meant(campaign: Campaign, kind: str) -> Iterator[Problem]:
    """Yield a problem where a campaign is not meant for a kind of publication."""
    if kind in campaign.kinds:
        return
    meant = ", ".join(tr(NAMES[one]) for one in campaign.kinds)
    yield Problem(
        "not-meant",
        tr(
            "This is a {kind}; {dispatch} is for: {kinds}.",
            kind=tr(NAMES[kind]),
            dispatch=campaign.dispatch.number,
            kinds=meant,
        ),
        measured=tr(NAMES[kind]),
        limit=meant,
    )
