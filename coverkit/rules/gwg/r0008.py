"""Rule gwg.r0008: white shapes do not vanish."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.gwg.painted import paths
from coverkit.rules.gwg.telling import problem_at


@rule(
    id="gwg.r0008",
    title=mark("White paths knock out"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark(
        "White that overprints leaves what lies below it as it is: the shape is not there on paper, though screens show it."
    ),
    remedy=mark("Take overprinting off the white shapes and export again."),
    source=mark("GWG 2022, R0008"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look at white paths that lie over something."""
    yield from judged("r0008", subject, options, _breaches, of="overlap")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for one in paths(asked.pages):
        if one.way.overprints and one.way.colour.is_white and one.overlaps:
            yield problem_at("white-overprints", tr("A white path overprints and will vanish."), one.way, one.page)
