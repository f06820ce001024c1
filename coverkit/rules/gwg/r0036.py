"""Rule gwg.r0036: no layer is hidden."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.gwg.asking import Asked, Options, judged


@rule(
    id="gwg.r0036",
    title=mark("All layers are on"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("What stands in a hidden layer is seen by nobody, until a machine prints it after all."),
    remedy=mark("Export the file again without hidden layers."),
    source=mark("GWG 2022, R0036"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look for layers that are off in the default configuration."""
    yield from judged("r0036", subject, options, _breaches, of="document")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    layers = asked.subject.pdf.layers
    for name in layers.hidden if layers is not None else ():
        yield Problem("hidden", tr("The layer “{name}” is off.", name=name or "–"), element=name)
