"""Rule gwg.r0016: white text is large enough."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, number, tr
from coverkit.rules.gwg.asking import Asked, ScaledOptions, judged
from coverkit.rules.gwg.painted import texts
from coverkit.rules.gwg.telling import problem_at, said
from coverkit.rules.gwg.ways import size_of


@rule(
    id="gwg.r0016",
    title=mark("White text is not too small"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark("Ink runs into small white letters from all sides; where several inks meet they close up."),
    remedy=mark("Set the white text larger, or give it a darker colour than its ground."),
    source=mark("GWG 2022, R0016"),
    options=ScaledOptions,
    certainty="medium",
)
def check(subject: FileSubject, options: ScaledOptions) -> Iterator[Outcome]:
    """Look at text that is filled in white and lies over something."""
    yield from judged("r0016", subject, options, _breaches, of="overlap")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for text, one in texts(asked.pages):
        size = size_of(text)
        if size < asked.under_pt and not one.way.strokes and one.way.colour.is_white and one.overlaps:
            message = tr("White text of {size} pt is too small: {text}.", size=number(size), text=said(text))
            yield problem_at("small-white-text", message, one.way, one.page, size, asked.under_pt, "pt")
