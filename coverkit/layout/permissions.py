"""The locks of a design's slots under a campaign, and the bounds of what is open."""

from __future__ import annotations

from coverkit.campaigns.campaign import Campaign
from coverkit.elements.kinds import style_fields
from coverkit.geometry import Rect
from coverkit.i18n import tr
from coverkit.layout.design import Design, Slot
from coverkit.layout.place import Placer
from coverkit.model.locks import Locks, Permissions, PlaceBounds
from coverkit.records import dataclass


@dataclass(frozen=True, slots=True)
class PageBoxes:
    """Boxes of a page, in mm from the trim's top left: the trim, the safe area in it, the bleed box around it."""

    trim: Rect
    safe: Rect
    bleed: Rect


def permissions_for(design: Design, campaign: Campaign | None, placer: Placer, page: PageBoxes) -> Permissions:
    """Return which locks are open and within what; every reason names the dispatch or the design.

    Args:
        design: the design.
        campaign: the campaign, if there is one.
        placer: knows where the design has its slots on this page.
        page: the page.
    """
    slots = {slot.id: _locks(slot, design, campaign, placer, page) for slot in design.slots}
    return Permissions(slots, style_fields())


def _locks(slot: Slot, design: Design, campaign: Campaign | None, placer: Placer, page: PageBoxes) -> Locks:
    bounds = _of_open(slot, placer, page) if "place" in slot.open else None
    if campaign is None or slot.kind not in ("banner", "slogan"):
        reason = tr("Locked by the design “{name}”.", name=design.name)
    else:
        reason = tr("Locked by {dispatch}.", dispatch=campaign.dispatch.number)
        bounds = _of_banner(slot, campaign, placer, page) if slot.kind == "banner" else bounds
    return Locks(bounds is not None, "style" in slot.open, "content" in slot.open, reason, slot.name, bounds)


def _of_open(slot: Slot, placer: Placer, page: PageBoxes) -> PlaceBounds:
    room = placer.room(slot.id) or (page.bleed if slot.kind in ("picture", "panel") else page.safe)
    return PlaceBounds(room, min(15.0, room.width), min(4.0, room.height))


def _of_banner(slot: Slot, campaign: Campaign, placer: Placer, page: PageBoxes) -> PlaceBounds | None:
    """Official art stays inside its place in the design and is never smaller than the campaign allows."""
    entry = placer.art_of(slot.id)
    if entry is None:
        return None
    room, rules = placer.designed_box(slot.id), campaign.banner
    wanted = max(rules.least_width.get(entry.name, 0.0), rules.least_share.get(entry.name, 0.0) * page.trim.width)
    least = min(room.width, wanted)
    return PlaceBounds(room, least, least / entry.aspect, entry.aspect, turns=False, hides=False)
