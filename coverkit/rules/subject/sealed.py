"""What a campaign's seal says, judged alike whatever carries the campaign."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.campaigns.campaign import Campaign
from coverkit.checks.finding import Problem, Severity
from coverkit.i18n import tr


def seal_problems(campaign: Campaign) -> Iterator[Problem]:
    """Report the seal's state: invalid is an error, an unknown issuer a warning, no signature a note.

    That a sample is unsigned is expected. What each state means stands in `coverkit.campaigns.seal`.
    """
    match campaign.seal:
        case "invalid":
            yield Problem(
                "invalid",
                tr(
                    "The campaign “{title}” does not agree with its seal. {note}", title=campaign.title, note=campaign.seal_note
                ).rstrip(),
                measured=campaign.seal,
            )
        case "unknown-issuer":
            yield Problem(
                "unknown-issuer",
                tr(
                    "The campaign “{title}” is not signed by an issuer that this computer trusts. {note}",
                    title=campaign.title,
                    note=campaign.seal_note,
                ).rstrip(),
                measured=campaign.seal,
                severity=Severity.WARNING,
                remedy=tr("Ask {issuer} whether the campaign is theirs.", issuer=campaign.dispatch.issuer),
            )
        case "unsigned" if campaign.standing == "official":
            yield Problem(
                "unsigned",
                tr("The campaign “{title}” carries no signature of its issuer.", title=campaign.title),
                measured=campaign.seal,
                severity=Severity.NOTE,
                remedy=tr("Compare banner and slogans with the dispatch, or ask for a signed package."),
            )
        case "unsigned" | "valid":
            return
