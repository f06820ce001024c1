"""Rule printer.bleed: there is room for the bleed at every edge, and what reaches an edge fills it."""

from __future__ import annotations

from collections.abc import Iterator

from coverkit.checks.finding import NotChecked, Outcome, Problem, Severity
from coverkit.checks.rule import rule
from coverkit.facts.file import FileSubject
from coverkit.facts.page import PageFacts
from coverkit.geometry import Rect
from coverkit.i18n import mark, number, tr
from coverkit.records import dataclass
from coverkit.rules.press.reading import incomplete
from coverkit.rules.printer.edges import EDGES, Bare, bare_stretches, grounds


@dataclass(frozen=True, slots=True)
class Options:
    """Options.

    Attributes:
        tolerance_mm: so much less is rounding.
        least_mm: shorter stretches of an edge without bleed do not count.
    """

    tolerance_mm: float = 0.2
    least_mm: float = 2.0


@rule(
    id="printer.bleed",
    title=mark("The bleed is there at every edge, and filled"),
    subject=FileSubject,
    severity=Severity.ERROR,
    why=mark(
        "The knife may cut a little outside the trim. If a picture or a coloured ground ends there, "
        "a white sliver shows along the edge, so it must run on to the end of the bleed."
    ),
    remedy=mark(
        "Draw grounds and pictures out over the edge of the page and export the file with the bleed that the printer asks for."
    ),
    source=mark("The printer's profile (3 or 5 mm); house policy"),
    options=Options,
    certainty="medium",
)
def check(subject: FileSubject, options: Options) -> Iterator[Outcome]:
    """Measure the room around the trim, and look at what is painted along each edge."""
    yield from incomplete(subject)
    bleed = subject.printer.bleed
    wanted = {"left": bleed.left, "top": bleed.top, "right": bleed.right, "bottom": bleed.bottom}
    for page in subject.pages:
        trim = page.trim_mm
        if trim is None:
            yield NotChecked(tr("Page {page} does not say where it is cut (no TrimBox).", page=page.number))
            continue
        room = _room(page)
        yield from _too_small(page, room, wanted, options)
        reaching = list(grounds(page, trim, options.tolerance_mm))
        for edge, amount in wanted.items():
            depth = min(amount, room[edge])
            stretches = bare_stretches(reaching, trim, edge, depth, options.tolerance_mm)
            bare = [one for one in stretches if one.length > options.least_mm]
            if depth > options.tolerance_mm and bare:
                yield _not_filled(page, trim, (edge, amount), bare)


def _room(page: PageFacts) -> dict[str, float]:
    """Return the bleed that the boxes leave at each edge; without a BleedBox the sheet itself bounds it."""
    outer = page.bleed or page.media
    assert page.trim is not None
    margins = outer.margins(page.trim) if outer is not None else (0.0,) * 4
    return {edge: margin * page.user_unit for edge, margin in zip(EDGES, margins, strict=True)}


def _too_small(page: PageFacts, room: dict[str, float], wanted: dict[str, float], options: Options) -> Iterator[Outcome]:
    for edge, amount in wanted.items():
        if room[edge] < amount - options.tolerance_mm:
            found = max(0.0, room[edge])
            yield Problem(
                f"small-{edge}",
                tr(
                    "There are {found} mm of bleed at the edge “{edge}” of page {page}; the printer asks for {wanted} mm.",
                    found=number(found),
                    edge=tr(EDGES[edge]),
                    page=page.number,
                    wanted=number(amount),
                ),
                page=page.number,
                element=edge,
                measured=round(found, 2),
                limit=amount,
                unit="mm",
            )


def _not_filled(page: PageFacts, trim: Rect, asked: tuple[str, float], bare: list[Bare]) -> Problem:
    edge, amount = asked
    worst = max(bare, key=lambda one: one.length)
    return Problem(
        f"empty-{edge}",
        tr(
            "At the edge “{edge}” of page {page} art ends {reach} mm beyond the trim, from {start} to {end} mm along it "
            "({total} mm in all); it should go on for {wanted} mm.",
            edge=tr(EDGES[edge]),
            page=page.number,
            reach=number(worst.reach, 1),
            start=number(worst.start, 0),
            end=number(worst.end, 0),
            total=number(sum(one.length for one in bare), 0),
            wanted=number(amount),
        ),
        element=edge,
        page=page.number,
        box=_place(trim, edge, amount, worst),
        measured=round(worst.reach, 2),
        limit=amount,
        unit="mm",
    )


def _place(trim: Rect, edge: str, amount: float, bare: Bare) -> Rect:
    match edge:
        case "left":
            return Rect(trim.x - amount, bare.start, amount, bare.length)
        case "right":
            return Rect(trim.right, bare.start, amount, bare.length)
        case "top":
            return Rect(bare.start, trim.y - amount, bare.length, amount)
        case _:
            return Rect(bare.start, trim.bottom, bare.length, amount)
