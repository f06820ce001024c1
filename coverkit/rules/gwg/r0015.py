"""Rule gwg.r0015: black text is not drowned in the other inks."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.facts.marks import PROCESS, Colour
from coverkit.i18n import mark, number, tr
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.gwg.colours import tints
from coverkit.rules.gwg.painted import texts
from coverkit.rules.gwg.telling import problem_at, said


@rule(
    id="gwg.r0015",
    title=mark("Black text is not built of much of every ink"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark("Letters that four heavy inks have to meet get coloured rims, dry slowly and set off on the next sheet."),
    remedy=mark("Set the text in black alone, or with less of the other inks."),
    source=mark("GWG 2022, R0015"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look at the fill of every text in CMYK."""
    yield from judged("r0015", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    black, total = asked.limit["black"], asked.limit["total"]
    for text, one in texts(asked.pages):
        inks = {} if one.way.strokes else _process(one.way.colour)
        together = round(sum(inks.values()), 4)
        if inks.get("Black", 0.0) >= black and together > total:
            message = tr(
                "Black text has {total} % of ink (limit {limit} %): {text}.",
                total=number(together * 100),
                limit=number(total * 100),
                text=said(text),
            )
            yield problem_at("rich-black", message, one.way, one.page, together * 100, total * 100, "%")


def _process(colour: Colour) -> dict[str, float]:
    """Return the amounts of the four inks of the press; of a DeviceN only where it has two of them or more."""
    if colour.space == "Separation":
        return {}
    found = {name: amount for name, amount in tints(colour) if name in PROCESS}
    return found if len(found) > 1 else {}
