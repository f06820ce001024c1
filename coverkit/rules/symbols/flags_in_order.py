"""Rule symbols.flags-in-order: where both flags are shown together they stand in order, by the answer of a person."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.questions import FLAGS_IN_ORDER, NATIONAL_FLAG, PARTY_FLAG, by_answers


@rule(
    id="symbols.flags-in-order",
    title=mark("Both flags together stand in their order"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "In a hall the Party flag hangs on the viewer's left, with the tip of the sickle as high as that of the star. "
        "For print this is sensible and not stated."
    ),
    remedy=mark("Put the Party flag to the left of the national flag, both of one height."),
    source=mark("Hướng dẫn 03-HD/BTCTW (29/12/2006) on halls, as quoted second-hand"),
    certainty="low",
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Go by the answers."""
    if (yield from by_answers(cover, ((NATIONAL_FLAG, False), (PARTY_FLAG, False), (FLAGS_IN_ORDER, True)))):
        yield Problem("out-of-order", tr("By the answers given, the two flags do not stand in their order."))
