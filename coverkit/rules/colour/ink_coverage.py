"""Rule colour.ink-coverage: not more ink than the press takes. Judges what was measured on the plates; measures nothing."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        limit_percent: greatest mean of all inks over any square of 15 mm; 400 is all four solid.
        tolerance_percent: so much more is within the accuracy of measuring.
    """

    limit_percent: float = 300.0
    tolerance_percent: float = 1.0


@rule(
    id="colour.ink-coverage",
    title=mark("Nowhere lies more ink than the press takes"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "Too much ink does not dry: sheets stick together and smear the page that lies on them. "
        "Dark photos and mixed blacks are the usual reason."
    ),
    remedy=mark("Lighten the dark part, or use black alone instead of a mixed black."),
    source=mark("The printer's profile; GWG 2022 R0026 (mean of any 15 mm square); the name of ISO Coated v2 300 %"),
    options=Options,
    certainty="medium",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare the greatest mean with the limit."""
    report = cover.ink
    if report is None:
        yield NotChecked(cover.ink_reason or tr("The plates were not made, so the ink was not measured."))
        return
    if report.max_mean_15mm > options.limit_percent + options.tolerance_percent:
        yield Problem(
            "over-limit",
            tr(
                "{measured} % ink in the square of 15 mm at {x}, {y} mm (at most {limit} %); "
                "peak {peak} %, {share} % of the page is over the limit.",
                measured=number(report.max_mean_15mm, 0),
                x=number(report.place.x, 0),
                y=number(report.place.y, 0),
                limit=number(options.limit_percent),
                peak=number(report.peak_1mm, 0),
                share=number(report.area_over_limit * 100, 1),
            ),
            box=report.place,
            measured=round(report.max_mean_15mm, 1),
            limit=options.limit_percent,
            unit="%",
        )
