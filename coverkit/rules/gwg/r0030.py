"""Rule gwg.r0030: transparency is blended in the inks of the press."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.facts.marks import GroupFacts
from coverkit.facts.page import PageFacts
from coverkit.geometry import Rect
from coverkit.i18n import mark, tr
from coverkit.rules.gwg.asking import Asked, Options, judged


@rule(
    id="gwg.r0030",
    title=mark("Transparency is blended in CMYK"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark("What is blended in RGB is converted twice: colours shift, and black text under a shadow turns into four inks."),
    remedy=mark("Set the blend space of the document to CMYK and export again."),
    source=mark("GWG 2022, R0030"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look at the colour spaces of all transparency groups."""
    yield from judged("r0030", subject, options, _breaches)


def _breaches(asked: Asked) -> Iterator[Outcome]:
    for page in asked.pages:
        told: set[tuple[str, str]] = set()
        for what, group, box, also in _groups(page):
            if group.space in ("", "DeviceCMYK", *also) or (what, group.space) in told:
                continue
            told.add((what, group.space))
            yield Problem(
                "blend-space",
                tr("{what} is blended in {space}.", what=tr(what), space=group.space),
                element=group.space,
                page=page.number,
                box=box,
                measured=group.space,
                limit="DeviceCMYK",
            )


def _groups(page: PageFacts) -> Iterator[tuple[str, GroupFacts, Rect | None, tuple[str, ...]]]:
    """Yield the groups of a page: what they belong to, where they are, and which other spaces they may have."""
    if page.group is not None:
        yield mark("The page"), page.group, None, ()
    for form in page.forms:
        if form.group is not None:
            yield mark("A group on the page"), form.group, form.seen, ()
    for one in page.masks:
        if one.group is not None:
            yield mark("A soft mask"), one.group, None, ("DeviceGray",) if one.kind == "Luminosity" else ()
        for inner in one.inner:
            yield mark("A group in a soft mask"), inner, None, ()
