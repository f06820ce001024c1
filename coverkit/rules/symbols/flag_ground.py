"""Rule symbols.flag-ground: flags stand on rectangles, never on shapes with a swallow's tail."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.flags import drawn_flags
from coverkit.rules.subject.questions import FLAG_GROUNDS, SYMBOLS, by_answers
from coverkit.scene.operations import Art, Picture

_CORNERS = 4


@rule(
    id="symbols.flag-ground",
    title=mark("Flags stand on rectangles, not on swallow-tailed shapes"),
    subject=Cover,
    severity=Severity.WARNING,
    why=mark(
        "A province ordered that flags are shown on rectangles or squares and not on swallow-tailed cloths. For print this is "
        "sensible and not stated. Drawn flags are measured; about pictures and the banner a person is asked."
    ),
    remedy=mark("Show the flag on a rectangle."),
    source=mark("Tiền Giang's guidance of 06/08/2020 on decorations, as the press reports it"),
    certainty="low",
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Count the corners of drawn flags, then ask."""
    for flag in drawn_flags(cover):
        if flag.corners != _CORNERS:
            yield Problem("not-a-rectangle", tr("The flag's field is no rectangle."), element=flag.source, box=flag.box)
    if not any(isinstance(one, Picture | Art) for one in cover.scene.operations):
        return
    if (yield from by_answers(cover, ((SYMBOLS, False), (FLAG_GROUNDS, True)))):
        yield Problem("swallow-tailed", tr("By the answers given, a flag stands on a shape that is no rectangle or square."))
