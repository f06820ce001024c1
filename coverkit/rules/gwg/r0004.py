"""Rule gwg.r0004: all pages are of one size and stand upright."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.facts.page import Box
from coverkit.geometry import MM
from coverkit.i18n import mark, number, tr
from coverkit.rules.gwg.asking import Asked, Options, judged

_TOLERANCE = 0.01
"""pt; less is rounding in the file."""


@rule(
    id="gwg.r0004",
    title=mark("All pages have one trim size, and none is turned"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark(
        "Imposition places every page in the same frame. A page of another size, or one that is turned only for the "
        "screen, is cut wrongly."
    ),
    remedy=mark("Give all pages one trim size; turn the content, not the page."),
    source=mark("GWG 2022, R0004"),
    options=Options,
    certainty="high",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Compare the trim sizes, and look for Rotate."""
    yield from judged("r0004", subject, options, _breaches, of="document")


def _breaches(asked: Asked) -> Iterator[Outcome]:
    first: Box | None = None
    for page in asked.pages:
        if page.rotate % 360:
            yield Problem(
                "turned",
                tr("Page {page} is turned by {angle}°.", page=page.number, angle=page.rotate),
                page=page.number,
                measured=float(page.rotate),
                limit=0.0,
                unit="°",
            )
        box = page.trim or page.crop or page.media
        first = first or box
        if box is not None and first is not None and _differs(box, first):
            yield Problem(
                "size",
                tr(
                    "Page {page} is {size} mm, the first page {first} mm.",
                    page=page.number,
                    size=_size(box),
                    first=_size(first),
                ),
                page=page.number,
                measured=_size(box),
                limit=_size(first),
                unit="mm",
            )


def _differs(one: Box, other: Box) -> bool:
    return max(abs(one.width - other.width), abs(one.height - other.height)) > _TOLERANCE


def _size(box: Box) -> str:
    return f"{number(box.width / MM)} × {number(box.height / MM)}"
