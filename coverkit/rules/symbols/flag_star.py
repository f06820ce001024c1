"""Rule symbols.flag-star: the star of the national flag stands in the middle, upright, of the right size and shape."""

from __future__ import annotations

import math
from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.flags import Flag, drawn_flags
from coverkit.rules.subject.questions import FLAG_AS_DRAWN_UP, NATIONAL_FLAG, by_answers
from coverkit.scene.operations import Art, Picture

_NOTCHES = (3 - math.sqrt(5)) / 2
"""Radius of the notches over that of the points where the edges of a star run straight from point to point: 0.382."""
_FIFTH = 0.2


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        off_share: by which the star may be off the middle, as a share of the flag's length.
        size_share: by which its radius may differ from a fifth of the length, as a share.
        turn_degrees: by which its top point may be off straight up.
    """

    off_share: float = 0.01
    size_share: float = 0.02
    turn_degrees: float = 1.0


@rule(
    id="symbols.flag-star",
    title=mark("The star of the national flag is drawn as ordered"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The star stands in the middle, one point straight up, a fifth of the flag's length from its middle to each point, "
        "its edges straight from point to point. Flags in pictures and in the banner, a person answers for."
    ),
    remedy=mark("Take the flag from a correct drawing; if this is an ornament, accept the finding with that reason."),
    source=mark("Hiến pháp 2013, Điều 13 khoản 1; Hướng dẫn 3420/HD-BVHTTDL (02/10/2012), as quoted second-hand"),
    options=Options,
    certainty="medium",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Measure each drawn flag, then ask about pictures and art."""
    for flag in drawn_flags(cover):
        yield from _measured(flag, options)
    if not any(isinstance(one, Picture | Art) for one in cover.scene.operations):
        return
    if (yield from by_answers(cover, ((NATIONAL_FLAG, False), (FLAG_AS_DRAWN_UP, True)))):
        yield Problem(
            "shown-wrongly", tr("By the answers given, the cover shows the national flag drawn otherwise than ordered.")
        )


def _measured(flag: Flag, options: Options) -> Iterator[Problem]:
    star, length, middle = flag.star, flag.length, flag.box.centre
    off = math.dist((star.centre.x, star.centre.y), (middle.x, middle.y)) / length
    if off > options.off_share:
        message = tr("The star is {off} mm off the flag's middle.", off=number(off * length))
        yield _problem(flag, "off-centre", message, round(off * length, 2), round(options.off_share * length, 2), "mm")
    if abs(star.outer / (length * _FIFTH) - 1) > options.size_share:
        message = tr(
            "From the star's middle to a point it is {found} mm; a fifth of the flag's length is {wanted} mm.",
            found=number(star.outer),
            wanted=number(length * _FIFTH),
        )
        yield _problem(flag, "size", message, round(star.outer, 2), round(length * _FIFTH, 2), "mm")
    if abs(star.turn) > options.turn_degrees:
        message = tr("The star's top point is {angle}° off straight up.", angle=number(star.turn, 1))
        yield _problem(flag, "turned", message, round(star.turn, 1), options.turn_degrees, "°")
    uneven = star.spread > options.size_share or abs(star.inner / star.outer / _NOTCHES - 1) > 2 * options.size_share
    if uneven or not star.straight:
        message = tr("The star is not regular: its edges do not run straight from point to point.")
        yield _problem(flag, "edges", message, round(star.inner / star.outer, 3), round(_NOTCHES, 3), "")


def _problem(flag: Flag, code: str, message: str, measured: float, limit: float, unit: str) -> Problem:
    return Problem(code, message, element=flag.source, box=flag.box, measured=measured, limit=limit, unit=unit)
