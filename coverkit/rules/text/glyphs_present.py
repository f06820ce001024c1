"""Rule text.glyphs-present: the font has every letter of the text."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.i18n import mark, tr
from coverkit.layout.cover import Cover
from coverkit.rules.subject.ink import written


@rule(
    id="text.glyphs-present",
    title=mark("The font has every letter of the text"),
    subject=Cover,
    severity=Severity.ERROR,
    why=mark(
        "Many fonts lack Vietnamese letters such as ữ or ặ. "
        "Where a letter is missing, an empty box or nothing at all is printed."
    ),
    remedy=mark("Choose another design or one of the fonts that come with CoverKit; each has every Vietnamese letter."),
    source=mark("House policy; PDF/X forbids missing glyphs (ISO 15930-7)"),
)
def check(cover: Cover, options: NoOptions) -> Iterator[Outcome]:
    """Report the characters that shaping found no glyph for."""
    for one in written(cover):
        if one.text is not None and one.text.missing:
            letters = ", ".join(f"{char} (U+{ord(char[0]):04X})" for char in one.text.missing)
            yield Problem(
                "missing",
                tr("The font {face} of {name} has no {letters}.", face=one.text.face, name=one.name, letters=letters),
                element=one.id,
                box=one.used,
                measured="".join(one.text.missing),
            )
