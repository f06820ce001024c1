"""The campaign on a cover: whether it binds this issue, which banners stand there, and which slogans."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from coverkit.campaigns.campaign import ArtEntry, Campaign
from coverkit.campaigns.slogans import SloganMatch, canonical, compare
from coverkit.layout.cover import Cover, Placed
from coverkit.records import dataclass
from coverkit.scene.operations import Art

NEAR = 0.92
"""A text that is so much like a slogan is taken for one that was mistyped."""


@dataclass(frozen=True, slots=True)
class Banner:
    """A piece of art on the page: where in the painting order, which art of the campaign, and its element's name."""

    index: int
    operation: Art
    entry: ArtEntry | None
    name: str


@dataclass(frozen=True, slots=True)
class Said:
    """A text that is a slogan, or is meant to be one, and what it is to the campaign."""

    placed: Placed
    match: SloganMatch


def binds(cover: Cover) -> bool:
    """Tell whether the campaign orders anything of this issue: its date and its kind are meant."""
    campaign = cover.campaign
    if campaign is None:
        return False
    return campaign.issues.holds(cover.document.issue.date) and cover.document.issue.kind in campaign.kinds


def required(campaign: Campaign, element: str) -> int:
    """Return how many banners or slogans the campaign orders."""
    return sum(one.count for one in campaign.required if one.element == element)


def banners(cover: Cover) -> tuple[Banner, ...]:
    """Return every piece of art on the page."""
    campaign = cover.campaign
    return tuple(
        Banner(index, operation, campaign.art_of(operation.sha256) if campaign else None, name_of(cover, operation.source))
        for index, operation in enumerate(cover.scene.operations)
        if isinstance(operation, Art)
    )


def official_banners(cover: Cover) -> tuple[Banner, ...]:
    """Return the pieces of art that are the campaign's."""
    return tuple(one for one in banners(cover) if one.entry is not None)


def slogans(cover: Cover) -> tuple[Said, ...]:
    """Return the slogans on the page: slogan elements, and other texts that are, or nearly are, one of the campaign's."""
    campaign = cover.campaign
    return () if campaign is None else tuple(_said(cover, campaign))


def shows_branding(cover: Cover) -> bool:
    """Tell whether the campaign's banner or one of its slogans stands on the page."""
    return bool(official_banners(cover)) or any(one.match.kind != "unknown" for one in slogans(cover))


def name_of(cover: Cover, element: str) -> str:
    """Return what people call an element."""
    return next((one.name for one in cover.placed if one.id == element), element)


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are in the form slogans are compared in, 0 to 1."""
    return difflib.SequenceMatcher(None, canonical(one), canonical(other), autojunk=False).ratio()


def _said(cover: Cover, campaign: Campaign) -> Iterator[Said]:
    for one in cover.texts():
        if one.kind == "slogan" or _may_be_slogan(one.plain_text, campaign):
            yield Said(one, compare(one.plain_text, campaign, cover.document.issue.date))


def _may_be_slogan(text: str, campaign: Campaign) -> bool:
    """Tell whether a free text is worth comparing; cheap, because most texts are not."""
    form = canonical(text)
    known = [canonical(wanted) for slogan in campaign.slogans for wanted in (slogan.text, *slogan.replaces)]
    return form in known or any(_alike(form, wanted) for wanted in known)


def _alike(form: str, wanted: str) -> bool:
    if not 0.8 < len(form) / max(1, len(wanted)) < 1.25:
        return False
    matcher = difflib.SequenceMatcher(None, form, wanted, autojunk=False)
    return matcher.quick_ratio() >= NEAR and matcher.ratio() >= NEAR
