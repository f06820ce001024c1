"""Rule press.spot-colours: one name is one ink, shown the same wherever it is used."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.facts.marks import PROCESS, Colour
from coverkit.i18n import mark, tr
from coverkit.rules.press.reading import incomplete

_NO_INKS = (*PROCESS, "None", "All")


@rule(
    id="press.spot-colours",
    title=mark("Each spot colour is defined once, and in the same way everywhere"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark(
        "Where a spot colour is printed from the four inks, its alternate colour counts. "
        "Two of them for one name print as two colours; an ink that is not described prints as the machine thinks."
    ),
    remedy=mark("Use one swatch for each spot colour throughout the document, in placed pictures too, and export it again."),
    source=mark("ISO 15930-7:2010, 6.4; in the words of ISO 19005-2:2011, 6.2.4.4"),
    certainty="medium",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Compare the definitions of every named ink that something is painted with."""
    yield from incomplete(subject)
    defined: dict[str, dict[str, int]] = {}
    for page in subject.pages:
        for use in page.colours():
            colour = use.colour
            if subject.is_x4 and (left_out := _not_described(colour)):
                yield Problem(
                    "not-described",
                    tr("A colour of several inks does not describe the spot colour “{name}”.", name=left_out[0]),
                    element=left_out[0],
                    page=page.number,
                    box=use.box,
                    measured=", ".join(left_out),
                )
            for name, definition in _definitions(colour):
                defined.setdefault(name, {}).setdefault(definition, page.number)
    for name, definitions in defined.items():
        if len(definitions) > 1:
            yield Problem(
                "two-definitions",
                tr("The spot colour “{name}” is defined in {count} ways.", name=name, count=len(definitions)),
                element=name,
                page=list(definitions.values())[1],
                measured=float(len(definitions)),
                limit=1.0,
            )


def _definitions(colour: Colour) -> Iterator[tuple[str, str]]:
    if len(colour.colorants) == 1 and "Separation" in colour.chain and colour.colorants[0] not in _NO_INKS:
        yield colour.colorants[0], colour.definition
    for name, definition in colour.described:
        if name not in _NO_INKS:
            yield name, definition


def _not_described(colour: Colour) -> tuple[str, ...]:
    if "DeviceN" not in colour.chain:
        return ()
    described = {name for name, _ in colour.described}
    return tuple(name for name in colour.colorants if name not in _NO_INKS and name not in described)
