"""Rule press.names: names of fonts and inks are text that every program reads alike."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.press.reading import incomplete

_UNREADABLE = "\N{REPLACEMENT CHARACTER}"


@rule(
    id="press.names",
    title=mark("Names of fonts and spot colours are readable"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark("Two programs that read the bytes of a name differently make two inks, or two fonts, of one."),
    remedy=mark("Give the colour or the font a name in plain letters, and export the file again."),
    source=mark("ISO 15930-7:2010, 6.6"),
    certainty="medium",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Look for names whose bytes are no UTF-8."""
    yield from incomplete(subject)
    told: set[str] = set()
    for page in subject.pages:
        fonts = (font.name for font in page.fonts)
        inks = (name for use in page.colours() for name in use.colour.colorants)
        for name in (*fonts, *inks):
            if _UNREADABLE in name and name not in told:
                told.add(name)
                yield Problem(
                    "not-utf-8",
                    tr("The name “{name}” is no UTF-8.", name=name),
                    element=name,
                    page=page.number,
                )
