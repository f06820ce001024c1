"""What the start page can offer: campaigns, designs, formats, printers, units. Loading it loads all that is heavy."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from coverkit.records import dataclass

if TYPE_CHECKING:
    from coverkit.campaigns.campaign import Campaign
    from coverkit.formats.pages import NamedFormat
    from coverkit.layout.design import Design


@dataclass(frozen=True, slots=True)
class Offered:
    """A campaign as the start page shows it.

    Attributes:
        name: `ID@VERSION`.
    """

    name: str
    campaign: Campaign

    def holds(self, day: dt.date, kind: str) -> bool:
        """Tell whether it binds an issue of that date and kind."""
        return self.campaign.issues.holds(day) and kind in self.campaign.kinds


@dataclass(frozen=True, slots=True)
class Shelf:
    """What is at hand; `problems` says which of the person's own things cannot be read."""

    campaigns: tuple[Offered, ...]
    designs: tuple[Design, ...]
    formats: tuple[NamedFormat, ...]
    problems: tuple[str, ...]

    def named(self, name: str) -> Offered | None:
        """Return a campaign by its `ID@VERSION`."""
        return next((one for one in self.campaigns if one.name == name), None)

    def sorted_for(self, day: dt.date, kind: str) -> tuple[tuple[Offered, ...], tuple[Offered, ...]]:
        """Return the campaigns that bind an issue of that date and kind, and the others, each with the latest first."""
        latest = sorted(self.campaigns, key=lambda one: one.campaign.issues.first or dt.date.min, reverse=True)
        return (
            tuple(one for one in latest if one.holds(day, kind)),
            tuple(one for one in latest if not one.holds(day, kind)),
        )


def load_shelf() -> Shelf:
    """Look at everything that is at hand. Called in the background: it imports what composes and paints, too."""
    import coverkit.app.thumbnails  # noqa: F401 - the next thing wanted
    from coverkit.errors import CoverKitError
    from coverkit.formats.pages import named_formats
    from coverkit.layout.design import design, design_ids, own_design_ids

    problems: list[str] = []
    designs = [design(one) for one in design_ids()]
    for name in own_design_ids():
        try:
            designs.append(design(name))
        except CoverKitError as error:
            problems.append(error.message)
    return Shelf(_campaigns(problems), tuple(designs), named_formats(), tuple(problems))


def _campaigns(problems: list[str]) -> tuple[Offered, ...]:
    from coverkit.campaigns import library
    from coverkit.errors import CoverKitError

    newest = {one.id: one for one in library.known()}
    found = []
    for known in newest.values():
        try:
            campaign = library.open_known(known)
        except CoverKitError as error:
            problems.append(error.message)
            continue
        found.append(Offered(f"{known.id}@{known.version}", campaign))
    return tuple(found)
