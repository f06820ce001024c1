"""Rule press.device-colours: every colour is an amount of ink, or has a profile where the standard allows one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.facts.marks import PROCESS, Colour
from coverkit.facts.page import PageFacts
from coverkit.i18n import mark, tr
from coverkit.records import dataclass
from coverkit.rules.press.intent import IntentSpace, bare, fits, intent_space
from coverkit.rules.press.reading import incomplete, is_own

_INKS = ("DeviceCMYK", "DeviceGray")
_NAMED = ("Separation", "DeviceN")
_HOLDING = ("Indexed", "Pattern")


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        spots: names of spot colours that are allowed in CoverKit's own files; a cover has none unless its printer agreed.
    """

    spots: tuple[str, ...] = ()


@rule(
    id="press.device-colours",
    title=mark("Every colour is in the inks of the press, or has a profile where the standard allows one"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "Colours in another system than that of the press are converted by the printer's machine, in its own way. "
        "Grey type turns into four inks, and campaign colours shift."
    ),
    remedy=mark("Convert every picture and colour to CMYK with the printer's profile, and export the file again as PDF/X."),
    source=mark("ISO 15930-7:2010, 6.4; ISO 15930-4:2003, 6.2; house policy for CoverKit's own files (GWG 2022, R0027)"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look at every colour that something is painted with: pictures, gradients, patterns, glyphs and soft masks too."""
    yield from incomplete(subject)
    objection: Callable[[Colour], tuple[str, str]]
    if is_own(subject):
        objection = partial(_strictly, options=options)
    elif subject.is_x1a:
        objection = _by_inks
    else:
        objection = partial(_by_intent, wanted=intent_space(subject))
    limit = "DeviceCMYK" if is_own(subject) or subject.is_x1a else f"Device{intent_space(subject)}"
    for page in subject.pages:
        yield from _colours(page, objection, limit)


def _colours(page: PageFacts, objection: Callable[[Colour], tuple[str, str]], limit: str) -> Iterator[Outcome]:
    told: set[tuple[str, str]] = set()
    for use in page.colours():
        code, what = objection(use.colour)
        if code and (code, what) not in told:
            told.add((code, what))
            yield Problem(
                code,
                tr("{what} is used for painting ({count} times).", what=what, count=use.count),
                element=use.use,
                page=page.number,
                box=use.box,
                measured=what,
                limit=limit,
            )


def _by_intent(colour: Colour, wanted: IntentSpace) -> tuple[str, str]:
    """Object to device colours of another system than the output intent's, as alternate or base too (PDF/X-4, PDF/X-3)."""
    if not colour.chain:
        return ("", "") if _is_tiling(colour) else ("not-ink", tr("An unknown colour space"))
    if fits(colour.chain, wanted):
        return "", ""
    return _other(colour, bare(colour.chain))


def _by_inks(colour: Colour) -> tuple[str, str]:
    """Object to everything but the inks of the press and named inks that stand for them (PDF/X-1a)."""
    found = bare(colour.chain)
    if found in _INKS or _is_tiling(colour):
        return "", ""
    if colour.remapped:
        return "remapped", tr("{space} redefined by a profile", space=colour.space)
    return _other(colour, found)


def _other(colour: Colour, found: str) -> tuple[str, str]:
    if any(family in _NAMED for family in colour.chain):
        return "alternate", tr("A named ink that stands for {space}", space=found or "–")
    return "not-ink", found or tr("An unknown colour space")


def _strictly(colour: Colour, options: Options) -> tuple[str, str]:
    """Return the code of what is wrong with a colour in a file of CoverKit's, and what it is called; "" for nothing."""
    family = colour.base if colour.space in _HOLDING and (colour.base or not _is_tiling(colour)) else colour.space
    if _is_tiling(colour):
        return "", ""
    if colour.remapped:
        return "remapped", tr("{space} redefined by a profile", space=family)
    if family in _INKS:
        return "", ""
    if family in _NAMED:
        return _named(colour, options)
    return "not-ink", family or tr("An unknown colour space")


def _is_tiling(colour: Colour) -> bool:
    # What a coloured tiling paints is looked at where it is painted.
    return colour.space == "Pattern" and not colour.base


def _named(colour: Colour, options: Options) -> tuple[str, str]:
    # Of an Indexed or Pattern colour the base is the named space; its own alternate is not known.
    if colour.space in _NAMED and colour.base not in _INKS:
        return "alternate", tr("A named ink that stands for {space}", space=colour.base or "–")
    for name in colour.colorants:
        if name == "All":
            return "registration-colour", tr("The registration colour")
        if name not in (*PROCESS, "None", *options.spots):
            return "spot", tr("The spot colour “{name}”", name=name)
    return "", ""
