"""Rule symbols.flag-colours: a note where a drawn flag has other inks than the usual red and yellow."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.colour.inks import delta_e00, to_lab
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.model.values import Cmyk
from coverkit.records import dataclass
from coverkit.rules.subject.flags import drawn_flags

_RED, _YELLOW = Cmyk(0.0, 1.0, 1.0, 0.0), Cmyk(0.0, 0.0, 1.0, 0.0)


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        greatest_difference: ΔE00 from the usual inks up to which nothing is said.
    """

    greatest_difference: float = 10.0


@rule(
    id="symbols.flag-colours",
    title=mark("A drawn national flag has the usual bright red and yellow"),
    subject=Cover,
    severity=Severity.NOTE,
    why=mark(
        "The texts say only “đỏ tươi” and “vàng tươi”; there is no official number. Printers usually take M100 Y100 and Y100, "
        "so a flag that looks otherwise is worth a look."
    ),
    remedy=mark("Look whether the flag's red and yellow are bright; M100 Y100 and Y100 are usual, no official numbers."),
    source=mark("House policy; Hiến pháp 2013, Điều 13, and Hướng dẫn 3420/HD-BVHTTDL state no number"),
    options=Options,
    certainty="policy",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare both inks of each drawn flag with the usual ones, as they look in print."""
    for flag in drawn_flags(cover):
        for code, ink, usual in (("red", flag.ground, _RED), ("yellow", flag.star.ink, _YELLOW)):
            off = delta_e00(to_lab(ink, cover.condition), to_lab(usual, cover.condition))
            if off > options.greatest_difference:
                words = tr("red") if code == "red" else tr("yellow")
                yield Problem(
                    code,
                    tr(
                        "The flag's {colour} differs from the usual one by ΔE {off}. No official number of the colour exists.",
                        colour=words,
                        off=number(off, 1),
                    ),
                    element=flag.source,
                    box=flag.box,
                    measured=round(off, 1),
                    limit=options.greatest_difference,
                )
