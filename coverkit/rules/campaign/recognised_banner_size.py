"""Rule campaign.recognised-banner-size: the banner found in a finished file is not smaller than the campaign allows."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.sight import SightSubject
from coverkit.i18n import mark, tr
from coverkit.records import dataclass
from coverkit.rules.subject.placement import too_narrow, too_small_a_share
from coverkit.rules.subject.sighted import SIZE_ERROR, name_of, seen_banners, unseen


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tolerance_mm: so much less is still enough (rounding).
    """

    tolerance_mm: float = 0.05


@rule(
    id="campaign.recognised-banner-size",
    title=mark("The banner that was found is at least as large as the campaign asks"),
    subject=SightSubject,
    severity=Severity.ERROR,
    why=mark(
        "A banner that is too small cannot be read from an arm's length, and its fine lines fill in when printed. "
        "The campaign gives a least width in millimetres and a least share of the page."
    ),
    remedy=mark("Enlarge the banner, or choose the campaign's art whose shape fits the place."),
    source=mark("The campaign's placement rules"),
    options=Options,
    certainty="policy",
)
def check(subject: SightSubject, options: Options) -> Iterator[Outcome]:
    """Compare width and share of the page; of a picture without a resolution only the share is known."""
    yield from unseen(subject)
    rules = subject.campaign.banner
    for one, page, here in seen_banners(subject):
        tolerance = options.tolerance_mm + (0.0 if one.manner == "drawing" else SIZE_ERROR * one.width)
        if page.measured:
            for problem in too_narrow(name_of(one), one.art, one.width, rules, tolerance):
                yield here(problem)
        else:
            yield NotChecked(tr("The picture does not say how large the page is, so millimetres cannot be judged."))
        for problem in too_small_a_share(name_of(one), one.art, one.width, page.width, rules, tolerance):
            yield here(problem)
