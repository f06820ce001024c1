"""Rule layout.slots-filled: what the design needs is there."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover


@rule(
    id="layout.slots-filled",
    title=mark("Every place that the design needs filled is filled"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "A design is built around its main places. An empty one leaves a hole, "
        "and a frame without a picture would be printed as a grey box with a cross."
    ),
    remedy=mark("Fill the place, or choose a design without it."),
    source=mark("The design; house policy"),
    certainty="policy",
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Look for empty required slots and for frames that still wait for a picture."""
    for one in cover.placed:
        if one.used is not None and one.composed.placeholder:
            yield Problem(
                "placeholder",
                tr("{name} has no picture yet.", name=one.name),
                element=one.id,
                box=one.box,
                remedy=tr("Choose a picture, or choose a design without one."),
            )
        elif one.required and one.used is None and not (one.text is not None and one.text.overset):
            yield Problem("empty", tr("{name} is empty.", name=one.name), element=one.id, box=one.box)
