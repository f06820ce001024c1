"""Rule layout.inside-page: nothing that must be read is cut off, and nothing lies off the page."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.i18n import mark, number, tr
from coverkit.layout.cover import Cover
from coverkit.records import dataclass
from coverkit.rules.subject.ink import bounds_of, live


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tolerance_mm: so much over the trim is rounding.
    """

    tolerance_mm: float = 0.05


@rule(
    id="layout.inside-page",
    title=mark("Everything stands inside the page"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark("What lies outside the trim is cut off. A text that is cut in half, or lost beside the page, is never meant."),
    remedy=mark("Move the element inside the page, or remove it."),
    source=mark("House policy"),
    options=Options,
    certainty="policy",
)
def check(cover: Cover, options: Options) -> Iterator[Outcome]:
    """Compare the ink of texts with the trim, and everything else with the bleed."""
    trim = cover.scene.trim
    texts = {one.placed.id for one in live(cover) if one.placed.text is not None}
    for one in cover.placed:
        box = bounds_of(cover, one)
        if box is None:
            continue
        out = trim.overshoot(box)
        wholly = trim.intersection(box) is None and out > options.tolerance_mm
        if wholly and cover.scene.bleed_box.intersection(box) is None:
            yield Problem(
                "off-page",
                tr("{name} lies wholly outside the page.", name=one.name),
                element=one.id,
                box=box,
                measured=round(out, 2),
                limit=0.0,
                unit="mm",
                severity=None if one.id in texts else Severity.WARNING,
            )
        elif one.id in texts and out > options.tolerance_mm:
            yield Problem(
                "cut-off",
                tr("{name} reaches {out} mm over the trim; that part will be cut off.", name=one.name, out=number(out, 1)),
                element=one.id,
                box=box,
                measured=round(out, 2),
                limit=0.0,
                unit="mm",
            )
