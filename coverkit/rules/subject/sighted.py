"""A campaign as it was found in a finished file: which sightings are judged, what they are called, how sure they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from coverkit.checks.finding import NotChecked, Problem, Severity
from coverkit.facts.sight import ArtSighting, SightPage, SightSubject, SloganSighting
from coverkit.i18n import number, tr
from coverkit.records import replace

SURE = 0.9
"""Confidence from which what was only seen is judged as strictly as what was found in the file itself."""

LEAST = 0.5
"""Confidence below which it is not judged at all."""

SIZE_ERROR, STRETCH_ERROR = 0.02, 0.012
"""How far a size, and a stretch, that were measured on pixels may be off, as shares (see `benchmarks.recognition`)."""


def front(subject: SightSubject) -> int:
    """Return the number of the page that is the front cover."""
    return subject.pages[0].number if subject.pages else 1


def banners(subject: SightSubject) -> tuple[ArtSighting, ...]:
    """Return the campaign's art on the front cover."""
    return tuple(one for one in subject.art if one.page == front(subject) and one.confidence >= LEAST)


def seen_banners(subject: SightSubject) -> Iterator[tuple[ArtSighting, SightPage, Callable[[Problem], Problem]]]:
    """Yield each banner with its page and what puts it, its place and its certainty into a problem."""
    for one in banners(subject):
        yield one, subject.page(one.page), partial(placed, one)


def placed(one: ArtSighting, problem: Problem) -> Problem:
    """Return a problem with the place of the art; an error is a warning where it is not quite sure that this is the art."""
    severity = problem.severity
    if severity is None and one.confidence < SURE:
        severity = Severity.WARNING
    return replace(problem, element=one.art, page=one.page, box=problem.box or one.box, severity=severity)


def name_of(one: ArtSighting) -> str:
    """Return what people call a piece of art that was found, and how sure it is that it is this one."""
    if one.manner == "drawing":
        return tr("Banner “{art}”", art=one.art)
    return tr("Banner “{art}” (seen, {percent} % sure)", art=one.art, percent=number(min(99.9, one.confidence * 100), 1))


def binds(subject: SightSubject) -> bool:
    """Tell whether the campaign orders anything of this issue. Without a date it is taken to: somebody asked for it."""
    return subject.day is None or subject.campaign.issues.holds(subject.day)


def unseen(subject: SightSubject) -> Iterator[NotChecked]:
    """Say why no art could be found by looking, where nothing was found."""
    if subject.art_reason and not banners(subject):
        yield NotChecked(subject.art_reason)


def unread(subject: SightSubject) -> Iterator[NotChecked]:
    """Say why no slogan could be read, where none was."""
    if subject.text_reason and not subject.slogans:
        yield NotChecked(subject.text_reason)


def said_name(one: SloganSighting) -> str:
    """Return what people call a slogan that was found."""
    return tr("The slogan, as it was read off the picture,") if one.recognised else tr("The slogan")


def said(one: SloganSighting, problem: Problem) -> Problem:
    """Return a problem with the place of a slogan."""
    return replace(problem, page=one.page, box=one.box)
