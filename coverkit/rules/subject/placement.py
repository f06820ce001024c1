"""What a campaign says of a banner's place, size and shape, judged alike on a composed cover and on a finished file.

The problems name no element, page or place: the rule that asks knows them.
"""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.campaigns.campaign import BannerRules, Zone
from coverkit.checks.finding import Problem
from coverkit.geometry import Rect
from coverkit.i18n import mark, number, tr

_ZONES: dict[Zone, str] = {
    "top": mark("at the top"),
    "bottom": mark("at the bottom"),
    "left": mark("at the left"),
    "right": mark("at the right"),
    "anywhere": mark("anywhere"),
}


def too_narrow(name: str, art: str, width: float, rules: BannerRules, tolerance: float) -> Iterator[Problem]:
    """Compare a banner's width with the least width of its art.

    Args:
        name: what messages call it.
        art: the name of its art.
        width: its own, mm.
        rules: the campaign's.
        tolerance: mm that may be missing.
    """
    least = rules.least_width.get(art, 0.0)
    if width < least - tolerance:
        yield Problem(
            "too-narrow",
            tr(
                "{name} is {width} mm wide; at least {least} mm are wanted.",
                name=name,
                width=number(width, 1),
                least=number(least),
            ),
            measured=round(width, 2),
            limit=least,
            unit="mm",
        )


def too_small_a_share(
    name: str, art: str, width: float, page: float, rules: BannerRules, tolerance: float
) -> Iterator[Problem]:
    """Compare a banner's share of the page's width with the least share of its art.

    Args:
        name: what messages call it.
        art: the name of its art.
        width: its own, mm.
        page: the trim's width, mm.
        rules: the campaign's.
        tolerance: mm that may be missing.
    """
    share = rules.least_share.get(art, 0.0)
    if width < share * page - tolerance:
        yield Problem(
            "too-small-share",
            tr(
                "{name} takes {part} % of the page's width; at least {share} % ({least} mm) are wanted.",
                name=name,
                part=number(width / page * 100),
                share=number(share * 100, 1),
                least=number(share * page, 1),
            ),
            measured=round(width / page * 100, 1),
            limit=share * 100,
            unit="%",
        )


def misplaced(name: str, box: Rect, page: Rect, zones: tuple[Zone, ...], share: float) -> Iterator[Problem]:
    """Tell when the middle of a banner lies in none of the zones, each of which takes a share of the page."""
    if any(_lies_in(zone, box, page, share) for zone in zones):
        return
    wanted = ", ".join(tr(_ZONES[zone]) for zone in zones)
    yield Problem(
        "wrong-zone",
        tr(
            "The middle of {name} is {x} mm from the left and {y} mm from the top; the campaign wants it {zones}.",
            name=name,
            x=number(box.centre.x, 0),
            y=number(box.centre.y, 0),
            zones=wanted,
        ),
        box=box,
        limit=wanted,
    )


def stretched(name: str, width: float, height: float, aspect: float, tolerance: float) -> Iterator[Problem]:
    """Compare a banner's proportions with those of its art (width over height), up to a tolerance as a share."""
    off = width / height / aspect - 1.0
    if abs(off) > tolerance + 1e-9:
        yield Problem(
            "stretched",
            tr(
                "{name} is stretched by {off} %: it is {width} × {height} mm, its art asks for {width} × {wanted} mm.",
                name=name,
                off=("+" if off > 0 else "") + number(off * 100, 1),
                width=number(width),
                height=number(height),
                wanted=number(width / aspect),
            ),
            measured=round(off * 100, 2),
            limit=tolerance * 100,
            unit="%",
        )


def _lies_in(zone: Zone, box: Rect, page: Rect, share: float) -> bool:
    middle = box.centre
    match zone:
        case "top":
            return middle.y <= page.height * share
        case "bottom":
            return middle.y >= page.height * (1 - share)
        case "left":
            return middle.x <= page.width * share
        case "right":
            return middle.x >= page.width * (1 - share)
        case "anywhere":
            return True
