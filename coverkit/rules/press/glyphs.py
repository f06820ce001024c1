"""Rule press.glyphs: every letter that is shown is in its font, and as wide as the file says."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.facts.marks import FontFacts, GlyphFault
from coverkit.i18n import mark, number, tr
from coverkit.records import dataclass
from coverkit.rules.press.reading import incomplete

_UNKNOWN = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        width_tolerance: thousandths of an em by which a stated width may differ from the font's own.
    """

    width_tolerance: float = 10.0


@rule(
    id="press.glyphs",
    title=mark("Every letter that is shown is in its embedded font"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "A letter that the embedded font lacks prints as a box or not at all; Vietnamese letters are the first to be lacking. "
        "Where widths differ, machines set the line differently."
    ),
    remedy=mark("Embed the fonts anew: export the file again with whole fonts instead of subsets, or with text as outlines."),
    source=mark("ISO 15930-7:2010, 6.5; in the words of ISO 19005-2:2011, 6.2.11"),
    options=Options,
    certainty="medium",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look up what is shown in the embedded programs; spaces are exempt."""
    yield from incomplete(subject)
    unread: dict[str, str] = {}
    for page in subject.pages:
        for font in page.fonts:
            if font.shown and font.uncompared:
                unread[font.name] = font.uncompared
            if font.shown:
                yield from _of_font(font, page.number, options)
    for name, reason in unread.items():
        yield NotChecked(
            tr("The glyphs of {name} could not be looked up (technical detail: {reason}).", name=name or "–", reason=reason)
        )


def _of_font(font: FontFacts, page: int, options: Options) -> Iterator[Outcome]:
    absent = [one for one in font.faults if one.kind == "absent"]
    undefined = [one for one in font.faults if one.kind == "notdef"]
    widths = [one for one in font.faults if one.kind == "width" and abs(one.stated - one.actual) > options.width_tolerance]
    name = font.name or "–"
    if absent:
        message = tr("The embedded font {name} lacks glyphs that are shown: {glyphs}.", name=name, glyphs=_listed(absent))
        yield Problem("absent", message, element=font.name, page=page, measured=float(len(absent)), limit=0.0)
    if undefined:
        yield Problem(
            "notdef",
            tr("Text in {name} shows the sign for a missing glyph: {glyphs}.", name=name, glyphs=_listed(undefined)),
            element=font.name,
            page=page,
            measured=float(len(undefined)),
            limit=0.0,
            severity=Severity.WARNING,
        )
    if widths:
        worst = max(widths, key=lambda one: abs(one.stated - one.actual))
        yield Problem(
            "width",
            tr(
                "{name}: {glyph} is stated as {stated} wide, but is {actual} (thousandths of the type size).",
                name=name,
                glyph=_listed([worst]),
                stated=number(worst.stated, 0),
                actual=number(worst.actual, 0),
            ),
            element=font.name,
            page=page,
            measured=round(worst.stated, 1),
            limit=round(worst.actual, 1),
            severity=Severity.WARNING,
        )


def _listed(faults: list[GlyphFault]) -> str:
    shown = (f"“{one.text}”" if _UNKNOWN not in one.text else tr("code {code}", code=one.code) for one in faults[:5])
    return ", ".join(shown) + (" …" if len(faults) > 5 else "")
