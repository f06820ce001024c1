"""Rule press.device-colours: every colour is an amount of ink, so no machine converts it on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.marks import PROCESS, Colour
from coverkit.facts.page import PageFacts
from coverkit.facts.press import PressSubject
from coverkit.i18n import mark, tr
from coverkit.rules.press.reading import incomplete

_INKS = ("DeviceCMYK", "DeviceGray")
_NAMED = ("Separation", "DeviceN")
_HOLDING = ("Indexed", "Pattern")


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        spots: names of spot colours that are allowed; a cover has none unless its printer agreed.
    """

    spots: tuple[str, ...] = ()


@rule(
    id="press.device-colours",
    title=mark("Every colour is in the inks of the press"),
    subject=PressSubject,
    severity=Severity.ERROR,
    why=mark(
        "RGB and profiled colours are converted by the printer's machine, in its own way. "
        "Grey type turns into four inks, and campaign colours shift."
    ),
    remedy=mark("Export the file again with CoverKit, which converts every picture and colour to CMYK."),
    source=mark("ISO 15930-7:2010, 6.4; ISO 15930-4:2003, 6.2; GWG 2022, R0027"),
    options=Options,
    certainty="high",
)
def check(subject: PressSubject, options: Options) -> Iterator[Outcome]:
    """Look at every colour that something is painted with, pictures and gradients too."""
    yield from incomplete(subject)
    for page in subject.pages:
        yield from _colours(page, options)


def _colours(page: PageFacts, options: Options) -> Iterator[Outcome]:
    told: set[tuple[str, str]] = set()
    for use in page.colours():
        code, what = _objection(use.colour, options)
        if code and (code, what) not in told:
            told.add((code, what))
            yield Problem(
                code,
                tr("{what} is used for painting ({count} times).", what=what, count=use.count),
                element=use.use,
                page=page.number,
                box=use.box,
                measured=what,
                limit="DeviceCMYK",
            )


def _objection(colour: Colour, options: Options) -> tuple[str, str]:
    """Return the code of what is wrong with a colour, and what it is called; "" for nothing."""
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
