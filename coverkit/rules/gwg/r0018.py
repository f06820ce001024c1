"""Rule gwg.r0018: white lines are thick enough."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, number, tr
from coverkit.rules.gwg.asking import Asked, ScaledOptions, judged
from coverkit.rules.gwg.painted import paths
from coverkit.rules.gwg.telling import problem_at


@rule(
    id="gwg.r0018",
    title=mark("White lines are not too thin"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark("Ink runs into a thin white line from both sides until it is gone."),
    remedy=mark("Draw white lines thicker."),
    source=mark("GWG 2022, R0018"),
    options=ScaledOptions,
    certainty="medium",
)
def check(subject: FileSubject, options: ScaledOptions) -> Iterator[Outcome]:
    """Look at white lines that lie over something."""
    yield from judged("r0018", subject, options, _breaches, of="overlap")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for one in paths(asked.pages):
        width = one.way.width
        if width is not None and width < asked.under_pt and one.way.colour.is_white and one.overlaps:
            message = tr("A white line of {width} pt is too thin.", width=number(width, 3))
            yield problem_at("thin-white-line", message, one.way, one.page, width, asked.under_pt, "pt")
