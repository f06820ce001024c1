"""Rule gwg.r0007: white text does not vanish."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.gwg.painted import texts
from coverkit.rules.gwg.telling import problem_at, said


@rule(
    id="gwg.r0007",
    title=mark("White text knocks out"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "White that overprints leaves what lies below it as it is: the text is not there on paper, though screens show it."
    ),
    remedy=mark("Take overprinting off the white text and export again."),
    source=mark("GWG 2022, R0007"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look at white text that lies over something."""
    yield from judged("r0007", subject, options, _breaches, of="overlap")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for text, one in texts(asked.pages):
        if one.way.overprints and one.way.colour.is_white and one.overlaps:
            message = tr("White text overprints and will vanish: {text}.", text=said(text))
            yield problem_at("white-overprints", message, one.way, one.page)
