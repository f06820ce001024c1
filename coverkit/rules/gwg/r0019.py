"""Rule gwg.r0019: lines in several inks are thick enough."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, number, tr
from coverkit.rules.gwg.asking import Asked, ScaledOptions, judged
from coverkit.rules.gwg.colours import inks_above_0
from coverkit.rules.gwg.painted import paths
from coverkit.rules.gwg.telling import problem_at


@rule(
    id="gwg.r0019",
    title=mark("Lines in several inks are not too thin"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark("A thin line in several inks falls apart into coloured lines as soon as the plates are off by a hair."),
    remedy=mark("Draw thin lines in one ink, best in black alone, or draw them thicker."),
    source=mark("GWG 2022, R0019"),
    options=ScaledOptions,
    certainty="high",
)
def check(subject: FileSubject, options: ScaledOptions) -> Iterator[Outcome]:
    """Count the inks of every line."""
    yield from judged("r0019", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for one in paths(asked.pages):
        width = one.way.width
        if width is None or width >= asked.under_pt:
            continue
        inks = inks_above_0(one.way.colour)
        if inks > 1:
            message = tr("A line of {width} pt is in {count} inks.", width=number(width, 3), count=inks)
            yield problem_at("thin-line-in-inks", message, one.way, one.page, width, asked.under_pt, "pt")
