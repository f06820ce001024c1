"""Rule campaign.banner-uncovered: the whole banner is seen. Judges what is painted after it, and the trim."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.branding import Banner, name_of, official_banners
from coverkit.rules.subject.shapes import meets


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tolerance_mm: what only touches the banner's edge by so much covers nothing.
    """

    tolerance_mm: float = 0.1


@rule(
    id="campaign.banner-uncovered",
    title=mark("The whole banner is seen: nothing lies over it and nothing of it is cut off"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "Official art is shown whole. A text, a picture or a tint over it hides or changes it, "
        "and what lies outside the trim is cut away by the printer's knife."
    ),
    remedy=mark("Move what lies over the banner, or move the banner wholly inside the page."),
    source=mark("House policy: official art is placed, never changed"),
    options=Options,
    certainty="policy",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Look at every operation painted after a banner, and how far the banner sticks out of the trim."""
    for banner in official_banners(cover):
        yield from _covered(cover, banner, options.tolerance_mm)
        box = banner.operation.bounds
        out = cover.scene.trim.overshoot(box)
        if out > options.tolerance_mm:
            yield Problem(
                "cut-off",
                tr("{name} sticks {out} mm out of the trim; that part will be cut off.", name=banner.name, out=number(out, 1)),
                element=banner.operation.source,
                box=box,
                measured=round(out, 2),
                limit=0.0,
                unit="mm",
            )


def _covered(cover: Cover, banner: Banner, tolerance: float) -> Iterator[Problem]:
    whole = banner.operation.bounds
    inner = whole.inset(min(tolerance, min(whole.width, whole.height) / 4))
    seen: set[str] = set()
    for operation in cover.scene.operations[banner.index + 1 :]:
        if operation.source in seen or not meets(operation, inner):
            continue
        seen.add(operation.source)
        common = operation.bounds.intersection(whole)
        share = (common.area if common else 0.0) / whole.area * 100
        yield Problem(
            "covered",
            tr(
                "{other} lies over {name}, across {share} % of it.",
                other=name_of(cover, operation.source),
                name=banner.name,
                share=number(max(1.0, share), 0),
            ),
            element=operation.source,
            box=common,
            measured=round(share, 1),
            limit=0.0,
            unit="%",
        )
