"""The locks of a design's slots under a campaign."""

from __future__ import annotations

from coverkit.campaigns.campaign import Campaign
from coverkit.elements.kinds import style_fields
from coverkit.i18n import tr
from coverkit.layout.design import Design, Slot
from coverkit.model.locks import Locks, Permissions


def permissions_for(design: Design, campaign: Campaign | None) -> Permissions:
    """Return which locks are open; every reason names the dispatch or the design."""
    return Permissions({slot.id: _locks(slot, design, campaign) for slot in design.slots}, style_fields())


def _locks(slot: Slot, design: Design, campaign: Campaign | None) -> Locks:
    official = slot.kind in ("banner", "slogan") and campaign is not None
    reason = (
        tr("Locked by {dispatch}.", dispatch=campaign.dispatch.number)
        if official and campaign is not None
        else tr("Locked by the design “{name}”.", name=design.name)
    )
    return Locks("place" in slot.open, "style" in slot.open, "content" in slot.open, reason, slot.name)
