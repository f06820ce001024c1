"""Rule press.fonts: every font that shows something lies in the file."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.i18n import mark, tr
from coverkit.rules.press.reading import incomplete, is_own


@rule(
    id="press.fonts",
    title=mark("Every font is embedded"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("The printer's machine replaces a font it does not find, and Vietnamese letters are the first to break."),
    remedy=mark("Export the file again with all fonts embedded, or with text as outlines."),
    source=mark("ISO 15930-7:2010, 6.5; ISO 15930-4:2003, 6.3"),
    certainty="high",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Look at the fonts that text is shown in; invisible text is exempt."""
    yield from incomplete(subject)
    for page in subject.pages:
        for font in page.fonts:
            if not font.shown:
                continue
            if not font.embedded:
                yield Problem(
                    "not-embedded",
                    tr("The font {name} is not embedded.", name=font.name or "–"),
                    element=font.name,
                    page=page.number,
                )
            elif is_own(subject) and not font.subset and font.subtype != "Type3":
                yield Problem(
                    "no-subset-tag",
                    tr("The font {name} is embedded as a whole, or its subset is not marked as one.", name=font.name or "–"),
                    element=font.name,
                    page=page.number,
                    severity=Severity.NOTE,
                )
            if is_own(subject) and not font.has_unicode:
                yield Problem(
                    "no-unicode",
                    tr("The text in {name} cannot be searched or copied.", name=font.name or "–"),
                    element=font.name,
                    page=page.number,
                    severity=Severity.NOTE,
                )
