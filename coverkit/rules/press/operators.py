"""Rule press.operators: the page uses only operators that PDF defines, within the limits that machines have."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.facts.page import PageFacts
from coverkit.i18n import mark, number, tr
from coverkit.records import dataclass
from coverkit.rules.press.reading import incomplete

_LONGEST_NAME = 127
_SHOWN = 40
_LARGEST_INTEGER = 2.0**31 - 1
_MOST_COLORANTS = 32
_MOST_OBJECTS = 8_388_607


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        deepest: graphics states that may be saved within one another.
    """

    deepest: int = 28


@rule(
    id="press.operators",
    title=mark("The page uses only what PDF defines, within its limits"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("An operator that a machine does not know is skipped or stops the job; what it should have painted is missing."),
    remedy=mark("Export the file again from the program that made it, or with a newer version of that program."),
    source=mark("ISO 15930-7:2010, 6.19 and 6.25; ISO 15930-4:2003, 6.15"),
    options=Options,
    certainty="medium",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look at operators, nesting and names."""
    yield from incomplete(subject)
    for page in subject.pages:
        for operator in page.unknown_operators:
            yield Problem(
                "unknown",
                tr("PDF has no operator “{name}”.", name=operator),
                element=operator,
                page=page.number,
                measured=operator,
            )
        if page.deepest_nesting > options.deepest:
            yield Problem(
                "nesting",
                tr(
                    "Graphics states are saved {depth} deep; {limit} is safe.",
                    depth=page.deepest_nesting,
                    limit=options.deepest,
                ),
                page=page.number,
                measured=float(page.deepest_nesting),
                limit=float(options.deepest),
            )
        yield from _sizes(page)
    if subject.pdf.objects.long_names:
        first = subject.pdf.objects.long_names[0]
        message = tr("The name of object {number} has more than {limit} bytes.", number=first, limit=_LONGEST_NAME)
        yield Problem("long-name", message, element=str(first))
    if subject.pdf.objects.count > _MOST_OBJECTS:
        yield Problem(
            "objects",
            tr("The file has too many objects."),
            measured=float(subject.pdf.objects.count),
            limit=float(_MOST_OBJECTS),
        )


def _sizes(page: PageFacts) -> Iterator[Outcome]:
    for value in page.large_numbers:
        yield Problem(
            "large-number",
            tr("The number {value} is beyond the limits of PDF.", value=number(value, 0)),
            page=page.number,
            measured=value,
            limit=_LARGEST_INTEGER,
        )
    names = [*page.long_names, *(font.name for font in page.fonts)]
    for name in names:
        if len(name.encode("utf-8", "replace")) > _LONGEST_NAME:
            yield Problem(
                "long-name",
                tr("The name {name} … has more than {limit} bytes.", name=name[:_SHOWN], limit=_LONGEST_NAME),
                element=name[:_SHOWN],
                page=page.number,
            )
    for colour in {use.colour.colorants: use.colour for use in page.colours()}.values():
        if len(colour.colorants) > _MOST_COLORANTS:
            yield Problem(
                "colorants",
                tr("A colour has {count} inks; {limit} are possible.", count=len(colour.colorants), limit=_MOST_COLORANTS),
                page=page.number,
                measured=float(len(colour.colorants)),
                limit=float(_MOST_COLORANTS),
            )
