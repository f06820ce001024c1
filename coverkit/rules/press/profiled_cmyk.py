"""Rule press.profiled-cmyk: inks with a profile of their own neither carry that of the press nor rely on overprint."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import NoOptions, rule
from coverkit.facts.file import FileSubject
from coverkit.facts.marks import Colour, Mark, PathMark, TextMark
from coverkit.i18n import mark, tr
from coverkit.rules.press.reading import incomplete, marks

_CMYK = ("ICCBased", "DeviceCMYK")


@rule(
    id="press.profiled-cmyk",
    title=mark("CMYK with a profile is not the press's own, and does not rely on overprint"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark(
        "CMYK that carries the profile of the press is converted by some machines and left alone by others, "
        "and with it the mode in which zeros of ink overprint does not work."
    ),
    remedy=mark("Take the profile off: use CMYK of the document for what is made for this press."),
    source=mark("ISO 15930-7:2010, 6.4; in the words of ISO 19005-2:2011, 6.2.4.2; house policy for the press's own profile"),
    certainty="medium",
)
def check(subject: FileSubject, _: NoOptions) -> Iterator[Outcome]:
    """Compare the profiles of CMYK colours with the output intent's, and look at how they overprint."""
    yield from incomplete(subject)
    intent = subject.pdf.intent
    own = intent.profile.sha256 if intent is not None and intent.profile is not None else ""
    for page in subject.pages:
        for use in page.colours():
            if own and use.colour.profile_sha256 == own and use.colour.chain[-2:] == _CMYK:
                yield Problem(
                    "intent-profile",
                    tr("CMYK with the profile of the output intent is used for painting ({count} times).", count=use.count),
                    element=use.use,
                    page=page.number,
                    box=use.box,
                )
    for number, one in marks(subject):
        if _overprints(one):
            yield Problem(
                "overprint-mode",
                tr("CMYK with a profile overprints in mode 1, which does not work."),
                page=number,
                box=one.box,
            )
            return


def _overprints(one: Mark) -> bool:
    if one.state.overprint_mode != 1:
        return False
    match one:
        case PathMark():
            fill, stroke = one.fill, one.stroke
        case TextMark():
            fill, stroke = (one.fill if one.fills else None), (one.stroke if one.strokes else None)
        case _:
            return False
    return (one.state.fill_overprint and _profiled(fill)) or (one.state.stroke_overprint and _profiled(stroke))


def _profiled(colour: Colour | None) -> bool:
    return colour is not None and colour.chain == _CMYK
