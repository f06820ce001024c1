"""Rule symbols.flag-shape: a national flag that is drawn with shapes is three parts long and two high."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.flags import drawn_flags

_RATIO = 1.5


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tolerance: by which the ratio of the sides may be off, as a share.
    """

    tolerance: float = 0.01


@rule(
    id="symbols.flag-shape",
    title=mark("A drawn national flag is 3 by 2"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "The Constitution makes the flag a rectangle whose height is two thirds of its length. A yellow star on a red field "
        "is taken for the flag where the star lies about its middle; flags in pictures are asked about by symbols.flag-star."
    ),
    remedy=mark("Give the red field sides of 3 to 2; if this is an ornament and no flag, accept the finding with that reason."),
    source=mark("Hiến pháp 2013, Điều 13 khoản 1"),
    options=Options,
    certainty="high",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare the sides of each drawn flag."""
    for flag in drawn_flags(cover):
        ratio = flag.box.width / flag.box.height
        if abs(ratio / _RATIO - 1) > options.tolerance:
            yield Problem(
                "ratio",
                tr(
                    "The flag is {width} × {height} mm, {ratio} to 1; it must be 3 to 2 (1.5 to 1).",
                    width=number(flag.box.width),
                    height=number(flag.box.height),
                    ratio=number(ratio),
                ),
                element=flag.source,
                box=flag.box,
                measured=round(ratio, 3),
                limit=_RATIO,
            )
