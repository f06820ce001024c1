"""Rule campaign.recognised-banner-colour: the banner found in a finished file has the colours of the art."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.sight import SightSubject
from coverkit.i18n import mark, number, tr
from coverkit.records import dataclass
from coverkit.rules.subject.sighted import name_of, seen_banners, unseen


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        most_difference: mean CIEDE2000 difference that is allowed; conversions of CMYK to RGB differ by some.
        most_on_scan: the same where the page was scanned or photographed.
    """

    most_difference: float = 8.0
    most_on_scan: float = 20.0


@rule(
    id="campaign.recognised-banner-colour",
    title=mark("The banner that was found has the colours of the art"),
    subject=SightSubject,
    severity=Severity.WARNING,
    why=mark(
        "Flags and emblems have their own colours; a banner that was recoloured or made grey is no longer the official one. "
        "Paper, scanners and conversions of inks change colours too, so this is a warning to look at."
    ),
    remedy=mark("Compare the colours with the art, and place the campaign's art as it came."),
    source=mark("House policy: official art is placed, never changed"),
    options=Options,
    certainty="medium",
)
def check(subject: SightSubject, options: Options) -> Iterator[Outcome]:
    """Judge the mean difference of what is seen; a sealed drawing has its own colours."""
    yield from unseen(subject)
    for one, page, here in seen_banners(subject):
        most = options.most_on_scan if page.scan else options.most_difference
        if one.colour_off is not None and one.colour_off > most:
            yield here(
                Problem(
                    "recoloured",
                    tr(
                        "The colours of {name} differ from the art's by ΔE00 {off} on average.",
                        name=name_of(one),
                        off=number(one.colour_off, 1),
                    ),
                    measured=round(one.colour_off, 1),
                    limit=most,
                    unit="ΔE00",
                )
            )
