"""Rule campaign.slogan-dates: each slogan fits the issue date: its own validity, and before, during or after the event."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.campaigns.campaign import Campaign, Period, Slogan
from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.model.edits import Edit
from coverkit.rules.subject.branding import Said, slogans
from coverkit.rules.subject.mending import chosen_slogan

_PHASES = {
    "before": mark("before the event"),
    "during": mark("during the event"),
    "after": mark("after the event"),
}


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
        if said.match.slogan is not None and said.match.kind != "replaced":
            yield from _judge(cover, cover.campaign, said, said.match.slogan)


def _judge(cover: Cover, campaign: Campaign, said: Said, slogan: Slogan) -> Iterator[Problem]:
    day, one = cover.document.issue.date, said.placed
    phase = campaign.phase(day)
    if not slogan.valid.holds(day):
        yield Problem(
            "not-valid",
            tr(
                "“{text}” is valid {period}; the issue is dated {date}.",
                text=slogan.text,
                period=_words(slogan.valid),
                date=f"{day:%d/%m/%Y}",
            ),
            element=one.id,
            box=one.used,
            measured=day.isoformat(),
            limit=_words(slogan.valid),
        )
    elif phase != "any" and slogan.phase not in ("any", phase):
        meant, is_now = tr(_PHASES[slogan.phase]), tr(_PHASES[phase])
        yield Problem(
            "wrong-phase",
            tr(
                "“{text}” is meant for issues {meant}; {date} is {phase}.",
                text=slogan.text,
                meant=meant,
                date=f"{day:%d/%m/%Y}",
                phase=is_now,
            ),
            element=one.id,
            box=one.used,
            measured=is_now,
            limit=meant,
        )


def _words(period: Period) -> str:
    if period.first is None and period.last is None:
        return tr("at any time")
    if period.last is None:
        return tr("from {first}", first=f"{period.first:%d/%m/%Y}")
    if period.first is None:
        return tr("until {last}", last=f"{period.last:%d/%m/%Y}")
    return tr("from {first} to {last}", first=f"{period.first:%d/%m/%Y}", last=f"{period.last:%d/%m/%Y}")
