"""The campaign's sealed banner art, unchanged."""

from __future__ import annotations

import math
from dataclasses import field

from coverkit.campaigns.campaign import ArtEntry, Campaign
from coverkit.elements.context import EMPTY, Composed, Context
from coverkit.elements.kinds import element
from coverkit.records import dataclass
from coverkit.scene.operations import Art


@element("banner")
@dataclass(frozen=True, slots=True)
class Banner:
    """A piece of the campaign's art.

    Attributes:
        art: the name of one; empty takes the one whose shape is nearest to `shape`.
        shape: the width over height that the design has room for.
        mirrored: never allowed by a campaign; kept so that the rules can say so.
    """

    art: str = ""
    shape: float = field(default=5.0, metadata={"lock": "style"})
    mirrored: bool = field(default=False, metadata={"lock": "style"})

    def compose(self, context: Context) -> Composed:
        """Place the art in the box."""
        entry = choose_art(context.campaign, self.art, self.shape)
        if entry is None:
            return EMPTY
        placed = Art(context.element, entry.sha256, context.box, context.angle, self.mirrored)
        return Composed((placed,), placed.bounds, art=entry)


def choose_art(campaign: Campaign | None, name: str, shape: float) -> ArtEntry | None:
    """Return the art of that name, else the one whose aspect is nearest to a shape; None without a campaign."""
    if campaign is None or not campaign.art:
        return None
    named = campaign.art_named(name)
    return named or min(campaign.art, key=lambda entry: abs(math.log(entry.aspect / shape)))
