"""Rule printer.marks: marks for the printer lie outside the bleed. The registration colour has a rule of the GWG (R0024)."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.facts.marks import Mark, PathMark, TextMark
from coverkit.geometry import Rect
from coverkit.i18n import mark, number, tr
from coverkit.records import dataclass
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
    why=mark("Crop marks in the bleed show at the edge when the knife is off by a hair."),
    remedy=mark("Set the offset of the marks to at least the bleed."),
    source=mark("The printer's profile"),
    options=Options,
    certainty="medium",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Look for lines and words that stand in the bleed alone."""
    yield from incomplete(subject)
    bleed = subject.printer.bleed
    for page in subject.pages:
        trim = page.trim_mm
        if trim is None:
            yield NotChecked(tr("Page {page} does not say where it is cut (no TrimBox).", page=page.number))
            continue
        around = trim.inset(-bleed.left, -bleed.top, -bleed.right, -bleed.bottom).inset(options.tolerance_mm)
        seen = (one.seen for one in page.marks if one.seen is not None and not one.layer and _is_mark(one))
        marks = [box for box in seen if _meet(box, around) and not _meet(box, trim)]
        if marks:
            depth = max(_depth(box, around) for box in marks)
            yield Problem(
                "in-bleed",
                tr("Marks reach up to {depth} mm into the bleed ({count} times).", depth=number(depth, 1), count=len(marks)),
                page=page.number,
                box=marks[0],
                measured=round(depth, 2),
                limit=0.0,
                unit="mm",
            )


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
