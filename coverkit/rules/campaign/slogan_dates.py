"""Rule campaign.slogan-dates: each slogan fits the issue date: its own validity, and before, during or after the event."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark
from coverkit.layout.cover import Cover
from coverkit.model.edits import Edit
from coverkit.records import replace
from coverkit.rules.subject.branding import slogans
from coverkit.rules.subject.mending import chosen_slogan
from coverkit.rules.subject.wordings import untimely


def _fitting(cover: Cover, problem: Problem, options: NoOptions) -> Edit | None:
    """Choose the first slogan that fits the date and does not stand on the cover yet."""
    said, campaign = {one.placed.id: one for one in slogans(cover)}, cover.campaign
    meant = said.get(problem.element)
    if campaign is None or meant is None or meant.placed.kind != "slogan":
        return None
    shown = {one.match.slogan.id for one in said.values() if one.match.slogan is not None}
    fresh = next((one for one in campaign.slogans_for(cover.document.issue.date) if one.id not in shown), None)
    return None if fresh is None else chosen_slogan(cover, meant.placed, fresh.id)


@rule(
    id="campaign.slogan-dates",
    title=mark("Every slogan fits the date of the issue"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "A campaign often runs on when its event is over: an issue of November still welcomes the congress of October. "
        "Slogans may have their own days, so that readers are not welcomed to what has passed."
    ),
    remedy=mark("Choose a slogan that is valid on the issue date."),
    source=mark("The slogan's own dates in the campaign; house policy"),
    certainty="policy",
    fix=_fitting,
    fixes=frozenset({"not-valid", "wrong-phase"}),
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Compare the issue date with each slogan's validity and phase."""
    if cover.campaign is None:
        return
    for said in slogans(cover):
        for problem in untimely(said.match, cover.campaign, cover.document.issue.date):
            yield replace(problem, element=said.placed.id, box=said.placed.used)
