"""Rule printer.marks: marks for the printer lie outside the bleed, and no registration colour is on the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coverkit.checks.finding import NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.facts.marks import Mark, PathMark, TextMark
from coverkit.facts.page import PageFacts, painted_with
from coverkit.geometry import Rect
from coverkit.i18n import mark, number, tr
from coverkit.rules.press.reading import incomplete


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tolerance_mm: marks may reach so far into the bleed.
    """

    tolerance_mm: float = 0.1


@rule(
    id="printer.marks",
    title=mark("Printer's marks lie outside the bleed"),
    subject=FileSubject,
    severity=Severity.WARNING,
    why=mark(
        "Crop marks in the bleed show at the edge when the knife is off by a hair. "
        "The registration colour prints on every plate, so on the page it is four inks at once."
    ),
    remedy=mark("Set the offset of the marks to at least the bleed; use black instead of the registration colour on the page."),
    source=mark("The printer's profile; GWG 2022, R0024"),
    options=Options,
    certainty="medium",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look for the registration colour within the trim, and for lines and words that stand in the bleed alone."""
    yield from incomplete(subject)
    bleed = subject.printer.bleed
    for page in subject.pages:
        trim = page.trim_mm
        if trim is None:
            yield NotChecked(tr("Page {page} does not say where it is cut (no TrimBox).", page=page.number))
            continue
        around = trim.inset(-bleed.left, -bleed.top, -bleed.right, -bleed.bottom).inset(options.tolerance_mm)
        inside = [(one, one.seen) for one in page.marks if one.seen is not None and not one.layer]
        yield from _registration(page, trim, inside)
        marks = [seen for one, seen in inside if _is_mark(one) and _meet(seen, around) and not _meet(seen, trim)]
        if marks:
            depth = max(_depth(seen, around) for seen in marks)
            yield Problem(
                "in-bleed",
                tr("Marks reach up to {depth} mm into the bleed ({count} times).", depth=number(depth, 1), count=len(marks)),
                page=page.number,
                box=marks[0],
                measured=round(depth, 2),
                limit=0.0,
                unit="mm",
            )


def _registration(page: PageFacts, trim: Rect, inside: list[tuple[Mark, Rect]]) -> Iterator[Outcome]:
    found = [seen for one, seen in inside if _meet(seen, trim) and _has_all(one)]
    if found:
        yield Problem(
            "registration-colour",
            tr("The registration colour is used on the page ({count} times).", count=len(found)),
            page=page.number,
            box=found[0],
        )


def _has_all(one: Mark) -> bool:
    return any("All" in colour.colorants for colour, _ in painted_with(one))


def _is_mark(one: Mark) -> bool:
    return isinstance(one, TextMark) or (isinstance(one, PathMark) and one.stroke is not None)


def _meet(one: Rect, other: Rect) -> bool:
    """Tell whether two boxes share more than an edge; a line without width may lie in the other."""
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


def _depth(seen: Rect, around: Rect) -> float:
    """Return how far a mark reaches over the nearest edge of the bleed."""
    return max(
        0.0,
        min(seen.right - around.x, around.right - seen.x, seen.bottom - around.y, around.bottom - seen.y),
    )
