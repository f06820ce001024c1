"""Rule gwg.r0005: no page is empty."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.facts.marks import ImageMark, ShadingMark
from coverkit.i18n import mark, tr
from coverkit.rules.gwg.asking import Asked, Options, judged
from coverkit.rules.gwg.elements import Element
from coverkit.rules.gwg.painted import painted_pages
from coverkit.rules.gwg.ways import ways


@rule(
    id="gwg.r0005",
    title=mark("Every page leaves ink on the paper"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark("An empty page is mostly a mistake: a forgotten picture, a layer that is off, or one page too many."),
    remedy=mark("Take the page out, or tell the printer that it is meant to be empty."),
    source=mark("GWG 2022, R0005"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look for anything on each page that is not white."""
    yield from judged("r0005", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for painted in painted_pages(asked.pages):
        page = painted.page
        # Of a page that was read in part, the rest may leave ink.
        if page.unread or any(_inks(element) for element in painted.elements):
            continue
        pictures = [one for one in painted.elements if isinstance(one, ImageMark | ShadingMark)]
        ink = asked.subject.ink if len(asked.pages) == 1 else None
        if pictures and ink is None:
            reason = tr("Page {page} holds only pictures; whether they are blank was not looked at.", page=page.number)
            yield NotChecked(reason)
        elif not pictures or (ink is not None and ink.peak_1mm == 0):
            yield Problem(
                "empty", tr("Page {page} is empty: nothing on it leaves ink.", page=page.number), page=page.number, measured=0.0
            )


def _inks(element: Element) -> bool:
    """Tell whether an element surely leaves ink; of pictures and shadings only pixels tell."""
    return any(not way.colour.is_white and way.alpha > 0 for way in ways(element))
