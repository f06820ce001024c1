"""What a campaign orders, as lines to be ticked off: each is a rule, with the campaign's own numbers. Knows nothing of Qt."""

from __future__ import annotations

import datetime as dt

from coverkit.app.rulebook import rules
from coverkit.campaigns.campaign import Campaign, Zone
from coverkit.gui.panels.editors.choice import days
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass

_AREA = "campaign."
_FIRST = (
    "campaign.banner-present",
    "campaign.slogan-present",
    "campaign.issue-date",
    "campaign.kind",
    "campaign.banner-zone",
    "campaign.banner-size",
    "campaign.banner-aspect",
    "campaign.banner-clear-space",
    "campaign.banner-uncovered",
    "campaign.slogan-current",
    "campaign.slogan-exact",
    "campaign.slogan-legible",
)
"""In the order of a dispatch; other rules of the area follow."""
_ZONES: dict[Zone, str] = {
    "top": mark("at the top"),
    "bottom": mark("at the foot"),
    "left": mark("on the left"),
    "right": mark("on the right"),
    "anywhere": mark("anywhere on the cover"),
}


@dataclass(frozen=True, slots=True)
class Order:
    """One thing that is wanted: the rule that judges it, its good state in words, the campaign's own numbers."""

    rule: str
    title: str
    detail: str


def orders_of(cover: Cover, campaign: Campaign) -> tuple[Order, ...]:
    """Return everything that a campaign wants of a cover."""
    titles = {one.id: tr(one.title) for one in rules() if one.id.startswith(_AREA)}
    names = [*(one for one in _FIRST if one in titles), *(one for one in titles if one not in _FIRST)]
    return tuple(Order(name, titles[name], _detail(name, cover, campaign)) for name in names)


def slogan_lines(campaign: Campaign, day: dt.date) -> list[tuple[str, str]]:
    """Return the slogans that may be used on a day, each with its days and standing."""
    lines = []
    for one in campaign.slogans_for(day):
        sample = tr("sample text") if one.standing == "sample" else ""
        lines.append((one.text, " · ".join(part for part in (days(one.valid), sample) if part)))
    return lines


def _detail(rule: str, cover: Cover, campaign: Campaign) -> str:
    match rule:
        case "campaign.issue-date":
            return days(campaign.issues)
        case "campaign.banner-zone":
            return ", ".join(tr(_ZONES[zone]) for zone in campaign.banner.zones)
        case "campaign.banner-size":
            return _least_size(cover, campaign)
        case "campaign.banner-clear-space":
            return tr("at least {space} mm", space=number(campaign.banner.clear_space, 1))
        case "campaign.slogan-legible":
            return tr("at least {size} pt", size=number(campaign.slogan_rules.least_size, 1))
        case _:
            return ""


def _least_size(cover: Cover, campaign: Campaign) -> str:
    art = next((one.art for one in cover.of_kind("banner") if one.art is not None), None)
    if art is None:
        return ""
    share = campaign.banner.least_share.get(art.name, 0.0) * cover.scene.width
    least = max(campaign.banner.least_width.get(art.name, 0.0), share)
    return tr("at least {width} mm wide on this page", width=number(least, 1)) if least else ""
