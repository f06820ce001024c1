"""Rule gwg.r0034: there is one way to print the layers."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.gwg.asking import Asked, Options, judged


@rule(
    id="gwg.r0034",
    title=mark("Layers have one configuration only"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("With several configurations of layers nobody knows which of them is to be printed."),
    remedy=mark("Export the file again with the layers as they are to be printed, or without layers."),
    source=mark("GWG 2022, R0034"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look for further configurations beside the default."""
    yield from judged("r0034", subject, options, _breaches, of="document")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    layers = asked.subject.pdf.layers
    if layers is not None and layers.configurations:
        yield Problem(
            "configurations",
            tr("The file has {count} further configurations of its layers.", count=layers.configurations),
            measured=float(layers.configurations),
            limit=0.0,
        )
