"""Rule campaign.recognised-banner-uncovered: the whole banner is seen in a finished file, and nothing of it was changed."""

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
        most_covered: share of its area that may look otherwise; scanners leave specks.
        most_cropped: share of its area that may be cut off.
    """

    most_covered: float = 0.03
    most_cropped: float = 0.02


@rule(
    id="campaign.recognised-banner-uncovered",
    title=mark("The banner that was found is seen whole: nothing lies over it, nothing of it is cut off or changed"),
    subject=SightSubject,
    severity=Severity.ERROR,
    why=mark(
        "Official art is shown whole. A text, a picture or a tint over it hides or changes it, "
        "and what lies outside the trim is cut away by the printer's knife."
    ),
    remedy=mark("Take away what lies over the banner, and place the banner whole and unchanged."),
    source=mark("House policy: official art is placed, never changed"),
    options=Options,
    certainty="policy",
)
def check(subject: SightSubject, options: Options) -> Iterator[Outcome]:
    """Judge the shares that were measured on the pixels."""
    yield from unseen(subject)
    for one, _, here in seen_banners(subject):
        if one.covered > options.most_covered:
            yield here(
                Problem(
                    "covered",
                    tr(
                        "{share} % of {name} looks otherwise than the art: something lies over it, or it was changed.",
                        name=name_of(one),
                        share=number(one.covered * 100, 1),
                    ),
                    measured=round(one.covered * 100, 1),
                    limit=options.most_covered * 100,
                    unit="%",
                )
            )
        if one.cropped > options.most_cropped:
            yield here(
                Problem(
                    "cropped",
                    tr("{share} % of {name} is cut off.", name=name_of(one), share=number(one.cropped * 100, 1)),
                    measured=round(one.cropped * 100, 1),
                    limit=options.most_cropped * 100,
                    unit="%",
                )
            )
