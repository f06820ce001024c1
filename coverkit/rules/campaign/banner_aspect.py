"""Rule campaign.banner-aspect: the banner keeps its proportions and stands upright, unmirrored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.branding import Banner, official_banners


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tolerance: how far the proportions may be off, as a share; 0 takes the campaign's own (0.005 where it says nothing).
    """

    tolerance: float = 0.0


@rule(
    id="campaign.banner-aspect",
    title=mark("The banner keeps its proportions and stands upright"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "A stretched banner makes flags, stars and letters wrong. "
        "A turned or mirrored one shows the emblem upside down or the wrong way round, which is a fault against the symbol."
    ),
    remedy=mark("Put the banner back to where the design places it, or resize it with its proportions kept."),
    source=mark("The campaign's placement rules; house policy"),
    options=Options,
    certainty="policy",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare each banner's box with the art's own width over height."""
    if cover.campaign is None:
        return
    tolerance = options.tolerance or cover.campaign.banner.aspect_tolerance
    for banner in official_banners(cover):
        yield from _stretched(banner, tolerance)
        operation = banner.operation
        if operation.angle % 360:
            yield Problem(
                "turned",
                tr("{name} is turned by {angle}°.", name=banner.name, angle=number(operation.angle % 360, 1)),
                element=operation.source,
                box=operation.bounds,
                measured=operation.angle % 360,
                limit=0.0,
                unit="°",
                remedy=tr("Set the banner's angle to 0."),
            )
        if operation.mirrored:
            yield Problem(
                "mirrored",
                tr("{name} is mirrored.", name=banner.name),
                element=operation.source,
                box=operation.bounds,
                remedy=tr("Switch the mirroring off."),
            )


def _stretched(banner: Banner, tolerance: float) -> Iterator[Problem]:
    operation, entry = banner.operation, banner.entry
    if entry is None:
        return
    off = operation.box.aspect / entry.aspect - 1.0
    if abs(off) > tolerance + 1e-9:
        size = (operation.box.width, operation.box.width / entry.aspect)
        yield Problem(
            "stretched",
            tr(
                "{name} is stretched by {off} %: it is {width} × {height} mm, its art asks for {width} × {wanted} mm.",
                name=banner.name,
                off=("+" if off > 0 else "") + number(off * 100, 1),
                width=number(size[0]),
                height=number(operation.box.height),
                wanted=number(size[1]),
            ),
            element=operation.source,
            box=operation.bounds,
            measured=round(off * 100, 2),
            limit=tolerance * 100,
            unit="%",
        )
