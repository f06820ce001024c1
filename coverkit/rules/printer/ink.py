"""Rule printer.ink: not more ink than the printer takes, on the plates of the finished file."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotAsked, NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.facts.ink import OWN_PLATES
from coverkit.i18n import mark, number, tr
from coverkit.records import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tolerance_percent: so much more than the printer's limit is within the accuracy of measuring.
    """

    tolerance_percent: float = 1.0


@rule(
    id="printer.ink",
    title=mark("Nowhere lies more ink than the printer takes"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark(
        "Too much ink does not dry: sheets stick together and smear the page that lies on them. "
        "Each printer and paper has its own limit."
    ),
    remedy=mark("Convert the pictures again with the printer's profile, and give large grounds less ink."),
    source=mark("The printer's profile; GWG 2022, R0025 (mean of any 15 mm square)"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Compare the greatest mean of all inks with the printer's limit."""
    ink, limit = subject.ink, float(subject.printer.ink_limit)
    if ink is None:
        yield NotChecked(subject.ink_reason or tr("The ink was not measured."))
        return
    if ink.engine == OWN_PLATES:
        # The cover's own rule has judged these plates already.
        yield NotAsked()
        return
    if ink.max_mean_15mm > limit + options.tolerance_percent:
        yield Problem(
            "over-limit",
            tr(
                "{measured} % ink in the square of 15 mm at {x}, {y} mm (at most {limit} %); "
                "peak {peak} %, {share} % of the page is over the limit.",
                measured=number(ink.max_mean_15mm, 0),
                x=number(ink.place.x, 0),
                y=number(ink.place.y, 0),
                limit=number(limit),
                peak=number(ink.peak_1mm, 0),
                share=number(ink.area_over_limit * 100, 1),
            ),
            page=ink.page,
            box=ink.place,
            measured=round(ink.max_mean_15mm, 1),
            limit=limit,
            unit="%",
        )
    elif subject.ink_reason:
        yield NotChecked(subject.ink_reason)
