"""Pictures as the Ghent Workgroup's rules count them (GWG 2022, D0007 to D0009, D0018). No verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.facts.marks import ImageMark
from coverkit.i18n import number, tr
from coverkit.rules.gwg.asking import Asked
from coverkit.rules.gwg.elements import reach, surface
from coverkit.rules.gwg.painted import PaintedPage

_SMALL = 16
"""Pictures of so many pixels a side are no pictures to look at."""
_DECIMALS = 3
_SLACK = 0.05
"""mm that a picture may leave free at the trim and still cover it: rounding."""


def is_one_bit(image: ImageMark) -> bool:
    """Tell whether an image is a 1-bit image (D0007); a mask is one."""
    return image.mask or image.bits == 1


def is_large(image: ImageMark) -> bool:
    """Tell whether an image is wider or higher than 16 px."""
    return image.width > _SMALL or image.height > _SMALL


def only_picture(page: PaintedPage) -> ImageMark | None:
    """Return the continuous-tone picture that is all there is on a page and covers its trim, else None."""
    area = surface(page.page)
    if len(page.elements) != 1 or area is None:
        return None
    (only,) = page.elements
    covers = isinstance(only, ImageMark) and not is_one_bit(only) and reach(only).contains(area, _SLACK)
    return only if covers and isinstance(only, ImageMark) else None


def too_coarse(asked: Asked, page: PaintedPage, image: ImageMark) -> Iterator[Outcome]:
    """Yield a problem when a picture has not more than the limits: an error below the first, a warning below the second."""
    ppi = round(image.ppi, _DECIMALS)
    refused, doubtful = asked.ppi("error_ppi"), asked.ppi("warning_ppi")
    if ppi > doubtful:
        return
    is_refused = ppi <= refused
    limit = refused if is_refused else doubtful
    yield Problem(
        "refused" if is_refused else "doubtful",
        tr("A picture has {ppi} ppi; it needs more than {limit} ppi.", ppi=number(ppi, 1), limit=number(limit, 1)),
        element=image.name,
        page=page.page.number,
        box=reach(image),
        measured=ppi,
        limit=limit,
        unit="ppi",
        severity=Severity.ERROR if is_refused else Severity.WARNING,
    )
