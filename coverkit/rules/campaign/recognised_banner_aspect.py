"""Rule campaign.recognised-banner-aspect: the banner found in a finished file keeps its proportions and stands upright."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.sight import ArtSighting, SightPage, SightSubject
from coverkit.i18n import mark, number, tr
from coverkit.records import dataclass
from coverkit.rules.subject.placement import stretched
from coverkit.rules.subject.sighted import STRETCH_ERROR, name_of, seen_banners, unseen


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tolerance: how far the proportions may be off, as a share; 0 takes the campaign's own.
        upright_degrees: how far it may be turned.
        scan_degrees: the same where the page was scanned or photographed, which turns all of it.
    """

    tolerance: float = 0.0
    upright_degrees: float = 0.3
    scan_degrees: float = 4.0


@rule(
    id="campaign.recognised-banner-aspect",
    title=mark("The banner that was found keeps its proportions and stands upright"),
    subject=SightSubject,
    severity=Severity.ERROR,
    why=mark(
        "A stretched banner makes flags, stars and letters wrong. "
        "A turned or mirrored one shows the emblem upside down or the wrong way round, which is a fault against the symbol."
    ),
    remedy=mark("Place the banner upright, and resize it with its proportions kept."),
    source=mark("The campaign's placement rules; house policy"),
    options=Options,
    certainty="policy",
)
def check(subject: SightSubject, options: Options) -> Iterator[Outcome]:
    """Compare width over height with the art's; pixels are measured less exactly than drawings, so they are allowed more."""
    yield from unseen(subject)
    tolerance = options.tolerance or subject.campaign.banner.aspect_tolerance
    for one, page, here in seen_banners(subject):
        entry = subject.campaign.art_named(one.art)
        error = 0.0 if one.manner == "drawing" else STRETCH_ERROR
        if entry is not None:
            for problem in stretched(name_of(one), one.width, one.height, entry.aspect, tolerance + error):
                yield here(problem)
        for problem in (*_turned(one, page, options), *_mirrored(one)):
            yield here(problem)


def _turned(one: ArtSighting, page: SightPage, options: Options) -> Iterator[Problem]:
    most = options.scan_degrees if page.scan else options.upright_degrees
    if abs(one.angle) > most:
        yield Problem(
            "turned",
            tr("{name} is turned by {angle}°.", name=name_of(one), angle=number(one.angle, 1)),
            measured=round(one.angle, 2),
            limit=most,
            unit="°",
        )


def _mirrored(one: ArtSighting) -> Iterator[Problem]:
    if one.mirrored:
        yield Problem("mirrored", tr("{name} is mirrored.", name=name_of(one)))
