"""Rule campaign.seal: the campaign is as its issuer sealed it."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover


@rule(
    id="campaign.seal",
    title=mark("The campaign's seal is whole"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The seal holds a hash of every file of the campaign and the issuer's signature over them. "
        "If it does not agree, art, slogans or rules differ from what the issuer sent; a damaged download does this too. "
        "Without a signature, or with one of somebody unknown, nobody can tell who made the campaign."
    ),
    remedy=mark("Get the campaign again from its issuer."),
    source=mark("House policy: sealed campaigns"),
    certainty="policy",
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Report the seal's state: invalid is an error, an unknown issuer a warning, no signature a note.

    That a sample is unsigned is expected. What each state means stands in `coverkit.campaigns.seal`.
    """
    campaign = cover.campaign
    if campaign is None:
        return
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
