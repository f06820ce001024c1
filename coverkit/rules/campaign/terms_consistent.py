"""Rule campaign.terms-consistent: the congress's ordinal and its term are the same wherever the cover names them."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.campaigns.campaign import Campaign
from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover, Placed
from coverkit.rules.subject.words import OTHER, Congress, congresses_in, terms_in

_ALONE = 5
"""A text of so few words that holds a term says nothing of whose it is: "Nhiệm kỳ 2020 – 2025"."""


@rule(
    id="campaign.terms-consistent",
    title=mark("The ordinal and the term of the congress are the same everywhere"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "VIII for XIII or 2015 for 2020 is quickly typed; a panel has been printed with VIII for XIII. "
        "Every mention of the congress on the cover is compared with the campaign's title."
    ),
    remedy=mark("Correct the number."),
    source=mark("The campaign's title; house policy"),
    certainty="medium",
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Compare mentions of a congress of the same scope; others (toàn quốc, huyện …) are not the campaign's."""
    campaign = cover.campaign
    for one in cover.texts():
        mentions = congresses_in(one.plain_text)
        yield from _numerals(one, mentions)
        if campaign is not None:
            yield from _ordinals(one, mentions, campaign)
            yield from _terms(one, mentions, campaign)


def _numerals(one: Placed, mentions: tuple[Congress, ...]) -> Iterator[Problem]:
    for mention in mentions:
        if mention.number is None and mention.written.isascii() and mention.written.isupper():
            yield Problem(
                "no-numeral",
                tr("{name}: “lần thứ {written}” holds no Roman numeral.", name=one.name, written=mention.written),
                element=one.id,
                box=one.used,
                measured=mention.written,
            )


def _ordinals(one: Placed, mentions: tuple[Congress, ...], campaign: Campaign) -> Iterator[Problem]:
    official = _official(campaign)
    for mention in mentions:
        if official is None or mention.number in (None, official.number) or mention.scope not in ("", official.scope):
            continue
        yield Problem(
            "ordinal",
            tr(
                "{name} says “lần thứ {written}”; the campaign is “{title}”.",
                name=one.name,
                written=mention.written,
                title=campaign.title_vi,
            ),
            element=one.id,
            box=one.used,
            measured=mention.written,
            limit=official.written,
            severity=None if mention.scope else Severity.WARNING,
        )


def _terms(one: Placed, mentions: tuple[Congress, ...], campaign: Campaign) -> Iterator[Problem]:
    official, wanted = _official(campaign), terms_in(campaign.title_vi)
    ours = official is not None and any(mention.scope in ("", official.scope) for mention in mentions)
    alone = not mentions and len(one.plain_text.split()) <= _ALONE
    if not wanted or not (ours or alone):
        return
    for first, last in terms_in(one.plain_text):
        if (first, last) != wanted[0]:
            yield Problem(
                "term",
                tr(
                    "{name} says “nhiệm kỳ {first} – {last}”; the campaign is “{title}”.",
                    name=one.name,
                    first=first,
                    last=last,
                    title=campaign.title_vi,
                ),
                element=one.id,
                box=one.used,
                measured=f"{first}-{last}",
                limit=f"{wanted[0][0]}-{wanted[0][1]}",
                severity=None if ours else Severity.WARNING,
            )


def _official(campaign: Campaign) -> Congress | None:
    found = congresses_in(campaign.title_vi)
    return found[0] if found and found[0].scope != OTHER else None
