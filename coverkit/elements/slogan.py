"""An official slogan of the campaign, chosen by id; a text that is none of them stays as written and is judged by the rules."""

from __future__ import annotations

from dataclasses import field

from coverkit.campaigns.campaign import Campaign
from coverkit.campaigns.slogans import canonical
from coverkit.elements.context import Composed, Context
from coverkit.elements.kinds import element
from coverkit.elements.text import compose_text
from coverkit.model.values import Cmyk
from coverkit.records import dataclass


@element("slogan")
@dataclass(frozen=True, slots=True)
class SloganText:
    """A slogan in a style of the design.

    Attributes:
        slogan: an id of the campaign's slogans, or a text; empty takes the one that fits the issue date.
    """

    slogan: str = ""
    style: str = field(default="slogan", metadata={"lock": "style"})
    colour: str | Cmyk = field(default="", metadata={"lock": "style"})

    def compose(self, context: Context) -> Composed:
        """Fit the slogan's exact text into the box."""
        text = slogan_text(self.slogan or context.slogan_default, context.campaign)
        return compose_text(text, self.style, self.colour, context)


def slogan_text(value: str, campaign: Campaign | None) -> str:
    """Return the text of a slogan given by id, or the value itself."""
    known = campaign.slogan(value) if campaign is not None else None
    return known.text if known is not None else value


def slogan_value(text: str, campaign: Campaign | None) -> str:
    """Return the id of the slogan that a typed text is, or the text itself when it is none."""
    if campaign is None or campaign.slogan(text) is not None:
        return text
    form = canonical(text)
    return next((slogan.id for slogan in campaign.slogans if canonical(slogan.text) == form), text)
