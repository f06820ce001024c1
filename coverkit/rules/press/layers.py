"""Rule press.layers: what is printed does not depend on who opens the file."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr


@rule(
    id="press.layers",
    title=mark("Layers print as they are set in the file"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark(
        "Layers that a program switches by itself, for screen or for print, show another page to the person who proofs "
        "than to the press."
    ),
    remedy=mark("Flatten the layers, or export the file again with the visible ones alone."),
    source=mark("ISO 15930-7:2010, 6.24; in the words of ISO 19005-2:2011, 6.9"),
    certainty="medium",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Look at the configurations of layers; layers that are off are told, since they do not print."""
    layers = subject.pdf.layers
    if layers is None:
        return
    if layers.has_automatic_states:
        yield Problem("automatic", tr("Layers are switched automatically, by the purpose the file is opened for."))
    if layers.unnamed_configuration:
        yield Problem("unnamed", tr("A configuration of the layers has no name."))
    if layers.hidden:
        names = ", ".join(layers.hidden)
        yield Problem(
            "hidden",
            tr("Layers that are off and do not print: {names}.", names=names),
            measured=names,
            severity=Severity.NOTE,
        )
