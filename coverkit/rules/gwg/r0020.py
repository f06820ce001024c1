"""Rule gwg.r0020: there are no more spot colours than the printer has units for."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, number, tr
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.gwg.spots import active_spots


@rule(
    id="gwg.r0020",
    title=mark("There are no more spot colours than agreed"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "Every spot colour is a plate and an ink of its own. Nobody has ordered them, and most devices turn them into "
        "other colours."
    ),
    remedy=mark("Turn the spot colours into CMYK, or agree on them with the printer."),
    source=mark("GWG 2022, R0020"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Count the names of spot colours that something uses."""
    yield from judged("r0020", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    spots = active_spots(asked.pages)
    most = asked.limit["most"]
    if len(spots) <= most:
        return
    names = ", ".join(spots)
    first = next(iter(spots.values()))
    yield Problem(
        "too-many",
        tr("The file uses {count} spot colours (limit {most}): {names}.", count=len(spots), most=number(most), names=names),
        element=names,
        page=first.page,
        box=first.box,
        measured=float(len(spots)),
        limit=most,
    )
