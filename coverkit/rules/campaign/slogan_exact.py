"""Rule campaign.slogan-exact: slogans stand as the campaign words them. Replaced wordings are another rule's matter."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.campaigns.campaign import Campaign
from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.model.edits import Edit
from coverkit.records import replace
from coverkit.rules.subject.branding import Said, likeness, slogans
from coverkit.rules.subject.ink import shown_text
from coverkit.rules.subject.mending import chosen_slogan
from coverkit.rules.subject.wordings import differently_written, in_capitals

_MEANT = 0.9
"""So much alike, a slogan is the one that was meant."""


def _nearest(cover: Cover, problem: Problem, options: NoOptions) -> Edit | None:
    """Choose the slogan that was meant, where no other is as near. A text of a person's own may differ on purpose."""
    said = next((one for one in slogans(cover) if one.placed.id == problem.element), None)
    if said is None or said.placed.kind != "slogan" or said.match.slogan is None or cover.campaign is None:
        return None
    meant, text = said.match.slogan, said.placed.plain_text
    likest = likeness(text, meant.text)
    if likest < _MEANT or any(likeness(text, one.text) >= likest for one in cover.campaign.slogans if one is not meant):
        return None
    return chosen_slogan(cover, said.placed, meant.id)


@rule(
    id="campaign.slogan-exact",
    title=mark("Every slogan stands exactly as the campaign words it"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "One wrong letter changes what a slogan says, and such mistakes have been published officially. "
        "Spaces, dashes, the final “!” and the place of a tone mark (khóa, khoá) differ between official copies too, "
        "so those are only noted."
    ),
    remedy=mark("Choose the slogan from the campaign's list instead of typing it."),
    source=mark("The campaign's list of slogans"),
    fix=_nearest,
    fixes=frozenset({"wrong-words"}),
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Compare word by word; show where it differs."""
    campaign = cover.campaign
    if campaign is None:
        return
    for said in slogans(cover):
        yield from _words(said, campaign)
        yield from _case(said, campaign)


def _words(said: Said, campaign: Campaign) -> Iterator[Problem]:
    one, match = said.placed, said.match
    for problem in differently_written(one.name, one.plain_text, match):
        yield replace(problem, element=one.id, box=one.used)
    if match.kind == "unknown":
        nearest = max(campaign.slogans, key=lambda slogan: likeness(one.plain_text, slogan.text), default=None)
        yield Problem(
            "unknown",
            tr(
                "{name} says “{text}”, which is no slogan of the campaign. The nearest one is “{nearest}”.",
                name=one.name,
                text=one.plain_text,
                nearest=nearest.text if nearest is not None else "–",
            ),
            element=one.id,
            box=one.used,
            measured=one.plain_text,
            limit=nearest.text if nearest is not None else "",
        )


def _case(said: Said, campaign: Campaign) -> Iterator[Problem]:
    one = said.placed
    for problem in in_capitals(one.name, shown_text(one), said.match, campaign):
        yield replace(problem, element=one.id, box=one.used)
