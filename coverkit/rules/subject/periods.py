"""A campaign's period against an issue date, judged alike on a composed cover and on a finished file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from coverkit.campaigns.campaign import Campaign
from coverkit.checks.finding import Problem
from coverkit.i18n import tr


def outside_period(campaign: Campaign, day: dt.date) -> Iterator[Problem]:
    """Tell when an issue is dated outside the period that the campaign is for."""
    if campaign.issues.holds(day):
        return
    first, last = campaign.issues.first, campaign.issues.last
    yield Problem(
        "outside-period",
        tr(
            "The issue is dated {date}; {dispatch} is for issues from {first} to {last}.",
            date=f"{day:%d/%m/%Y}",
            dispatch=campaign.dispatch.number,
            first=f"{first:%d/%m/%Y}" if first else "…",
            last=f"{last:%d/%m/%Y}" if last else "…",
        ),
        measured=day.isoformat(),
        limit=f"{first or ''}/{last or ''}",
    )
